import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LoadProcess } from './load-process.ts';
import { stepsPerMs } from './load-plan.ts';
import { loadServer } from './load-server.ts';
import { LoopDelay } from './loop-delay.ts';
import { loopLine } from './loop-line.ts';
import { monotonic } from './monotonic.ts';
import { ownServer } from './own-server.ts';
import { RunningServer } from './running-server.ts';

const { signal } = new AbortController();
const stalling = ['--work', `module:${join(import.meta.dirname, 'testing/stalling-work.ts')}`];
const plan = { mode: 'message', connections: 4, inFlight: 1, size: 32, warmup: 0, limit: { messages: 12 } } as const;

describe('LoopDelay', () => {
  test('LoopDelay.worst() has the loop that fared worst while the load lasted', () => {
    const delay = new LoopDelay();
    delay.onLine(loopLine([1_000, 1_060, 1_070, 1_080, 1_110, 1_120, 1_500]).trimEnd());
    delay.onLine(loopLine([1_000, 1_010, 1_020, 1_030, 1_045, 1_055]).trimEnd());
    delay.onLine('server-async listening on 127.0.0.1:5000');
    expect(delay.worst(1_065, 1_130)?.max).toBe(20 * stepsPerMs);
    expect(delay.worst(1_005, 1_056)?.max).toBe(5 * stepsPerMs);
    expect(delay.worst(2_000, 3_000)).toBeUndefined();
  });

  test('LoopDelay.onLine() takes no line of which a part is missing', () => {
    const delay = new LoopDelay();
    const line = loopLine([1_000, 1_060]).trimEnd();
    for (const torn of [line.slice(0, -1), line.slice(3), `${line}${line}`]) delay.onLine(torn);
    expect(delay.worst(0, 2_000)).toBeUndefined();
    delay.onLine(line);
    expect(delay.worst(0, 2_000)?.count).toBe(1);
  });

  test.each([
    ['server-async', [], 1],
    ['server-cluster', ['--workers', '2'], 3],
    ['server-threads', ['--workers', '2'], 3],
  ])('LoopDelay.probed() sees every event loop of %s, and one that stalls', async (name, flags, loops) => {
    const delay = new LoopDelay();
    let lines = 0;
    await using generator = new LoadProcess(undefined);
    const spec = delay.probed(ownServer(name, [...flags, ...stalling]));
    await using server = await RunningServer.start(spec, undefined, signal, (line) => {
      if (line.startsWith('event-loop-delay')) lines++;
      delay.onLine(line);
    });
    const from = monotonic();
    await loadServer(server, generator, plan, signal);
    const to = monotonic();
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(lines).toBe(loops);
    expect(delay.worst(from, to)?.max).toBeGreaterThan(80 * stepsPerMs);
  });
});
