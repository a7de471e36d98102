import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { freePort } from '#machine';
import type { LoadRequest } from './load-main.ts';

test('load-main keeps what Node compiled, though it is killed', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'load-main-'));
  const child = fork(join(import.meta.dirname, 'load-main.ts'), { env: { NODE_COMPILE_CACHE: cache } });
  const answered = once(child, 'message');
  const plan = { mode: 'message', connections: 1, inFlight: 1, size: 40, warmup: 0, limit: { messages: 1 } } as const;
  const nobody: LoadRequest = { address: { host: '127.0.0.1', port: await freePort() }, plan, pid: process.pid };
  child.send(nobody);
  expect((await answered)[0]).toHaveProperty('error');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(readdirSync(cache, { recursive: true }).length).toBeGreaterThan(5);
  rmSync(cache, { recursive: true });
});
