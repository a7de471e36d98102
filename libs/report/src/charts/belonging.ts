import type { Bars, Chart } from '#record';

type Belonging = Chart | readonly [Bars, Bars, ...Bars[]];

/** Charts that belong together: bars of the same things, in one order, which share their names; each other alone. */
export function belonging(charts: readonly Chart[]): readonly Belonging[] {
  const bars = charts.filter((chart) => chart.kind === 'bars');
  const fellows = (one: Bars): readonly Bars[] => bars.filter((other) => labelsOf(other) === labelsOf(one));
  return charts.flatMap((chart): Belonging[] => {
    if (chart.kind === 'curves') return [chart];
    const [first, second, ...others] = fellows(chart);
    if (first === undefined || second === undefined) return [chart];
    return chart === first ? [[first, second, ...others]] : [];
  });
}

function labelsOf({ bars }: Bars): string {
  return JSON.stringify(bars.map(({ label }) => label));
}
