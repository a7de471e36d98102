import { type Claim, quantity, type Quantity, statement, type Verdict } from '#record';

/** The claims of a made-up run, of every verdict. */
export const sampleClaims: readonly Claim[] = [
  claim(
    'connect-blocks',
    'does-not-hold',
    'part-2',
    [
      'While the first client is served, the second cannot connect.',
      'Enquanto o primeiro cliente é atendido, o segundo não consegue conectar.',
    ],
    [
      'It connected in {figure}; what it waited for was the first byte.',
      'Conectou em {figure}; o que esperou foi o primeiro byte.',
    ],
    quantity(0.54, 'ms'),
  ),
  claim(
    'backlog-one',
    'does-not-hold',
    'part-2',
    ['With listen(1), the queue holds one connection.', 'Com listen(1), a fila comporta uma conexão.'],
    ['It held {figure}.', 'Comportou {figure}.'],
    quantity(2, 'count'),
  ),
  claim(
    'waits-1-to-3-s',
    'holds-with-condition',
    'part-2',
    [
      'The second client waits for 1 to 3 s, the time that serving the first one takes.',
      'O segundo cliente espera de 1 a 3 s, o tempo de atender o primeiro.',
    ],
    [
      'It waits for what remains of the first client’s hold: {figure}.',
      'Espera o que resta do tempo do primeiro cliente: {figure}.',
    ],
    { value: 605.117, unit: 'ms', low: 601.9, high: 611.4, repeats: 5 },
  ),
  claim(
    'no-refusal',
    'holds',
    'part-2',
    ['Nobody is refused at once.', 'Ninguém é recusado de imediato.'],
    ['All {figure} clients were answered.', 'Todos os {figure} clientes receberam resposta.'],
    quantity(6, 'count'),
  ),
  claim(
    'strictly-serial',
    'holds',
    'part-2',
    [
      'The blocking server serves strictly one client at a time.',
      'O servidor bloqueante atende estritamente um cliente por vez.',
    ],
    [
      'The most connections being served at one moment were {figure}.',
      'O máximo de conexões em atendimento ao mesmo tempo foi {figure}.',
    ],
    quantity(1, 'count'),
  ),
  claim(
    'speedup-15',
    'does-not-hold',
    'scaling',
    [
      'With two clients, the concurrent server is about 15 times faster.',
      'Com dois clientes, o servidor concorrente é cerca de 15 vezes mais rápido.',
    ],
    ['It is {figure} faster.', 'É {figure} mais rápido.'],
    { value: 1.99, unit: 'ratio', low: 1.96, high: 2.01, repeats: 5 },
  ),
  claim(
    'exponential',
    'does-not-hold',
    'scaling',
    ['With N clients, the difference grows exponentially.', 'Com N clientes, a diferença cresce exponencialmente.'],
    ['It grows linearly, by {figure} a client.', 'Cresce linearmente, {figure} por cliente.'],
    quantity(0.79, 'ratio'),
  ),
  claim(
    'parallel-proof',
    'does-not-hold',
    'computing',
    [
      'Two clients that end at almost the same time prove parallelism.',
      'Dois clientes que terminam quase ao mesmo tempo provam paralelismo.',
    ],
    [
      'One event loop does that, too, and computing on it is {figure} as fast.',
      'Um único event loop também faz isso, e nele o cálculo é {figure} tão rápido.',
    ],
    quantity(1, 'ratio'),
  ),
  claim(
    'stack-8mb',
    'holds-with-condition',
    'cost',
    [
      'A thread costs 8 MB of stack, so 1,000 clients cost 8 GB.',
      'Uma thread custa 8 MB de pilha; logo, 1.000 clientes custam 8 GB.',
    ],
    ['Of address space, yes; of memory it is {figure}.', 'De espaço de endereçamento, sim; de memória, são {figure}.'],
    quantity(16_400, 'bytes'),
  ),
  claim(
    'threads-10k',
    'undecided',
    'cost',
    ['About 10,000 threads are the practical limit.', 'Cerca de 10.000 threads são o limite prático.'],
    ['The limit of this machine is {figure}.', 'O limite desta máquina é {figure}.'],
    { value: 9_870, unit: 'count', low: 7_400, high: 12_100, repeats: 3 },
  ),
  claim(
    'threads-100-1000',
    'holds',
    'scaling',
    ['Threads suit 100 to 1,000 clients.', 'Threads servem para 100 a 1.000 clientes.'],
    [
      'Their time for all clients was {figure} that of one loop.',
      'O tempo para todos os clientes foi {figure} o de um laço.',
    ],
    { value: 1.01, unit: 'ratio', low: 0.97, high: 1.06, repeats: 5 },
  ),
  claim(
    'select-million',
    'does-not-hold',
    'cost',
    ['select reaches about a million connections.', 'select alcança cerca de um milhão de conexões.'],
    ['select(2) ended at descriptor {figure}.', 'select(2) terminou no descritor {figure}.'],
    quantity(1024, 'plain'),
  ),
  claim(
    'gil-one-core',
    'not-tried',
    'python-threads',
    ["Python's threads use a single core.", 'As threads do Python usam um só núcleo.'],
    ['There is no Python on this machine.', 'Não há Python nesta máquina.'],
  ),
  claim(
    'daemon-graceful',
    'does-not-hold',
    'endings',
    ['Daemon threads give a graceful end.', 'Threads daemon permitem um encerramento gracioso.'],
    [
      'Of {figure} clients being served, none got the rest of its reply.',
      'De {figure} clientes em atendimento, nenhum recebeu o resto da resposta.',
    ],
    quantity(8, 'count'),
  ),
  claim(
    'robust-exceptions',
    'does-not-hold',
    'part-1',
    [
      'Exceptions are handled robustly on each connection.',
      'As exceções são tratadas de modo robusto em cada conexão.',
    ],
    [
      'A character split between two packets cost {figure} connection.',
      'Um caractere dividido entre dois pacotes custou {figure} conexão.',
    ],
    quantity(1, 'count'),
  ),
  claim(
    'protocol-defined',
    'does-not-hold',
    'part-1',
    ['The protocol is well defined.', 'O protocolo está bem definido.'],
    [
      'One message of 3,000 bytes was answered with {figure} prefixes.',
      'Uma mensagem de 3.000 bytes foi respondida com {figure} prefixos.',
    ],
    quantity(3, 'count'),
  ),
  claim(
    'cpu-process-pool',
    'holds',
    'computing',
    ['Work that computes wants a pool of processes.', 'Trabalho que usa a CPU pede um pool de processos.'],
    [
      'With processes it is {figure} as fast; with threads, as well.',
      'Com processos, é {figure} tão rápido; com threads, também.',
    ],
    { value: 1.84, unit: 'ratio', low: 1.71, high: 1.92, repeats: 5 },
  ),
  claim(
    'which-when',
    'holds-with-condition',
    'computing',
    [
      'Blocking for a few clients, threads up to 1,000, select or AsyncIO beyond, processes for computing.',
      'Bloqueante para poucos clientes, threads até 1.000, select ou AsyncIO acima disso, processos para uso intenso da CPU.',
    ],
    [
      'The number of clients does not decide; what a message takes does: {figure}.',
      'O número de clientes não decide; o que cada mensagem exige, sim: {figure}.',
    ],
    quantity(1.88, 'ratio'),
  ),
];

function claim(
  id: string,
  verdict: Verdict,
  experiment: string,
  text: readonly [string, string],
  because: readonly [string, string],
  figure?: Quantity,
): Claim {
  return {
    id,
    verdict,
    experiment,
    claim: { en: text[0], 'pt-BR': text[1] },
    because: statement({ en: because[0], 'pt-BR': because[1], figures: figure && { figure } }),
  };
}
