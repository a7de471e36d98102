import { type Bars, type Chart, type Findings, findingsSchema, type Quantity } from '#record';
import type { ClaimId } from '../findings/claim-texts.ts';
import type { ExperimentResult } from '../running/experiment.ts';
import { missingFigures } from './missing-figures.ts';
import { isShown, sentenceFaults } from './sentence-faults.ts';
import { type Shown, shownFigures } from './shown-figures.ts';

/**
 * Where a result contradicts itself: its sentences, verdicts' reasons, figures, tables and charts have to say one thing.
 *
 * @param claims that the experiment may judge
 * @param given figures that were not measured but set, such as how long a client holds: the method’s
 */
export function inconsistencies(
  result: ExperimentResult,
  claims: readonly ClaimId[] = [],
  given: readonly Quantity[] = [],
): readonly string[] {
  const { findings, claims: judged = [] } = result;
  const parsed = findingsSchema.safeParse(findings);
  if (!parsed.success) return [`the findings are no findings: ${parsed.error.message}`];
  const { answer, headline, notes, figures, charts, tables } = parsed.data;
  const beneath = shownFigures({ charts, tables });
  const shown = [...beneath, ...given.map((one) => ({ ...one, servers: [] }))];
  const servers = [...new Set([...Object.values(figures).flatMap(Object.keys), ...charts.flatMap(serversOf)])];
  const sentences = [answer, ...(headline === undefined ? [] : [headline]), ...notes, ...judged.map(({ because }) => because)];
  const ids = judged.map(({ id }) => id);
  return [
    ...missingFigures(sentences),
    ...sentences.flatMap((one) => sentenceFaults(one, { figures, shown, servers })),
    ...Object.entries(figures).flatMap(([name, own]) =>
      Object.entries(own)
        .filter(([server, figure]) => !isShown(figure, beneath, server))
        .map(([server]) => `the ${name} of ${server} is not shown`),
    ),
    ...charts.flatMap((chart) => (chart.kind === 'bars' ? barFaults(chart, figures, shownFigures({ charts: [], tables })) : [])),
    ...tables.filter(({ columns, rows }) => rows.length === 0 || rows.some((row) => row.length !== columns.length)).map(
      ({ title }) => `the table ${title.en} has no rows, or uneven ones`,
    ),
    ...ids.filter((id, index) => !claims.includes(id) || ids.indexOf(id) !== index).map((id) => `${id} is not this experiment’s to judge`),
  ];
}

/** A bar of a server is a figure of its own, or one that a table has of it. */
function barFaults({ title, unit, bars }: Bars, figures: Findings['figures'], inTables: readonly Shown[]): readonly string[] {
  return bars.flatMap(({ server, value }) => {
    if (server === undefined || isShown({ value, unit }, inTables, server)) return [];
    const own = Object.values(figures).some(({ [server]: one }) => one?.value === value && one.unit === unit);
    return own ? [] : [`a bar of ${server} in ${title.en} is no figure of it`];
  });
}

function serversOf(chart: Chart): readonly string[] {
  return (chart.kind === 'bars' ? chart.bars : chart.series).flatMap(({ server }) => server ?? []);
}
