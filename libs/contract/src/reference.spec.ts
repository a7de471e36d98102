import { describe, expect, test } from '@jest/globals';
import { clauses } from './clauses/index.ts';
import { describeContract } from './describe-contract.ts';
import { Limiter } from './limiter.ts';
import type { Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { referenceCommand } from './testing/reference-command.ts';

// The baseline with every clause; of the other kinds, the clauses that are theirs alone.
describe('describeContract() passes the reference server', () => {
  if (process.env['ECHO_LONG'] === '1') {
    describeContract({ command: referenceCommand({ serves: 'overlapping' }), serves: 'overlapping', workers: 'none' });
  } else test.skip('every clause (long: five servers of ours are held to each of them already)', () => undefined);
});

describe('runContract()', () => {
  test.each([
    ['serial', { serves: 'serial', workers: 'none' }],
    ['with workers', { serves: 'overlapping', workers: 'processes' }],
  ] as const)('passes the reference server, %s', async (_, kind) => {
    const promises: Promises = { ...kind, framing: 'line', maxMessageBytes: 65_536 };
    const theirs = kind.serves === 'serial' ? 'serves' : 'workers';
    const meant = clauses.filter((clause) => clause[theirs]?.includes(kind[theirs] as never) === true);
    const outcomes = await Promise.all(
      runContract({
        clauses: meant,
        target: { command: referenceCommand(kind) },
        promises,
        patience: 10_000,
        long: false,
        limiter: new Limiter(3),
      }),
    );
    expect(meant.length).toBeGreaterThan(5);
    expect(outcomes.filter(({ result }) => result !== 'passed').map(({ clause }) => clause.id)).toEqual([]);
  });
});
