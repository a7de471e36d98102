import type { BenchRecord, BenchScenario, Cell, Table } from '#record';
import { inAll } from '../texts/in-all.ts';

/** Every figure of a scenario. */
export function benchTable({ figures: all, baseline }: BenchRecord, scenario: BenchScenario): Table {
  const { title, headline, figures, results } = scenario;
  const shown = figures.flatMap((id) => all.filter((figure) => figure.id === id));
  return {
    title,
    columns: [
      inAll(({ bench }) => bench.server),
      inAll(({ bench }) => bench.ratio(baseline)),
      ...shown.map(({ label }) => label),
    ],
    rows: results.map(({ server, figures: found, ratios }): Cell[] => [
      server,
      ratios[headline]?.ratio ?? null,
      ...shown.map(({ id }) => found[id] ?? null),
    ]),
  };
}
