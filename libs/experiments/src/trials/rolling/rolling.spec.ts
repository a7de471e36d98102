import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { approaches } from '#approaches';
import { whyLong } from '#long-test';
import { findingsSchema, type Size } from '#record';
import { Clock } from '../../running/clock.ts';
import { Lab } from '../../running/lab.ts';
import { ofSome, someValue } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { haproxy } from './balancer.ts';
import { comeAndGo, type Fared } from './come-and-go.ts';
import { concludeRolling, type Rolling, type Try } from './conclude.ts';
import { rolling } from './experiment.ts';
import type { WayName } from './ways.ts';

function labOf(size: Size, ...names: readonly string[]): Lab {
  const { signal } = new AbortController();
  return new Lab({ approaches: approaches().filter(({ name }) => names.includes(name)), size, python: undefined, signal });
}

const nothing = { connections: 30, answered: 600, refused: 0, cut: 0, unanswered: 0, longest: 130 };
const tryOf = (way: WayName, fared: Partial<Fared> = {}, lastGiven = 700): Try => ({
  server: 'server-cluster',
  way,
  rolled: { ...nothing, ...fared, instances: [{ lastGiven, took: 3_000 }] },
});
const lossy = tryOf('neither', { cut: 20, unanswered: 12 });
const answerTo = (...tries: readonly Try[]): string => findingsSchema.parse(concludeRolling({ delay: 1_500, tries }).findings).answer.text.en;

describe('rolling.conclude()', () => {
  const count = fc.nat({ max: 3 });
  const rolled = fc.record({
    connections: count,
    answered: count,
    refused: count,
    cut: count,
    unanswered: count,
    longest: someValue,
    instances: fc.array(fc.record({ lastGiven: someValue, took: someValue }), { minLength: 2, maxLength: 2 }),
  });
  const ways = fc.constantFrom<WayName[]>(['neither', 'both'], ['neither', 'delay', 'finish', 'both']);
  const measured: fc.Arbitrary<Rolling> = ways.chain((some) =>
    ofSome(({ name }) => fc.tuple(...some.map((way) => rolled.map((one): Try => ({ server: name, way, rolled: one }))))).map(
      (tries) => ({ delay: 1_500, tries: tries.flat() }),
    ),
  );

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (one) => {
      expect(inconsistencies(concludeRolling(one))).toEqual([]);
    }));
  });

  test('says yes where nothing was lost with both flags, and how much without', () => {
    expect(answerTo(lossy, tryOf('both'))).toMatch(/^Yes, .* Without them, \{lost\} messages got no answer\.$/);
    expect(answerTo(tryOf('neither'), tryOf('both'))).toMatch(/^Yes, .* it does not show what they are for\.$/);
  });

  test.each([{ refused: 1 }, { cut: 1 }, { unanswered: 1 }])('says no where with both flags there was %j', (fared) => {
    expect(answerTo(lossy, tryOf('both'), tryOf('both', fared))).toMatch(/^Not in this run: /);
  });

  test('says that HAProxy was not told in time where it sent clients until the drain', () => {
    expect(answerTo(lossy, tryOf('both', {}, 1_490))).toMatch(/^Not reliably: /);
  });
});

describe('comeAndGo()', () => {
  /** A server in place of a balancer: what it does with the first connection, after which it echoes. */
  async function visit(first: (server: Server) => void, habit: { messages: number; pause: number }): Promise<Fared> {
    const server = createServer().listen(0, '127.0.0.1');
    const over = new AbortController();
    first(server);
    server.once('connection', () => {
      server.on('connection', (socket) => {
        over.abort();
        socket.on('data', (data) => socket.write(`Echo: ${data.toString()}`));
      });
    });
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    try {
      return await comeAndGo({ host: '127.0.0.1', port }, new Clock(), { after: 0, ...habit }, over.signal);
    } finally {
      server.close();
    }
  }

  test('counts an end without a byte as refused, and its message as unanswered', async () => {
    const fared = await visit((server) => server.once('connection', (socket) => socket.resume().end()), { messages: 2, pause: 0 });
    expect(fared).toMatchObject({ connections: 2, answered: 2, refused: 1, cut: 0, unanswered: 1 });
  });

  test('counts a message that crosses with the end as unanswered, and its wait until it is answered on the next connection', async () => {
    const crossing = (server: Server): void => {
      server.once('connection', (socket) => {
        socket.once('data', () => {
          socket.write('Echo: message\n');
          socket.once('data', () => setTimeout(() => socket.end(), 50));
        });
      });
    };
    const fared = await visit(crossing, { messages: 2, pause: 0 });
    expect(fared).toMatchObject({ connections: 2, answered: 3, refused: 0, cut: 1, unanswered: 1 });
    expect(fared.longest).toBeGreaterThan(45);
  });

  test('counts an end between two messages as cut, with nothing unanswered', async () => {
    const idle = (server: Server): void => {
      server.once('connection', (socket) => socket.once('data', () => socket.end('Echo: message\n')));
    };
    expect(await visit(idle, { messages: 2, pause: 50 })).toMatchObject({ connections: 2, answered: 3, cut: 1, unanswered: 0 });
  });

  test('fails of a wrong reply', async () => {
    const wrong = (server: Server): void => {
      server.once('connection', (socket) => socket.once('data', () => socket.write('Echo: PROXY TCP4\n')));
    };
    await expect(visit(wrong, { messages: 2, pause: 0 })).rejects.toMatchObject({ code: 'EXPERIMENT_FAILED' });
  });
});

test('rolling cannot be run without servers that serve side by side', () => {
  expect(rolling.unable?.(labOf('default', 'server-serial'))?.en).toMatch(haproxy === undefined ? /not installed/ : /side by side/);
});

const missing = haproxy === undefined ? ' (needs HAProxy, which is not installed)' : '';
const reason = whyLong('each server is replaced under load for 20 s') || missing;

(reason === '' ? test : test.skip)(`rolling loses nothing of any concurrent server with both flags, and something without${reason}`, async () => {
  const lab = labOf('thorough', ...approaches().map(({ name }) => name));
  const result = await rolling.run(lab);
  expect(faultsIn(rolling, lab, result)).toEqual([]);
  const { answer, figures } = findingsSchema.parse(result.findings);
  expect(answer.text.en).toMatch(/^Yes, .* Without them, \{lost\} messages got no answer\.$/);
  expect(Object.keys(figures['unanswered-with-both'] ?? {})).toEqual(lab.concurrent.map(({ name }) => name));
}, 400_000);
