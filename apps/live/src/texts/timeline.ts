import { inPageLanguage } from '../browser/page.ts';

/** Of the timeline and the list of events. */
export const texts = inPageLanguage({
  en: {
    title: 'Who waited when',
    hint: 'a click goes to that moment',
    nobody: 'No client has come yet.',
    phase: {
      connecting: 'connecting',
      idle: 'open, has sent nothing',
      waiting: 'waiting for its reply',
      served: 'answered, still connected',
      closing: 'closing',
    },
    lost: 'lost',
    short: { connecting: 'connecting', idle: 'idle', waiting: 'waiting', served: 'answered', closing: 'closing' },
    lane: (number: number, heavy: boolean) => (heavy ? `${number}, heavy` : `client ${number}`),
    clients: (all: number, drawn: number) => `${all} ${all === 1 ? 'client' : 'clients'}${drawn < all ? `; the last ${drawn} are drawn` : ''}`,
    mark: {
      draining: () => 'SIGTERM',
      down: ({ how }: { readonly how: string }) => (/^\d+$/.test(how) ? `ended with ${how}` : how),
      'worker-ended': ({ worker }: { readonly worker: number }) => `worker ${worker} ended`,
      'worker-hung': ({ worker }: { readonly worker: number }) => `worker ${worker} does not answer`,
    },
    events: 'What happened, in words',
    many: (events: number) => `${events} events`,
  },
  'pt-BR': {
    title: 'Quem esperou e quando',
    hint: 'um clique leva àquele momento',
    nobody: 'Nenhum cliente chegou ainda.',
    phase: {
      connecting: 'conectando',
      idle: 'aberta, ainda sem mensagens',
      waiting: 'esperando a resposta',
      served: 'resposta recebida, ainda conectado',
      closing: 'encerrando',
    },
    lost: 'perdido',
    short: { connecting: 'conectando', idle: 'ociosa', waiting: 'esperando', served: 'com resposta', closing: 'encerrando' },
    lane: (number: number, heavy: boolean) => (heavy ? `${number}, pesado` : `cliente ${number}`),
    clients: (all: number, drawn: number) => `${all} ${all === 1 ? 'cliente' : 'clientes'}${drawn < all ? `; os últimos ${drawn} estão desenhados` : ''}`,
    mark: {
      draining: () => 'SIGTERM',
      down: ({ how }: { readonly how: string }) => (/^\d+$/.test(how) ? `terminou com ${how}` : how),
      'worker-ended': ({ worker }: { readonly worker: number }) => `worker ${worker} terminou`,
      'worker-hung': ({ worker }: { readonly worker: number }) => `worker ${worker} não responde`,
    },
    events: 'O que aconteceu, em palavras',
    many: (events: number) => `${events} eventos`,
  },
});
