import { roomOf, tightest } from '#machine';
import { highOf, joined, lowOf, type Quantity, quantity, statement, type Text } from '#record';
import type { Climb, Halt } from './climb-threads.ts';
import type { Judgement } from '../../running/experiment.ts';
import { costOf, takenBy } from './thread-cost.ts';

/** Half of the claim's 8 MB; and far below it. */
const much = 4e6;
const little = 1e6;

/** As many as the claim speaks of. */
const thousand = 1_000;

/** It costs 8 MB where that much memory is used; where it is only set aside, the claim holds of addresses alone. */
export function judgeStack({ steps }: Pick<Climb, 'steps'>): Judgement {
  const { addresses, memory } = costOf({ steps });
  const verdict =
    lowOf(memory) >= much
      ? 'holds'
      : lowOf(addresses) >= much && highOf(memory) <= little
        ? 'holds-with-condition'
        : highOf(addresses) < much
          ? 'does-not-hold'
          : 'undecided';
  const many = takenBy(thousand, { steps });
  return {
    id: 'stack-8mb',
    verdict,
    because: joined([
      statement({
        en: 'A thread sets {addresses} of addresses aside and uses {memory} of memory.',
        'pt-BR': 'Uma thread reserva {addresses} de espaço de endereçamento e usa {memory} de memória.',
        figures: { addresses, memory },
      }),
      steps.some(({ threads }) => threads === thousand) &&
        statement({
          en: '{thousand} threads: {thousandAddresses} of addresses, {thousandMemory} of memory.',
          'pt-BR': '{thousand} threads: {thousandAddresses} de espaço de endereçamento, {thousandMemory} de memória.',
          figures: { thousand: quantity(thousand, 'count'), thousandAddresses: many.addresses, thousandMemory: many.memory },
        }),
    ]),
  };
}

/** Around the claim's 10,000; beyond the upper one it is no limit. */
const around = { from: 8_000, to: 12_000 };

/** A limit it is where more are refused; where it lies there, it does so by a setting of this machine. */
export function judgeTenThousand({ steps, halt, limits }: Pick<Climb, 'steps' | 'halt' | 'limits'>): Judgement {
  const started = steps.at(-1)?.threads ?? 0;
  const limit = tightest(limits);
  const within = started >= around.from && started < around.to;
  const wentOn: readonly Halt[] = ['enough', 'time'];
  const verdict =
    started >= around.to
      ? 'does-not-hold'
      : wentOn.includes(halt)
        ? 'not-tried'
        : within
          ? 'holds-with-condition'
          : 'does-not-hold';
  return {
    id: 'threads-10k',
    verdict,
    because: joined([
      statement({ ...halts[halt], figures: { started: quantity(started, 'count') } }),
      limit &&
        statement({
          en: `Here ${limit.name} decides: it left room for about {room}.`,
          'pt-BR': `Aqui o limite é ${limit.name}: permitia cerca de {room}.`,
          figures: { room: quantity(roomOf(limit), 'count') },
        }),
    ]),
  };
}

/** How each climb ended, with the figure `started`. */
export const halts: Readonly<Record<Halt, Text>> = {
  enough: {
    en: '{started} threads were started without a refusal; this run asked for no more.',
    'pt-BR': '{started} threads foram iniciadas sem recusa; esta execução não pediu mais.',
  },
  refused: {
    en: '{started} threads were started; then the machine refused more.',
    'pt-BR': '{started} threads foram iniciadas; depois a máquina recusou outras.',
  },
  limit: {
    en: '{started} threads were started; more would have used up a limit that the rest of the machine needs too.',
    'pt-BR': '{started} threads foram iniciadas; outras esgotariam um limite de que o resto da máquina também precisa.',
  },
  memory: {
    en: '{started} threads were started; then they had all the memory that they were given.',
    'pt-BR': '{started} threads foram iniciadas; a essa altura, usavam toda a memória que lhes cabia.',
  },
  time: {
    en: '{started} threads were started without a refusal; then the time was up.',
    'pt-BR': '{started} threads foram iniciadas sem recusa, até o tempo acabar.',
  },
};

/** Between the one core that two threads with a lock ask for, and the two of threads without. */
const between = 1.5;

/**
 * One core it is where Python's threads ask for one, and in every round for less than threads without such a lock on the
 * same machine.
 *
 * @param version of Python
 */
export function judgeOneCore(version: string, python: Quantity, node: Quantity): Judgement {
  const verdict =
    lowOf(python) >= between
      ? 'does-not-hold'
      : python.value < between && highOf(python) < lowOf(node)
        ? 'holds'
        : 'undecided';
  return {
    id: 'gil-one-core',
    verdict,
    because: statement({
      en: `Two threads of Python ${version} that compute asked for {python} cores, two worker threads of Node for {node}.`,
      'pt-BR': `Duas threads do Python ${version} calculando demandaram {python} núcleos; duas worker threads do Node, {node}.`,
      figures: { python, node },
    }),
  };
}
