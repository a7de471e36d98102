import { say } from '../browser/page.ts';

/** Of the page around the picture. */
export const texts = {
  title: say('Watch clients wait', 'Veja clientes esperarem'),
  lesson: say('Lesson', 'Lição'),
  free: say('Free play', 'Livre'),
  other: say('Português', 'English'),
  large: say('Large', 'Grande'),
  picture: say('Servers and their clients', 'Servidores e seus clientes'),

  opening: say('connecting…', 'conectando…'),
  lost: say(
    'The server of this page is not reached; the page goes on by itself when it is there again.',
    'O servidor desta página não responde; a página continua sozinha quando ele voltar.',
  ),
  full: say(
    'Four tabs look at this already, as many as a browser bears; close one of them, then load this one again.',
    'Quatro abas já estão vendo isto, o máximo que um navegador aguenta; feche uma delas e recarregue esta.',
  ),
  unreached: say('The server of this page is not reached; start it again with npm run live.', 'O servidor desta página não responde; inicie-o de novo com npm run live.'),
  stale: say('This page is of a server that was started anew since; load it again.', 'Esta página é de um servidor que foi reiniciado desde então; recarregue-a.'),
  failed: say('The server could not do it; its terminal may say why.', 'O servidor não conseguiu fazer isso; o terminal dele talvez diga por quê.'),

  foretell: say('What do you expect?', 'O que você espera?'),
  first: say('Say first what you expect.', 'Diga antes o que espera.'),
  run: say('Run it on real servers', 'Executar em servidores reais'),
  again: say('Run it again', 'Executar de novo'),
  starting: say('Starting the servers…', 'Iniciando os servidores…'),
  running: say('Running…', 'Executando…'),
  stopped: say('It could not be carried through: ', 'Não foi possível concluir: '),
  said: say('You said: ', 'Você disse: '),
  right: say(' That was so.', ' Foi isso mesmo.'),
  wrong: say((answer: string) => ` It was: ${answer}.`, (answer) => ` Foi: ${answer}.`),
  noneOfThese: say(' It was none of these.', ' Não foi nenhuma destas.'),
  measured: say('Measured: ', 'Medido: '),
  code: say('The lines that decide it', 'As linhas que decidem'),

  servers: say('Servers', 'Servidores'),
  start: say('Start these', 'Iniciar estes'),
  clients: say('Clients', 'Clientes'),
  to: say('for', 'para'),
  all: say('all servers', 'todos os servidores'),
  stay: say('stay', 'ficam'),
  stays: say(
    (seconds: number | null) => (seconds === null ? 'until told to leave' : seconds === 0 ? 'not after the last reply' : `${seconds} s`),
    (seconds) => (seconds === null ? 'até receberem ordem de sair' : seconds === 0 ? 'só até a última resposta' : `${seconds} s`),
  ),
  messages: say('messages', 'mensagens'),
  every: say('one every', 'uma a cada'),
  work: say('a message', 'uma mensagem'),
  works: {
    none: say('costs nothing', 'não custa nada'),
    wait: say('waits 200 ms', 'espera 200 ms'),
    compute: say('computes 50 ms', 'calcula 50 ms'),
  },
  add: say('Add', 'Adicionar'),
  heavy: say('One heavy client (computes 1 s)', 'Um cliente pesado (calcula 1 s)'),
  leave: say('All leave', 'Todos saem'),
  clear: say('Begin anew', 'Recomeçar'),

  pause: say('Stop and replay', 'Parar e rever'),
  live: say('Back to now', 'Voltar ao agora'),
  replay: say('What happened', 'O que aconteceu'),
};
