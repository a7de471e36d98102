import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { long, longTest, whyLong } from '#long-test';
import { Peer } from '#testing';
import { adminListener } from './admin-listener.ts';
import { Meter } from './meter.ts';
import { type Admin, openAdmin } from './open-admin.ts';

const inputs = long ? 10_000 : 500;

describe('openAdmin()', () => {
  let admin: Admin;
  beforeEach(async () => {
    admin = await openAdmin({ host: '127.0.0.1', port: 0 }, new Meter(() => ({ active: 2, waiting: 1 })), 16);
  });
  afterEach(() => {
    admin.listener.close();
  });
  const ask = (path: string, how: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${admin.address.port}${path}`, { headers: { connection: 'close' }, ...how });

  test('says that it is live, and ready only where that was said', async () => {
    expect((await ask('/livez')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(503);
    admin.ready = true;
    expect((await ask('/readyz?verbose')).status).toBe(200);
    admin.ready = false;
    expect((await ask('/readyz')).status).toBe(503);
  });

  test('tells metrics, the same for a second', async () => {
    const answer = await ask('/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain('\necho_connections_waiting 1\n');
    expect(await (await ask('/metrics')).text()).toBe(text);
  });

  test.each([
    ['/', 'GET', 404],
    ['/livez/', 'GET', 404],
    ['/livez', 'HEAD', 200],
    ['/livez', 'POST', 405],
    ['/metrics', 'DELETE', 405],
  ])('answers %s %s with %i', async (path, method, status) => {
    expect((await ask(path, { method })).status).toBe(status);
  });

  test.each([
    ['a body', 'GET /livez HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n', 413],
    ['more than 8 KiB', `GET /livez HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(9_000)}\r\n\r\n`, 431],
    ['what is no HTTP', 'nothing of the kind\r\n\r\n', 400],
  ])('answers %s and closes', async (_what, text, status) => {
    const peer = await Peer.connect(admin.address.port);
    peer.send(text);
    expect(await peer.untilEnded()).toMatch(`HTTP/1.1 ${status} `);
  });

  test('answers one request after another on a connection, and lets go of who does not await an answer', async () => {
    const peer = await Peer.connect(admin.address.port);
    const request = 'GET /livez HTTP/1.1\r\nhost: a\r\n\r\n';
    for (const times of [1, 2]) {
      peer.send(request);
      await peer.until(() => peer.text.split('live\n').length > times);
    }
    const before = peer.text;
    peer.send(request.repeat(2_000));
    expect(await peer.untilEnded()).toBe(before);
  });

  test('answers on an IPv6 address', async () => {
    const other = await openAdmin({ host: '::1', port: 0 }, new Meter(), 16);
    expect((await fetch(`http://[::1]:${other.address.port}/livez`, { headers: { connection: 'close' } })).status).toBe(200);
    other.listener.close();
  });

  longTest(`lets go of who says nothing, sends slowly, or takes no answer${whyLong('it has 5 s for each')}`, async () => {
    const large = 'x'.repeat(20_000_000); // More than kernels take for who does not.
    const listener = adminListener(new Map([['/large', () => ({ status: 200, text: large })]]), 16).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const ends: Promise<unknown>[] = [];
    listener.on('connection', (socket: Socket) => ends.push(new Promise((resolve) => socket.once('close', resolve))));
    await Peer.connect(port);
    const idle = await Peer.connect(port);
    idle.send('GET /livez HTTP/1.1\r\nhost: a\r\n\r\n');
    const slow = await Peer.connect(port);
    slow.send('GET /livez HTTP/1.1\r\n');
    const drip = setInterval(() => {
      slow.send('x: y\r\n');
    }, 500);
    void slow.closed.then(() => {
      clearInterval(drip);
    });
    const full = await Peer.connect(port, { reads: false });
    full.send('GET /large HTTP/1.1\r\nhost: a\r\n\r\n');
    await Promise.all(ends);
    expect(ends).toHaveLength(4);
    full.socket.destroy();
    listener.close();
  }, 15_000);

  test('closes whoever comes beyond the limit', async () => {
    const peers = await Promise.all(Array.from({ length: 16 }, () => Peer.connect(admin.address.port)));
    const beyond = await Peer.connect(admin.address.port);
    expect(await beyond.untilEnded()).toBe('');
    for (const { socket } of peers) socket.destroy();
    await Promise.all(peers.map(({ closed }) => closed));
  });

  test(`takes any input and goes on${whyLong('10,000 of them')}`, async () => {
    const words = ['GET', 'POST', ' ', '/livez', '/metrics', ' HTTP/1.1', '\r\n', '\r\n\r\n', 'host: a', 'content-length: 5', '\0', 'é'];
    const any = (): string => words[Math.floor(Math.random() * words.length)] ?? '';
    const one = (): Promise<void> =>
      new Promise((resolve) => {
        const text = Array.from({ length: Math.floor(Math.random() * 12) }, any).join('');
        const socket = connect({ port: admin.address.port, host: '127.0.0.1' }, () => {
          if (Math.random() < 0.5) socket.end(text);
          else socket.write(text, () => socket.destroy());
        });
        socket.resume();
        socket.on('error', () => undefined).once('close', () => {
          resolve();
        });
      });
    for (let left = inputs; left > 0; left -= 10) await Promise.all(Array.from({ length: 10 }, one));
    expect((await ask('/livez')).status).toBe(200);
  });
});
