import { inPageLanguage } from '../browser/page.ts';

const english = {
  starting: 'starting…',
  draining: 'told to end: it drains',
  exited: (code: string) => `down: ended with code ${code}`,
  killed: (signal: string) => `down: ended by ${signal}`,
  down: (how: string) => `down: ${how}`,

  outside: 'outside',
  kernelQueue: 'kernel’s queue:',
  waiting: 'waiting',
  lost: 'lost',
  endedInOrder: 'ended in order:',
  left: 'left:',

  oneProcess: 'one process',
  loop: 'event loop',
  thread: 'thread',
  noThread: 'a thread for each client',
  oneAtATime: 'one client at a time',
  main: 'main thread',
  primary: 'primary',
  process: 'process',
  worker: (id: number) => `worker ${id}`,
  ended: 'ended:',
  silent: 'does not answer',
  computesFor: (client: number) => `busy computing for client ${client}: nobody else in this loop is served`,
  hangsFor: (client: number) => `caught in a message of client ${client}: nobody else in this loop is served`,

  client: (number: number) => `client ${number}`,
  heavy: 'heavy',
  ahead: (count: number) => `${count} ahead`,
  places: {
    connecting: 'connecting', connected: 'not accepted yet', waiting: 'waits for its turn', 'handed-over': 'handed over', served: 'served',
    left: 'left', ended: 'ended', lost: 'lost',
  },
  doings: { idle: 'idle', asks: 'asks', works: 'in work', waits: 'in work', computes: 'computing', hangs: 'never ends' },
  unread: 'not read',
  heldUp: 'held up',

  active: 'active',
  perSecond: 'replies/s',
  of: (replies: string) => `of ${replies} replies`,
  cpu: 'CPU',
  memory: 'memory',

  kill: 'kill',
  hang: 'hang',
  throw: 'throw',
  start: 'start again',
  doTo: (what: string, server: string) => `${what}: ${server}`,
  victim: (server: string) => `which worker of ${server}`,
  busiest: 'busiest',
};

const portuguese: typeof english = {
  starting: 'iniciando…',
  draining: 'recebeu ordem de encerrar: drenando',
  exited: (code) => `parado: encerrou com o código ${code}`,
  killed: (signal) => `parado: encerrado por ${signal}`,
  down: (how) => `parado: ${how}`,

  outside: 'fora',
  kernelQueue: 'fila do kernel:',
  waiting: 'esperando',
  lost: 'perdidos',
  endedInOrder: 'encerrados normalmente:',
  left: 'saíram:',

  oneProcess: 'um só processo',
  loop: 'event loop',
  thread: 'thread',
  noThread: 'uma thread por cliente',
  oneAtATime: 'um cliente por vez',
  main: 'thread principal',
  primary: 'primário',
  process: 'processo',
  worker: (id) => `worker ${id}`,
  ended: 'encerrado:',
  silent: 'não responde',
  computesFor: (client) => `ocupado calculando para o cliente ${client}: ninguém mais neste event loop é atendido`,
  hangsFor: (client) => `preso em uma mensagem do cliente ${client}: ninguém mais neste event loop é atendido`,

  client: (number) => `cliente ${number}`,
  heavy: 'pesado',
  ahead: (count) => `${count} à frente`,
  places: {
    connecting: 'conectando', connected: 'ainda não aceito', waiting: 'espera sua vez', 'handed-over': 'entregue', served: 'em atendimento',
    left: 'saiu', ended: 'encerrado', lost: 'perdido',
  },
  doings: { idle: 'ocioso', asks: 'não lida ainda', works: 'em processamento', waits: 'em processamento', computes: 'calculando', hangs: 'nunca termina' },
  unread: 'não lido',
  heldUp: 'retido',

  active: 'ativos',
  perSecond: 'respostas/s',
  of: (replies) => `de ${replies} respostas`,
  cpu: 'CPU',
  memory: 'memória',

  kill: 'matar',
  hang: 'travar',
  throw: 'lançar erro',
  start: 'iniciar de novo',
  doTo: (what, server) => `${what}: ${server}`,
  victim: (server) => `qual worker do ${server}`,
  busiest: 'o mais cheio',
};

/** Of the picture of a server. */
export const words = inPageLanguage({ en: english, 'pt-BR': portuguese });
