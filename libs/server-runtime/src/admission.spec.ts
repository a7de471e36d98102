import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Admission } from './admission.ts';
import { Seats } from './seats.ts';
import { Clock } from './testing/clock.ts';
import { KeptLog } from './testing/kept-log.ts';
import { optionsOf } from './testing/options-of.ts';
import { SocketPairs } from './testing/socket-pairs.ts';

describe('Admission', () => {
  let pairs: SocketPairs;
  let log: KeptLog;
  let seats: Seats;
  let admission: Admission;
  beforeEach(async () => {
    pairs = await SocketPairs.open();
    log = new KeptLog();
    seats = Seats.for(1, 2);
    admission = new Admission({ log, seats, options: optionsOf() });
  });
  afterEach(() => pairs.close());

  test('admit() takes a seat and says who came', async () => {
    const { near, far } = await pairs.pair();
    expect(admission.admit(near, 2)).toEqual({ connection: 1, peer: `127.0.0.1:${String(far.socket.localPort)}` });
    expect(seats.heldBy(2)).toBe(1);
    expect(log.events).toEqual([]);
  });

  test('admit() has it be quiet about who is yet to be named', async () => {
    admission = new Admission({ log, seats, options: optionsOf({ proxyProtocol: true }) });
    const { near } = await pairs.pair();
    expect(admission.admit(near)).toMatchObject({ connection: 1, quiet: true });
  });

  test('admit() tells those beyond the limit, counts them, and takes the next when a seat is free', async () => {
    const [first, second, third, fourth] = [await pairs.pair(), await pairs.pair(), await pairs.pair(), await pairs.pair()];
    admission.admit(first.near);
    for (const { near, far } of [second, third]) {
      expect(admission.admit(near)).toBeUndefined();
      expect(await far.untilEnded()).toBe('Error: server is full\n');
      expect(far.ending).toBe('fin');
    }
    expect(log.all('refused')).toMatchObject([
      { connection: 2, limit: 1, refused: 1 },
      { connection: 3, limit: 1, refused: 2 },
    ]);
    seats.release();
    expect(admission.admit(fourth.near)).toMatchObject({ connection: 4 });
  });

  test('admit() reaches a client that sent before it was refused', async () => {
    const [first, second] = [await pairs.pair(), await pairs.pair()];
    admission.admit(first.near);
    second.far.send('x'.repeat(100_000));
    admission.admit(second.near);
    expect(await second.far.untilEnded()).toBe('Error: server is full\n');
    second.far.socket.end();
    await once(second.near, 'close');
  });

  test('admit() survives a refused client that resets', async () => {
    const [first, second] = [await pairs.pair(), await pairs.pair()];
    admission.admit(first.near);
    second.far.socket.resetAndDestroy();
    admission.admit(second.near);
    await new Promise((resolve) => second.near.once('close', resolve));
  });

  test('admit() knows no peer where the client is gone already', async () => {
    const { near } = await pairs.pair();
    near.destroy();
    expect(admission.admit(near)).toEqual({ connection: 1, peer: '?' });
  });

  test('admit() lets sixteen refused clients linger, and closes the rest as soon as they are told', async () => {
    const clock = new Clock();
    admission.admit((await pairs.pair()).near);
    const refused: Socket[] = [];
    for (let count = 0; count < 20; count++) {
      const { near, far } = await pairs.pair();
      admission.admit(near);
      refused.push(near);
      expect(await far.untilEnded()).toBe('Error: server is full\n');
    }
    const open = (): number => refused.filter(({ destroyed }) => !destroyed).length;
    expect(open()).toBe(16);
    clock.pass(1_000);
    expect(open()).toBe(0);
    clock.restore();
  });
});
