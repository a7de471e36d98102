import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ServerProcess } from '#testing';
import { readModes } from './chunk-reader.ts';
import type { Connection } from './connection.ts';
import { serveConnection } from './serve-connection.ts';
import { Clock } from './testing/clock.ts';
import { accepted } from './testing/served.ts';
import { SocketPairs } from './testing/socket-pairs.ts';
import type { Work } from './work.ts';

const main = join(import.meta.dirname, 'testing', 'small-server.ts');

let pairs: SocketPairs;
beforeEach(async () => {
  pairs = await SocketPairs.open();
});
afterEach(() => pairs.close());

/** More than the kernel takes for a peer that does not read. */
const maxMessageBytes = 32 * 1_024 * 1_024;
const big = 'x'.repeat(maxMessageBytes / 2);

/** Serves what one read has delivered; by hand, since a message this big never comes in one read with the next. */
async function serveOneRead(connection: Connection, text: string): Promise<void> {
  connection.begin();
  for await (const replies of connection.work(connection.frame(Buffer.from(text)))) {
    if (!connection.reply(replies)) await connection.writable();
  }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

describe.each(readModes)('Connection that is closed, mode %s', (read) => {
  test.each(['by us', 'by a reset'] as const)('read() ends and closed resolves, %s', async (how) => {
    const { far, connection, connections } = await accepted(pairs, { read });
    connection.begin();
    const [chunk, closed] = [connection.read(), connection.closed];
    if (how === 'by us') connection.destroy();
    else far.socket.resetAndDestroy();
    expect(await chunk).toBeUndefined();
    await closed;
    await connection.closed; // For whoever asks afterwards, too.
    expect(await connections.drain(AbortSignal.abort())).toBe(0);
  });

  test('writable() resolves: a dead peer never becomes writable', async () => {
    const { connection } = await accepted(pairs, { read, maxMessageBytes, reads: false });
    connection.begin();
    expect(connection.reply(connection.frame(Buffer.from(`${big}\n`)))).toBe(false);
    const writable = connection.writable();
    connection.destroy();
    await writable;
  });
});

describe('Connection.work()', () => {
  test('keeps what fails while the peer does not read, and says so after the replies before it', async () => {
    const failing = Promise.withResolvers<undefined>();
    const does: Work = (message) => (message.length === 3 ? failing.promise : undefined);
    const { near, far, connection, log } = await accepted(pairs, { does, maxMessageBytes, reads: false });
    const served = serveOneRead(connection, `${big}\nbad\n`);
    await log.said('replied');
    failing.reject(new Error('while nobody looks'));
    await turns();
    expect([near.writableNeedDrain, log.all('work-failed').length]).toEqual([true, 0]);
    far.read();
    const text = await far.untilEnded();
    expect(text === `Echo: ${big}\nError: the work on this message failed\n`).toBe(true);
    await served;
  });

  test('leaves no rejection unheard while the peer does not read, which would end the process', async () => {
    const flags = ['--work', `module:${join(import.meta.dirname, 'testing', 'work-by-message.ts')}`];
    const server = await ServerProcess.start(main, [...flags, '--max-message-bytes', String(big.length), '--log-level', 'debug']);
    const peer = await server.connect({ reads: false });
    peer.send(`${big}\nreject\n`);
    await server.said('replied');
    peer.read();
    const text = await peer.untilEnded();
    expect(text === `Echo: ${big}\nError: the work on this message failed\n`).toBe(true);
    server.signal('SIGTERM');
    peer.socket.end();
    expect(await server.exited).toBe(0);
  });

  test('answers another connection while a batch computes', async () => {
    const order: string[] = [];
    const computes: Work = () => {
      if (order.length === 0) void other.far.exchange('other').then(() => order.push('answered'));
      order.push('computed');
      for (const until = performance.now() + 12; performance.now() < until; );
    };
    const other = await accepted(pairs, { does: () => undefined });
    void serveConnection(other.connection);
    const { far, connection } = await accepted(pairs, { does: computes });
    void serveConnection(connection);
    far.send('slow\n'.repeat(20));
    await far.until(() => far.text === 'Echo: slow\n'.repeat(20));
    expect(order.filter((what) => what === 'computed')).toHaveLength(20);
    expect(order.lastIndexOf('computed')).toBeGreaterThan(order.indexOf('answered'));
    expect(order).toContain('answered');
  });

  test('answers a fault that no message comes before', async () => {
    const { far, connection } = await accepted(pairs, { does: () => undefined, maxMessageBytes: 16 });
    void serveConnection(connection);
    far.send('x'.repeat(17));
    expect(await far.untilEnded()).toBe('Error: message is longer than 16 bytes\n');
  });
});

describe('Connection with an idle limit', () => {
  const idleTimeout = 500;
  let clock: Clock;
  beforeEach(() => {
    clock = new Clock();
  });
  afterEach(() => {
    clock.restore();
  });

  test('work() lets the clock run while the peer is to take replies, though the next work has begun', async () => {
    const does: Work = (message) => (message.length === 3 ? new Promise(() => undefined) : undefined);
    const { connection, log } = await accepted(pairs, { does, idleTimeout, maxMessageBytes, reads: false });
    void serveOneRead(connection, `${big}\ntwo\n`);
    await log.said('replied');
    clock.pass(idleTimeout);
    expect(log.all('timed-out')).toHaveLength(1);
  });

  test('work() has the clock stand still when the peer took the replies and the next work goes on', async () => {
    const does: Work = (message) => (String(message) === 'two' ? new Promise(() => undefined) : undefined);
    const { far, connection, log } = await accepted(pairs, { does, idleTimeout });
    void serveConnection(connection);
    far.send('one\ntwo\n');
    await far.until(() => far.text === 'Echo: one\n');
    await turns();
    clock.pass(10 * idleTimeout);
    expect(log.all('timed-out')).toEqual([]);
  });

  test('end() stops the clock when our FIN is out, and the peer has its last second', async () => {
    const { near, far, connection, connections, log } = await accepted(pairs, { idleTimeout });
    const served = serveConnection(connection);
    await far.exchange('one');
    const finished = once(near, 'finish');
    void connections.drain(new AbortController().signal);
    await finished;
    clock.pass(idleTimeout);
    await far.untilEnded();
    clock.pass(idleTimeout);
    await served;
    expect(log.names.slice(-2)).toEqual(['replied', 'ended']);
  });
});
