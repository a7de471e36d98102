import type { Approach } from '#approaches';
import type { Quantity, RunRecord } from '#record';

/** What an approach was measured to cost, by the names of `Findings.figures`; without what the record doesn't have. */
export interface Costs extends Pick<Approach, 'name' | 'serves' | 'workers'> {
  readonly figures: Readonly<Record<string, Quantity>>;
}

/** What a record says of the approaches that it tried. */
export function costsIn(record: RunRecord, approaches: readonly Approach[]): readonly Costs[] {
  const measured = record.experiments.flatMap(({ outcome }) =>
    outcome.status === 'done' ? Object.entries(outcome.findings.figures) : [],
  );
  // Of two experiments with a figure of the same name, the first one's is the last here, and stays.
  const figuresOf = (server: string): Costs['figures'] =>
    Object.fromEntries(measured.toReversed().flatMap(([name, { [server]: figure }]) => (figure ? [[name, figure]] : [])));
  return approaches
    .filter(({ name }) => record.servers.includes(name))
    .map(({ name, serves, workers }) => ({ name, serves, workers, figures: figuresOf(name) }));
}
