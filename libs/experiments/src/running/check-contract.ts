import { type Serves, checkBasics, wordsOfError } from '#contract';
import { ExperimentError } from './experiment-error.ts';
import type { LabServer } from './lab-server.ts';

/**
 * Holds a running server to the basic clauses of the contract, and to what it promises of its order, with framing chunk.
 *
 * @returns how many clauses were tried; all of them passed
 * @throws ExperimentError for the first that it breaks, with what was sent, expected and got
 */
export async function checkContract({ name, address }: LabServer, serves: Serves): Promise<number> {
  const { passed, breach } = await checkBasics(address, { serves, framing: 'chunk' });
  if (breach === undefined) return passed;
  const { clause, error } = breach;
  const said = wordsOfError(error);
  throw new ExperimentError(
    {
      en: `${name} broke the contract, ${clause.id} (${clause.title.en}): ${said.en}`,
      'pt-BR': `${name} descumpriu o contrato, ${clause.id} (${clause.title['pt-BR']}): ${said['pt-BR']}`,
    },
    { cause: error },
  );
}
