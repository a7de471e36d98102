import { quantity, type Statement, statement } from '#record';
import { type Climb, climbThreads } from '../processes/climb-threads.ts';
import type { Experiment } from '../running/experiment.ts';
import { ExperimentError } from '../running/experiment-error.ts';
import type { Lab } from '../running/lab.ts';
import type { Python } from '../processes/python.ts';
import { coresAskedFor, type Spins } from '../processes/spins.ts';
import { costOf, costOfMany, takenBy, type ThreadCost } from '../processes/thread-cost.ts';
import { type Spin, ThreadProbe } from '../processes/thread-probe.ts';
import { halts, judgeOneCore, judgeStack, judgeTenThousand } from './threads-claims.ts';
import { coresChart, costTable, limitsTable, memoryChart, spinsTable } from './threads-views.ts';

type Language = 'python' | 'node';

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

/** As many clients as the claim speaks of. */
const thousand = 1_000;

/** What a thread costs, how many there can be, and on how many cores they compute; in Python and in Node. */
export const threads: Experiment = {
  id: 'threads',
  title: { en: 'What a thread costs', 'pt-BR': 'Quanto custa uma thread' },
  question: {
    en: 'How much memory does a thread take, how many does the machine allow, and does a second one compute beside the first?',
    'pt-BR': 'Quanta memória ocupa uma thread, quantas a máquina permite, e uma segunda calcula ao lado da primeira?',
  },
  claims: ['stack-8mb', 'threads-10k', 'gil-one-core'],

  method: (lab) =>
    statement(
      {
        en: 'One process starts threads that only wait, in Python up to {python} and in Node (worker threads) up to {node}, for at most {within} each; after each step the kernel is asked for the process’s addresses and memory. Then one thread computes, and two threads compute as much each, {repeats} times in turn. The time for which they were on a core or ready for one, by the time that passed, is the cores that they asked for: so it doesn’t matter who else wants the machine.',
        'pt-BR':
          'Um processo inicia threads que só esperam, em Python até {python} e no Node (worker threads) até {node}, por no máximo {within} cada um; após cada passo, pergunta-se ao núcleo do sistema quantos endereços e quanta memória o processo tem. Depois uma thread calcula, e duas threads calculam a mesma quantidade cada uma, {repeats} vezes alternadamente. O tempo em que estiveram num núcleo da CPU ou prontas para um, pelo tempo decorrido, são os núcleos que pediram: assim não importa quem mais quer a máquina.',
      },
      {
        python: quantity(Math.max(...lab.pick(counts.python)), 'count'),
        node: quantity(Math.max(...lab.pick(counts.node)), 'count'),
        within: quantity(lab.pick(within), 'ms'),
        repeats: quantity(lab.pick(repeats), 'count'),
      },
    ),

  unable: ({ python }) =>
    python === undefined
      ? { en: 'there is no python3', 'pt-BR': 'não há python3' }
      : process.platform !== 'linux'
        ? { en: 'what a process takes up is read from Linux’s /proc', 'pt-BR': 'o que um processo ocupa é lido do /proc do Linux' }
        : undefined,

  async run(lab) {
    const python = lab.python as Python;
    lab.progress('Python, Node');
    const computed = await compute(lab, python);
    lab.progress('Python');
    const inPython = await climb(ThreadProbe.python(python, lab), lab.pick(counts.python), lab.pick(within));
    lab.progress('Node');
    const inNode = await climb(ThreadProbe.node(lab), lab.pick(counts.node), lab.pick(within));

    const [a, b] = [costOf(inPython), costOf(inNode)];
    const cores = { python: coresAskedFor(computed.python.two), node: coresAskedFor(computed.node.two) };
    return {
      findings: {
        answer: statement(
          {
            en: 'A thread of Python takes {pythonMemory} of memory and sets {pythonAddresses} of addresses aside, one of Node’s takes {nodeMemory}: it brings a whole JavaScript engine. Two that compute asked for {pythonCores} cores in Python and {nodeCores} in Node.',
            'pt-BR':
              'Uma thread do Python ocupa {pythonMemory} de memória e reserva {pythonAddresses} de endereços; uma do Node ocupa {nodeMemory}, pois traz consigo um motor de JavaScript inteiro. Duas calculando pediram {pythonCores} núcleos no Python e {nodeCores} no Node.',
          },
          {
            pythonMemory: a.memory,
            pythonAddresses: a.addresses,
            nodeMemory: b.memory,
            pythonCores: cores.python,
            nodeCores: cores.node,
          },
        ),
        notes: [...howFar('Python', inPython), ...howFar('Node', inNode), ...fixedNotes(b)],
        charts: [memoryChart(inPython, inNode), coresChart(computed.python, computed.node)],
        tables: [costTable(inPython, inNode), limitsTable(inPython), spinsTable(computed.python, computed.node)],
      },
      claims: [
        judgeStack(a, takenBy(thousand, inPython)),
        judgeTenThousand(inPython),
        judgeOneCore(python.version, cores.python, cores.node),
      ],
    };
  },
};

