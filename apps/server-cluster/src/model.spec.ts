import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { clauses, Limiter, runContract } from '#contract';
import { longTest, whyLong } from '#long-test';
import { builtMain, type Peer, ServerProcess } from '#testing';

// What is built starts, workers and all, in less than two thirds of the time that its sources take.
const main = builtMain(join(import.meta.dirname, '..'));

const note = whyLong('the other way of accepting is held to the same');

const two = ['--workers', '2', '--log-level', 'debug'];

/** A client that was accepted, and the id of the worker that accepted it. */
async function connectTo(server: ServerProcess): Promise<{ peer: Peer; worker: number }> {
  const peer = await server.connect();
  const { worker } = await server.said('accepted', { peer: `127.0.0.1:${String(peer.socket.localPort)}` });
  return { peer, worker: Number(worker) };
}

/** Clients until each of two workers has one: the kernel gives them to whichever asks first. */
async function oneOnEach(server: ServerProcess): Promise<readonly [Peer, Peer]> {
  const peers = new Map<number, Peer>();
  for (let count = 0; count < 200; count++) {
    const { peer, worker } = await connectTo(server);
    peers.set(worker, peer);
    const [first, second] = [peers.get(1), peers.get(2)];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  throw new Error('one worker got all 200 connections');
}

/** The process that worker `id` is, or its `times`th replacement is. */
async function pidOf(server: ServerProcess, id: number, times = 1): Promise<number> {
  const { pid } = await server.said('worker-started', { id }, times);
  return Number(pid);
}

/** Until the primary has taken note of its end: as long, a process can be signalled. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(5);
  }
}

describe('server-cluster', () => {
  test('serves from every worker', async () => {
    const server = await ServerProcess.start(main, two);
    const [first, second] = await oneOnEach(server);
    await first.exchange('one');
    await second.exchange('two');
    expect(await pidOf(server, 1)).not.toBe(await pidOf(server, 2));
  });

  const inContract = whyLong('a clause of the contract says so, too');
  longTest(`loses the clients of a killed worker only, and replaces it${inContract}`, async () => {
    const server = await ServerProcess.start(main, two);
    const [first, second] = await oneOnEach(server);
    await second.exchange('before');
    process.kill(await pidOf(server, 1), 'SIGKILL');
    await first.untilEnded();
    await second.exchange('after');

    const ended = await server.said('worker-ended', { id: 1, reason: 'SIGKILL' });
    const replaced = await server.said('worker-started', { id: 1 }, 2);
    expect(server.all('worker-replaced')).toMatchObject([{ id: 1, delay: 0 }]);
    // At once; five times what the replacement may take to start.
    expect(Number(replaced['ns']) - Number(ended['ns'])).toBeLessThan(10e9);
    const [again] = await oneOnEach(server);
    await again.exchange('served by the replacement');
    await second.exchange('still');
  });

  test('--scheduling rr gives each worker the same share', async () => {
    const server = await ServerProcess.start(main, [...two, '--scheduling', 'rr']);
    const workers: number[] = [];
    for (let count = 0; count < 10; count++) workers.push((await connectTo(server)).worker);
    expect([1, 2].map((id) => workers.filter((worker) => worker === id).length)).toEqual([5, 5]);
  });

  test('--scheduling rr gives those who were on their way to a worker that dies to another', async () => {
    const server = await ServerProcess.start(main, [...two, '--scheduling', 'rr']);
    process.kill(await pidOf(server, 1), 'SIGSTOP');
    const peers = [];
    while (peers.length < 6) peers.push(await server.connect());
    for (const peer of peers) peer.send('one\n');
    await server.said('received', { worker: 2 }, 3);
    process.kill(await pidOf(server, 1), 'SIGKILL');
    await server.said('received', {}, 6);
    for (const peer of peers) peer.socket.end();
    expect(await Promise.all(peers.map((peer) => peer.untilEnded()))).toEqual(Array(6).fill('Echo: one\n'));
  });

  longTest(`--scheduling rr gives none to a worker that a signal alone has drain${note}`, async () => {
    const work = join(import.meta.dirname, '../../../libs/contract/src/fixtures/work-by-message.ts');
    const server = await ServerProcess.start(main, [...two, '--scheduling', 'rr', '--work', `module:${work}`]);
    const { peer, worker } = await connectTo(server);
    let idle = await connectTo(server);
    while (idle.worker !== worker) idle = await connectTo(server);
    peer.send('wait 3000\n');
    await server.said('received', { worker });
    process.kill(await pidOf(server, worker), 'SIGTERM');
    expect(await idle.peer.untilEnded()).toBe(''); // It drains: until then, it may be given others.
    for (let count = 0; count < 4; count++) {
      const next = await server.connect();
      await next.exchange('one');
      next.socket.end();
    }
    expect(peer.text).toBe('');
    expect(await peer.untilEnded()).toBe('Echo: wait 3000\n');
  });

  longTest(`--scheduling rr tells all for whom there are no descriptors, and recovers${note}`, async () => {
    const [outcome] = runContract({
      clauses: clauses.filter(({ id }) => id === 'descriptors/recovers'),
      target: { command: [process.execPath, main, '--scheduling', 'rr'] },
      promises: { framing: 'line', serves: 'overlapping', workers: 'processes', maxMessageBytes: 65_536 },
      patience: 10_000,
      long: false,
      limiter: new Limiter(1),
    });
    expect(await outcome).toMatchObject({ result: 'passed' });
  });

  test('says once that the port is in use, before it forks', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    const server = new ServerProcess(main, [...two, '--port', String(port)]);
    expect(await server.exited).toBe(1);
    expect(server.stderr).toMatch(/^server-cluster: port \d+ on 127\.0\.0\.1 is already in use; [^\n]*\n$/);
    expect(server.stdout).toBe('');
    stranger.close();
  });

  test('replaces a worker that a signal alone had drain', async () => {
    const server = await ServerProcess.start(main, two);
    const [first, second] = await oneOnEach(server);
    await first.exchange('one');
    process.kill(await pidOf(server, 1), 'SIGTERM');
    expect(await first.untilEnded()).toBe('Echo: one\n');
    expect(first.ending).toBe('fin');
    first.socket.end();
    await second.exchange('two');
    await server.said('worker-ended', { id: 1, reason: 'SIGTERM' });
    await pidOf(server, 1, 2);
    const [again] = await oneOnEach(server);
    await again.exchange('served by the replacement');
  });

  longTest(`ends when a signal had all workers drain${whyLong('a clause of the contract has all drain')}`, async () => {
    const server = await ServerProcess.start(main, two);
    for (const pid of [await pidOf(server, 1), await pidOf(server, 2)]) process.kill(pid, 'SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.all('worker-replaced')).toEqual([]);
    expect(server.stderr).toBe('');
  });

  test('has no total fall when a worker is killed, and says why it was replaced', async () => {
    const server = await ServerProcess.start(main, [...two, '--admin', '127.0.0.1:0']);
    const { port } = await server.said('admin-listening');
    const peer = await server.connect();
    await peer.exchange('one');
    const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    const before = await scrape();
    expect(before).toContain('\necho_messages_total 1\n');
    const { worker } = await server.said('received');
    process.kill(await pidOf(server, Number(worker)), 'SIGKILL');
    await server.said('worker-started', { id: worker }, 2);
    await sleep(1_000); // The text is kept for so long.
    const after = await scrape();
    expect(after).toContain('\necho_messages_total 1\n');
    expect(after).toContain('\necho_workers_replaced_total{reason="signal"} 1\n');
    expect(after).toContain('\necho_workers_ready 2\n');
  });

  const gives = `gives up on workers that all die as they start${whyLong('a clause of the contract says that it does')}`;
  longTest(gives, async () => {
    const work = join(import.meta.dirname, '../../../libs/contract/src/fixtures/work-ends-its-worker.ts');
    const server = new ServerProcess(main, [...two, '--work', `module:${work}`]);
    expect(await server.exited).toBe(1);
    expect(server.stderr).toMatch(/^server-cluster: 6 workers in a row died right after they started, .*exit\(7\); giving up\.\n$/);
    expect(server.all('worker-ended').length).toBeGreaterThanOrEqual(6);
  });

  longTest(`leaves no worker behind that computes, on a signal that comes more than 1 s after the first${whyLong('a clause of the contract says that a later signal stops at once')}`, async () => {
    const work = join(import.meta.dirname, '../../../libs/contract/src/fixtures/work-by-message.ts');
    const server = await ServerProcess.start(main, [...two, '--work', `module:${work}`, '--drain-timeout', 'off']);
    const pids = [await pidOf(server, 1), await pidOf(server, 2)];
    const { peer } = await connectTo(server);
    peer.send('compute\n');
    await server.said('received');
    server.signal('SIGTERM');
    await server.said('draining');
    await sleep(1_100); // The rule is about time.
    server.signal('SIGTERM');
    expect(await server.exited).toBe(0);
    await Promise.all(pids.map(untilGone));
  });
});
