import type { Table, Text } from '#record';

/**
 * From what a course on operating systems teaches to what stands here. The README has the same table, and a test holds the
 * two together; what is said of servers that run is tried in libs/experiments (`course.spec.ts`), or by the experiment that
 * the last column names.
 */
export const bridge: Table = {
  title: { en: 'What the course calls it, and what stands for it here', 'pt-BR': 'Como se chama na disciplina e o que corresponde aqui' },
  columns: [
    { en: 'in the course', 'pt-BR': 'na disciplina' },
    { en: 'here', 'pt-BR': 'aqui' },
    { en: 'in Python, beside it', 'pt-BR': 'em Python, ao lado' },
    { en: 'what differs', 'pt-BR': 'o que difere' },
    { en: 'see', 'pt-BR': 'veja' },
  ],
  rows: [
    [
      { en: 'blocking: accept a client, serve it to its end, accept the next', 'pt-BR': 'bloqueante: aceita um cliente, atende-o até o fim, aceita o próximo' },
      'server-serial',
      'python-blocking',
      {
        en: 'server-serial serves one at a time, too, but its event loop goes on accepting: those who wait have been accepted, and stand in a line of the server’s own. On a server that blocks they stand in the kernel’s queue, and once that is full, in connect.',
        'pt-BR':
          'server-serial também atende um por vez, mas seu event loop continua aceitando: quem espera já foi aceito e está numa fila do próprio servidor. Num servidor que bloqueia, quem espera está na fila do kernel ou, com ela cheia, ainda em connect.',
      },
      'part-2, backlog',
    ],
    [
      { en: 'threads: one a connection', 'pt-BR': 'threads: uma por conexão' },
      { en: 'none; server-threads is something else', 'pt-BR': 'nenhum; server-threads é outra coisa' },
      'python-threads',
      {
        en: 'server-threads has a thread a core, with an event loop in each, which many connections share: a thousand clients are a thousand threads on python-threads, and no more than before on server-threads. Its threads compute at the same time; those of the usual CPython take turns, for its lock (GIL).',
        'pt-BR':
          'server-threads tem uma thread por núcleo, cada uma com um event loop que muitas conexões dividem: mil clientes são mil threads em python-threads e nenhuma a mais em server-threads. As threads dele calculam ao mesmo tempo; as do CPython usual se revezam, por causa do GIL.',
      },
      'cost, threads',
    ],
    [
      { en: 'select, selectors: one loop asks the kernel who is ready', 'pt-BR': 'select, selectors: um laço pergunta ao kernel quem está pronto' },
      { en: 'beneath all five, in Node (libuv)', 'pt-BR': 'por baixo dos cinco, no Node (libuv)' },
      'python-selectors',
      {
        en: 'The loop, its list of sockets and what could not be sent yet are written out in python-selectors; here Node keeps them. On Linux both wait with epoll; select(2) itself takes no descriptor from 1,024 on.',
        'pt-BR':
          'Em python-selectors, o laço, a lista de sockets e o que ainda não pôde ser enviado estão todos no código; aqui, quem cuida deles é o Node. No Linux, ambos esperam com epoll; o próprio select(2) não aceita descritores a partir de 1.024.',
      },
      'cost',
    ],
    [
      { en: 'asyncio: one event loop, await', 'pt-BR': 'asyncio: um event loop, await' },
      { en: 'server-async; as streams, server-reactive', 'pt-BR': 'server-async; como streams, server-reactive' },
      'python-asyncio',
      {
        en: 'The model is the same: one thread serves all connections, and a message that computes holds up everybody. Node has its loop from the start, Python starts one with asyncio.run(). python-asyncio uses asyncio’s callbacks where server-async awaits.',
        'pt-BR':
          'O modelo é o mesmo: uma só thread atende todas as conexões, e uma mensagem que usa a CPU atrasa todo mundo. O Node já começa com seu event loop; em Python, é asyncio.run() que o inicia. python-asyncio usa os callbacks do asyncio onde server-async usa await.',
      },
      'part-4, computing',
    ],
    [
      { en: 'processes: fork for each client, or a pool', 'pt-BR': 'processos: um fork por cliente, ou um pool' },
      'server-cluster',
      null,
      {
        en: 'The processes are there before anybody comes (pre-forked), one a core, and each serves many connections on an event loop of its own; none is started for a client, and none is handed single tasks. One that dies takes its own connections with it, and is replaced.',
        'pt-BR':
          'Os processos existem antes de alguém chegar (pre-fork), um por núcleo, e cada um atende muitas conexões em seu próprio event loop; nenhum é criado para um cliente nem recebe tarefas avulsas. O que morre leva consigo as suas conexões e é substituído.',
      },
      'computing, endings',
    ],
  ],
};

export const bridgeTitle: Text = { en: 'From the course to these servers', 'pt-BR': 'Da disciplina a estes servidores' };
