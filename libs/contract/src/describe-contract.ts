import type { afterAll as AfterAll, beforeAll as BeforeAll, describe as Describe, test as Test } from '@jest/globals';
import type { Clause } from './clause.ts';
import { clauses } from './clauses/index.ts';
import type { Deviation } from './deviation.ts';
import { Limiter } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import { framings, type Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { asItsSources, describeReason, isPromised, type Reason, triedElsewhere, whyNotTried } from './why-not-tried.ts';

export interface DescribedServer extends Pick<Promises, 'serves' | 'workers'> {
  readonly name: string;
  /** The server's command, as arguments; it takes Echo Lab's flags. */
  readonly command: readonly string[];
  readonly deviations?: readonly Deviation[];
  /** Whether it is held to all but leaks and amounts, where time is no object: its sources are held to those. */
  readonly built?: boolean;
}

/** How many servers are tried at a time: they mostly wait. */
const atATime = 3;
const patience = 10_000;
const testTimeout = 600_000;

/** Jest's own functions, which it puts on `globalThis`; an import would keep this library from loading without Jest. */
interface JestGlobals {
  readonly describe: typeof Describe;
  readonly test: typeof Test;
  readonly beforeAll: typeof BeforeAll;
  readonly afterAll: typeof AfterAll;
}

/** Registers the contract as Jest tests, in both framings: a test a clause. */
export function describeContract(server: DescribedServer): void {
  const { name, command, serves, workers, deviations = [], built = false } = server;
  // Not by `#long-test`, which needs Jest.
  const anyTime = process.env['ECHO_LONG'] === '1';
  const long = anyTime && !built;
  const unknown = deviations.find(({ clause }) => !clauses.some(({ id }) => id === clause));
  if (unknown !== undefined) throw new Error(`a deviation names ${unknown.clause}, which is no clause`);
  const { describe, test, beforeAll, afterAll } = globalThis as unknown as JestGlobals;
  const limiter = new Limiter(atATime);
  const target = { command };
  describe('the contract', () => {
    const runs = framings.map((framing) => {
      const promises: Promises = { serves, workers, framing, maxMessageBytes: 65_536 };
      const meant = clauses.filter((clause) => isPromised(clause, promises));
      const left = (clause: Clause): Reason | undefined => {
        if (!anyTime) return triedElsewhere(clause, promises, name);
        return built ? asItsSources(clause) : undefined;
      };
      const tried = meant.filter((clause) => left(clause) === undefined);
      return { meant, left, run: { clauses: tried, target, promises, patience, long, limiter } };
    });
    const outcomes: (readonly Promise<Outcome>[])[] = [];
    // All at once, so that one clause's waiting is another's time; the tests only say what came of them.
    beforeAll(() => {
      outcomes.push(...runs.map(({ run }) => runContract(run)));
    });
    afterAll(async () => {
      await Promise.all(outcomes.flat());
    }, testTimeout);

    for (const [which, { meant, left, run }] of runs.entries()) {
      describe(`framing ${run.promises.framing}`, () => {
        for (const clause of meant) {
          const reason = whyNotTried(clause, target, long) ?? left(clause);
          const deviation = deviations.find((one) => one.clause === clause.id);
          const name = [
            `${clause.id}: ${clause.title.en}`,
            ...(deviation === undefined ? [] : [`(deviates: ${deviation.reason})`]),
            ...(reason === undefined ? [] : [`(${describeReason(reason)})`]),
          ].join(' ');
          const judged = async (): Promise<void> => {
            const outcome = await outcomes[which]?.[run.clauses.indexOf(clause)];
            if (outcome !== undefined) judge(outcome, deviation);
          };
          if (reason === undefined) test(name, judged, testTimeout);
          else test.skip(name, judged);
        }
      });
    }
  });
}

/** Throws what the test should say. */
export function judge(outcome: Outcome, deviation: Deviation | undefined): void {
  if (outcome.result === 'not-tried') console.warn(`${outcome.clause.id} was not tried: ${describeReason(outcome.reason)}`);
  if (outcome.result === 'not-reached') throw new Error(`${outcome.clause.id} was not reached: ${describeReason(outcome.reason)}`);
  if (outcome.result === 'failed' && deviation === undefined) throw outcome.error;
  if (outcome.result === 'passed' && deviation !== undefined) {
    throw new Error(`${outcome.clause.id} is kept: take it off the deviations (${deviation.reason})`);
  }
}
