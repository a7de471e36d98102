import type { Clause } from './clause.ts';
import { Lane } from './lane.ts';
import type { Limiter } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import type { Promises } from './promises.ts';
import { tryClause } from './try-clause.ts';
import { type Reason, type Target, whyNotTried } from './why-not-tried.ts';

export interface ContractRun {
  readonly clauses: readonly Clause[];
  readonly target: Target;
  readonly promises: Promises;
  /** How long to wait for what must come, ms. */
  readonly patience: number;
  /** Whether long clauses, and as root those that need it, are tried, too. */
  readonly long: boolean;
  readonly limiter: Limiter;
}

/**
 * Tries each clause, and gives a promise of its outcome, in the order of the clauses. Those that are content with the
 * same server share it, one after another; the others have one to themselves, some at a time. A server that ended is
 * started again for the next clause; where it cannot be, or where nobody is there any more, the rest is not reached.
 */
export function runContract({ clauses, target, promises, patience, long, limiter }: ContractRun): readonly Promise<Outcome>[] {
  const outcomes = new Map<Clause, Promise<Outcome>>();
  const lanes = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const reason = whyNotTried(clause, target, long);
    if (reason === undefined) {
      const lane = 'command' in target ? laneOf(clause) : 'the one server';
      lanes.set(lane, [...(lanes.get(lane) ?? []), clause]);
    } else {
      outcomes.set(clause, Promise.resolve({ clause, framing: promises.framing, took: 0, result: 'not-tried', reason }));
    }
  }
  for (const shared of lanes.values()) {
    const lane = new Lane({ target, promises, patience, flags: flagsOf(shared[0]) });
    const settle = new Map<Clause, (outcome: Outcome) => void>();
    for (const clause of shared) {
      outcomes.set(clause, new Promise((resolve) => settle.set(clause, resolve)));
    }
    void limiter.run(async () => {
      let lost: Reason | undefined;
      for (const clause of shared) {
        const unreached = lost && { clause, framing: promises.framing, took: 0, result: 'not-reached' as const, reason: lost };
        const outcome = unreached ?? (await tryClause(clause, lane, long));
        if (outcome.result === 'failed') lost = outcome.lost;
        settle.get(clause)?.(outcome);
      }
      await lane.tidy({ server: true });
    });
  }
  return clauses.flatMap((clause) => outcomes.get(clause) ?? []);
}

function laneOf(clause: Clause): string {
  return (clause.needs ?? []).length > 0 ? clause.id : `shared ${flagsOf(clause).join(' ')}`;
}

function flagsOf({ flags = [], quiet = false }: Pick<Clause, 'flags' | 'quiet'> = {}): readonly string[] {
  return quiet ? [...flags, '--log-level', 'warn'] : flags;
}
