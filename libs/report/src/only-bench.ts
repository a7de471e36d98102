import type { BenchRecord, RunRecord } from '#record';

/** A run in which nothing was tried: what the page of a bench is drawn from where there is no run of the experiments. */
export function onlyBench({ startedAt, took, size, command, environment, servers, interrupted }: BenchRecord): RunRecord {
  return {
    schema: 'echo-lab/run',
    version: 1,
    startedAt,
    took,
    size,
    command,
    environment,
    servers: servers.map(({ name }) => name),
    experiments: [],
    claims: [],
    conclusions: { which: { title: { en: '', 'pt-BR': '' }, columns: [], rows: [] }, sentences: [] },
    leftOut: [],
    interrupted,
  };
}
