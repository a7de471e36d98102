import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Batch, createFraming } from '#protocol';
import { serveConnection } from './serve-connection.ts';
import { Clock } from './testing/clock.ts';
import { accepted, type Served, type ServedHow } from './testing/served.ts';
import { SocketPairs } from './testing/socket-pairs.ts';

let pairs: SocketPairs;
beforeEach(async () => {
  pairs = await SocketPairs.open();
});
afterEach(() => pairs.close());

/** A connection that is served; `served` resolves when it is over. */
async function serving(how: ServedHow = {}): Promise<Served & { readonly served: Promise<void> }> {
  const all = await accepted(pairs, how);
  return { ...all, served: serveConnection(all.connection) };
}

/** Work on each message that takes until `release()`, which lets the oldest go. */
function heldWork(): { does: (message: Uint8Array) => Promise<void>; release: () => void; begun: string[] } {
  const held: (() => void)[] = [];
  const begun: string[] = [];
  return {
    begun,
    does: (message) => {
      begun.push(Buffer.from(message).toString());
      return new Promise((resolve) => held.push(resolve));
    },
    release: () => held.shift()?.(),
  };
}

describe('serveConnection()', () => {
  test('answers each message, those of one read in one write', async () => {
    const { far, log } = await serving();
    await far.exchange('one');
    far.send('two\nthree\n\n');
    await far.until(() => far.text === 'Echo: one\nEcho: two\nEcho: three\nEcho: \n');
    expect(log.all('replied').map(({ messages, bytes }) => [messages, bytes])).toEqual([
      [1, 10],
      [3, 29],
    ]);
    expect(log.all('received').map(({ message }) => Buffer.from(message).toString())).toEqual(['one', 'two', 'three', '']);
  });

  test('answers each read in framing chunk', async () => {
    const { far } = await serving({ framing: 'chunk' });
    far.send('oi');
    await far.until(() => far.text === 'Echo: oi');
  });

  test('answers what came before the half-close, an unfinished line included, then sends FIN', async () => {
    const { far, served, log } = await serving();
    far.socket.end('one\ntwo');
    expect(await far.untilEnded()).toBe('Echo: one\nEcho: two');
    expect(far.ending).toBe('fin');
    await served;
    expect(log.names).toEqual(['serving', 'received', 'replied', 'received', 'replied', 'ended']);
    expect(log.all('ended')).toMatchObject([{ messages: 2, bytes: 7 }]);
  });

  test.each([
    ['what is not UTF-8', Buffer.from('ok\n\xff\nlate\n', 'latin1'), 'Error: message is not valid UTF-8'],
    ['a line over the limit, before it ends', Buffer.from(`ok\n${'x'.repeat(17)}`), 'Error: message is longer than 16 bytes'],
  ])('answers the messages before %s, says what is wrong and sends FIN', async (_, sent, line) => {
    const { far, served, log } = await serving({ maxMessageBytes: 16 });
    far.socket.write(sent);
    expect(await far.untilEnded()).toBe(`Echo: ok\n${line}\n`);
    far.socket.end('nobody reads this');
    await served;
    expect(log.names).toEqual(['serving', 'received', 'replied', 'rejected', 'ended']);
    expect(log.all('rejected')).toMatchObject([{ reply: line }]);
  });

  test('ends with one event when the peer resets, whatever it was doing', async () => {
    const { far, served, log, seats } = await serving();
    await far.exchange('one');
    far.socket.resetAndDestroy();
    await served;
    expect(log.names.slice(-1)).toEqual(['reset']);
    expect(log.all('reset')).toMatchObject([{ code: 'ECONNRESET' }]);
    expect([seats.counts, seats.heldBy(1)]).toEqual([{ active: 0, waiting: 0 }, 0]);
  });

  test('gives the seat back before the log says that the connection ended', async () => {
    const { far, log, seats } = await serving();
    const heldAtTheEnd: number[] = [];
    const emit = log.emit.bind(log);
    log.emit = (event) => {
      if (event.event === 'ended') heldAtTheEnd.push(seats.heldBy(1));
      emit(event);
    };
    far.socket.end();
    await log.said('ended');
    expect(heldAtTheEnd).toEqual([0]);
  });

  test('counts a connection as waiting, then active, then gone', async () => {
    const { far, connection, seats, log } = await accepted(pairs);
    expect(seats.counts).toEqual({ active: 0, waiting: 1 });
    const served = serveConnection(connection);
    expect(seats.counts).toEqual({ active: 1, waiting: 0 });
    far.socket.end();
    await served;
    expect(seats.counts).toEqual({ active: 0, waiting: 0 });
    expect(log.names).toEqual(['serving', 'ended']);
  });

  test('reads nothing before it is called, and then what came meanwhile', async () => {
    const { near, far, connection } = await accepted(pairs);
    far.socket.end('early\n');
    await once(far.socket, 'finish');
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(near.bytesRead).toBe(0);
    void serveConnection(connection);
    expect(await far.untilEnded()).toBe('Echo: early\n');
  });
});

