import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Address } from '#measure';
import type { Visit } from '#record';
import { clientLabel } from './client-label.ts';
import { Client, type ClientOptions } from './client.ts';
import { Clock } from '../running/clock.ts';
import { echo, smallServer } from '../testing/small-server.ts';

const client = (address: Address, options: Partial<ClientOptions> = {}): Client =>
  new Client({ number: 1, clock: new Clock(), messages: ['um', 'dois'], ...address, ...options });

const visit = async (serve: (socket: Socket) => void, options: Partial<ClientOptions> = {}): Promise<Visit> =>
  client(await smallServer(serve), options).done;

/** Sends this instead of each reply. */
const replying = (text: string) => (socket: Socket) => {
  socket.on('data', () => socket.write(text)).on('end', () => socket.end());
};

describe('Client', () => {
  test('notes each moment of a visit, in their order', async () => {
    const { label, outcome, reply, ...moments } = await visit(echo);
    expect({ label, outcome, reply }).toEqual({ label: clientLabel(1), outcome: 'ok', reply: 'Echo: umEcho: dois' });
    const { started, connected, sent, firstByte, replied, ended, closed } = moments;
    const order = [started, connected, sent, firstByte, replied, ended, closed];
    expect(order).not.toContain(undefined);
    expect(order).toEqual(order.toSorted((a = NaN, b = NaN) => a - b));
  });

  test('sends each message when the one before was answered', async () => {
    const reads: string[] = [];
    await visit((socket) => {
      socket.on('data', (chunk: Buffer) => reads.push(chunk.toString()));
      echo(socket);
    });
    expect(reads).toEqual(['um', 'dois']);
  });

  test('puts together a reply that comes in pieces', async () => {
    const { outcome } = await visit(
      (socket) => {
        socket.on('data', () => {
          socket.write('Echo:');
          setImmediate(() => socket.write(' um'));
        });
        socket.on('end', () => socket.end());
      },
      { messages: ['um'] },
    );
    expect(outcome).toBe('ok');
  });

  test('holds its connection before it leaves with FIN', async () => {
    const hold = 50;
    const { replied = NaN, ended = NaN } = await visit(echo, { hold });
    // A timer may fire 1 ms before its time, by the finer clock.
    expect(ended - replied).toBeGreaterThanOrEqual(hold - 1);
  });

  test('says when it is connected and when it was answered, before it is done', async () => {
    const address = await smallServer(echo);
    const one = client(address, { hold: 20 });
    const order: string[] = [];
    await Promise.all([
      one.connected.then(() => order.push('connected')),
      one.replied.then(() => order.push('replied')),
      one.done.then(() => order.push('done')),
    ]);
    expect(order).toEqual(['connected', 'replied', 'done']);
  });

  test.each([
    ['another text', 'Echo: eins'],
    ['no prefix', 'um'],
    ['more than was sent', 'Echo: umEcho: um'],
    ['an error', 'Error: server is full\n'],
  ])('finds out a reply with %s', async (_, text) => {
    const { outcome, replied, reply } = await visit(replying(text), { messages: ['um'] });
    expect({ outcome, replied, reply }).toEqual({ outcome: 'wrong-reply', replied: undefined, reply: text });
  });

  test('finds out a server that ends without a reply', async () => {
    const { outcome, firstByte } = await visit((socket) => {
      socket.resume();
      socket.end();
    });
    expect({ outcome, firstByte }).toEqual({ outcome: 'no-reply', firstByte: undefined });
  });

  test('finds out a server that ends in the middle of a reply', async () => {
    const { outcome, reply } = await visit((socket) => {
      socket.once('data', () => socket.end('Echo: u'));
    });
    expect({ outcome, reply }).toEqual({ outcome: 'no-reply', reply: 'Echo: u' });
  });

  test('says so when it is reset', async () => {
    const { outcome } = await visit((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    expect(outcome).toBe('ECONNRESET');
  });

  test('says so when nobody listens, and still settles all its promises', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    listener.close();
    await once(listener, 'close');
    const one = client({ host: '127.0.0.1', port });
    await Promise.all([one.connected, one.replied]);
    const { outcome, connected } = await one.done;
    expect({ outcome, connected }).toEqual({ outcome: 'ECONNREFUSED', connected: undefined });
  });

  test('gives up on a server that never answers', async () => {
    const { outcome } = await visit((socket) => socket.resume(), { patience: 50 });
    expect(outcome).toBe('timed-out');
  });

  test('keeps the beginning of a long reply', async () => {
    const { reply = '', outcome } = await visit(echo, { messages: ['a'.repeat(5_000)] });
    expect(outcome).not.toBe('no-reply');
    expect(reply).toHaveLength(200);
  });
});
