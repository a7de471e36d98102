import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { ServerSpec } from '#measure';
import { type Drain, drainUnderLoad } from './drain-under-load.ts';
import { quickLab } from '../../testing/quick-lab.ts';

describe('drainUnderLoad()', () => {
  test('tells what a server leaves unanswered that ends at once', async () => {
    const spec: ServerSpec = {
      name: 'cut-off',
      command: [process.execPath, join(import.meta.dirname, '../../testing/cut-off-server.ts')],
      ready: 'line',
      overlapping: true,
    };
    const drain: Drain = await quickLab().serveOutside(spec, 'cut-off', (server) =>
      drainUnderLoad(server, { clients: 5, wait: 50, before: 30 }),
    );
    expect(drain).toMatchObject({ answered: 0, exit: { code: 0, signal: null } });
    expect(drain.owed).toBeGreaterThan(0);
    expect(drain.ended + drain.reset).toBe(5);
  });
});
