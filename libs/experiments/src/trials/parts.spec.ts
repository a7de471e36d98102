import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ServerEvent, Trace, Visit } from '#record';
import { servedIntervals } from '../findings/served-intervals.ts';
import { ofSome, ofSomeBeside, someQuantity, someValue, someValues, strangers } from '../testing/arbitraries.ts';
import { inconsistencies } from '../testing/inconsistencies.ts';
import { boundaries } from './boundaries/experiment.ts';
import type { Tried } from './boundaries/judge.ts';
import { type Alone, part1 } from './part-1/experiment.ts';
import type { SerialTried, Waited } from './part-2/conclude.ts';
import { part2 } from './part-2/experiment.ts';
import { part3 } from './part-3/experiment.ts';
import { part4 } from './part-4/experiment.ts';
import type { Pair } from './part-4/conclude.ts';

/** A visit whose steps took any time. */
const someVisit: fc.Arbitrary<Visit> = fc
  .tuple(someValue, someValue, someValue, someValue)
  .map(([connect, send, first, rest]) => ({
    label: { en: 'client', 'pt-BR': 'cliente' },
    started: 0,
    connected: connect,
    sent: connect + send,
    firstByte: connect + send + first,
    replied: connect + send + first,
    ended: connect + send + first + rest,
    closed: connect + send + first + rest,
    outcome: 'ok',
  }));
/** What the server says of a connection, whose steps took any time: of some not all, and of some nothing. */
const eventsOf = (connection: number): fc.Arbitrary<readonly ServerEvent[]> =>
  fc
    .record({
      about: fc.record({
        peer: fc.constant(`127.0.0.1:${50_000 + connection}`),
        connection: fc.constant(connection),
        worker: fc.constantFrom(1, 2),
        active: fc.integer({ min: 1, max: 3 }),
      }),
      steps: someValues(3),
      seen: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ about, steps, seen }) =>
      ['accepted', 'serving', 'ended']
        .map((event, index) => ({ event, at: steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0), ...about }))
        .slice(0, seen),
    );
const traceOf = (server: string, clients: number): fc.Arbitrary<Trace> =>
  fc.record({
    server: fc.constant(server),
    command: fc.constant(''),
    clients: fc.array(someVisit, { minLength: clients, maxLength: clients }),
    events: fc.tuple(...Array.from({ length: clients }, (_, index) => eventsOf(index + 1))).map((all) => all.flat()),
  });
const fallen = fc.constantFrom([], [{ server: 'server-mine', reason: { text: { en: 'it broke', 'pt-BR': 'quebrou' }, figures: {} } }]);

describe('part1.conclude()', () => {
  const alone = ({ name }: { readonly name: string }): fc.Arbitrary<Alone> =>
    fc.record({
      approach: fc.constant({ name }),
      clauses: fc.nat(),
      reply: fc.constant('Echo: Cliente 1'),
      visits: fc.array(someVisit, { minLength: 1, maxLength: 3 }),
      trace: traceOf(name, 1),
    });

  test('says nothing that its table does not, whatever was measured', () => {
    fc.assert(fc.property(fc.record({ all: ofSomeBeside(strangers, alone), fallen }), (one) => {
      expect(inconsistencies(part1.conclude(one), part1.claims)).toEqual([]);
    }));
  });
});

describe('part2.conclude()', () => {
  const servers: readonly Omit<Waited, 'steps'>[] = [
    { server: 'server-serial', waits: 'accepted' },
    { server: 'python-blocking', waits: 'queued' },
    { server: 'mine', waits: undefined },
  ];
  const waited = (of: Omit<Waited, 'steps'>, holds: readonly number[]): fc.Arbitrary<Waited> =>
    fc
      .tuple(...holds.map((hold) => fc.record({ hold: fc.constant(hold), traces: fc.array(traceOf(of.server, 2), { minLength: 1, maxLength: 3 }) })))
      .map((steps) => ({ ...of, steps }));
  const measured: fc.Arbitrary<SerialTried> = fc
    .tuple(fc.array(someValue, { minLength: 1, maxLength: 4 }), fc.subarray([...servers], { minLength: 1 }))
    .chain(([holds, some]) => fc.record({ all: fc.tuple(...some.map((of) => waited(of, holds))), fallen }));

  test('says nothing that its table does not, whatever was measured', () => {
    fc.assert(fc.property(measured, (tried) => {
      expect(inconsistencies(part2.conclude(tried), part2.claims)).toEqual([]);
    }));
  });

  test('judges by whether two were served at once, and by whether the second was connected before the first had left', () => {
    fc.assert(fc.property(measured, (tried) => {
      const { claims = [] } = part2.conclude(tried);
      const verdictOf = (id: string) => claims.find((claim) => claim.id === id)?.verdict;
      const traces = tried.all.flatMap(({ steps }) => steps.flatMap((step) => step.traces));
      const overlap = traces.some(({ events }) =>
        servedIntervals(events).some((one, index, all) =>
          all.slice(index + 1).some((other) => Math.max(one.serving, other.serving) < Math.min(one.ended, other.ended)),
        ),
      );
      expect(verdictOf('strictly-serial') === 'does-not-hold').toBe(overlap);
      const blocked = traces.some(({ clients: [first, second] }) => (second?.connected ?? NaN) > (first?.closed ?? NaN));
      expect(verdictOf('connect-blocks')).toBe(blocked ? 'holds' : 'does-not-hold');
    }));
  });
});

