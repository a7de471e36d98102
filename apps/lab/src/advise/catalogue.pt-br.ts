import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  question: ({ clients, hold, cpu, messages, cores }) =>
    `Clientes simultâneos: ${clients}; cada um conectado por ${hold}; mensagens por conexão: ${messages}, com ${cpu} de CPU cada; núcleos: ${cores}.`,
  questionOfRate: ({ clients, hold, cpu, rate, cores }) =>
    `Clientes simultâneos: ${clients}; cada um conectado por ${hold}; mensagens de todos juntos: ${rate}, com ${cpu} de CPU cada; núcleos: ${cores}.`,
  bounds: {
    replyWithin: (most) => `99 de cada 100 respostas em até ${most}.`,
    memory: (most) => `Memória: no máximo ${most}.`,
  },
  columns: {
    server: 'abordagem',
    load: 'ocupação',
    reply: 'resposta entre',
    memory: 'memória',
    lost: 'perda com um worker',
    killed: 'com kill -9',
    fit: 'veredito',
  },
  fit: { fits: 'serve', tight: 'no limite', overloaded: 'sobrecarregado' },
  sure: {
    well: 'A base é sólida: nada pesa contra o registro usado.',
    roughly: 'Isto vale como ordem de grandeza:',
    barely: 'Isto é só um palpite, e convém medir de novo:',
  },
  source: ({ file, date, cpu, cores }) => `De ${file}, de ${date} (${cpu}, núcleos: ${cores}).`,
  noServers: (file) => `${file} não tem nenhuma abordagem deste repositório; faça um registro com npm start`,
  usage: {
    whole: (min, max) => `É um número inteiro de ${min} a ${max}.`,
    duration: (least) => `É uma duração com unidade, como 500ms ou 2s, de no mínimo ${least}.`,
  },
  help: {
    description: 'Diz qual abordagem serve para um uso, e por quê, a partir do último registro e de modelos ajustados a ele.',
    clients: 'conectados ao mesmo tempo',
    hold: 'por quanto tempo um cliente mantém a conexão',
    cpu: 'tempo de CPU por mensagem',
    messages: 'mensagens por conexão',
    rate: 'mensagens por segundo de todos os clientes juntos, no lugar de --messages',
    replyWithin: 'o tempo em que devem chegar 99 de cada 100 respostas, do envio ao primeiro byte',
    memory: 'máximo de memória, em bytes',
    cores: 'núcleos para atender',
    record: 'o registro de uma execução',
    json: 'escreve um objeto JSON na saída padrão',
  },
};
