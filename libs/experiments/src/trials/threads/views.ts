import { roomOf, type ThreadLimit, tightest } from '#machine';
import { type Chart, type Quantity, quantity, type Series, spread, type Table, type Text } from '#record';
import type { Climb } from './climb-threads.ts';
import { barOf } from '../../findings/bar-of.ts';
import { predictedBy } from '../../findings/series.ts';
import { tableOf } from '../../findings/table-of.ts';
import { coresAskedFor, coresGot, type Spins } from './spins.ts';
import type { Spin } from './thread-probe.ts';
import { costOf } from './thread-cost.ts';

/** What the claim says of a thread's stack, bytes. */
const claimed = 8e6;

const pythonThread: Text = { en: 'Python thread', 'pt-BR': 'thread do Python' };
const nodeThread: Text = { en: 'Node worker thread', 'pt-BR': 'worker thread do Node' };

export function memoryChart(python: Climb, node: Climb): Chart {
  const curve = (who: Text, what: Text, { steps }: Climb, of: 'addresses' | 'memory'): Series => ({
    label: { en: `${who.en}: ${what.en}`, 'pt-BR': `${who['pt-BR']}: ${what['pt-BR']}` },
    kind: 'measured',
    points: steps.slice(1).map((step) => ({ x: step.threads, y: step[of] - (steps[0]?.[of] ?? 0) })),
  });
  const line = (label: Text, each: number): Series =>
    predictedBy(label, [1, 10, 100, 1_000, python.steps.at(-1)?.threads ?? 1_000], (threads) => threads * each);
  const addresses: Text = { en: 'addresses', 'pt-BR': 'espaço de endereçamento' };
  const memory: Text = { en: 'memory', 'pt-BR': 'memória' };
  return {
    kind: 'curves',
    title: { en: 'What threads take', 'pt-BR': 'O que as threads ocupam' },
    description: {
      en: 'Addresses and memory of one process against how many threads wait in it, beyond what it takes without any.',
      'pt-BR': 'Espaço de endereçamento e memória de um processo em função do número de threads em espera, além do que ele ocupa sem nenhuma.',
    },
    x: { label: { en: 'threads', 'pt-BR': 'threads' }, unit: 'count', scale: 'log' },
    y: { label: { en: 'taken', 'pt-BR': 'ocupado' }, unit: 'bytes', scale: 'log' },
    series: [
      curve(pythonThread, addresses, python, 'addresses'),
      curve(pythonThread, memory, python, 'memory'),
      curve(nodeThread, memory, node, 'memory'),
      line({ en: 'the claim: 8 MB each', 'pt-BR': 'a afirmação: 8 MB cada uma' }, claimed),
      line({ en: 'Node, by the cost of one', 'pt-BR': 'Node, pelo custo de uma' }, costOf(node).memory.value),
    ],
  };
}

export function coresChart(python: Spins, node: Spins): Chart {
  return {
    kind: 'bars',
    title: { en: 'Cores that computing threads ask for', 'pt-BR': 'Núcleos que as threads demandam ao calcular' },
    description: {
      en: 'Time on a core or ready for one, by time passed, of one and of two threads that compute, in Python and in Node.',
      'pt-BR': 'Tempo num núcleo ou à espera de um, dividido pelo tempo decorrido, de uma e de duas threads calculando, no Python e no Node.',
    },
    unit: 'plain',
    bars: [
      barOf({ en: 'Python, one thread', 'pt-BR': 'Python, uma thread' }, coresAskedFor(python.one)),
      barOf({ en: 'Python, two threads', 'pt-BR': 'Python, duas threads' }, coresAskedFor(python.two)),
      barOf({ en: 'Node, one worker thread', 'pt-BR': 'Node, uma worker thread' }, coresAskedFor(node.one)),
      barOf({ en: 'Node, two worker threads', 'pt-BR': 'Node, duas worker threads' }, coresAskedFor(node.two)),
    ],
    mark: { value: 1, label: { en: 'one core', 'pt-BR': 'um núcleo' } },
  };
}

export function costTable(python: Climb, node: Climb): Table {
  const both = [{ label: pythonThread, climbed: python }, { label: nodeThread, climbed: node }];
  return tableOf({ en: 'A thread', 'pt-BR': 'Uma thread' }, both, [
    { en: 'thread', 'pt-BR': 'thread', cell: ({ label }) => label },
    { en: 'addresses', 'pt-BR': 'espaço de endereçamento', cell: ({ climbed }) => costOf(climbed).addresses },
    { en: 'memory', 'pt-BR': 'memória', cell: ({ climbed }) => costOf(climbed).memory },
    {
      en: 'most that were started',
      'pt-BR': 'máximo iniciado',
      cell: ({ climbed }) => quantity(climbed.steps.at(-1)?.threads ?? 0, 'count'),
    },
  ]);
}

export function limitsTable({ limits }: Climb): Table {
  const title = { en: 'What bounds the threads of a process here', 'pt-BR': 'O que limita as threads de um processo aqui' };
  const decides = tightest(limits);
  return tableOf<ThreadLimit>(title, limits, [
    { en: 'limit', 'pt-BR': 'limite', cell: ({ name }) => name },
    { en: 'value', 'pt-BR': 'valor', cell: ({ value }) => quantity(value, 'count') },
    { en: 'in use', 'pt-BR': 'em uso', cell: ({ inUse }) => quantity(inUse, 'count') },
    { en: 'a thread takes', 'pt-BR': 'uma thread usa', cell: ({ perThread }) => quantity(perThread, 'count') },
    { en: 'room for threads', 'pt-BR': 'threads possíveis', cell: (limit) => quantity(roomOf(limit), 'count') },
    { en: 'decides', 'pt-BR': 'é o que limita', cell: (limit) => (limit === decides ? { en: 'yes', 'pt-BR': 'sim' } : null) },
  ]);
}

export function spinsTable(python: Spins, node: Spins): Table {
  const both = [{ label: pythonThread, ...python }, { label: nodeThread, ...node }];
  const took = (spins: readonly Spin[]): Quantity => spread(spins.map(({ wall }) => wall), 'ms');
  return tableOf(
    { en: 'The same computing in each of one and of two threads', 'pt-BR': 'O mesmo cálculo por thread, com uma e com duas threads' },
    both,
    [
      { en: 'threads', 'pt-BR': 'threads', cell: ({ label }) => label },
      { en: 'one took', 'pt-BR': 'uma levou', cell: ({ one }) => took(one) },
      { en: 'two took', 'pt-BR': 'duas levaram', cell: ({ two }) => took(two) },
      {
        en: 'two by one',
        'pt-BR': 'razão duas/uma',
        cell: ({ one, two }) => spread(two.map(({ wall }, round) => wall / (one[round]?.wall ?? NaN)), 'ratio'),
      },
      { en: 'cores that two got', 'pt-BR': 'núcleos que duas obtiveram', cell: ({ two }) => coresGot(two) },
      { en: 'cores that two asked for', 'pt-BR': 'núcleos que duas demandaram', cell: ({ two }) => coresAskedFor(two) },
    ],
  );
}
