import type { BenchRecord, BenchScenario, Cell, Table } from '#record';
import { inAll } from '../texts/in-all.ts';

/** What each load is about, server by server: the baseline's own figure, and the ratios of the others to it. */
export function benchOverview({ servers, figures, baseline }: BenchRecord, measured: readonly BenchScenario[]): Table {
  const cellOf = (server: string, { headline, results }: BenchScenario): Cell => {
    const result = results.find((one) => one.server === server);
    return result?.ratios[headline]?.ratio ?? result?.figures[headline] ?? null;
  };
  return {
    title: inAll(({ bench }) => bench.overview(baseline)),
    columns: [
      inAll(({ bench }) => bench.server),
      ...measured.map(({ title, headline }) => {
        const label = figures.find(({ id }) => id === headline)?.label;
        return inAll((_, language) => [title[language], label?.[language] ?? headline].join(': '));
      }),
    ],
    rows: servers
      .map(({ name }): Cell[] => [name, ...measured.map((scenario) => cellOf(name, scenario))])
      .filter(([, ...cells]) => cells.some((cell) => cell !== null)),
  };
}
