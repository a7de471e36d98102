import { findingsSchema, quantity, type Quantity, statement } from '#record';
import type { ClaimId } from '../findings/claims.ts';
import type { ExperimentResult } from '../running/experiment.ts';
import { missingFigures } from './missing-figures.ts';
import { isShown, sentenceFaults } from './sentence-faults.ts';
import { shownFigures } from './shown-figures.ts';

/**
 * Where a result contradicts itself: its sentences, verdicts' reasons, figures, tables and charts have to say one thing.
 *
 * @param claims that the experiment may judge
 * @param given figures that were not measured but set, such as how long a client holds
 */
export function inconsistencies(
  result: ExperimentResult,
  claims: readonly ClaimId[] = [],
  given: readonly Quantity[] = [],
): readonly string[] {
  const { findings, claims: judged = [] } = result;
  const parsed = findingsSchema.safeParse(findings);
  if (!parsed.success) return [`the findings are no findings: ${parsed.error.message}`];
  const { answer, notes, figures, charts, tables } = parsed.data;
  const beneath = shownFigures({ charts, tables });
  const shown = [...beneath, ...given.map((one) => ({ ...one, servers: [] }))];
  const servers = [...new Set([...Object.values(figures).flatMap(Object.keys), ...charts.flatMap(serversOf)])];
  const ids = judged.map(({ id }) => id);
  return [
    ...missingFigures(result, statement({ en: 'x', 'pt-BR': 'x' })),
    ...[answer, ...notes, ...judged.map(({ because }) => because)].flatMap((one) => sentenceFaults(one, { figures, shown, servers })),
    ...Object.entries(figures).flatMap(([name, own]) =>
      Object.entries(own)
        .filter(([server, figure]) => !isShown(figure, beneath, server))
        .map(([server]) => `the ${name} of ${server} is not shown`),
    ),
    ...charts.flatMap((chart) => (chart.kind === 'curves' ? [] : chart.bars.flatMap(({ server, value }) => {
      const bar = quantity(value, chart.unit);
      const known = shownFigures({ charts: [], tables });
      const own = server === undefined ? [] : Object.values(figures).flatMap(({ [server]: one }) => one ?? []);
      return server === undefined || isShown(bar, known, server) || own.some((one) => one.value === value)
        ? []
        : [`a bar of ${server} in ${chart.title.en} is no figure of it`];
    }))),
    ...tables.filter(({ columns, rows }) => rows.length === 0 || rows.some((row) => row.length !== columns.length)).map(
      ({ title }) => `the table ${title.en} has no rows, or uneven ones`,
    ),
    ...ids.filter((id, index) => !claims.includes(id) || ids.indexOf(id) !== index).map((id) => `${id} is not this experiment’s to judge`),
  ];
}

function serversOf(chart: ReturnType<typeof findingsSchema.parse>['charts'][number]): readonly string[] {
  return (chart.kind === 'bars' ? chart.bars : chart.series).flatMap(({ server }) => server ?? []);
}
