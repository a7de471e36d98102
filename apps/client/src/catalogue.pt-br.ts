import { escapeBytes, formatDuration } from '#command-line';
import { addressOf, startCommand } from './address.ts';
import type { english } from './catalogue.en.ts';
import { difference } from './difference.ts';

const duration = (ms: number): string => formatDuration(ms).replace('.', ',');

export const portuguese: typeof english = {
  failure: {
    refused: (target) => {
      const start = startCommand(target);
      const advice = start === undefined ? 'confira --host e --port' : `inicie um servidor com: ${start}`;
      return `conexão recusada: nada está escutando em ${addressOf(target)}; ${advice}`;
    },
    unreachable: (target) => `inacessível: não há rota até ${addressOf(target)}; confira --host e a rede`,
    'host-not-found': ({ host }) => `host não encontrado: o nome ${host} não pôde ser resolvido; confira --host`,
    'connect-failed': (failure) =>
      `não foi possível conectar a ${addressOf(failure)}: ${failure.reason}; confira --host e --port`,
    'connect-timeout': (failure) =>
      `tempo esgotado: sem conexão com ${addressOf(failure)} em ${duration(failure.after)}; confira --host e ` +
        `--port, ou espere mais com --timeout`,
    'reply-timeout': ({ after, received }) =>
      `tempo esgotado: ${received === 0 ? 'sem resposta' : `sem a resposta inteira (vieram ${received} bytes)`} ` +
        `em ${duration(after)}; o servidor pode estar ocupado com outro cliente ou esperar ` +
        `--framing line: aguarde mais com --timeout`,
    'cut-off': ({ reset, received, expected }) => {
      const done = reset ? 'encerrou com reset' : 'fechou';
      return received === 0
        ? `interrompido: o servidor ${done} a conexão em vez de responder; o log dele diz por quê`
        : `interrompido: o servidor ${done} a conexão no meio da resposta, depois de ${received} de ${expected} ` +
          `bytes; o log dele diz por quê`;
    },
    closed: ({ reset }) =>
      `o servidor ${reset ? 'encerrou com reset' : 'fechou'} a conexão; inicie o cliente de novo para continuar`,
    'wrong-reply': ({ expected, got }) => {
      if (expected.length === 0) {
        return `resposta errada: "${escapeBytes(got.subarray(0, 40))}" veio sem ser pedida; este é um servidor de eco?`;
      }
      const part = difference(expected, got);
      return `resposta errada a partir do byte ${part.at}: esperava "${part.expected}", veio "${part.got}"; ` +
        `este é um servidor de eco, com o mesmo --framing dos dois lados?`;
    },
    'server-error': ({ line }) => escapeBytes(line),
    'not-utf8': ({ message }) =>
      `a mensagem "${escapeBytes(message.subarray(0, 40))}" não é UTF-8 válido e não foi enviada; mensagens são texto em UTF-8`,
    'line-too-long': ({ limit }) => `uma linha da entrada tem mais de ${limit} bytes; divida-a em linhas menores`,
  },
  times: {
    connect: 'conexão',
    firstByte: 'primeiro byte',
    whole: 'resposta inteira',
    total: 'total',
    spread: (mean, max) => `média ${mean}, no máximo ${max}`,
    messages: (count) => `${count} mensagens`,
    pieces: (count) => `o servidor leu a mensagem em ${count} partes e respondeu a cada uma`,
  },
  skipped: (count) =>
    `${count} ${count === 1 ? 'linha vazia não enviada' : 'linhas vazias não enviadas'}: com --framing chunk ` +
      `uma mensagem vazia não tem nenhum byte`,
  prompt: {
    welcome: (address) => `conectado a ${address}; cada linha é uma mensagem, Ctrl-D encerra`,
  },
  help: {
    description:
      'Envia mensagens a um servidor de eco, confere cada resposta byte a byte e diz quanto tempo levou. Sem ' +
        'mensagens, envia as linhas da entrada, ou pergunta no terminal.',
    messages: 'enviadas em ordem por uma só conexão, cada uma depois da resposta à anterior',
    host: 'o servidor',
    port: 'a porta dele',
    framing: 'o que é uma mensagem: "chunk", o que uma leitura entrega; "line", até o LF (o mesmo do servidor)',
    hold: 'mantém a conexão aberta por esse tempo depois da última resposta',
    repeat: 'envia as mensagens N vezes (de um pipe ou no terminal, cada linha N vezes)',
    timeout: 'a maior espera pela conexão e por cada resposta, ou "off"',
    lang: 'o idioma',
    json: 'escreve na saída padrão um objeto JSON com as respostas e os tempos',
    help: 'mostra esta ajuda',
    byDefault: 'padrão',
  },
  usage: {
    port: 'uma porta é um número de 1 a 65535',
    duration: 'uma duração é um número com unidade, como 250ms, 2s, 1m',
    durationOrOff: 'uma duração é um número com unidade, como 250ms, 2s, 1m, ou "off"',
    count: 'é um número inteiro a partir de 1',
    oneOf: (choices) => `é um destes: ${choices.join(', ')}`,
    invalid: (name, value, reason) => `${name} não pode ser "${value}": ${reason}`,
    unknownOption: (name) => `não existe a opção ${name}`,
    missingValue: (name) => `${name} precisa de um valor`,
    emptyMessage: 'MENSAGEM está vazia: com --framing chunk uma mensagem vazia não tem nenhum byte; use --framing line',
    lineInMessage: (message) =>
      `MENSAGEM "${message}" tem uma quebra de linha, que encerra a mensagem com --framing line; envie as linhas ` +
        `uma a uma`,
    seeHelp: '--help mostra as opções',
  },
};