/** Round by round in turn, so that what disturbs the machine for a while disturbs both. */
async function compute(lab: Lab, path: Python): Promise<Readonly<Record<Language, Spins>>> {
  const both = [
    { name: 'python', probe: ThreadProbe.python(path, lab), rounds: lab.pick(rounds.python) },
    { name: 'node', probe: ThreadProbe.node(lab), rounds: lab.pick(rounds.node) },
  ] as const;
  const computed = { python: { one: [] as Spin[], two: [] as Spin[] }, node: { one: [] as Spin[], two: [] as Spin[] } };
  try {
    // Once for nothing: threads are started, and code is compiled.
    for (const { probe, rounds: own } of both) await probe.spin(2, own / 10);
    for (let round = 0; round < lab.pick(repeats); round++) {
      for (const { name, probe, rounds: own } of both) {
        computed[name].one.push(await probe.spin(1, own));
        computed[name].two.push(await probe.spin(2, own));
      }
    }
    return computed;
  } finally {
    await Promise.all(both.map(({ probe }) => probe.stop()));
  }
}

async function climb(probe: ThreadProbe, steps: readonly number[], ms: number): Promise<Climb> {
  try {
    const climbed = await climbThreads(probe, steps, ms);
    if (climbed.steps.length > 1) return climbed;
    throw new ExperimentError({
      en: 'not a single thread could be started within this machine’s limits',
      'pt-BR': 'nenhuma thread pôde ser iniciada dentro dos limites desta máquina',
    });
  } finally {
    await probe.stop();
  }
}

/** How a climb ended. */
function howFar(name: string, { steps, halt }: Climb): Statement[] {
  const started = quantity(steps.at(-1)?.threads ?? 0, 'count');
  const { en, 'pt-BR': ptBR } = halts[halt];
  return [statement({ en: `${name}: ${en}`, 'pt-BR': `${name}: ${ptBR}` }, { started })];
}

function fixedNotes(node: ThreadCost): Statement[] {
  return [
    statement(
      {
        en: 'Python’s threads pass its lock on every {usual}, here every {turn}: so one that waits for its turn sleeps, and does not count as wanting a core. How many can compute at once does not depend on it.',
        'pt-BR':
          'As threads do Python passam a trava adiante a cada {usual}; aqui, a cada {turn}: assim, a que espera a vez dorme e não conta como quem quer um núcleo da CPU. Quantas podem calcular ao mesmo tempo não depende disso.',
      },
      { usual: quantity(5, 'ms'), turn: quantity(1_000, 'ms') },
    ),
    statement({
      en: 'Addresses are a promise, memory is what is kept: the kernel gives a page when a thread first touches it, and an idle thread touches few. The kernel’s own part of a thread is not in these figures: a stack and page tables of its own.',
      'pt-BR':
        'Endereços são uma promessa; memória é o que se entrega: o núcleo do sistema só dá uma página quando a thread a toca pela primeira vez, e uma thread parada toca poucas. A parte do próprio núcleo em cada thread não está nestes números: uma pilha e tabelas de páginas próprias.',
    }),
    statement(
      {
        en: 'By the cost of one, {thousand} of Node’s worker threads would take {memory} (extrapolated, not measured). They are for computing, one a core, not for one a client.',
        'pt-BR':
          'Pelo custo de uma, {thousand} worker threads do Node ocupariam {memory} (extrapolado, não medido). Elas servem para calcular, uma por núcleo, não para uma por cliente.',
      },
      { thousand: quantity(thousand, 'count'), memory: costOfMany(thousand, node).memory },
    ),
  ];
}
