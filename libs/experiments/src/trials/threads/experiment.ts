import type { Python } from '#machine';
import { quantity, statement } from '#record';
import { type Climb, climbThreads } from './climb-threads.ts';
import { defineExperiment } from '../../running/experiment.ts';
import { ExperimentError } from '../../running/experiment-error.ts';
import type { Lab } from '../../running/lab.ts';
import type { Spins } from './spins.ts';
import { type Spin, ThreadProbe } from './thread-probe.ts';
import { concludeThreads, type Language, type ThreadsMeasured } from './conclude.ts';

/** How many threads, step by step. */
const counts = {
  python: {
    quick: [250, 1_000, 2_000],
    default: [250, 1_000, 2_000, 4_000, 8_000, 12_000],
    thorough: [250, 1_000, 2_000, ...Array.from({ length: 100 }, (_, index) => (index + 1) * 4_000)],
  },
  node: {
    quick: [2, 4, 8],
    default: [2, 8, 16, 32],
    thorough: [2, 8, 16, ...Array.from({ length: 100 }, (_, index) => (index + 1) * 32)],
  },
};

/** How long each may climb, ms. */
const within = { quick: 2_000, default: 6_000, thorough: 60_000 };

/** Rounds of computing in each thread: some 0.1 s in either language. Python has its own, by far the slower. */
const rounds = {
  python: { quick: 500_000, default: 1_500_000, thorough: 3_000_000 },
  node: { quick: 20_000_000, default: 30_000_000, thorough: 60_000_000 },
};
const repeats = { quick: 3, default: 5, thorough: 9 };

/** What a thread costs, how many there can be, and on how many cores they compute; in Python and in Node. */
export const threads = defineExperiment<ThreadsMeasured>({
  id: 'threads',
  title: { en: 'What a thread costs', 'pt-BR': 'Quanto custa uma thread' },
  question: {
    en: 'How much memory does a thread take, how many does the machine allow, and does a second one compute beside the first?',
    'pt-BR': 'Quanta memória ocupa uma thread, quantas a máquina permite, e duas delas calculam em paralelo?',
  },
  claims: ['stack-8mb', 'threads-10k', 'gil-one-core'],

  method: (lab) =>
    statement({
      en: 'One process starts threads that only wait, in Python up to {python} and in Node (worker threads) up to {node}, for at most {within} each; after each step the kernel is asked for the process’s addresses and memory. Then one thread computes, and two threads compute as much each, {repeats} times in turn. The time for which they were on a core or ready for one, by the time that passed, is the cores that they asked for: so it doesn’t matter who else wants the machine. Python’s threads pass its lock on every {turn} here, where {usual} is usual.',
      'pt-BR':
        'Um processo inicia threads que só esperam, em Python até {python} e no Node (worker threads) até {node}, por no máximo {within} cada um; após cada passo, o kernel informa quanto espaço de endereçamento e quanta memória o processo tem. Depois uma thread calcula, e duas threads calculam a mesma quantidade cada uma, {repeats} vezes alternadamente. O tempo em que estiveram executando num núcleo ou prontas para executar, dividido pelo tempo decorrido, é o número de núcleos que demandaram: assim não importa o que mais roda na máquina. Aqui as threads do Python passam o GIL adiante a cada {turn}; o usual é {usual}.',
      figures: {
        python: quantity(Math.max(...lab.pick(counts.python)), 'count'),
        node: quantity(Math.max(...lab.pick(counts.node)), 'count'),
        within: quantity(lab.pick(within), 'ms'),
        repeats: quantity(lab.pick(repeats), 'count'),
        turn: quantity(1_000, 'ms'),
        usual: quantity(5, 'ms'),
      },
    }),

  unable: ({ python }) =>
    python === undefined
      ? { en: 'there is no python3', 'pt-BR': 'não há python3' }
      : process.platform !== 'linux'
        ? { en: 'what a process takes up is read from Linux’s /proc', 'pt-BR': 'o que um processo ocupa é lido do /proc do Linux' }
        : undefined,

  async measure(lab) {
    const { path, version } = lab.python as Python;
    const inPython = (): ThreadProbe => new ThreadProbe(lab, path, 'threads.py');
    const inNode = (): ThreadProbe => new ThreadProbe(lab, process.execPath, 'threads-node.ts');
    lab.progress('Python, Node');
    const computed = await compute(lab, inPython, inNode);
    lab.progress('Python');
    const python = await climb(inPython, lab.pick(counts.python), lab.pick(within));
    lab.progress('Node');
    const node = await climb(inNode, lab.pick(counts.node), lab.pick(within));
    return { version, computed, climbs: { python, node } };
  },

  conclude: concludeThreads,
});

/** Round by round in turn, so that what disturbs the machine for a while disturbs both. */
async function compute(lab: Lab, inPython: () => ThreadProbe, inNode: () => ThreadProbe): Promise<Readonly<Record<Language, Spins>>> {
  await using python = inPython();
  await using node = inNode();
  const both = [
    { name: 'python', probe: python, rounds: lab.pick(rounds.python) },
    { name: 'node', probe: node, rounds: lab.pick(rounds.node) },
  ] as const;
  const computed = { python: { one: [] as Spin[], two: [] as Spin[] }, node: { one: [] as Spin[], two: [] as Spin[] } };
  // Once for nothing: threads are started, and code is compiled.
  for (const { probe, rounds: own } of both) await probe.spin(2, own / 10);
  for (let round = 0; round < lab.pick(repeats); round++) {
    for (const { name, probe, rounds: own } of both) {
      computed[name].one.push(await probe.spin(1, own));
      computed[name].two.push(await probe.spin(2, own));
    }
  }
  return computed;
}

async function climb(start: () => ThreadProbe, steps: readonly number[], ms: number): Promise<Climb> {
  await using probe = start();
  const climbed = await climbThreads(probe, steps, ms);
  if (climbed.steps.length > 1) return climbed;
  throw new ExperimentError({
    en: 'not a single thread could be started within this machine’s limits',
    'pt-BR': 'nenhuma thread pôde ser iniciada dentro dos limites desta máquina',
  });
}
