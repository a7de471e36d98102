import { beforeAll, describe, expect, test } from '@jest/globals';
import { long } from '#long-test';
import type { Clause } from './clause.ts';
import { type ClauseId, clauses } from './clauses/index.ts';
import { Limiter } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import { type Framing, framings, type Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { brokenServers } from './testing/broken-servers.ts';
import { referenceCommand } from './testing/reference-command.ts';
import { type Quirk, quirks } from './testing/reference/quirks.ts';

const limiter = new Limiter(4);

/** A clause, the way in which the server that must fail it is broken, and a framing in which it must. */
interface Trial {
  readonly clause: Clause;
  readonly quirk: Quirk;
  readonly framing: Framing;
}

/** What a clause of these compares depends on the framing, so both are tried; of the others, one tells. */
const inBoth = /^(count|length|reads|connections)\//;

/** What their servers break is not how they serve: the long tests try them, the gate the others. */
const ofTheProcess = /^(start|stdout|log|keep-alive|connections|count|length|reads)\//;

/** Of a topic, so many show that its clauses can fail; the long tests try them all. */
const ofTopic = 1;

const trials: readonly Trial[] = clauses.flatMap((clause: Clause & { readonly id: ClauseId }) =>
  [brokenServers[clause.id]].flat().flatMap((quirk) => {
    const meant = clause.framing === undefined && inBoth.test(clause.id) ? framings : [clause.framing ?? 'line'];
    return meant.map((framing) => ({ clause, quirk, framing }));
  }),
);

/** Tries a clause on a broken server, as the kind of server that promises the clause. */
function attempt({ clause, quirk, framing }: Trial): Promise<Outcome> {
  const promises: Promises = {
    framing,
    serves: clause.serves ?? 'overlapping',
    workers: clause.workers === undefined || clause.workers.includes('none') ? 'none' : 'processes',
    maxMessageBytes: 65_536,
  };
  const target = { command: referenceCommand(promises, quirk) };
  const [outcome] = runContract({ clauses: [clause], target, promises, patience: 1_500, long, limiter });
  return outcome ?? Promise.reject(new Error('there is no outcome'));
}

/** Left to the long tests. */
const seldomTried: ReadonlySet<Trial> = new Set(
  [...Map.groupBy(trials, ({ clause }) => clause.id.split('/')[0])].flatMap(([, all]) => all.filter(({ clause }, index) => index >= ofTopic || ofTheProcess.test(clause.id))),
);

describe('runContract() fails a server that breaks just this', () => {
  const outcomes = new Map<Trial, Promise<Outcome>>();
  beforeAll(() => {
    for (const trial of trials.filter((one) => long || !seldomTried.has(one))) outcomes.set(trial, attempt(trial));
  });

  for (const trial of trials) {
    const { clause, quirk, framing } = trial;
    const seldom = seldomTried.has(trial) ? 'long: others show that a clause fails' : undefined;
    const reason = clause.long === undefined ? (clause.root && `needs root: ${clause.root.en}`) ?? seldom : `long: ${clause.long.en}`;
    const left = reason !== undefined && !long;
    (left ? test.skip : test)(
      `${clause.id}: ${clause.title.en} (${quirk}, framing ${framing}${left ? `; ${reason}` : ''})`,
      async () => {
        const outcome = await outcomes.get(trial);
        expect(outcome).toMatchObject({ result: 'failed' });
      },
      600_000,
    );
  }
});

describe('brokenServers', () => {
  test('brokenServers has a broken server for every clause, and every quirk breaks one', () => {
    expect(Object.keys(brokenServers).sort()).toEqual(clauses.map(({ id }) => id).sort());
    expect([...new Set(Object.values(brokenServers).flat())].sort()).toEqual([...quirks].sort());
  });

  test('clauses have ids of their own, `topic/requirement`, and titles that are sentences', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
    for (const { id, title } of clauses) {
      expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
      expect(title.en).toMatch(/^[A-Z1-9`-]/);
    }
  });
});