describe('serveConnection() with a peer that does not read', () => {
  const line = `${'x'.repeat(999)}\n`;
  const flood = line.repeat(20_000);

  /** The server has stopped reading because its own writes wait. */
  async function stalled({ near }: Served): Promise<void> {
    while (!near.isPaused() || !near.writableNeedDrain) await once(near, 'pause');
  }

  test('stops reading, holds little, and answers everything once the peer reads', async () => {
    const all = await serving({ reads: false });
    const { near, far } = all;
    let mostHeld = 0;
    near.on('data', () => (mostHeld = Math.max(mostHeld, near.writableLength + near.readableLength)));
    far.socket.end(flood);
    await stalled(all);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(near.isPaused()).toBe(true);
    expect(near.bytesRead).toBeLessThan(flood.length);

    far.read();
    expect(await far.untilEnded()).toBe(`Echo: ${line}`.repeat(20_000));
    expect(mostHeld).toBeLessThan(1_000_000);
  });

  test('ends when that peer resets, though its writes never went out', async () => {
    const all = await serving({ reads: false });
    all.far.send(flood);
    await stalled(all);
    all.far.socket.resetAndDestroy();
    await all.served;
    expect(all.log.names.slice(-1)).toEqual(['reset']);
  });

  test('is cut short by the deadline of a drain', async () => {
    const all = await serving({ reads: false });
    all.far.send(flood);
    await stalled(all);
    const deadline = new AbortController();
    const drained = all.connections.drain(deadline.signal);
    deadline.abort();
    expect(await drained).toBe(1);
    await all.served;
  });
});

describe('serveConnection() with work', () => {
  test('works on one message after another and sends each reply when it is ready', async () => {
    const work = heldWork();
    const { far, log } = await serving({ does: work.does });
    far.send('one\ntwo\n');
    await log.said('received', 2);
    expect(work.begun).toEqual(['one']);
    work.release();
    await far.until(() => far.text === 'Echo: one\n');
    expect(work.begun).toEqual(['one', 'two']);
    work.release();
    await far.until(() => far.text === 'Echo: one\nEcho: two\n');
  });

  test('takes work for done that returns something else than a promise', async () => {
    const { far } = await serving({ does: (() => 42) as unknown as () => undefined });
    await far.exchange('one');
  });

  test('sends the replies of work that does not wait in one write', async () => {
    const { far, log } = await serving({ does: () => undefined });
    far.send('one\ntwo\n');
    await far.until(() => far.text === 'Echo: one\nEcho: two\n');
    expect(log.all('replied')).toMatchObject([{ messages: 2 }]);
  });

  test('answers work that is pending at the half-close', async () => {
    const work = heldWork();
    const { far, log } = await serving({ does: work.does });
    far.socket.end('one\n');
    await log.said('received');
    work.release();
    expect(await far.untilEnded()).toBe('Echo: one\n');
    expect(far.ending).toBe('fin');
  });

  test.each([
    ['throws', fail],
    ['rejects', (message: Uint8Array) => Promise.resolve(message).then(fail)],
  ])('answers the messages before one whose work %s, and then none', async (_, does) => {
    const { far, log } = await serving({ does });
    far.send('one\ntwo\nbad\nthree\n');
    expect(await far.untilEnded()).toBe('Echo: one\nEcho: two\nError: the work on this message failed\n');
    expect(far.ending).toBe('fin');
    expect(log.all('work-failed')).toMatchObject([{ error: new Error('bad work') }]);
  });

  test('waits for no work of a connection that is closed', async () => {
    const work = heldWork();
    const { far, served, log } = await serving({ does: work.does });
    far.send('one\ntwo\n');
    await log.said('received', 2);
    far.socket.resetAndDestroy();
    await served;
    expect(log.names.slice(-1)).toEqual(['reset']);
    work.release();
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    expect(work.begun).toEqual(['one']);
  });

  function fail(message: Uint8Array): void {
    if (Buffer.from(message).toString() === 'bad') throw new Error('bad work');
  }
});

