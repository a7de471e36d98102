import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { IdleClock } from './idle-clock.ts';
import { Clock } from './testing/clock.ts';
import { SocketPairs } from './testing/socket-pairs.ts';

const timeout = 1_000;

describe('IdleClock', () => {
  let clock: Clock;
  let onIdle: jest.Mock<() => void>;
  let idle: IdleClock;
  beforeEach(() => {
    clock = new Clock();
    onIdle = jest.fn();
    idle = new IdleClock(timeout, onIdle);
  });
  afterEach(() => {
    idle.stop();
    clock.restore();
  });

  test('IdleClock tells once that the time is over, and not before', () => {
    clock.pass(timeout - 1);
    expect(onIdle).not.toHaveBeenCalled();
    clock.pass(1);
    clock.pass(10 * timeout);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  test('restart() begins the time again', () => {
    clock.pass(timeout - 1);
    idle.restart();
    clock.pass(timeout - 1);
    expect(onIdle).not.toHaveBeenCalled();
    clock.pass(1);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  test('standStill() lasts until restart()', () => {
    idle.standStill();
    clock.pass(10 * timeout);
    expect(onIdle).not.toHaveBeenCalled();
    idle.restart();
    clock.pass(timeout);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  test('IdleClock whose timer comes late blames nobody and begins again', () => {
    clock.pass(timeout, { late: 30_000 });
    expect(onIdle).not.toHaveBeenCalled();
    clock.pass(timeout);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  test('IdleClock whose timer comes hardly late is on time', () => {
    clock.pass(timeout, { late: 40 });
    expect(onIdle).toHaveBeenCalledTimes(1);
  });
});

// With Node's own timers: the fake ones run again when they are refreshed after they were cleared, Node's do not.
test('IdleClock stop() is for good, whatever comes after', async () => {
  const shortly = 5;
  const onIdle = jest.fn();
  const idle = new IdleClock(shortly, onIdle);
  idle.stop();
  idle.restart();
  await new Promise((resolve) => setTimeout(resolve, shortly)); // Timers of one duration fire in the order they were set.
  expect(onIdle).not.toHaveBeenCalled();
});

// With Node's own loop, which runs timers that are due before it reads.
test('IdleClock hears what came while its own process stood still', async () => {
  const pairs = await SocketPairs.open();
  const { near, far } = await pairs.pair();
  const onIdle = jest.fn();
  const idle = new IdleClock(30, onIdle);
  near.resume();
  const heard = once(near, 'data').then(() => {
    idle.stop();
  });
  far.send('in time');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
  await heard;
  expect(onIdle).not.toHaveBeenCalled();
  await pairs.close();
});
