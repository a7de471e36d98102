import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Histogram, type HistogramData } from './histogram.ts';
import { type LoadPlan, type LoadResult, stepsPerMs } from './load-plan.ts';
import { LoadProcess } from './load-process.ts';
import { loadServer } from './load-server.ts';
import { outsideServer } from './outside-server.ts';
import { RunningServer } from './running-server.ts';

const brokenServer = join(import.meta.dirname, 'testing/broken-server.ts');
const { signal } = new AbortController();

const open: LoadPlan = {
  mode: 'open',
  connections: 1,
  inFlight: 1,
  size: 32,
  warmup: 0,
  limit: { duration: 1_500 },
  arrivals: { perSecond: 2_000, spacing: 'poisson', seed: 1 },
};
const idle: LoadPlan = { ...open, mode: 'idle', connections: 250, steps: [50, 250], limit: { messages: 250 } };

let generator: LoadProcess;
beforeAll(() => {
  generator = new LoadProcess(undefined);
});
afterAll(() => generator[Symbol.asyncDispose]());

async function loadBroken(kind: string, plan: LoadPlan, suffers = 5): Promise<LoadResult> {
  const spec = outsideServer(`${kind}=${process.execPath} ${brokenServer} ${kind} {port} ${suffers}`);
  if (spec === undefined) throw new Error('no {port}');
  await using server = await RunningServer.start(spec, undefined, signal);
  return await loadServer(server, generator, plan, signal);
}

function percentile(data: HistogramData | undefined, percent: number): number {
  return data === undefined ? NaN : Histogram.from(data).percentile(percent) / stepsPerMs;
}

describe('loadServer()', () => {
  test('loadServer() shows in an open loop the whole of a stall that service time hides', async () => {
    const { latency, service, messages, errors } = await loadBroken('stalls', open, 1_000);
    expect(errors.first).toBeUndefined();
    expect(percentile(latency, 100)).toBeGreaterThan(195);
    // A tenth of all was meant to be sent while it stood still, and had to wait for half of that on average.
    expect(percentile(latency, 99.9)).toBeGreaterThan(150);
    expect(percentile(latency, 95)).toBeGreaterThan(50);
    // One message alone was under way.
    expect(Histogram.from(service ?? latency).count).toBe(messages);
    expect(percentile(service, 99.9)).toBeLessThan(percentile(latency, 99.9) / 2);
    expect(percentile(service, 100)).toBeGreaterThan(195);
  });

  test('loadServer() sends in an open loop as many as were meant to be', async () => {
    const plan = { ...open, connections: 4, arrivals: { perSecond: 1_000, spacing: 'fixed', seed: 1 } } as const;
    const { messages, seconds, generator: own } = await loadBroken('right', { ...plan, limit: { duration: 500 } });
    // What is due while a busy machine holds it up at the end is not sent any more: then it says so.
    expect(own.limited || messages > 450).toBe(true);
    // Its end may come late, and until then more were meant to be.
    expect(messages).toBeLessThanOrEqual(Math.ceil(seconds * 1_000));
    expect(own.late).toBeGreaterThan(0);
  });

  test('loadServer() records how long each reply took in a closed loop', async () => {
    const plan = { ...open, mode: 'message', connections: 2, inFlight: 3, limit: { messages: 1_000 } } as const;
    const { latency, cpu, switches, busiest } = await loadBroken('right', plan);
    expect(Histogram.from(latency).count).toBe(1_000);
    expect(Histogram.from(latency).min).toBeGreaterThan(0);
    expect(cpu.user + cpu.system).toBeGreaterThan(0);
    expect(switches).toBeGreaterThan(0);
    expect(busiest).toBeGreaterThan(0);
    expect(busiest).toBeLessThanOrEqual(1);
  });

  test('loadServer() records connecting, too, where each message has its own connection', async () => {
    const { latency } = await loadBroken('right', { ...open, mode: 'connect', connections: 3, limit: { messages: 100 } });
    expect(Histogram.from(latency).count).toBe(100);
  });

  test('loadServer() holds connections, reads the memory at each step, and has all of them answered', async () => {
    const { messages, held, errors } = await loadBroken('right', idle);
    expect(messages).toBe(250);
    expect(errors.first).toBeUndefined();
    expect(held?.map(({ connections }) => connections)).toEqual([0, 50, 250]);
    expect((held?.[2]?.pss ?? 0) - (held?.[0]?.pss ?? 0)).toBeGreaterThan(0);
  });

  test('loadServer() counts idle connections that are not answered as lost', async () => {
    const { errors, messages } = await loadBroken('closes', idle, 0);
    expect(errors.lost).toBeGreaterThan(0);
    expect(errors.first).toBe('the server ended the connection');
    expect(messages).toBe(0);
  });

  test('loadServer() marks a load that only the generator can have limited', async () => {
    // More than any process of Node's can send.
    const arrivals = { perSecond: 1_000_000, spacing: 'fixed', seed: 1 } as const;
    const { generator: own } = await loadBroken('right', { ...open, arrivals, limit: { messages: 20_000 }, inFlight: 1_000 });
    expect(own.limited).toBe(true);
    expect(own.behind).toBeGreaterThan(0.5);
  });

  test('loadServer() marks a load that could not be sent when it was due, and does not wait for what is left of it', async () => {
    // The server stands still while half of it becomes due, and one connection has room for one message.
    const arrivals = { perSecond: 200_000, spacing: 'fixed', seed: 1 } as const;
    const plan = { ...open, arrivals, limit: { duration: 300 } };
    const { generator: own, messages, latency } = await loadBroken('stalls', plan, 1);
    expect(own.limited).toBe(true);
    expect(own.behind).toBeGreaterThan(0.5);
    expect(messages).toBeLessThan(30_000);
    expect(percentile(latency, 50)).toBeGreaterThan(50);
  });
});
