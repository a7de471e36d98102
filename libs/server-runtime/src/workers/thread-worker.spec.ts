import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker as Thread } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Peer } from '#testing';
import { contextOf, type TestContext } from '../testing/context-of.ts';
import { Seats } from '../seats.ts';
import { attach, transferModes, type TransferMode } from './socket-handle.ts';
import { threadWorker, type ThreadWorker, type ToThread } from './thread-worker.ts';

/** A thread that is not there: what is sent to it arrives in this one. */
class FakeThread extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly arrived: ToThread[] = [];
  readonly terminate = jest.fn();
  readonly #ports = new MessageChannel();

  constructor() {
    super();
    this.#ports.port2.onmessage = ({ data }: { data: ToThread }) => this.arrived.push(data);
  }

  postMessage(...given: Parameters<MessagePort['postMessage']>): void {
    this.#ports.port1.postMessage(...given);
  }

  close(): void {
    this.#ports.port1.close();
  }
}

describe.each(transferModes)('threadWorker() that transfers the %s', (mode: TransferMode) => {
  let listener: Server;
  let context: TestContext;
  let thread: FakeThread;
  let worker: ThreadWorker;
  let exited: string[];
  let ids = 0;
  let peers: Peer[];
  beforeEach(async () => {
    listener = createServer({ allowHalfOpen: true, pauseOnConnect: true }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    context = contextOf();
    thread = new FakeThread();
    exited = [];
    peers = [];
    worker = threadWorker(1, thread as unknown as Thread, mode, context, {
      onMessage: () => undefined,
      onExit: (reason) => exited.push(reason),
      onNotStarted: () => undefined,
    });
  });
  afterEach(() => {
    listener.close();
    thread.close();
    for (const { socket } of peers) socket.destroy();
  });

  /** A client, and its socket here, which has a seat of the thread's. */
  const accept = async (): Promise<{ peer: Peer; socket: Socket }> => {
    const connection = once(listener, 'connection') as Promise<[Socket]>;
    const { port } = listener.address() as { readonly port: number };
    const peer = await Peer.connect(port);
    peers.push(peer);
    const [socket] = await connection;
    context.seats.take(1);
    return { peer, socket };
  };
  const handOver = (socket: Socket): void => {
    worker.postMessage({ socket, about: { connection: ++ids, peer: 'peer' }, acceptedAt: 0 }, [socket]);
  };
  const arrivals = async (count: number): Promise<Socket[]> => {
    const taken = (): Socket[] =>
      thread.arrived.flatMap((message) => (message.say === 'take' ? message.newcomers : [])).map(({ socket }) => attach(socket));
    while (taken().length < count) await nextTurn();
    return taken();
  };

  test('those of one turn go over in one message, each whole: paused, unread, half open at FIN', async () => {
    const clients = [await accept(), await accept()];
    for (const { peer } of clients) peer.socket.end('before');
    for (const { socket } of clients) handOver(socket);
    const sockets = await arrivals(2);
    expect(thread.arrived).toHaveLength(1);
    for (const { socket } of clients) expect(socket.destroyed).toBe(true);
    for (const [index, socket] of sockets.entries()) {
      expect([socket.isPaused(), socket.bytesRead, socket.allowHalfOpen]).toEqual([true, 0, true]);
      socket.setEncoding('utf8').resume();
      expect(await once(socket, 'data')).toEqual(['before']);
      socket.end('after');
      expect(await clients[index]?.peer.untilEnded()).toBe('after');
    }
  });

  test('those that were handed over arrive before the message that follows', async () => {
    const { socket } = await accept();
    handOver(socket);
    worker.send({ say: 'drain' });
    const [arrived] = await arrivals(1);
    while (thread.arrived.length < 2) await nextTurn();
    expect(thread.arrived.map(({ say }) => say)).toEqual(['take', 'drain']);
    arrived?.destroy();
  });

  test('what the log has held back of it goes along, with the claim to it', async () => {
    const claim = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    jest.spyOn(context.log, 'share').mockReturnValue({ lines: ['accepted'], claim });
    const { socket } = await accept();
    handOver(socket);
    const [arrived] = await arrivals(1);
    const [message] = thread.arrived;
    const untold = message?.say === 'take' ? message.newcomers[0]?.untold : undefined;
    expect(untold?.lines).toEqual(['accepted']);
    Atomics.store(claim, 0, 1);
    expect(untold?.claim[0]).toBe(1);
    arrived?.destroy();
  });

  test('one that cannot be transferred is ended alone, and its seat is free', async () => {
    const [one, two, three] = [await accept(), await accept(), await accept()];
    two.socket.destroy();
    for (const { socket } of [one, two, three]) handOver(socket);
    const sockets = await arrivals(2);
    await two.peer.untilEnded();
    expect(context.log.all('not-handed-over')).toMatchObject([{ connection: ids - 1, code: expect.any(String) }]);
    expect(context.seats.heldBy(1)).toBe(2);
    for (const socket of sockets) socket.destroy();
  });

  test('those that cannot be transferred are closed, and give their seats back', async () => {
    const clients = [await accept(), await accept()];
    jest.spyOn(thread, 'postMessage').mockImplementation(() => {
      throw new Error('DataCloneError');
    });
    for (const { socket } of clients) handOver(socket);
    for (const { peer } of clients) await peer.untilEnded();
    expect(context.log.all('not-handed-over')).toHaveLength(2);
    expect(context.seats.heldBy(1)).toBe(0);
  });

  test('it is idle until it has a connection', async () => {
    expect(worker.isIdle?.()).toBe(true);
    await accept();
    expect(worker.isIdle?.()).toBe(false);
  });

  test('what a thread that ended held is free, and it is known that it was leaving', async () => {
    await accept();
    new Seats(context.seats.shared, 1).leave();
    expect(worker.isLeaving?.()).toBe(true);
    thread.emit('exit', 1);
    expect([context.seats.heldBy(1), worker.isLeaving?.()]).toEqual([0, false]);
  });

  test('those that a thread which ended was to get are let go of', async () => {
    const { peer, socket } = await accept();
    handOver(socket);
    thread.emit('error', new Error('it fell'));
    thread.emit('exit', 1);
    await peer.untilEnded();
    expect(exited).toEqual(['it fell']);
    await nextTurn();
    expect(thread.arrived).toEqual([]);
  });
});
