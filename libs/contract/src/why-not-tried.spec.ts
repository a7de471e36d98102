import { describe, expect, test } from '@jest/globals';
import { clauses } from './clauses/index.ts';
import { type Framing, framings, type Promises } from './promises.ts';
import { isPromised, triedElsewhere } from './why-not-tried.ts';

/** Servers of ours: one of each kind. */
const kinds = [
  { server: 'server-serial', serves: 'serial', workers: 'none' },
  { server: 'server-async', serves: 'overlapping', workers: 'none' },
  { server: 'server-cluster', serves: 'overlapping', workers: 'processes' },
  { server: 'server-threads', serves: 'overlapping', workers: 'threads' },
] as const;
const [serial, async, ...withWorkers] = kinds;

/** The clauses that the gate tries on these servers. */
function tried(of: readonly (Pick<Promises, 'serves' | 'workers'> & { readonly server: string })[], framing: Framing): Set<string> {
  const promises = of.map((kind) => ({ ...kind, framing, maxMessageBytes: 65_536 }));
  const meant = clauses.filter((clause) => promises.some((one) => isPromised(clause, one) && triedElsewhere(clause, one, one.server) === undefined));
  return new Set(meant.map(({ id }) => id));
}

describe('triedElsewhere()', () => {
  test.each(framings)('leaves no clause to nobody, in framing %s, but amounts to framing line', (framing) => {
    const all = clauses.filter(({ quiet = false, framing: own }) => (own ?? framing) === framing && !(quiet && own === undefined && framing === 'chunk'));
    expect([...tried(kinds, framing)].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test.each(framings)('leaves none to a server that is not held to it either, in framing %s', (framing) => {
    for (const kind of [...kinds, { ...async, server: 'server-reactive' }]) {
      const promises: Promises = { ...kind, framing, maxMessageBytes: 65_536 };
      const left = clauses.filter((clause) => isPromised(clause, promises)).flatMap((clause) => {
        const [other] = /server-\w+$/.exec(triedElsewhere(clause, promises, kind.server)?.detail?.en ?? '') ?? [];
        return other === undefined ? [] : [{ id: clause.id, other }];
      });
      const heldThere = new Map(kinds.map((one) => [one.server as string, tried([one], framing)]));
      expect(left.filter(({ id, other }) => heldThere.get(other)?.has(id) !== true)).toEqual([]);
    }
  });

  test('leaves every server what its model decides', () => {
    const everyone = ['echo/answers', 'full/recovers', 'idle/silent-is-closed', 'descriptors/recovers', 'drain/fin-to-all'];
    for (const kind of kinds) expect([...tried([kind], 'line')]).toEqual(expect.arrayContaining(everyone));
    const ofReactive = ['overlap/slow-work-holds-up-nobody', 'backpressure/pauses-reading', 'work/keeps-order', 'order/few-writes'];
    expect([...tried([{ ...async, server: 'server-reactive' }], 'line')]).toEqual(expect.arrayContaining([...everyone, ...ofReactive]));
    expect([...tried([serial], 'line')]).toEqual(expect.arrayContaining(['serial/one-at-a-time', 'waiting/said-of-who-waits']));
    const ofWorkers = ['worker/exits', 'drain/refuses-new-clients'];
    for (const kind of withWorkers) expect([...tried([kind], 'line')]).toEqual(expect.arrayContaining(ofWorkers));
    for (const kind of [...withWorkers, { ...async, server: 'server-reactive' }]) {
      expect([...tried([kind], 'chunk')]).toEqual(['chunk/needs-no-newline']);
    }
  });
});
