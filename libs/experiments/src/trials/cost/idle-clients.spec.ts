import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { acceptQueues } from '#machine';
import type { LabServer } from '../../running/lab-server.ts';
import { IdleClients } from './idle-clients.ts';
import { quickLab } from '../../testing/quick-lab.ts';

describe('IdleClients', () => {
  const here = process.platform === 'linux' ? test : test.skip;

  here('openUpTo() never fills the queue of a server that is slow to accept, and waits until it holds all', async () => {
    const command = [process.execPath, join(import.meta.dirname, '../../testing/slow-server.ts')] as const;
    const spec = { name: 'slow-server', command, ready: 'line', overlapping: true } as const;
    const queued = await quickLab().serveOutside(spec, 'slow-server', async (server) => {
      const seen: number[] = [];
      const { port } = server.address;
      const queued = (): number => acceptQueues([port])?.get(port) ?? NaN;
      const look = setInterval(() => seen.push(queued()), 1);
      const clients = new IdleClients(server);
      await clients.openUpTo(1_000);
      clearInterval(look);
      seen.push(queued());
      await clients.closeDownTo(0);
      return seen;
    });
    expect(queued.at(-1)).toBe(0);
    expect(Math.max(...queued)).toBeGreaterThan(0);
    expect(Math.max(...queued)).toBeLessThanOrEqual(400);
  });

  here('openUpTo() asks nothing of a server where there are so many already', async () => {
    const asked = (): never => {
      throw new Error('it is asked');
    };
    await new IdleClients(Object.create(null, { pid: { get: asked } }) as LabServer).openUpTo(0);
  });
});
