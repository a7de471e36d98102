import { describe, expect, test } from '@jest/globals';
import { long, longTest, whyLong } from '#long-test';
import { clauses } from './clauses/index.ts';
import { describeContract } from './describe-contract.ts';
import { Limiter } from './limiter.ts';
import type { Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { referenceCommand } from './testing/reference-command.ts';

// The baseline with every clause; of the other kinds, the clauses that are theirs alone.
describe('describeContract() passes the reference server', () => {
  if (long) {
    describeContract({ name: 'reference', command: referenceCommand({ serves: 'overlapping' }), serves: 'overlapping', workers: 'none' });
  } else test.skip(`every clause${whyLong('five servers of ours are held to each of them already')}`, () => undefined);
});

describe('runContract()', () => {
  const passes = async (kind: Pick<Promises, 'serves' | 'workers'>): Promise<void> => {
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
  };
  longTest(`passes the reference server, serial${whyLong('server-serial is held to them already')}`, () => passes({ serves: 'serial', workers: 'none' }));
  longTest(`passes the reference server, with workers${whyLong('server-cluster is held to them already')}`, () => passes({ serves: 'overlapping', workers: 'processes' }));
});
