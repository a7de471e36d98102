import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { busyElsewhere } from './busy-elsewhere.ts';

const linux = existsSync('/proc/stat');

test('busyElsewhere() is a share of the machine where the system tells, and ends at once when it is stopped', async () => {
  const share = await busyElsewhere(200);
  if (linux) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    await expect(busyElsewhere(200, AbortSignal.abort())).rejects.toThrow();
  } else {
    expect(share).toBeUndefined();
  }
});
