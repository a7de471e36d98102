import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { IdleClients } from './idle-clients.ts';
import { quickLab } from '../../testing/quick-lab.ts';

/** Connections that a listener has not accepted yet: what proc_net_tcp(5) has as its receive queue. */
function queuedAt(port: number): number {
  const address = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const fields = readFileSync('/proc/net/tcp', 'latin1').split('\n').map((line) => line.trim().split(/\s+/));
  const listening = fields.find(([, local, , state]) => local === address && state === '0A');
  return parseInt(listening?.[4]?.split(':')[1] ?? '', 16);
}

describe('IdleClients', () => {
  const here = process.platform === 'linux' ? test : test.skip;

  here('openUpTo() never fills the queue of a server that is slow to accept, and waits until it holds all', async () => {
    const command = [process.execPath, join(import.meta.dirname, '../../testing/slow-server.ts')] as const;
    const spec = { name: 'slow-server', command, ready: 'line', overlapping: true } as const;
    const queued = await quickLab().serveOutside(spec, 'slow-server', async (server) => {
      const seen: number[] = [];
      const look = setInterval(() => seen.push(queuedAt(server.address.port)), 1);
      const clients = new IdleClients(server);
      await clients.openUpTo(1_000);
      clearInterval(look);
      seen.push(queuedAt(server.address.port));
      await clients.closeDownTo(0);
      return seen;
    });
    expect(queued.at(-1)).toBe(0);
    expect(Math.max(...queued)).toBeGreaterThan(0);
    expect(Math.max(...queued)).toBeLessThanOrEqual(400);
  });
});
