import { type Quantity, quantity, spread } from '#record';
import type { Climb, ClimbStep } from './climb-threads.ts';

/** What threads take. */
export interface ThreadCost {
  /** Bytes of addresses that are set aside. */
  readonly addresses: Quantity;
  /** Bytes of memory that are used. */
  readonly memory: Quantity;
}

/**
 * What one thread takes, from step to step. Not from none to the first step, where there are more: the first threads bring
 * along what all of them share.
 *
 * @throws RangeError where not one was started
 */
export function costOf({ steps }: Pick<Climb, 'steps'>): ThreadCost {
  const from = steps.length > 2 ? steps.slice(1) : steps;
  const each = (of: (step: ClimbStep) => number): Quantity =>
    spread(
      from.slice(1).flatMap((step, index) => {
        const former = from[index];
        return former === undefined ? [] : [(of(step) - of(former)) / (step.threads - former.threads)];
      }),
      'bytes',
    );
  return { addresses: each(({ addresses }) => addresses), memory: each(({ memory }) => memory) };
}

/** What so many threads take, by the cost of one: computed, not measured. */
export function costOfMany(count: number, { addresses, memory }: ThreadCost): ThreadCost {
  return { addresses: quantity(count * addresses.value, 'bytes'), memory: quantity(count * memory.value, 'bytes') };
}

/** What so many threads took beyond none: as measured, or else by the cost of one. */
export function takenBy(count: number, { steps }: Pick<Climb, 'steps'>): ThreadCost {
  const [none] = steps;
  const step = steps.find(({ threads }) => threads === count);
  if (none === undefined || step === undefined) return costOfMany(count, costOf({ steps }));
  return {
    addresses: quantity(step.addresses - none.addresses, 'bytes'),
    memory: quantity(step.memory - none.memory, 'bytes'),
  };
}
