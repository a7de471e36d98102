import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Clause } from './clause.ts';
import { clauses } from './clauses/index.ts';
import { Limiter } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import type { Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { brokenServers } from './testing/broken-servers.ts';
import { referenceCommand } from './testing/reference-command.ts';
import { quirks } from './testing/reference/quirks.ts';

const long = process.env['ECHO_LONG'] === '1';
const limiter = new Limiter(4);

/** Tries a clause on the server that is broken for it, as the kind of server that promises the clause. */
function tryBroken(clause: Clause, id: keyof typeof brokenServers): Promise<Outcome> {
  const promises: Promises = {
    framing: clause.framing ?? 'line',
    serves: clause.serves ?? 'overlapping',
    workers: clause.workers === undefined || clause.workers.includes('none') ? 'none' : 'processes',
    maxMessageBytes: 65_536,
  };
  const target = { command: referenceCommand(promises, brokenServers[id]) };
  const [outcome] = runContract({ clauses: [clause], target, promises, patience: 1_500, long, limiter });
  return outcome ?? Promise.reject(new Error('there is no outcome'));
}

describe('runContract() fails a server that breaks just this', () => {
  const outcomes = new Map<string, Promise<Outcome>>();
  beforeAll(() => {
    for (const clause of clauses) outcomes.set(clause.id, tryBroken(clause, clause.id));
  });

  for (const clause of clauses as readonly Clause[]) {
    const reason = clause.long === undefined ? clause.root && `needs root: ${clause.root}` : `long: ${clause.long}`;
    const left = reason !== undefined && !long;
    (left ? test.skip : test)(
      `${clause.id}: ${clause.title}${left ? ` (${reason})` : ''}`,
      async () => {
        const outcome = await outcomes.get(clause.id);
        expect(outcome).toMatchObject({ result: 'failed' });
      },
      600_000,
    );
  }
});

describe('brokenServers', () => {
  test('brokenServers has a broken server for every clause, and every quirk breaks one', () => {
    expect(Object.keys(brokenServers).sort()).toEqual(clauses.map(({ id }) => id).sort());
    expect([...new Set(Object.values(brokenServers))].sort()).toEqual([...quirks].sort());
  });

  test('clauses have ids of their own, `topic/requirement`, and titles that are sentences', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
    for (const { id, title } of clauses) {
      expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
      expect(title).toMatch(/^[A-Z1-9`-]/);
    }
  });
});
