import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { long, whyLong } from '#long-test';
import { serveConnection } from '../serve-connection.ts';
import { Clock } from '../testing/clock.ts';
import { mostlyHeaders } from '../testing/proxy-headers.ts';
import { accepted, type Served, type ServedHow } from '../testing/served.ts';
import { SocketPairs } from '../testing/socket-pairs.ts';
import { readHeader } from './header.ts';
import { type HeaderFault, headerTimeoutMs } from './header-reader.ts';

const inputs = long ? 10_000 : 300;
const note = whyLong('10,000 of them');

let pairs: SocketPairs;
beforeEach(async () => {
  pairs = await SocketPairs.open();
});
afterEach(() => pairs.close());

async function serving(how: ServedHow = {}): Promise<Served & { readonly served: Promise<void> }> {
  const all = await accepted(pairs, { proxyProtocol: true, ...how });
  return { ...all, served: serveConnection(all.connection) };
}

const header = 'PROXY TCP4 203.0.113.7 192.0.2.1 56324 443\r\n';
const local = Buffer.from('0d0a0d0a000d0a515549540a20000000', 'hex');

/** What is to be said of all that a client sends before its FIN. */
function faultsOf(bytes: Buffer): readonly HeaderFault[] {
  const header = readHeader(bytes);
  if (header === 'incomplete') return bytes.length === 0 ? [] : ['cut'];
  return typeof header === 'string' ? [header] : [];
}

/** Awaits that the next bytes are read. */
async function arrival(near: Socket): Promise<void> {
  const before = near.bytesRead;
  while (near.bytesRead === before) await new Promise(setImmediate);
}

describe.each(['buffer', 'stream'] as const)('HeaderReader, --read %s', (read) => {
  test('gives what follows the header as the first message, and names the client from there on', async () => {
    const { far, served, log } = await serving({ read });
    far.send(`${header}one\ntwo\nthr`);
    far.socket.end('ee');
    expect(await far.untilEnded()).toBe('Echo: one\nEcho: two\nEcho: three');
    await served;
    const [serves, proxied, ...others] = log.events;
    expect(serves).toMatchObject({ event: 'serving', peer: 'test', quiet: true });
    expect(proxied).toEqual({ event: 'proxied', connection: 1, peer: '203.0.113.7:56324', via: 'test' });
    for (const event of others) expect(event).toMatchObject({ connection: 1, peer: '203.0.113.7:56324' });
    expect(others.some((event) => 'quiet' in event)).toBe(false);
    expect(log.all('ended')).toMatchObject([{ messages: 3, bytes: 'one\ntwo\nthree'.length }]);
  });

  test('reads a header that comes a byte at a time, in framing chunk too', async () => {
    const { near, far } = await serving({ read, framing: 'chunk' });
    for (const byte of header) {
      far.send(byte);
      await arrival(near);
    }
    far.send('oi');
    await far.until(() => far.text === 'Echo: oi');
  });

  test.each(['line', 'chunk'] as const)('gives what follows the header as it came, wherever that is cut: framing %s', async (framing) => {
    const all = `${header}one\n`;
    const end = header.length;
    for (const cut of [1, end - 1, end, end + 1]) { // Every other is tried where the header is read.
      const { near, far, served } = await serving({ read, framing });
      far.send(all.slice(0, cut));
      await arrival(near);
      far.socket.end(all.slice(cut));
      const reads = framing === 'line' ? ['one\n'] : [all.slice(end, cut), all.slice(Math.max(cut, end))];
      const replies = reads.map((text) => (text === '' ? '' : `Echo: ${text}`)).join('');
      expect([cut, await far.untilEnded()]).toEqual([cut, replies]);
      await served;
    }
  });
});

