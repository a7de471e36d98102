import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Clock } from '../testing/clock.ts';
import { heldImmediate } from '../testing/held-immediate.ts';
import { Watchdog } from './watchdog.ts';

const timeout = 400;
const look = timeout / 4;

describe('Watchdog', () => {
  let clock: Clock;
  const ping = jest.fn<(worker: string) => void>();
  const onHung = jest.fn<(worker: string) => void>();
  let watchdog: Watchdog<string>;
  beforeEach(() => {
    clock = new Clock();
    ping.mockReset();
    onHung.mockReset();
    watchdog = new Watchdog(timeout, { ping, onHung });
    watchdog.watch('one');
  });
  afterEach(() => {
    watchdog.stop();
    clock.restore();
  });
  const passLooks = (count: number): void => {
    for (let index = 0; index < count; index++) clock.pass(look);
  };

  test('Watchdog asks at each look and finds who does not answer in time, once', () => {
    passLooks(3);
    expect(ping).toHaveBeenCalledTimes(3);
    expect(onHung).not.toHaveBeenCalled();
    passLooks(10);
    expect(onHung.mock.calls).toEqual([['one']]);
    expect(ping).toHaveBeenCalledTimes(3);
  });

  test('Watchdog hears an answer that came while its own process stood still', () => {
    passLooks(3);
    const judge = heldImmediate();
    clock.pass(look);
    watchdog.answered('one'); // Read in the same turn of the loop, after the timers.
    judge();
    expect(onHung).not.toHaveBeenCalled();
  });

  test('answered() keeps a worker', () => {
    ping.mockImplementation((worker) => {
      watchdog.answered(worker);
    });
    passLooks(20);
    expect(onHung).not.toHaveBeenCalled();
  });

  test('Watchdog tells the hung from the well', () => {
    ping.mockImplementation((worker) => {
      if (worker === 'two') watchdog.answered(worker);
    });
    watchdog.watch('two');
    passLooks(8);
    expect(onHung.mock.calls).toEqual([['one']]);
  });

  test('Watchdog that looks late judges nobody and asks again', () => {
    clock.pass(look, { late: 60_000 });
    expect(onHung).not.toHaveBeenCalled();
    expect(ping).toHaveBeenCalledTimes(1);
    passLooks(3);
    expect(onHung).not.toHaveBeenCalled();
    passLooks(1);
    expect(onHung.mock.calls).toEqual([['one']]);
  });

  test('forget() looks no more for a worker, nor does an answer that comes late bring it back', () => {
    watchdog.forget('one');
    watchdog.answered('one');
    passLooks(10);
    expect(ping).not.toHaveBeenCalled();
    expect(onHung).not.toHaveBeenCalled();
  });

  test('Watchdog without a time-out asks nobody', () => {
    watchdog.stop();
    watchdog = new Watchdog<string>(undefined, { ping, onHung });
    watchdog.watch('one');
    passLooks(10);
    expect(ping).not.toHaveBeenCalled();
  });
});
