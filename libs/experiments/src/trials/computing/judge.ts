import { compare, figureOf, highOf, joined, lowOf, type Quantity, spread, type Statement, statement } from '#record';
import type { Approach } from '#approaches';
import { notTried } from '../../findings/not-tried.ts';
import type { Judgement } from '../../running/experiment.ts';

/**
 * Up to where a speed-up is none, and from where on it is one: what one event loop gains is little, two cores give nearly 2,
 * and a machine that others use makes either into anything between.
 */
const noGain = 1.3;
const gain = 1.5;

/** How much a server computes. */
export interface Speed {
  readonly approach: Pick<Approach, 'name' | 'serves' | 'workers'>;
  /** Messages a second for each step of clients, from one to the most, round by round. */
  readonly perSecond: readonly (readonly number[])[];
  /** With the most clients, to one client. */
  readonly speedUp: Quantity;
}

/** Two clients who started together on one event loop: how far apart their replies came, and when the later one, ms. */
export interface Pair {
  readonly server: string;
  readonly waiting: { readonly apart: Quantity; readonly last: Quantity };
  readonly computing: { readonly apart: Quantity; readonly last: Quantity };
}

/**
 * Whether two clients that end together prove parallelism: the same two, with messages that wait and that compute. Where they
 * compute one after the other, the second reply comes half of the whole time after the first, however busy the machine is.
 */
export function judgeParallelProof(pair: Pair | undefined): Judgement {
  const id = 'parallel-proof';
  if (pair === undefined) {
    return notTried(id, {
      en: 'No server that serves all clients on one event loop was asked for.',
      'pt-BR': 'Nenhum servidor que atende todos os clientes em um só event loop foi pedido.',
    });
  }
  const { server, waiting, computing } = pair;
  const together = apartOf(waiting) < 0.1;
  const inTurn = apartOf(computing) > 0.3;
  const verdict = !together ? 'undecided' : inTurn ? 'does-not-hold' : apartOf(computing) < 0.1 ? 'holds' : 'undecided';
  return {
    id,
    verdict,
    because: statement({
      en: `On ${server}, a single event loop, two clients whose messages wait had their replies within {apart} of each other, after {waited}. When the same two computed, they ended {computed-apart} apart, after {computed}.${verdict === 'does-not-hold' ? ' Ending together shows that they overlap, not that anything runs in parallel.' : ''}`,
      'pt-BR': `Em ${server}, um único event loop, dois clientes cujas mensagens esperam receberam as respostas com {apart} de diferença, após {waited}. Quando as mensagens dos mesmos dois usaram a CPU, eles terminaram com {computed-apart} de diferença, após {computed}.${verdict === 'does-not-hold' ? ' Terminar juntos mostra sobreposição, não paralelismo.' : ''}`,
      figures: { apart: waiting.apart, waited: waiting.last, 'computed-apart': computing.apart, computed: computing.last },
    }),
  };
}

/** How far apart the two ended, as a share of the whole time. */
function apartOf({ apart, last }: Pair['waiting']): number {
  return apart.value / last.value;
}

/**
 * Whether computing wants processes: they gain by more cores, and one event loop does not. Threads are held against them.
 *
 * @param machine what bare threads gain at the same time: where that is nothing, the machine cannot refute it
 */
export function judgeProcessPool(speeds: readonly Speed[], machine: Quantity): Judgement {
  const id = 'cpu-process-pool';
  const pool = speeds.find(({ approach }) => approach.workers === 'processes');
  const threads = speeds.find(({ approach }) => approach.workers === 'threads');
  const loop = speeds.find(({ approach }) => approach.workers === 'none' && approach.serves === 'overlapping');
  if (pool === undefined || loop === undefined) {
    return notTried(id, {
      en: 'It takes a server with a process a core, and one with a single event loop.',
      'pt-BR': 'São necessários um servidor com um processo por núcleo e um com um único event loop.',
    });
  }
  // The median holds, whatever one repeat was disturbed by; what does not hold was so in every repeat.
  const holds = pool.speedUp.value >= gain && loop.speedUp.value <= noGain;
  if (!holds && machine.value < gain) {
    return {
      id,
      verdict: 'undecided',
      because: statement({
        en: 'The machine had no second core to give: threads that do nothing but compute got {machine} of what one of them gets done.',
        'pt-BR': 'A máquina não tinha um segundo núcleo a oferecer: threads que só calculam renderam {machine} o que rende uma delas.',
        figures: { machine },
      }),
    };
  }
  const fails = highOf(pool.speedUp) <= noGain || lowOf(loop.speedUp) >= gain;
  const verdict = holds ? 'holds' : fails ? 'does-not-hold' : 'undecided';
  return {
    id,
    verdict,
    because: joined([
      statement({
        en: `For several clients ${pool.approach.name} got {pool} of what it gets done for one, ${loop.approach.name} {loop}.`,
        'pt-BR': `Com vários clientes, ${pool.approach.name} rendeu {pool} o que rende com um; ${loop.approach.name}, {loop}.`,
        figures: { pool: speedUpOf(pool), loop: speedUpOf(loop) },
      }),
      threads && besideThreads(pool, threads),
    ]),
  };
}

function besideThreads(pool: Speed, threads: Speed): Statement {
  const [fromThreads, fromPool] = [threads.perSecond.at(-1) ?? [], pool.perSecond.at(-1) ?? []];
  const { name } = threads.approach;
  const gained = { threads: speedUpOf(threads) };
  if (!compare(fromThreads, fromPool).different) {
    return statement({
      en: `It need not be processes: ${name} got {threads}, and this run does not tell the two apart.`,
      'pt-BR': `Não precisam ser processos: ${name} rendeu {threads}, e esta execução não distingue os dois.`,
      figures: gained,
    });
  }
  const rate = ({ approach }: Speed, values: readonly number[]): Quantity =>
    figureOf('messages-per-second', { [approach.name]: spread(values, 'per-second') });
  return statement({
    en: `It need not be processes: ${name} got {threads}, {threads-rate} messages where the processes did {pool-rate}.`,
    'pt-BR': `Não precisam ser processos: ${name} rendeu {threads}, {threads-rate} mensagens, e os processos, {pool-rate}.`,
    figures: { ...gained, 'threads-rate': rate(threads, fromThreads), 'pool-rate': rate(pool, fromPool) },
  });
}

function speedUpOf({ approach, speedUp }: Speed): Quantity {
  return figureOf('speed-up', { [approach.name]: speedUp });
}
