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
  /** How often a clause that fails is tried in all: a fault that shows only now and then is `unsteady`. Default: once. */
  readonly tries?: number;
  /** How many servers share the clauses that are content with one, where a command starts them. Default: one. */
  readonly servers?: number;
}

/**
 * Tries each clause, and gives a promise of its outcome, in the order of the clauses. Those that are content with the
 * same server share it, one after another, or share a few; the others have one to themselves, some at a time. A server that
 * ended is started again for the next clause; where it cannot be, or where nobody is there any more, the rest is not
 * reached, nor is it where nothing was ever answered.
 */
export function runContract(run: ContractRun): readonly Promise<Outcome>[] {
  const { clauses, target, promises, patience, long, limiter, tries = 1, servers = 1 } = run;
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
  let answers = false;
  let mute: Reason | undefined;
  for (const shared of lanes.values()) {
    const settle = new Map<Clause, (outcome: Outcome) => void>();
    for (const clause of shared) {
      outcomes.set(clause, new Promise((resolve) => settle.set(clause, resolve)));
    }
    let lost: Reason | undefined;
    const next = shared.values(); // Whichever server is free takes it.
    const onOneServer = async (): Promise<void> => {
      const lane = new Lane({ target, promises, patience, flags: flagsOf(shared[0]) });
      for (const clause of next) {
        const reason = mute ?? lost;
        const unreached = reason && { clause, framing: promises.framing, took: 0, result: 'not-reached' as const, reason };
        const outcome = unreached ?? (await tryAgain(clause, lane, long, tries));
        answers ||= outcome.result === 'passed' || outcome.result === 'unsteady';
        if (outcome.result === 'failed' && outcome.lost?.code !== 'mute') lost ??= outcome.lost;
        if (outcome.result === 'failed' && outcome.lost?.code === 'mute' && !answers) mute = outcome.lost;
        settle.get(clause)?.(outcome);
      }
      await lane.tidy({ server: true });
    };
    const atOnce = 'command' in target ? Math.min(servers, shared.length) : 1;
    for (let server = 0; server < atOnce; server++) void limiter.run(onOneServer);
  }
  return clauses.flatMap((clause) => outcomes.get(clause) ?? []);
}

/** Tries a clause, and again where it failed, unless nobody is there to be tried. */
async function tryAgain(clause: Clause, lane: Lane, long: boolean, tries: number): Promise<Outcome> {
  const first = await tryClause(clause, lane, long);
  if (first.result !== 'failed') return first;
  let last: Outcome = first;
  let [passed, took] = [0, first.took];
  for (let number = 2; number <= tries && !(last.result === 'failed' && last.lost?.code === 'gone'); number++) {
    await lane.again();
    last = await tryClause(clause, lane, long);
    took += last.took;
    if (last.result === 'passed') passed++;
  }
  if (passed > 0) return { clause, framing: first.framing, took, result: 'unsteady', error: first.error, passed, tries };
  return { ...first, took, lost: last.result === 'failed' ? last.lost : undefined };
}

function laneOf(clause: Clause): string {
  return (clause.needs ?? []).length > 0 ? clause.id : `shared ${flagsOf(clause).join(' ')}`;
}

function flagsOf({ flags = [], quiet = false }: Pick<Clause, 'flags' | 'quiet'> = {}): readonly string[] {
  return quiet ? [...flags, '--log-level', 'warn'] : flags;
}
