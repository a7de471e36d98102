import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { processesOf } from '#machine';
import { measure, type MeasureOptions } from './measure.ts';
import { MeasureError } from './measure-error.ts';
import { measureRounds } from './measure-rounds.ts';
import { outsideServer } from './outside-server.ts';
import { ownServer } from './own-server.ts';
import type { ServerSpec } from './server-spec.ts';

const brokenServer = join(import.meta.dirname, 'testing/broken-server.ts');
const leavesAnother = join(import.meta.dirname, 'testing/leaves-another.ts');
const peer = join(import.meta.dirname, '../../../tools/peers/node-batched/main.ts');

function specOf(command: string): ServerSpec {
  const spec = outsideServer(command);
  if (spec === undefined) throw new Error(`no {port} in ${command}`);
  return spec;
}

const peerSpec = specOf(`node-batched=${process.execPath} ${peer} --port {port}`);

function broken(kind: string, suffers = 5): ServerSpec {
  return specOf(`${kind}=${process.execPath} ${brokenServer} ${kind} {port} ${suffers}`);
}

const load: Omit<MeasureOptions, 'server'> = {
  mode: 'message',
  connections: 3,
  inFlight: 8,
  size: 40,
  warmup: 0,
  limit: { messages: 2_000 },
};

describe('measure()', () => {
  test('measure() counts just the messages that were asked for', async () => {
    const figures = await measure({ ...load, server: peerSpec });
    expect(figures).toMatchObject({
      server: 'node-batched',
      connections: 3,
      messages: 2_000,
      errors: { lost: 0, outOfOrder: 0, corrupted: 0 },
    });
    expect(figures.messagesPerSecond).toBeGreaterThan(0);
    expect(figures.pss.before).toBeGreaterThan(1_000_000);
    expect(figures.pss.after).toBeGreaterThan(1_000_000);
  });

  test('measure() runs for as long as was asked for, after a warm-up, and reads the CPU time', async () => {
    const figures = await measure({ ...load, warmup: 50, limit: { duration: 300 }, server: peerSpec });
    expect(figures.seconds).toBeGreaterThan(0.29);
    expect(figures.messages).toBeGreaterThan(100);
    expect(figures.cpu.total).toBeGreaterThan(0);
  });

  test('measure() makes a connection for each message with mode connect', async () => {
    const figures = await measure({ ...load, mode: 'connect', limit: { messages: 200 }, server: peerSpec });
    expect(figures).toMatchObject({ messages: 200, errors: { lost: 0, outOfOrder: 0, corrupted: 0 } });
  });

  test('measure() uses one connection for a server that serves one at a time', async () => {
    const figures = await measure({ ...load, server: { ...peerSpec, overlapping: false } });
    expect(figures.connections).toBe(1);
  });

  test('measure() takes messages that are longer than what one read brings', async () => {
    const big = { ...load, size: 200_000, inFlight: 2, limit: { messages: 30 } };
    expect(await measure({ ...big, server: peerSpec })).toMatchObject({ messages: 30, errors: { corrupted: 0 } });
  });

  const wrongInOne = async (kind: string, errors: Readonly<Record<string, number>>): Promise<void> => {
    const figures = await measure({ ...load, connections: 1, server: broken(kind) });
    expect(figures.errors).toMatchObject(errors);
    expect(figures.errors.first).toMatch(/^expected "Echo: 000\.00.+, got "Echo: 000\.00/);
  };
  const found = 'measure() finds out a server that %s a message';
  test.each([
    ['corrupts', { corrupted: 1 }],
    ['swaps', { outOfOrder: 1 }],
  ])(found, wrongInOne);
  longTest.each([
    ['loses', { outOfOrder: 1 }],
    ['doubles', { corrupted: 1 }],
  ])(`${found}${whyLong('to lose is to answer out of order, and to double is to corrupt')}`, wrongInOne);

  test('measure() finds out what comes before anything was asked for, and what comes after the only reply', async () => {
    const greeted = await measure({ ...load, connections: 1, server: broken('greets') });
    expect(greeted.errors.first).toMatch(/^(the server sent more than it was asked for|expected .+, got "Welcome)/);
    const visited = await measure({ ...load, mode: 'connect', connections: 1, server: broken('doubles', 0) });
    expect(visited.errors).toMatchObject({ corrupted: 1 });
  });

  const wrongInMany = async (kind: string): Promise<void> => {
    const many = { ...load, connections: 1, inFlight: 100, limit: { messages: 100_000 } };
    const { errors } = await measure({ ...many, server: broken(kind, 99_000) });
    expect(errors).toMatchObject({ outOfOrder: 1 });
  };
  const note = whyLong('one in few is found out the same way');
  longTest.each(['loses', 'swaps'])(`measure() finds out a server that %s one message in 100,000${note}`, wrongInMany);

  test('measure() counts what was due on a connection that the server closed as lost', async () => {
    const figures = await measure({ ...load, connections: 1, server: broken('closes') });
    expect(figures.errors).toMatchObject({ lost: 8, outOfOrder: 0, corrupted: 0 });
  });

  test('measure() says why a server ended before it listened', async () => {
    await expect(measure({ ...load, server: broken('unstartable') })).rejects.toMatchObject({
      problem: { code: 'server-ended', server: 'unstartable', exit: { code: 1 }, lastLines: 'the disk is full' },
    });
  });

  const notDeceived = async (how: string, when: string): Promise<void> => {
    const server = specOf(`x=${process.execPath} ${leavesAnother} ${how} ${when} {port}`);
    const problem = await measure({ ...load, connections: 1, inFlight: 1, server }).catch((error: unknown) => (error as MeasureError).problem);
    expect(problem).toMatchObject({ code: 'server-ended', exit: { code: 3, signal: null } });
    const [, pid = ''] = /^my place has (\d+)$/.exec('lastLines' in problem ? problem.lastLines : '') ?? [];
    expect(Number(pid)).toBeGreaterThan(1);
    expect(processesOf(Number(pid))).toEqual([]);
  };
  const deceived = 'measure() is not deceived by a good server that another left behind, %s, %s, and ends it';
  longTest.each([
    ['daemon', 'loaded'],
    ['daemon', 'at-once'],
    ['beside', 'loaded'],
  ])(`${deceived}${whyLong('with a shell between, it does the same')}`, notDeceived);

  test('measure() is not deceived by one that a shell ran, while the shell is still to say that it ended', async () => {
    // It counts without a command, for longer than the one that is left behind takes to listen.
    const counts = 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done';
    const server = specOf(`x=sh -c '${process.execPath} ${leavesAnother} good at-once {port} &'; ${counts}; exit 3`);
    await expect(measure({ ...load, connections: 1, server })).rejects.toMatchObject({ problem: { code: 'server-ended', exit: { code: 3 } } });
  });

  test('measure() refuses a load that cannot be', async () => {
    await expect(measure({ ...load, size: 7, server: peerSpec })).rejects.toThrow(RangeError);
    await expect(measure({ ...load, inFlight: 1_000_000, server: peerSpec })).rejects.toThrow(RangeError);
  });

  test('measure() leaves no process behind, aborted or not', async () => {
    const before = processesOf(process.pid).length;
    const stop = new AbortController();
    const forever = { ...load, limit: { duration: 60_000 }, server: peerSpec, signal: stop.signal };
    const running = measure(forever);
    setTimeout(() => {
      stop.abort();
    }, 300);
    await expect(running).rejects.toMatchObject({ problem: { code: 'stopped' } });
    await measure({ ...load, server: peerSpec });
    expect(processesOf(process.pid).length).toBe(before);
  });
});

describe('measureRounds()', () => {
  test('measureRounds() starts each round with another server', async () => {
    const order: string[] = [];
    const all = await measureRounds({
      ...load,
      servers: [peerSpec, broken('right')],
      rounds: 2,
      onFigures: ({ server }, round) => order.push(`${round} ${server}`),
    });
    expect(order).toEqual(['1 node-batched', '1 right', '2 right', '2 node-batched']);
    expect(all.map((rounds) => rounds.map(({ server }) => server))).toEqual([
      ['node-batched', 'node-batched'],
      ['right', 'right'],
    ]);
  });

  test('measureRounds() fails at the first wrong reply', async () => {
    const rounds = measureRounds({ ...load, servers: [broken('corrupts')], rounds: 3 });
    await expect(rounds).rejects.toMatchObject({ problem: { code: 'wrong-replies', server: 'corrupts' } });
  });
});

describe('ownServer()', () => {
  test('ownServer() says which servers there are', () => {
    expect(() => ownServer('server-nope')).toThrow(MeasureError);
  });
});

describe('outsideServer()', () => {
  test('outsideServer() tells a name from a variable', () => {
    expect(outsideServer('go-echo=./echo {port}')).toMatchObject({ name: 'go-echo', command: './echo {port}' });
    expect(outsideServer('PORT={port} ./echo')).toMatchObject({ name: 'PORT={port} ./echo' });
    expect(outsideServer('./echo 5000')).toBeUndefined();
  });
});
