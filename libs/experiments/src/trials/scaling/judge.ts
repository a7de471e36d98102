import type { Subject } from '../../running/lab.ts';
import { compare, type Quantity, quantity, statement } from '#record';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import type { Judgement } from '../../running/experiment.ts';
import { type Fit, fitExponential, fitLinear } from './fit.ts';

/** A formula describes the gain where it misses so many times less than the other. */
const margin = 4;

/** How many of the largest counts a forecast is not given. */
export const heldBack = 2;

/** So many clients at the same time. */
export interface Step {
  readonly clients: number;
  /** Round by round, ms. */
  readonly totals: readonly number[];
  readonly total: Quantity;
}

/** A server, with more clients each time. */
export interface Climbed {
  readonly approach: Pick<Subject, 'name' | 'serves'>;
  readonly steps: readonly Step[];
}

/** How the gain of a concurrent server over the serial one grows. */
export interface Growth {
  readonly server: string;
  readonly gains: readonly { readonly clients: number; readonly gain: Quantity }[];
  /** Of all points. */
  readonly linear: Fit;
  readonly exponential: Fit;
  /** What a line and an exponential through the fewer clients say of the most. */
  readonly forecast: Readonly<Record<Fit['kind'], number>>;
}

/** The server that the others are held against: it serves one client at a time. */
export function serialOf(all: readonly Climbed[]): Climbed | undefined {
  return all.find(({ approach }) => approach.serves === 'serial');
}

/** How the gain of each concurrent server grows; none where there is no serial server to hold the others against. */
export function growthsOf(all: readonly Climbed[]): readonly Growth[] {
  const baseline = serialOf(all);
  if (baseline === undefined) return [];
  return all
    .filter(({ approach }) => approach.serves === 'overlapping')
    .map(({ approach, steps }) => {
      const gains = steps.map(({ clients, totals }, index) => {
        const serialTotals = baseline.steps[index]?.totals ?? [];
        const inRound = totals.map((_, round) => serialTotals[round] ?? serialTotals[0] ?? NaN);
        return { clients, gain: compare(inRound, totals).ratio };
      });
      const points = gains.map(({ clients, gain }) => ({ x: clients, y: gain.value }));
      const known = points.slice(0, -heldBack);
      const most = lastOf(points).x;
      return {
        server: approach.name,
        gains,
        linear: fitLinear(points),
        exponential: fitExponential(points),
        forecast: { linear: fitLinear(known).at(most), exponential: fitExponential(known).at(most) },
      };
    });
}

/** The formula that foretold the gain with most clients, where the other missed it by far more. */
export function describedBy({ gains, forecast }: Growth): Fit['kind'] | 'neither' {
  const measured = lastOf(gains).gain.value;
  const missedBy = (said: number): number => (said <= 0 ? Infinity : Math.max(said / measured, measured / said));
  const [linear, exponential] = [missedBy(forecast.linear), missedBy(forecast.exponential)];
  if (exponential > margin * linear) return 'linear';
  return linear > margin * exponential ? 'exponential' : 'neither';
}

type GrowthFigure = 'gain-with-two-clients' | 'gain-with-n-clients' | 'forecast-linear' | 'forecast-exponential';

/** The figures of the growths, by name and server, as `Findings.figures` has them. */
export function growthFigures(growths: readonly Growth[]): Record<GrowthFigure, Record<string, Quantity>> {
  return {
    'gain-with-two-clients': byServer(growths, ({ gains }) => gains[1]?.gain ?? lastOf(gains).gain),
    'gain-with-n-clients': byServer(growths, ({ gains }) => lastOf(gains).gain),
    'forecast-linear': byServer(growths, ({ forecast }) => quantity(forecast.linear, 'ratio')),
    'forecast-exponential': byServer(growths, ({ forecast }) => quantity(forecast.exponential, 'ratio')),
  };
}

/** What the growths say of the claim that they are exponential. One server that says otherwise leaves it open. */
export function judgeExponential(growths: readonly Growth[], figures = growthFigures(growths)): Judgement {
  const kinds = growths.map(describedBy);
  const decided = kinds.every((kind) => kind === kinds[0]) ? kinds[0] : 'neither';
  const verdict = decided === 'linear' ? 'does-not-hold' : decided === 'exponential' ? 'holds' : 'undecided';
  return {
    id: 'exponential',
    verdict,
    because: statement({
      en: 'With {clients} clients the gain was {gain}. A line through the fewer clients foretold {linear}, an exponential {exponential}.',
      'pt-BR': 'Com {clients} clientes o ganho foi de {gain}. Uma reta ajustada aos números menores previa {linear}; uma exponencial, {exponential}.',
      figures: {
        clients: quantity(growths[0] === undefined ? NaN : lastOf(growths[0].gains).clients, 'count'),
        gain: figureIn(figures, 'gain-with-n-clients'),
        linear: figureIn(figures, 'forecast-linear'),
        exponential: figureIn(figures, 'forecast-exponential'),
      },
    }),
  };
}

/** The last of several, of which there is one at least. */
export function lastOf<T>(all: readonly T[]): T {
  return all[all.length - 1] as T;
}
