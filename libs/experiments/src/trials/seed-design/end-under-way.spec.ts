import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { quickLab } from '../../testing/quick-lab.ts';
import { endUnderWay } from './end-under-way.ts';

test('endUnderWay() counts the replies that a server owes when it ends, and its exit', async () => {
  const lab = quickLab();
  const command = [process.execPath, join(import.meta.dirname, '../../testing/cut-off-server.ts')] as const;
  const spec = { name: 'cut-off-server', command, ready: 'line', overlapping: true } as const;
  expect(await lab.serveOutside(spec, 'cut-off-server', (server) => endUnderWay(lab, server, 'SIGTERM', 3))).toEqual({
    clients: 3,
    answered: 0,
    ended: 0,
    exit: { code: 0, signal: null },
  });
});