describe('Connection.work()', () => {
  const batchOf = (text: string): Batch => createFraming('line', 65_536).push(Buffer.from(text));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('hears of work that fails while the peer takes what is ready', async () => {
    const fail = Promise.withResolvers<undefined>();
    const { connection } = await accepted(pairs, { does: (message) => (String(message) === 'bad' ? fail.promise : undefined) });
    // The clock stands: a turn that took long would be given before the work on `bad` has begun.
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    const parts = connection.work(batchOf('one\nbad\n'));
    expect((await parts.next()).value).toMatchObject({ size: 1, fault: undefined });
    clock.mockRestore();
    fail.reject(new Error('too late for anybody to wait'));
    await turn();
    expect((await parts.next()).value).toMatchObject({ size: 0, fault: { kind: 'work-failed' } });
  });

  test('lets others have their turn while a batch computes for long', async () => {
    const order: string[] = [];
    const does = (message: Uint8Array): undefined => {
      order.push(String(message));
      for (const until = performance.now() + 12; performance.now() < until; );
    };
    const { connection } = await accepted(pairs, { does });
    const other = turn().then(() => order.push('another'));
    const parts: number[] = [];
    for await (const { size } of connection.work(batchOf('one\ntwo\nthree\n'))) parts.push(size);
    await other;
    expect(order).toEqual(['one', 'another', 'two', 'three']);
    expect(parts).toEqual([1, 1, 1]);
  });

  test('gives the fault of a batch that has no message', async () => {
    const { connection } = await accepted(pairs, { does: () => undefined });
    const parts = connection.work(batchOf('x'.repeat(65_537)));
    expect((await parts.next()).value).toMatchObject({ size: 0, fault: { kind: 'too-long' } });
  });
});

describe('serveConnection() at a drain', () => {
  const never = new AbortController().signal;

  test('sends FIN to a connection that has nothing to answer', async () => {
    const { far, connections, log } = await serving();
    await far.exchange('one');
    const drained = connections.drain(never);
    expect(await far.untilEnded()).toBe('Echo: one\n');
    expect(far.ending).toBe('fin');
    far.socket.end();
    expect(await drained).toBe(0);
    expect(log.names.slice(-1)).toEqual(['ended']);
  });

  test('does not answer an unfinished line', async () => {
    const { near, far, connections } = await serving();
    far.send('one\ntw');
    await far.until(() => far.text === 'Echo: one\n');
    expect(near.bytesRead).toBe(6);
    void connections.drain(never);
    far.send('o\n');
    expect(await far.untilEnded()).toBe('Echo: one\n');
  });

  test('answers what was read, worked on or not, and nothing that comes later', async () => {
    const work = heldWork();
    const { near, far, connections, log } = await serving({ does: work.does });
    far.send('one\ntwo\n');
    await log.said('received', 2);
    far.send('three\n');
    await once(near, 'data');
    void connections.drain(never);
    far.send('late\n');
    for (const text of ['one', 'two', 'three']) {
      while (work.begun.at(-1) !== text) await new Promise(setImmediate);
      work.release();
    }
    expect(await far.untilEnded()).toBe('Echo: one\nEcho: two\nEcho: three\n');
    expect(far.ending).toBe('fin');
  });

  test('closes a connection at once that waits for its turn', async () => {
    const { far, connections, connection, log, seats } = await accepted(pairs);
    far.send('one\n');
    const drained = connections.drain(never);
    expect(await far.untilEnded()).toBe('');
    expect(far.ending).toBe('fin');
    far.socket.end();
    expect(await drained).toBe(0);
    await serveConnection(connection); // Its turn comes after all, and nothing is left to do.
    expect(log.names).toEqual(['ended']);
    expect(seats.counts).toEqual({ active: 0, waiting: 0 });
  });

  test('serves with --drain finish until the client leaves, whoever has waited for its turn included', async () => {
    const { far, connections, connection } = await accepted(pairs, { drain: 'finish' });
    const drained = connections.drain(never);
    void serveConnection(connection);
    await far.exchange('one');
    far.socket.end('two\n');
    expect(await far.untilEnded()).toBe('Echo: one\nEcho: two\n');
    expect(await drained).toBe(0);
  });

  test('destroys with --drain finish what is still open at the deadline', async () => {
    const { far, connections } = await serving({ drain: 'finish' });
    await far.exchange('one');
    const deadline = new AbortController();
    const drained = connections.drain(deadline.signal);
    await far.exchange('two');
    deadline.abort();
    expect(await drained).toBe(1);
    await far.untilEnded();
  });

  test('destroys what is still open when the deadline is over already', async () => {
    const { far, connections, served } = await serving();
    await far.exchange('one');
    expect(await connections.drain(AbortSignal.abort())).toBe(1);
    await served;
  });
});

