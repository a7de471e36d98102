import { asError } from './as-error.ts';
import type { Clause } from './clause.ts';
import { ClauseFailure } from './clause-failure.ts';
import type { Lane } from './lane.ts';
import { NotTried } from './not-tried.ts';
import type { Outcome, Result } from './outcome.ts';
import { phrases } from './phrases.ts';
import { ServerEnded } from './server-ended.ts';
import type { Subject } from './subject.ts';
import { within } from './within.ts';

/**
 * How long one clause may take in all, ms: every wait in it is shorter, so this tells of a clause that is wrong. Beside long
 * ones, which send all that they can, all take longer.
 */
const longest = { usual: 60_000, long: 600_000 };

/** Tries one clause in its lane and cleans up after it. Never rejects. */
export async function tryClause(clause: Clause, lane: Lane, besideLong = false): Promise<Outcome> {
  const { framing } = lane.promises;
  const start = performance.now();
  const over = new AbortController();
  const limit = besideLong || clause.long !== undefined || clause.root !== undefined ? longest.long : longest.usual;
  const outcome = (result: Result): Outcome => ({ ...result, clause, framing, took: performance.now() - start });
  const late = (): Error => new ClauseFailure(phrases.triedIt, phrases.anEnd, phrases.noEndWithin(limit));
  let passed = false;
  try {
    await within(clause.run(until(over.signal, lane)), limit, late);
    const ended = mayEnd(clause) ? undefined : await lane.ended();
    passed = ended === undefined;
    return outcome(ended === undefined ? { result: 'passed' } : { result: 'failed', error: new ServerEnded(ended) });
  } catch (thrown) {
    if (thrown instanceof NotTried) return outcome({ result: 'not-tried', reason: { code: 'found', detail: thrown.words } });
    const error = asError(thrown);
    const ended = await lane.ended(error);
    const mute = ended === undefined && clause.level !== 'echo-lab' && lane.heardNothing;
    const lost = mayEnd(clause) ? undefined : mute ? { code: 'mute' as const } : await lane.lost();
    return outcome({ result: 'failed', error: ended === undefined ? error : new ServerEnded(ended, error), lost });
  } finally {
    over.abort();
    await lane.tidy({ server: (clause.needs ?? []).length > 0, passed });
  }
}

/** Whether the clause itself makes the server end. */
function mayEnd({ needs = [] }: Clause): boolean {
  return needs.includes('signal') || needs.includes('kill');
}

/** The subject for as long as the clause may run: one that was given up must not start another server. */
function until(over: AbortSignal, lane: Lane): Subject {
  const { promises, patience } = lane;
  const whileMeant = <Args extends readonly unknown[], T>(act: (...args: Args) => Promise<T>) => {
    return (...args: Args): Promise<T> => (over.aborted ? Promise.reject(new Error('the clause is over')) : act(...args));
  };
  return {
    promises,
    patience,
    connect: whileMeant((options) => lane.connect(options)),
    connectMany: whileMeant((count) => lane.connectMany(count)),
    server: whileMeant(() => lane.server()),
    launch: whileMeant((options) => lane.launch(options)),
  };
}
