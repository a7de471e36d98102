import { joined, quantity, type Statement, statement } from '#record';
import type { Climb } from './climb-threads.ts';
import { coresAskedFor, type Spins } from './spins.ts';
import { costOf, costOfMany, type ThreadCost } from './thread-cost.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { halts, judgeOneCore, judgeStack, judgeTenThousand } from './judge.ts';
import { coresChart, costTable, limitsTable, memoryChart, spinsTable } from './views.ts';

export type Language = 'python' | 'node';

/** What threads took and did in each language. */
export interface ThreadsMeasured {
  /** Of Python. */
  readonly version: string;
  readonly computed: Readonly<Record<Language, Spins>>;
  /** Each has one thread at least. */
  readonly climbs: Readonly<Record<Language, Climb>>;
}

/** As many clients as the claim speaks of. */
const thousand = 1_000;

export function concludeThreads({ version, computed, climbs: { python, node } }: ThreadsMeasured): ExperimentResult {
  const [a, b] = [costOf(python), costOf(node)];
  const cores = { python: coresAskedFor(computed.python.two), node: coresAskedFor(computed.node.two) };
  return {
    findings: {
      answer: statement({
        en: 'A thread of Python takes {pythonMemory} of memory and sets {pythonAddresses} of addresses aside, one of Node’s takes {nodeMemory}: it brings a whole JavaScript engine. Two that compute asked for {pythonCores} cores in Python and {nodeCores} in Node.',
        'pt-BR':
          'Uma thread do Python ocupa {pythonMemory} de memória e reserva {pythonAddresses} de espaço de endereçamento; uma do Node ocupa {nodeMemory}, pois traz consigo um motor de JavaScript inteiro. Calculando, duas threads demandaram {pythonCores} núcleos no Python e {nodeCores} no Node.',
        figures: {
          pythonMemory: a.memory,
          pythonAddresses: a.addresses,
          nodeMemory: b.memory,
          pythonCores: cores.python,
          nodeCores: cores.node,
        },
      }),
      notes: [howFar('Python', python), howFar('Node', node), ...fixedNotes(b)],
      charts: [memoryChart(python, node), coresChart(computed.python, computed.node)],
      tables: [costTable(python, node), limitsTable(python), spinsTable(computed.python, computed.node)],
    },
    claims: [judgeStack(python), judgeTenThousand(python), judgeOneCore(version, cores.python, cores.node)],
  };
}

/** How a climb ended. */
function howFar(name: string, { steps, halt }: Climb): Statement {
  const started = quantity(steps.at(-1)?.threads ?? 0, 'count');
  return joined([statement({ en: `${name}:`, 'pt-BR': `${name}:` }), statement({ ...halts[halt], figures: { started } })]);
}

function fixedNotes(node: ThreadCost): Statement[] {
  return [
    statement({
      en: 'Python’s threads seldom pass its lock on here: so one that waits for its turn sleeps, and does not count as wanting a core. How many can compute at once does not depend on it.',
      'pt-BR':
        'Aqui as threads do Python raramente passam o GIL adiante: assim, a que espera a vez dorme e não conta como demanda por um núcleo. Quantas podem calcular ao mesmo tempo não depende disso.',
    }),
    statement({
      en: 'Addresses are a promise, memory is what is kept: the kernel gives a page when a thread first touches it, and an idle thread touches few. The kernel’s own part of a thread is not in these figures: a stack and page tables of its own.',
      'pt-BR':
        'Espaço de endereçamento é promessa; memória é o que se entrega: o kernel só aloca uma página quando a thread a acessa pela primeira vez, e uma thread ociosa acessa poucas. O que o próprio kernel guarda para cada thread, uma pilha e tabelas de páginas, não está nestes números.',
    }),
    statement({
      en: 'By the cost of one, {thousand} of Node’s worker threads would take {memory} (extrapolated, not measured). They are for computing, one a core, not for one a client.',
      'pt-BR':
        'Pelo custo de uma, {thousand} worker threads do Node ocupariam {memory} (extrapolado, não medido). Elas servem para calcular, uma por núcleo, e não para atender um cliente cada uma.',
      figures: { thousand: quantity(thousand, 'count'), memory: costOfMany(thousand, node).memory },
    }),
  ];
}
