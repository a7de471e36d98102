import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hangUp } from './hang-up.ts';
import { Clock } from './testing/clock.ts';
import { heldImmediate } from './testing/held-immediate.ts';
import { SocketPairs } from './testing/socket-pairs.ts';

/** More than the kernel holds for one connection. */
const tooMuch = 'x'.repeat(16_000_000);

describe('hangUp()', () => {
  let clock: Clock;
  let pairs: SocketPairs;
  beforeEach(async () => {
    clock = new Clock();
    pairs = await SocketPairs.open();
  });
  afterEach(async () => {
    clock.restore();
    await pairs.close();
  });

  test.each([true, false])('hangUp() sends what is written, then FIN (patient: %s)', async (patient) => {
    const { near, far } = await pairs.pair();
    near.write(tooMuch);
    hangUp(near, { patient });
    expect((await far.untilEnded()).length).toBe(tooMuch.length);
    expect(far.ending).toBe('fin');
  });

  test('hangUp() lets the last words reach a peer that is still sending', async () => {
    const { near, far } = await pairs.pair();
    far.send('unread '.repeat(10_000));
    near.write('Error: enough\n');
    hangUp(near, { patient: false });
    expect(await far.untilEnded()).toBe('Error: enough\n');
    far.socket.end();
    await far.closed;
    expect(far.ending).toBe('fin');
  });

  test('hangUp() closes at once when the peer ends, too', async () => {
    const { near, far } = await pairs.pair();
    hangUp(near, { patient: true });
    await far.untilEnded();
    far.socket.end();
    await once(near, 'close');
  });

  test('hangUp() closes with its FIN when the peer ended first', async () => {
    const { near, far } = await pairs.pair();
    near.resume();
    far.socket.end();
    await once(near, 'end');
    near.write('last');
    hangUp(near, { patient: true });
    await once(near, 'close');
    expect(await far.untilEnded()).toBe('last');
  });

  test.each([true, false])('hangUp() destroys 1 s after the FIN for a peer that does not end (patient: %s)', async (patient) => {
    const { near, far } = await pairs.pair();
    hangUp(near, { patient });
    await far.untilEnded();
    clock.pass(999);
    expect(near.destroyed).toBe(false);
    clock.pass(1);
    expect(near.destroyed).toBe(true);
  });

  test('hangUp() gives a peer that broke a rule 1 s at a time to take something', async () => {
    const { near, far } = await pairs.pair({ reads: false });
    const firstTaken = new Promise((resolve) => near.write(tooMuch, resolve));
    near.write(tooMuch);
    hangUp(near, { patient: false });
    far.read();
    await firstTaken;
    far.socket.pause();
    clock.pass(1_000);
    expect(near.destroyed).toBe(false);
    clock.pass(1_000);
    expect(near.destroyed).toBe(true);
  });

  test('hangUp() sees what a peer took while its own process stood still', async () => {
    const { near, far } = await pairs.pair({ reads: false });
    const firstTaken = new Promise((resolve) => near.write(tooMuch, resolve));
    near.write(tooMuch);
    hangUp(near, { patient: false });
    const judge = heldImmediate();
    clock.pass(1_000);
    far.read();
    await firstTaken;
    judge();
    expect(near.destroyed).toBe(false);
  });

  test('hangUp() that is patient waits for a slow reader as long as it takes', async () => {
    const { near, far } = await pairs.pair({ reads: false });
    near.write(tooMuch);
    hangUp(near, { patient: true });
    for (let second = 0; second < 60; second++) clock.pass(1_000);
    expect(near.destroyed).toBe(false);
    far.read();
    expect((await far.untilEnded()).length).toBe(tooMuch.length);
  });
});
