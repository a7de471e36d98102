import { type Clause } from './clause.ts';
import { clauses } from './clauses/index.ts';
import { Limiter } from './limiter.ts';
import type { Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import type { Target } from './why-not-tried.ts';

/** What any echo server promises, and what a port alone is enough to try. */
const basics = ['echo/', 'chunk/', 'line/', 'serial/', 'overlap/', 'half-close/'];

/** How long to wait for what must come, ms: a busy machine is no breach. */
const patience = 15_000;

/** What came of it; `breach` is the first clause that failed. */
export interface CheckedBasics {
  readonly passed: number;
  readonly breach?: { readonly clause: Clause; readonly error: Error };
}

/** Holds a server that runs already to the basic clauses of the contract: replies, framing, order, half-close. */
export async function checkBasics(
  target: Target,
  { serves, framing }: Pick<Promises, 'serves' | 'framing'>,
): Promise<CheckedBasics> {
  const basic = (clauses as readonly Clause[]).filter(({ id }) => basics.some((topic) => id.startsWith(topic)));
  const promises: Promises = { serves, framing, workers: 'none', maxMessageBytes: 65_536 };
  const outcomes = await Promise.all(
    runContract({ clauses: basic, target, promises, patience, long: false, limiter: new Limiter(1) }),
  );
  const failed = outcomes.find((outcome) => outcome.result === 'failed');
  return {
    passed: outcomes.filter(({ result }) => result === 'passed').length,
    ...(failed !== undefined && { breach: { clause: failed.clause, error: failed.error } }),
  };
}
