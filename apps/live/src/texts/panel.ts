import { say } from '../browser/page.ts';

/** Of the picture of a server. */
export const words = {
  starting: say('starting…', 'iniciando…'),
  draining: say('told to end: it drains', 'recebeu ordem de encerrar: drenando'),
  down: say('down:', 'parado:'),

  outside: say('outside', 'fora'),
  kernelQueue: say('kernel’s queue:', 'fila do kernel:'),
  waiting: say('waiting', 'esperando'),
  lost: say('lost', 'perdidos'),
  endedInOrder: say('ended in order:', 'encerrados normalmente:'),
  left: say('left:', 'saíram:'),

  oneProcess: say('one process', 'um só processo'),
  loop: 'event loop',
  thread: 'thread',
  threads: say('a thread for each client', 'uma thread por cliente'),
  oneAtATime: say('one client at a time', 'um cliente por vez'),
  main: say('main thread', 'thread principal'),
  primary: say('primary', 'primário'),
  process: say('process', 'processo'),
  worker: (id: number): string => `worker ${id}`,
  ended: say('ended:', 'encerrado:'),
  silent: say('does not answer', 'não responde'),
  busyFor: say(
    (client: number) => `busy with client ${client}’s message: nobody else in this loop is served`,
    (client) => `ocupado com a mensagem do cliente ${client}: ninguém mais neste event loop é atendido`,
  ),

  client: say((number: number) => `client ${number}`, (number) => `cliente ${number}`),
  heavy: say('heavy', 'pesado'),
  ahead: say((count: number) => `${count} ahead`, (count) => `${count} à frente`),
  places: {
    connecting: say('connecting', 'conectando'),
    connected: say('not accepted yet', 'ainda não aceito'),
    waiting: say('waits for its turn', 'espera sua vez'),
    'handed-over': say('handed over', 'entregue'),
    served: say('served', 'em atendimento'),
    left: say('left', 'saiu'),
    ended: say('ended', 'encerrado'),
    lost: say('lost', 'perdido'),
  },
  doings: {
    idle: say('idle', 'ocioso'),
    asks: say('asks', 'não lida ainda'),
    works: say('in work', 'em processamento'),
    waits: say('in work', 'em processamento'),
    computes: say('computing', 'calculando'),
    hangs: say('never ends', 'nunca termina'),
  },
  unread: say('not read', 'não lido'),
  heldUp: say('held up', 'retido'),

  active: say('active', 'ativos'),
  perSecond: say('replies/s', 'respostas/s'),
  of: say((replies: string) => `of ${replies} replies`, (replies) => `de ${replies} respostas`),
  cpu: 'CPU',
  memory: say('memory', 'memória'),

  kill: say('kill', 'matar'),
  hang: say('hang', 'travar'),
  throw: say('throw', 'lançar erro'),
  start: say('start again', 'iniciar de novo'),
  doTo: (what: string, server: string): string => `${what}: ${server}`,
};