describe('part3.conclude()', () => {
  const line = fc.constantFrom('await serveConnection(connection);', 'void serveConnection(connection);', 'x');
  const hunk = fc.record({ before: fc.array(line, { maxLength: 2 }), after: fc.array(line, { minLength: 1, maxLength: 2 }) });
  const difference = ({ name }: { readonly name: string }) =>
    fc.record({
      server: fc.constant(name),
      files: fc.subarray(['model.ts', 'worker.ts'], { minLength: 1 }),
      hunks: fc.array(hunk, { minLength: 1, maxLength: 2 }),
      removed: fc.nat(),
      added: fc.nat(),
      changed: fc.nat(),
      lines: fc.nat(),
    });

  test('says nothing that its tables do not, whatever was compared', () => {
    fc.assert(fc.property(fc.record({ serial: fc.constant({ name: 'server-one' }), all: ofSome(difference) }), (compared) => {
      expect(inconsistencies(part3.conclude(compared))).toEqual([]);
    }));
  });
});

describe('boundaries.conclude()', () => {
  const reply = fc.constantFrom('Echo: um', 'Echo: umdois', 'Echo: umEcho: dois', 'Echo: uEcho: mEcho: dois');
  const replies = fc.array(reply, { minLength: 1, maxLength: 4 });
  const tried = (framing: Tried['framing']) => ({ name }: { readonly name: string }): fc.Arbitrary<Tried> =>
    fc.record({ server: fc.constant(name), framing: fc.constant(framing), quick: replies, long: replies });
  const measured = fc.tuple(ofSome(tried('chunk')), ofSome(tried('line'))).map((all) => all.flat());

  test('says nothing that its table and its chart do not, whatever came back', () => {
    fc.assert(fc.property(measured, (all) => {
      expect(inconsistencies(boundaries.conclude(all), boundaries.claims)).toEqual([]);
    }));
  });

  test('lets the claim hold only where framing chunk answered each message by itself', () => {
    fc.assert(fc.property(measured, (all) => {
      const messages = (came: string): number => came.split('Echo: ').length - 1;
      const right = all.filter(({ framing }) => framing === 'chunk').every(
        ({ quick, long }) => quick.every((came) => messages(came) === 2) && long.every((came) => messages(came) === 1),
      );
      expect(boundaries.conclude(all).claims?.[0]?.verdict).toBe(right ? 'holds' : 'does-not-hold');
    }));
  });
});

describe('part4.conclude()', () => {
  const pair = (approach: Pair['approach']): fc.Arbitrary<Pair> =>
    fc.record({
      approach: fc.constant(approach),
      traces: fc.array(traceOf(approach.name, 2), { minLength: 1, maxLength: 2 }),
      most: fc.constantFrom(undefined, 1, 2),
      overlap: someQuantity('ms'),
      held: someValues(2, fc.double({ min: 1, max: 1e4, noNaN: true })),
      short: someValues(2, fc.double({ min: 1, max: 1e4, noNaN: true })),
    });
  const concurrent = ofSomeBeside(strangers.filter(({ serves }) => serves === 'overlapping'), pair).filter((all) => all.some(({ approach }) => approach.serves === 'overlapping'));
  const measured = fc.record({ hold: fc.constantFrom(100, 300), all: concurrent, fallen });

  test('says nothing that its table and its chart do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (together) => {
      expect(inconsistencies(part4.conclude(together), part4.claims)).toEqual([]);
    }));
  });

  test('lets the claim hold where every round was ten times as fast, and not hold where none was', () => {
    fc.assert(fc.property(measured, (together) => {
      const { claims: [claim] = [] } = part4.conclude(together);
      const serial = together.all.find(({ approach }) => approach.serves === 'serial');
      if (serial === undefined) return;
      const others = together.all.filter((pair) => pair !== serial);
      const ours = others.filter(({ approach }) => approach.workers !== undefined);
      const tenfold = (ours.length > 0 ? ours : others).flatMap(({ held }) => held.map((total, round) => (serial.held[round] ?? NaN) / total >= 10));
      expect(claim?.verdict).toBe(tenfold.every(Boolean) ? 'holds' : tenfold.some(Boolean) ? 'undecided' : 'does-not-hold');
    }));
  });
});
