import type { Clause } from './clause.ts';
import { clauses } from './clauses/index.ts';
import { Limiter } from './limiter.ts';
import type { Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { isPromised, type Target } from './why-not-tried.ts';

/** What any echo server promises, and what a port alone and a moment are enough to try. */
const basics = ['echo/', 'chunk/', 'line/', 'serial/', 'overlap/', 'half-close/'];

/** How long to wait for what must come, ms: a busy machine is no breach. */
const usualPatience = 15_000;

/** What came of it; `breach` is the first clause that failed. */
export interface CheckedBasics {
  readonly passed: number;
  readonly breach?: { readonly clause: Clause; readonly error: Error };
}

/**
 * Holds a server that runs already to the basic clauses of the contract, one after another: replies, framing, order,
 * half-close. The first breach is enough: what comes after it would mostly be the same fault, waited for again.
 */
export async function checkBasics(
  target: Target,
  { serves, framing }: Pick<Promises, 'serves' | 'framing'>,
  patience = usualPatience,
): Promise<CheckedBasics> {
  const promises: Promises = { serves, framing, workers: 'none', maxMessageBytes: 65_536 };
  const run = { target, promises, patience, long: false, limiter: new Limiter(1) };
  let passed = 0;
  for (const clause of clauses as readonly Clause[]) {
    if (!isPromised(clause, promises) || clause.quiet === true || !basics.some((topic) => clause.id.startsWith(topic))) continue;
    const [outcome] = await Promise.all(runContract({ ...run, clauses: [clause] }));
    if (outcome?.result === 'failed') return { passed, breach: { clause, error: outcome.error } };
    if (outcome?.result === 'passed') passed++;
  }
  return { passed };
}
