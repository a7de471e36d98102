import type { BenchFigure, BenchRecord, BenchScenario, Quantity } from '#record';
import { isLimited } from './is-limited.ts';

/** A figure that is not what it was. */
export interface Change {
  readonly scenario: BenchScenario;
  readonly server: string;
  readonly figure: BenchFigure;
  readonly before: Quantity;
  readonly after: Quantity;
  /** How many times what it was. */
  readonly ratio: number;
  readonly better: boolean;
}

export interface BenchComparison {
  readonly changes: readonly Change[];
  /** How many figures differ by no more than the rounds of one record do among themselves. */
  readonly same: number;
  /** How many were measured in too few rounds to tell, or not of the server alone. */
  readonly undecided: number;
  /** How many only one of the records has. */
  readonly unmatched: number;
  /** What of the machine and the sources is another one, by name. */
  readonly environment: readonly ('cpu' | 'cores' | 'kernel' | 'node' | 'pin')[];
}

/** One reply decides these, so that two runs always differ in them. */
const extremes = ['max', 'p99.99'];

/** With fewer rounds, ranges lie apart by chance in one case of three. */
const fewestRounds = 3;

/** From so many rounds on each side, ranges lie apart by chance once in a hundred times or less: 2 in (10 over 5). */
const enoughRounds = 5;

/** Sets two records side by side. */
export function compareBenches(before: BenchRecord, after: BenchRecord): BenchComparison {
  const changes: Change[] = [];
  let same = 0;
  let undecided = 0;
  let unmatched = 0;
  for (const scenario of after.scenarios) {
    const old = before.scenarios.find(({ id }) => id === scenario.id);
    for (const result of scenario.results) {
      const { server } = result;
      const earlier = old?.results.find((one) => one.server === server);
      for (const [id, quantity] of Object.entries(result.figures)) {
        const figure = after.figures.find((one) => one.id === id);
        const other = earlier?.figures[id];
        if (figure === undefined || extremes.includes(id)) continue;
        if (earlier === undefined || other === undefined) unmatched += 1;
        else if (isLimited(result, id) || isLimited(earlier, id)) undecided += 1;
        else if (Math.min(other.repeats ?? 1, quantity.repeats ?? 1) < fewestRounds) undecided += 1;
        else if (!apart(other, quantity)) same += 1;
        else {
          const ratio = quantity.value / other.value;
          const better = figure.better === 'lower' ? ratio < 1 : ratio > 1;
          changes.push({ scenario, server, figure, before: other, after: quantity, ratio, better });
        }
      }
    }
  }
  const { environment: one } = before;
  const { environment: two } = after;
  const machine = (['cpu', 'cores', 'kernel', 'node'] as const).filter((name) => one[name] !== two[name]);
  return { changes, same, undecided, unmatched, environment: [...machine, ...(before.pin === after.pin ? [] : (['pin'] as const))] };
}

/** Whether the ranges of the rounds lie apart; where there are few rounds, by more than either is wide. */
function apart(one: Quantity, other: Quantity): boolean {
  const [lower, upper] = one.value < other.value ? [one, other] : [other, one];
  const gap = (upper.low ?? upper.value) - (lower.high ?? lower.value);
  const rounds = Math.min(one.repeats ?? 1, other.repeats ?? 1);
  const width = ({ value, low = value, high = value }: Quantity): number => high - low;
  return gap > (rounds >= enoughRounds ? 0 : Math.max(width(one), width(other)));
}
