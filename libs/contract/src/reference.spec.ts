import { describe, expect, test } from '@jest/globals';
import { clauses } from './clauses/index.ts';
import { describeContract } from './describe-contract.ts';
import { Limiter } from './limiter.ts';
import type { Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { referenceCommand } from './testing/reference-command.ts';

const long = process.env['ECHO_LONG'] === '1';

// The baseline with every clause; of the other kinds, the clauses that are theirs alone.
describe('describeContract() passes the reference server', () => {
  if (long) {
    describeContract({ name: 'reference', command: referenceCommand({ serves: 'overlapping' }), serves: 'overlapping', workers: 'none' });
  } else test.skip('every clause (long: five servers of ours are held to each of them already)', () => undefined);
});

const seldom = long ? test : test.skip;
const note = (held: string): string => (long ? '' : ` (long: ${held} is held to them already)`);

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
  seldom(`passes the reference server, serial${note('server-serial')}`, () => passes({ serves: 'serial', workers: 'none' }));
  seldom(`passes the reference server, with workers${note('server-cluster')}`, () => passes({ serves: 'overlapping', workers: 'processes' }));
});
