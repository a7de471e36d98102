import type { ExperimentRecord } from '#record';

const isPart = ({ id }: ExperimentRecord): boolean => /^part-\d+$/.test(id);

/** The parts that the course report has, by number, and then the experiments that go further, in the record's order. */
export function reportOrder(experiments: readonly ExperimentRecord[]): {
  readonly parts: readonly ExperimentRecord[];
  readonly further: readonly ExperimentRecord[];
} {
  const parts = experiments.filter(isPart).toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  return { parts, further: experiments.filter((experiment) => !isPart(experiment)) };
}
