import { checkBasics, wordsOfError } from '#contract';
import { RunningServer } from '#measure';
import { BenchError } from './bench-error.ts';
import type { BenchServer } from './bench-server.ts';

/**
 * Holds a server to the basic clauses of the contract before it is timed: what answers wrong may be as fast as it likes.
 *
 * @throws BenchError for the first that it breaks; MeasureError where it cannot be started
 */
export async function checkServer({ name, serves, spec }: BenchServer, signal: AbortSignal): Promise<void> {
  await using server = await RunningServer.start(spec([]), undefined, signal);
  const { breach } = await server.during(checkBasics(server.address, { serves, framing: 'line' }));
  if (breach === undefined) return;
  const { clause, error } = breach;
  const said = wordsOfError(error);
  throw new BenchError(
    {
      en: `${name} is not timed, because it breaks the contract, ${clause.id} (${clause.title.en}): ${said.en}`,
      'pt-BR': `${name} não é medido, porque descumpre o contrato, ${clause.id} (${clause.title['pt-BR']}): ${said['pt-BR']}`,
    },
    { cause: error },
  );
}
