import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { deadlineAfter, stopRequest } from './stop-requests.ts';
import { Clock } from './testing/clock.ts';

describe('stopRequest()', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = new Clock();
  });
  afterEach(() => {
    clock.restore();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('resolves with the first signal: %s', async (signal) => {
    const stopAtOnce = jest.fn();
    const requested = stopRequest(stopAtOnce);
    process.emit(signal, signal);
    expect(await requested).toBe(signal);
    expect(stopAtOnce).not.toHaveBeenCalled();
  });

  test('takes what comes within 1 s for the same request, and a later one for another', async () => {
    const stopAtOnce = jest.fn();
    const requested = stopRequest(stopAtOnce);
    process.emit('SIGINT', 'SIGINT');
    clock.pass(1_000);
    process.emit('SIGTERM', 'SIGTERM');
    expect(stopAtOnce).not.toHaveBeenCalled();
    clock.pass(1);
    process.emit('SIGTERM', 'SIGTERM');
    expect(stopAtOnce).toHaveBeenCalledTimes(1);
    expect(await requested).toBe('SIGINT');
  });
});

describe('deadlineAfter()', () => {
  test('aborts after its time', async () => {
    const deadline = deadlineAfter(5);
    expect(deadline.aborted).toBe(false);
    await new Promise((resolve) => {
      deadline.addEventListener('abort', resolve);
    });
  });

  test('without a time never aborts', () => {
    expect(deadlineAfter(undefined).aborted).toBe(false);
  });
});
