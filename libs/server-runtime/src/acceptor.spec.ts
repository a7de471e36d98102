import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Peer } from '#testing';
import { Acceptor } from './acceptor.ts';
import type { Connection } from './connection.ts';
import { serveConnection } from './serve-connection.ts';
import { contextOf, type TestContext } from './testing/context-of.ts';

const never = new AbortController().signal;

describe('Acceptor', () => {
  let context: TestContext;
  let acceptor: Acceptor;
  let peers: Peer[];
  beforeEach(async () => {
    context = contextOf({ maxConnections: 8 });
    acceptor = await Acceptor.listen(context);
    peers = [];
  });
  afterEach(async () => {
    for (const peer of peers) peer.socket.destroy();
    await acceptor.drain(AbortSignal.abort());
  });

  /** A client whose connection has been accepted. */
  async function connect(): Promise<Peer> {
    const peer = await Peer.connect(acceptor.port);
    peers.push(peer);
    await context.log.said('accepted', peers.length);
    return peer;
  }

  test('gives connections in the order in which they came', async () => {
    for (let count = 0; count < 5; count++) await connect();
    const order: number[] = [];
    for await (const { about } of acceptor) {
      order.push(about.connection);
      if (order.length === 5) break;
    }
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  test('gives a connection as soon as it comes to who waits for it', async () => {
    const next = acceptor[Symbol.asyncIterator]().next();
    await connect();
    expect((await next).value).toMatchObject({ about: { connection: 1 } });
    expect(context.log.names).toEqual(['accepted']);
  });

  test('says of each that waits how many are ahead of it', async () => {
    const over = (async () => {
      for await (const connection of acceptor) await serveConnection(connection);
    })();
    const first = await connect();
    await connect();
    await connect();
    await context.log.said('waiting', 2);
    expect(context.log.all('waiting')).toMatchObject([
      { connection: 2, ahead: 1 },
      { connection: 3, ahead: 2 },
    ]);
    expect(context.seats.counts).toEqual({ active: 1, waiting: 2 });
    first.socket.end();
    await context.log.said('serving', 2);
    await connect();
    await context.log.said('waiting', 3);
    expect(context.log.all('waiting').at(-1)).toMatchObject({ connection: 4, ahead: 2 });
    for (const peer of peers) peer.socket.destroy();
    await acceptor.drain(never);
    await over;
  });

  test('says so of each that a loop takes and leaves unread, and how long it was', async () => {
    const queue: Connection[] = [];
    void (async () => {
      for await (const connection of acceptor) queue.push(connection);
    })();
    await connect();
    await connect();
    await context.log.said('waiting', 2);
    expect(context.seats.counts).toEqual({ active: 0, waiting: 2 });
    const waits = performance.now();
    while (performance.now() < waits + 20) await new Promise(setImmediate);
    for (const connection of queue) connection.begin();
    const waited = context.log.all('serving').map((event) => event.waited >= 20);
    expect([waited, context.seats.counts]).toEqual([[true, true], { active: 2, waiting: 0 }]);
  });

  test('says it of none that begins in the turn in which it came, however many come', async () => {
    void (async () => {
      for await (const connection of acceptor) void serveConnection(connection);
    })();
    peers = await Promise.all(Array.from({ length: 8 }, () => Peer.connect(acceptor.port)));
    await Promise.all(peers.map((peer) => peer.exchange('one')));
    expect(context.log.all('waiting')).toEqual([]);
    expect(context.seats.counts).toEqual({ active: 8, waiting: 0 });
  });

  test('refuses beyond the limit, waiting ones included, and gives seats back', async () => {
    for (let count = 0; count < 8; count++) await connect();
    const refused = await Peer.connect(acceptor.port);
    expect(await refused.untilEnded()).toBe('Error: server is full\n');
    expect(context.log.all('refused')).toMatchObject([{ limit: 8, refused: 1 }]);
    refused.socket.destroy();

    peers[0]?.socket.end();
    for await (const connection of acceptor) {
      await serveConnection(connection);
      break;
    }
    expect(context.seats.heldBy(1)).toBe(7);
  });

  test('drain() closes those that wait at once, answers the one that is served, and ends the loop', async () => {
    const [served, waiting] = [await connect(), await connect()];
    const over = (async () => {
      for await (const connection of acceptor) await serveConnection(connection);
    })();
    await served.exchange('one');
    waiting.send('never read\n');
    const drained = acceptor.drain(never);
    expect(await waiting.untilEnded()).toBe('');
    expect(await served.untilEnded()).toBe('Echo: one\n');
    expect([waiting.ending, served.ending]).toEqual(['fin', 'fin']);
    served.socket.end();
    waiting.socket.end();
    expect(await drained).toBe(0);
    await over;
    await expect(Peer.connect(acceptor.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('drain() lets those that wait have their turn with --drain finish, and ends the loop after them', async () => {
    const finishing = contextOf({ drain: 'finish' });
    const one = await Acceptor.listen(finishing);
    const [served, waiting] = [await Peer.connect(one.port), await Peer.connect(one.port)];
    peers = [served, waiting];
    const over = (async () => {
      for await (const connection of one) await serveConnection(connection);
    })();
    await served.exchange('one');
    await finishing.log.said('accepted', 2);
    const drained = one.drain(never);
    await served.exchange('two');
    served.socket.end();
    await waiting.exchange('three');
    waiting.socket.end();
    expect(await drained).toBe(0);
    await over;
    await expect(Peer.connect(one.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('drain() ends a loop that waits for somebody to come', async () => {
    const next = acceptor[Symbol.asyncIterator]().next();
    expect(await acceptor.drain(never)).toBe(0);
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
