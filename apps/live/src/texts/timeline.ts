import { say } from '../browser/page.ts';

/** Of the timeline and the list of events. */
export const texts = {
  title: say('Who waited when', 'Quem esperou e quando'),
  hint: say('a click goes to that moment', 'um clique leva àquele momento'),
  nobody: say('No client has come yet.', 'Nenhum cliente chegou ainda.'),
  phase: {
    connecting: say('connecting', 'conectando'),
    idle: say('open, has sent nothing', 'aberta, ainda sem mensagens'),
    waiting: say('waiting for its reply', 'esperando a resposta'),
    served: say('answered, still connected', 'resposta recebida, ainda conectado'),
    closing: say('closing', 'encerrando'),
  },
  short: {
    connecting: say('connecting', 'conectando'),
    idle: say('idle', 'ociosa'),
    waiting: say('waiting', 'esperando'),
    served: say('answered', 'com resposta'),
    closing: say('closing', 'encerrando'),
  },
  lost: say('lost', 'perdido'),
  lane: say((number: number, heavy: boolean) => (heavy ? `${number}, heavy` : `client ${number}`), (number, heavy) => (heavy ? `${number}, pesado` : `cliente ${number}`)),
  clients: say(
    (all: number, drawn: number) => `${all} ${all === 1 ? 'client' : 'clients'}${drawn < all ? `; the last ${drawn} are drawn` : ''}`,
    (all, drawn) => `${all} ${all === 1 ? 'cliente' : 'clientes'}${drawn < all ? `; os últimos ${drawn} estão desenhados` : ''}`,
  ),
  workerEnded: say((worker: number) => `worker ${worker} ended`, (worker) => `worker ${worker} terminou`),
  workerHung: say((worker: number) => `worker ${worker} does not answer`, (worker) => `worker ${worker} não responde`),
  events: say('What happened, in words', 'O que aconteceu, em palavras'),
  many: say((events: number) => `${events} events`, (events) => `${events} eventos`),
};
