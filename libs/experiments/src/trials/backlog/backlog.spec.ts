import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsSchema, type Trace, type Visit } from '#record';
import { clientLabel } from '../../clients/client-label.ts';
import { someValue } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { labWithPython } from '../../testing/lab-with-python.ts';
import { testWithPython } from '../../testing/python-here.ts';
import { judgeBacklog, queueOf } from './judge.ts';
import { placesOf } from './tables.ts';
import { backlog } from './experiment.ts';

const visit = (started: number, connected: number, ended: number): Visit => ({
  label: clientLabel(1),
  started,
  connected,
  ended,
  outcome: 'ok',
});

/** A first client that leaves after 1 s, those that come meanwhile and connect then, and a last one. */
const round = (...connected: readonly number[]): Trace => ({
  server: 'made-up',
  command: '',
  clients: [visit(0, 1, 1_000), ...connected.map((moment) => visit(100, moment, 5_000)), visit(1_200, 1_201, 1_300)],
  events: [],
});
const verdictOf = (...rounds: readonly Trace[]): string => judgeBacklog(queueOf(rounds)).verdict;

describe('queueOf()', () => {
  test('takes for queued who was connected before the first client left, and times the others', () => {
    const { queued, waited } = queueOf([round(101, 102, 1_100, 3_100)]);
    expect([queued.value, waited]).toMatchObject([2, { low: 1_000, high: 3_000 }]);
  });

  test('has no waits where all were connected at once, and leaves out who came later', () => {
    expect(queueOf([round(101, 102)])).toEqual({ queued: { value: 2, unit: 'count' }, waited: undefined });
  });
});

describe('judgeBacklog()', () => {
  test('holds where one is queued, does not hold where it is another number', () => {
    expect(verdictOf(round(101, 2_100), round(101, 2_100))).toBe('holds');
    expect(verdictOf(round(101, 102, 2_100), round(101, 102, 103))).toBe('does-not-hold');
    expect(verdictOf(round(1_100, 2_100))).toBe('does-not-hold');
  });

  test('is undecided where the rounds do not agree on one', () => {
    expect(verdictOf(round(101, 2_100), round(101, 102, 2_100))).toBe('undecided');
  });
});

test('placesOf() ranks by the first byte, whoever came first, and puts who never got one last', () => {
  const served = (firstByte?: number): Visit => ({ ...visit(0, 1, 2), ...(firstByte !== undefined && { firstByte }) });
  expect(placesOf([served(5), served(), served(9), served(7)])).toEqual([1, 4, 3, 2]);
});

describe('backlog.conclude()', () => {
  // Those that come meanwhile connect at once, or when the first one has left.
  const connected = fc.oneof(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1_000, max: 9_000 }));
  const meanwhile = fc.tuple(connected, connected, connected, connected);
  const rounds = (server: string) =>
    fc.array(
      fc.tuple(meanwhile, fc.array(someValue, { minLength: 6, maxLength: 6 })).map(([moments, firstBytes]) => {
        const { clients, ...rest } = round(...moments);
        return { ...rest, server, clients: clients.map((one, index) => ({ ...one, firstByte: firstBytes[index] ?? NaN })) };
      }),
      { minLength: 1, maxLength: 3 },
    );
  const measured = fc.record({
    blocking: rounds('python-blocking'),
    serial: rounds('server-serial'),
    linear: fc.constantFrom(undefined, 4),
    linux: fc.boolean(),
  });

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (queued) => {
      expect(inconsistencies(backlog.conclude(queued), backlog.claims)).toEqual([]);
    }));
  });

  test('lets the claim hold where each round queued one, and not where each queued another number', () => {
    fc.assert(fc.property(measured, (queued) => {
      const counts = queued.blocking.map((one) => queueOf([one]).queued.value);
      const expected = counts.every((count) => count === 1)
        ? 'holds'
        : counts.every((count) => count > 1) || counts.every((count) => count < 1)
          ? 'does-not-hold'
          : 'undecided';
      expect(backlog.conclude(queued).claims?.[0]?.verdict).toBe(expected);
    }));
  });
});

test('backlog cannot be run without python3, nor without a server that serves one at a time', () => {
  expect(backlog.unable?.(labWithPython(undefined, 'server-serial'))?.en).toContain('python3');
  expect(backlog.unable?.(labWithPython({ path: '', version: '' }, 'server-async'))?.en).toContain('one at a time');
});

testWithPython('backlog sends the same clients to both servers, the last one when the first has left', async (python) => {
  const lab = labWithPython(python, 'server-serial');
  expect(backlog.unable?.(lab)).toBeUndefined();
  const result = await backlog.run(lab);
  const findings = findingsSchema.parse(result.findings);
  expect(faultsIn(backlog, lab, result)).toEqual([]);
  expect(findings.traces.map(({ server, clients }) => [server, clients.length])).toEqual([
    ['python-blocking', 6],
    ['server-serial', 6],
  ]);
  const [first, , , , , last] = findings.traces[1]?.clients ?? [];
  expect(queueOf(findings.traces.slice(0, 1)).queued.value).toBeGreaterThan(0);
  expect(last?.started).toBeGreaterThan(first?.ended ?? NaN);
  // Both sides' lanes: six clients, six connections.
  expect(findings.timelines.map(({ lanes }) => lanes.length)).toEqual([12, 12]);
  expect(findings.tables.map(({ rows }) => rows.map((row) => row.length))).toEqual([[3, 3], Array(6).fill(7)]);
});