describe('HeaderReader', () => {
  test.each([
    ['PROXY UNKNOWN', Buffer.from('PROXY UNKNOWN\r\n'), [{ event: 'proxied', connection: 1, peer: 'test', via: 'test' }]],
    ['LOCAL', local, []],
  ])('%s leaves the name that the connection has', async (_, sent, proxied) => {
    const { far, served, log } = await serving();
    far.socket.end(Buffer.concat([sent, Buffer.from('one\n')]));
    expect(await far.untilEnded()).toBe('Echo: one\n');
    await served;
    expect(log.all('proxied')).toEqual(proxied);
    expect(log.all('ended').map((event) => 'quiet' in event)).toEqual([proxied.length === 0]);
  });

  test.each([
    ['false', 'hello\n'],
    ['oversized', 'PROXY UNKNOWN '.padEnd(108, 'x')],
  ])('closes on a header that is %s, without a word and before more comes', async (fault, sent) => {
    const { far, served, log, seats } = await serving();
    far.send(sent);
    expect(await far.untilEnded()).toBe('');
    expect(far.ending).toBe('fin');
    far.socket.end('PROXY UNKNOWN\r\nlate\n');
    await served;
    expect(log.names).toEqual(['serving', 'bad-header', 'ended']);
    expect(log.all('bad-header')).toMatchObject([{ fault, peer: 'test' }]);
    expect([seats.counts, seats.heldBy(1)]).toEqual([{ active: 0, waiting: 0 }, 0]);
  });

  test('says of a header that a FIN cuts that it was cut, and of a client that sent nothing nothing', async () => {
    for (const sent of ['PROXY TCP4', '']) {
      const { far, served, log } = await serving();
      far.socket.end(sent);
      expect(await far.untilEnded()).toBe('');
      await served;
      expect(log.all('bad-header').map(({ fault }) => fault)).toEqual(sent === '' ? [] : ['cut']);
    }
  });

  test('says no more than that of a reset', async () => {
    const { near, far, served, log } = await serving();
    far.send('PROXY TCP4');
    await once(near, 'data');
    far.socket.resetAndDestroy();
    await served;
    expect(log.events.slice(1)).toMatchObject([{ event: 'reset', quiet: true }]);
  });

  test('is not read on by a drain, and nothing is said of it', async () => {
    const { near, far, served, log, connections } = await serving();
    far.send('PROXY TCP4');
    await once(near, 'data');
    void connections.drain(new AbortController().signal);
    expect(await far.untilEnded()).toBe('');
    far.socket.end();
    await served;
    expect(log.names).toEqual(['serving', 'ended']);
  });

  test(`takes any input, says what is wrong with it, and leaves no seat taken${note}`, async () => {
    const input = fc.asyncProperty(mostlyHeaders, fc.nat(), fc.boolean(), async (bytes, place, resets) => {
      const { far, served, log, seats } = await serving();
      const cut = place % (bytes.length + 1);
      far.socket.write(bytes.subarray(0, cut));
      if (resets) far.socket.write(bytes.subarray(cut), () => far.socket.resetAndDestroy());
      else far.socket.end(bytes.subarray(cut));
      await served;
      expect([seats.counts, seats.heldBy(1)]).toEqual([{ active: 0, waiting: 0 }, 0]);
      if (!resets) expect(log.all('bad-header').map(({ fault }) => fault)).toEqual(faultsOf(bytes));
    });
    await fc.assert(input, { numRuns: inputs });
  });

  describe('by the clock', () => {
    let clock: Clock;
    beforeEach(() => {
      clock = new Clock();
    });
    afterEach(() => {
      clock.restore();
    });

    test('closes where the header is not there in time, however its bytes drip', async () => {
      const { near, far, log } = await serving();
      for (const byte of 'PRO') {
        clock.pass(headerTimeoutMs / 4);
        far.send(byte);
        await once(near, 'data');
      }
      expect(log.all('bad-header')).toEqual([]);
      clock.pass(headerTimeoutMs / 4);
      expect(await far.untilEnded()).toBe('');
      expect(log.all('bad-header')).toMatchObject([{ fault: 'slow' }]);
    });

    test('counts from the turn of the connection, and no longer once the header is there', async () => {
      const { far, connection, log } = await accepted(pairs, { proxyProtocol: true });
      clock.pass(10 * headerTimeoutMs);
      void serveConnection(connection);
      clock.pass(headerTimeoutMs - 1);
      far.send(header);
      await log.said('proxied');
      clock.pass(10 * headerTimeoutMs);
      await far.exchange('one');
    });

    test('leaves the idle clock to start when the header is there', async () => {
      const { far, log } = await serving({ idleTimeout: 500 });
      clock.pass(headerTimeoutMs - 1);
      far.send(header);
      await log.said('proxied');
      clock.pass(499);
      await far.exchange('one');
      clock.pass(500);
      await far.untilEnded();
      expect(log.all('timed-out')).toMatchObject([{ after: 500, peer: '203.0.113.7:56324' }]);
    });
  });
});
