import { type Clause, clauses, Limiter, runContract, type Serves } from '#contract';
import { ExperimentError } from './experiment-error.ts';
import type { LabServer } from './lab-server.ts';

/** What any echo server promises, and what a port alone is enough to try. */
const basics = ['echo/', 'chunk/', 'serial/', 'overlap/', 'half-close/'];

/** How long to wait for what must come, ms: a busy machine is no breach. */
const patience = 5_000;

/**
 * Holds a running server to the basic clauses of the contract, and to what it promises of its order, with framing chunk.
 *
 * @returns how many clauses were tried; all of them passed
 * @throws ExperimentError for the first that it breaks, with what was sent, expected and got
 */
export async function checkContract({ name, address }: LabServer, serves: Serves): Promise<number> {
  const basic = (clauses as readonly Clause[]).filter(({ id }) => basics.some((topic) => id.startsWith(topic)));
  const promises = { serves, workers: 'none', framing: 'chunk', maxMessageBytes: 65_536 } as const;
  const outcomes = await Promise.all(
    runContract({ clauses: basic, target: address, promises, patience, long: false, limiter: new Limiter(1) }),
  );
  for (const outcome of outcomes) {
    if (outcome.result !== 'failed') continue;
    const { id, title } = outcome.clause;
    throw new ExperimentError(
      {
        en: `${name} broke the contract, ${id} (${title}): ${outcome.error.message}`,
        'pt-BR': `${name} descumpriu o contrato, ${id} (${title}): ${outcome.error.message}`,
      },
      { cause: outcome.error },
    );
  }
  return outcomes.filter(({ result }) => result === 'passed').length;
}