describe('serveConnection() with an idle limit', () => {
  const idleTimeout = 1_000;
  let clock: Clock;
  beforeEach(() => {
    clock = new Clock();
  });
  afterEach(() => {
    clock.restore();
  });

  test('closes a connection on which no message was completed in time', async () => {
    const { far, log } = await serving({ idleTimeout });
    clock.pass(idleTimeout);
    expect(await far.untilEnded()).toBe('');
    expect(far.ending).toBe('fin');
    expect(log.all('timed-out')).toMatchObject([{ after: idleTimeout }]);
  });

  test('starts the clock again with each message', async () => {
    const { far, log } = await serving({ idleTimeout });
    for (const text of ['one', 'two', 'three']) {
      clock.pass(idleTimeout - 1);
      await far.exchange(text);
    }
    expect(log.all('timed-out')).toEqual([]);
    clock.pass(idleTimeout);
    await far.untilEnded();
  });

  test.each([
    ['without work', undefined],
    ['with work', () => Promise.resolve()],
  ])('is not put off by bytes that never end a message, %s', async (_, does) => {
    const { near, far, log } = await serving({ idleTimeout, does });
    for (let drip = 0; drip < 4; drip++) {
      clock.pass(idleTimeout / 5);
      far.send('x');
      await once(near, 'data');
    }
    expect(log.all('timed-out')).toEqual([]);
    clock.pass(idleTimeout / 5);
    expect(await far.untilEnded()).toBe('');
  });

  test('does not count the time that a client waits for its turn', async () => {
    const { far, connection, log } = await accepted(pairs, { idleTimeout });
    clock.pass(10 * idleTimeout);
    void serveConnection(connection);
    await far.exchange('one');
    expect(log.all('timed-out')).toEqual([]);
    expect(log.all('serving')).toMatchObject([{ waited: 10 * idleTimeout }]);
  });

  test('stands still while a message is worked on', async () => {
    const work = heldWork();
    const { far, log } = await serving({ idleTimeout, does: work.does });
    far.send('one\n');
    await log.said('received');
    clock.pass(10 * idleTimeout);
    work.release();
    await far.until(() => far.text === 'Echo: one\n');
    expect(log.all('timed-out')).toEqual([]);
    clock.pass(idleTimeout);
    await far.untilEnded();
  });

  test.each([
    ['without work', undefined],
    ['with work', () => Promise.resolve()],
  ])('closes on a peer that does not take its replies, %s', async (_, does) => {
    const { near, far, log } = await serving({ idleTimeout, does, reads: false });
    far.send(`${'x'.repeat(999)}\n`.repeat(20_000));
    while (!near.isPaused() || !near.writableNeedDrain) await once(near, 'pause');
    clock.pass(idleTimeout);
    expect(log.all('timed-out')).toHaveLength(1);
    const closed = once(near, 'close');
    clock.pass(2_000);
    await closed;
  });
});
