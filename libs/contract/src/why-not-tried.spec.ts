import { describe, expect, test } from '@jest/globals';
import { clauses } from './clauses/index.ts';
import { type Framing, framings, type Promises } from './promises.ts';
import { isPromised, triedElsewhere } from './why-not-tried.ts';

/** The kinds of servers that are ours. */
const kinds = [
  { serves: 'serial', workers: 'none' },
  { serves: 'overlapping', workers: 'none' },
  { serves: 'overlapping', workers: 'processes' },
  { serves: 'overlapping', workers: 'threads' },
] as const;

/** The clauses that the gate tries on servers of these kinds. */
function tried(of: readonly Pick<Promises, 'serves' | 'workers'>[], framing: Framing, server = 'any'): Set<string> {
  const promises = of.map((kind) => ({ ...kind, framing, maxMessageBytes: 65_536 }));
  const meant = clauses.filter((clause) => promises.some((one) => isPromised(clause, one) && triedElsewhere(clause, one, server) === undefined));
  return new Set(meant.map(({ id }) => id));
}

describe('triedElsewhere()', () => {
  test.each(framings)('leaves no clause to nobody, in framing %s, but amounts to framing line', (framing) => {
    const all = clauses.filter(({ quiet = false, framing: own }) => (own ?? framing) === framing && !(quiet && own === undefined && framing === 'chunk'));
    expect([...tried(kinds, framing)].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test('leaves every server what its model decides', () => {
    const everyone = ['echo/answers', 'full/recovers', 'idle/silent-is-closed', 'descriptors/recovers', 'drain/fin-to-all'];
    for (const kind of kinds) expect([...tried([kind], 'line')]).toEqual(expect.arrayContaining(everyone));
    for (const kind of kinds) expect([...tried([kind], 'chunk')]).toEqual(expect.arrayContaining(everyone.slice(0, 2)));
    const [serial, overlapping, ...withWorkers] = kinds;
    const ofReactive = ['overlap/slow-work-holds-up-nobody', 'backpressure/pauses-reading', 'work/keeps-order', 'order/few-writes'];
    expect([...tried([overlapping], 'line', 'server-reactive')]).toEqual(expect.arrayContaining([...everyone, ...ofReactive]));
    expect([...tried([serial], 'line')]).toEqual(expect.arrayContaining(['serial/one-at-a-time', 'waiting/said-of-who-waits']));
    for (const kind of withWorkers) expect([...tried([kind], 'line')]).toContain('worker/exits');
  });
});
