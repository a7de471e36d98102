import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Peer } from '#testing';
import { addressOf, findPort, listen, type ListenOptions } from './listen.ts';
import { Clock } from './testing/clock.ts';
import { KeptLog } from './testing/kept-log.ts';
import { optionsOf } from './testing/options-of.ts';

describe('listen()', () => {
  const log = new KeptLog();
  const open: Server[] = [];
  const bind = async (how: Partial<ListenOptions> = {}): Promise<Server> => {
    const listener = await listen({ ...optionsOf(), ...how }, log);
    open.push(listener);
    return listener;
  };
  afterEach(() => {
    for (const listener of open.splice(0)) listener.close();
  });

  test('binds a port, a free one for 0, on the host alone', async () => {
    const { address, port } = addressOf(await bind());
    expect(address).toBe('127.0.0.1');
    expect(port).toBeGreaterThan(0);
  });

  test('accepts sockets unread, and half-open', async () => {
    const listener = await bind();
    const accepted = once(listener, 'connection') as Promise<[Socket]>;
    const peer = await Peer.connect(addressOf(listener).port);
    const [socket] = await accepted;
    peer.socket.end('one');
    await once(peer.socket, 'finish');
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect([socket.isPaused(), socket.bytesRead, socket.allowHalfOpen]).toEqual([true, 0, true]);
    socket.resume();
    await once(socket, 'end');
    socket.end('still open');
    expect(await peer.untilEnded()).toBe('still open');
  });

  test.each([
    ['en', 'is already in use; stop the other server'],
    ['pt-BR', 'já está em uso; encerre o outro servidor'],
  ] as const)('says in %s that a port is in use', async (lang, words) => {
    const { port } = addressOf(await bind());
    await expect(bind({ port, lang })).rejects.toMatchObject({
      name: 'ServerError',
      code: 'EADDRINUSE',
      message: expect.stringContaining(words),
    });
  });

  test.each([
    ['en', 'cannot listen on 192.0.2.1: this machine has no such address'],
    ['pt-BR', 'não é possível escutar em 192.0.2.1: esta máquina não tem esse endereço'],
  ] as const)('says in %s that the host is not of this machine', async (lang, words) => {
    await expect(bind({ host: '192.0.2.1', lang })).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
      message: expect.stringContaining(words),
    });
  });

  test('lets others share the port where that is asked for', async () => {
    const { port } = addressOf(await bind({ reusePort: true }));
    expect(addressOf(await bind({ reusePort: true, port })).port).toBe(port);
    await expect(bind({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('says of accepts that fail how many they are, in one line a second at most, and accepts on', async () => {
    const clock = new Clock();
    const listener = await bind();
    for (let count = 0; count < 3; count++) listener.emit('error', systemError('ENOMEM'));
    clock.pass(1_000);
    listener.emit('error', systemError('EPERM'));
    clock.restore();
    expect(log.all('accept-failed')).toEqual([
      { event: 'accept-failed', code: 'ENOMEM', failed: 1 },
      { event: 'accept-failed', code: 'EPERM', failed: 4 },
    ]);
    const accepted = once(listener, 'connection') as Promise<[Socket]>;
    const peer = await Peer.connect(addressOf(listener).port);
    (await accepted)[0].destroy();
    await peer.untilEnded();
  });
});

/** As Node makes one of what accept(2) gave. */
function systemError(code: string): Error {
  return Object.assign(new Error(`accept ${code}`), { code });
}

describe('findPort()', () => {
  test('finds a port and leaves it free', async () => {
    const port = await findPort(optionsOf());
    const listener = await listen({ ...optionsOf(), port }, new KeptLog());
    expect(addressOf(listener).port).toBe(port);
    await expect(findPort({ ...optionsOf(), port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    listener.close();
  });

  test('takes none for 0 that an outgoing connection might take meanwhile', async () => {
    const ports = await Promise.all(Array.from({ length: 20 }, () => findPort(optionsOf())));
    expect(ports.filter((port) => port < 10_000 || port >= 32_768)).toEqual([]);
  });
});
