import { type Quantity, spread } from '#record';
import type { Spin } from './thread-probe.ts';

/** What computing took in one thread, and the same in each of two, round by round. */
export interface Spins {
  readonly one: readonly Spin[];
  readonly two: readonly Spin[];
}

/** Cores that the threads had work for at a time. Where the kernel doesn't tell, those that they got. */
export function coresAskedFor(spins: readonly Spin[]): Quantity {
  return spread(spins.map(({ wall, cpu, asked }) => (asked ?? cpu) / wall), 'plain');
}

/** Cores that the threads got, whoever else wanted them: CPU time by time passed. */
export function coresGot(spins: readonly Spin[]): Quantity {
  return spread(spins.map(({ wall, cpu }) => cpu / wall), 'plain');
}
