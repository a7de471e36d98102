import type { Quantity, RunRecord } from '#record';

/**
 * The figures of a run that a reviewer wants beside the code, by the names that the experiments give them: those that can be
 * compared. A server that serves one at a time wakes for each message alone and holds clients that wait, so it has none of two.
 */
export const runFigureNames = ['cpu-message-of-many', 'memory-connection-served', 'lost-with-a-worker'] as const;
export type RunFigureName = (typeof runFigureNames)[number];

/** What a run said of one server; it need not have tried everything. */
export type RunFigures = Readonly<Partial<Record<RunFigureName, Quantity>>>;

export function runFiguresOf(record: RunRecord | undefined, server: string): RunFigures {
  const done =
    record?.experiments.flatMap(({ outcome }) => (outcome.status === 'done' ? [outcome.findings.figures] : [])) ?? [];
  const figure = (name: RunFigureName): Quantity | undefined =>
    done.find((figures) => figures[name]?.[server] !== undefined)?.[name]?.[server];
  return Object.fromEntries(
    runFigureNames.map((name) => [name, figure(name)] as const).filter(([, found]) => found !== undefined),
  );
}
