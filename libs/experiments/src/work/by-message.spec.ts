import { describe, expect, test } from '@jest/globals';
import workByMessage from './by-message.ts';

describe('workByMessage()', () => {
  const work = (message: string): unknown => workByMessage(Buffer.from(message));

  test('waits where the message says so, and else is done at once', async () => {
    const waits = work('wait 1\n');
    expect(waits).toHaveProperty('then');
    await waits;
    expect(work('compute 1\n')).toBeUndefined();
    expect(work('hello')).toBeUndefined();
  });

  test('throws where the message says so', () => {
    expect(() => work('throw\n')).toThrow('the message asked for it');
  });
});
