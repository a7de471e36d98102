import type { Text } from '#record';

/** What the course report claims that this project started from, in our words. Each is tried; none is taken for granted. */
export const claims = {
  'connect-blocks': {
    en: 'While the first client is served, the second cannot connect.',
    'pt-BR': 'Enquanto o primeiro cliente é atendido, o segundo não consegue conectar.',
  },
  'backlog-one': {
    en: 'With listen(1), the queue holds one connection.',
    'pt-BR': 'Com listen(1), a fila comporta uma conexão.',
  },
  'waits-1-to-3-s': {
    en: 'The second client waits for 1 to 3 s, the time that serving the first one takes.',
    'pt-BR': 'O segundo cliente espera de 1 a 3 s, o tempo de atender o primeiro.',
  },
  'no-refusal': {
    en: 'Nobody is refused at once.',
    'pt-BR': 'Ninguém é recusado de imediato.',
  },
  'strictly-serial': {
    en: 'The blocking server serves strictly one client at a time.',
    'pt-BR': 'O servidor bloqueante atende estritamente um cliente por vez.',
  },
  'speedup-15': {
    en: 'With two clients, the concurrent server is about 15 times faster.',
    'pt-BR': 'Com dois clientes, o servidor concorrente é cerca de 15 vezes mais rápido.',
  },
  exponential: {
    en: 'With N clients, the difference grows exponentially.',
    'pt-BR': 'Com N clientes, a diferença cresce exponencialmente.',
  },
  'parallel-proof': {
    en: 'Two clients that end at almost the same time prove parallelism.',
    'pt-BR': 'Dois clientes que terminam quase ao mesmo tempo provam paralelismo.',
  },
  'stack-8mb': {
    en: 'A thread costs 8 MB of stack, so 1,000 clients cost 8 GB.',
    'pt-BR': 'Uma thread custa 8 MB de pilha; logo, 1.000 clientes custam 8 GB.',
  },
  'threads-10k': {
    en: 'About 10,000 threads are the practical limit.',
    'pt-BR': 'Cerca de 10.000 threads são o limite prático.',
  },
  'threads-100-1000': {
    en: 'Threads suit 100 to 1,000 clients.',
    'pt-BR': 'Threads servem para 100 a 1.000 clientes.',
  },
  'select-million': {
    en: 'select reaches about a million connections.',
    'pt-BR': 'select alcança cerca de um milhão de conexões.',
  },
  'gil-one-core': {
    en: 'Python’s threads use a single core.',
    'pt-BR': 'As threads do Python usam um só núcleo.',
  },
  'daemon-graceful': {
    en: 'Daemon threads give a graceful end.',
    'pt-BR': 'Threads daemon permitem um encerramento gracioso.',
  },
  'robust-exceptions': {
    en: 'Exceptions are handled robustly on each connection.',
    'pt-BR': 'As exceções são tratadas de modo robusto em cada conexão.',
  },
  'protocol-defined': {
    en: 'The protocol is well defined.',
    'pt-BR': 'O protocolo está bem definido.',
  },
  'cpu-process-pool': {
    en: 'Work that computes wants a pool of processes.',
    'pt-BR': 'Trabalho que usa a CPU pede um pool de processos.',
  },
  'which-when': {
    en: 'Blocking for a few clients, threads up to 1,000, select or AsyncIO beyond, processes for computing.',
    'pt-BR': 'Bloqueante para poucos clientes, threads até 1.000, select ou AsyncIO acima disso, processos para uso intenso da CPU.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type ClaimId = keyof typeof claims;
