import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { clauses, Limiter, runContract } from '#contract';
import { longTest, whyLong } from '#long-test';
import { builtMain, type Peer, ServerProcess } from '#testing';

// What is built starts, workers and all, in less than two thirds of the time that its sources take.
const main = builtMain(join(import.meta.dirname, '..'));

const note = whyLong('the other way of accepting is held to the same');

const two = ['--workers', '2', '--log-level', 'debug'];
const fixtures = join(import.meta.dirname, '../../../libs/contract/src/fixtures');
const work = ['--work', `module:${join(fixtures, 'work-by-message.ts')}`];

/** A client that was handed over, and the thread that got it. */
async function connectTo(server: ServerProcess): Promise<{ peer: Peer; thread: number }> {
  const peer = await server.connect();
  const { to } = await server.said('handed-over', { peer: `127.0.0.1:${String(peer.socket.localPort)}` });
  return { peer, thread: Number(to) };
}

describe('server-threads', () => {
  test('hands each connection over to the thread that has the fewest', async () => {
    const server = await ServerProcess.start(main, two);
    const clients = [];
    for (let count = 0; count < 4; count++) clients.push(await connectTo(server));
    expect(clients.map(({ thread }) => thread)).toEqual([1, 2, 1, 2]);

    for (const { peer, thread } of clients) if (thread === 2) peer.socket.end();
    await server.said('ended', { worker: 2 }, 2);
    const more = [];
    for (let count = 0; count < 4; count++) more.push((await connectTo(server)).thread);
    expect(more).toEqual([2, 2, 1, 2]);
  });

  test('serves each connection in the thread that got it', async () => {
    const server = await ServerProcess.start(main, two);
    for (const text of ['one', 'two']) {
      const { peer, thread } = await connectTo(server);
      await peer.exchange(text);
      await server.said('received', { message: text, worker: thread });
    }
  });

  test('--accept reuse-port has every thread accept for itself', async () => {
    const server = await ServerProcess.start(main, [...two, '--accept', 'reuse-port']);
    const threads = new Set<unknown>();
    for (let count = 0; count < 200 && threads.size < 2; count++) {
      const peer = await server.connect();
      await peer.exchange('one');
      threads.add((await server.said('accepted', { peer: `127.0.0.1:${String(peer.socket.localPort)}` }))['worker']);
    }
    expect([...threads].sort()).toEqual([1, 2]);
    expect(server.all('handed-over')).toEqual([]);
    server.signal('SIGTERM');
    await server.said('draining');
  });

  longTest(`--accept reuse-port tells all for whom there are no descriptors, and recovers${note}`, async () => {
    const [outcome] = runContract({
      clauses: clauses.filter(({ id }) => id === 'descriptors/recovers'),
      target: { command: [process.execPath, main, '--accept', 'reuse-port'] },
      promises: { framing: 'line', serves: 'overlapping', workers: 'threads', maxMessageBytes: 65_536 },
      patience: 10_000,
      long: false,
      limiter: new Limiter(3),
    });
    expect(await outcome).toMatchObject({ result: 'passed' });
  });

  const ends = [
    ['throws', 'throw-later', 'thrown where nobody catches it', []],
    ['exits', 'exit 7', 'exit(7)', []],
    ['fills its heap', 'out-of-memory', 'memory limit', []],
    ['computes for ever', 'compute', 'exit(1)', ['--hang-timeout', '2s']],
  ] as const;
  const inContract = whyLong('clauses of the contract tell of each');
  longTest.each(ends)(`loses the connections of a thread that %s only, and replaces it${inContract}`, async (_, message, reason, flags) => {
    const server = await ServerProcess.start(main, [...two, ...work, ...flags]);
    const [victim, bystander, beside] = [await connectTo(server), await connectTo(server), await connectTo(server)];
    expect([victim.thread, bystander.thread, beside.thread]).toEqual([1, 2, 1]);
    await bystander.peer.exchange('before');
    victim.peer.send(`${message}\n`);
    await bystander.peer.exchange('meanwhile');
    await Promise.all([victim.peer.untilEnded(), beside.peer.untilEnded()]);
    await bystander.peer.exchange('after');

    const ended = await server.said('worker-ended', { id: 1 });
    expect(ended['reason']).toContain(reason);
    expect(server.all('worker-hung')).toHaveLength(message === 'compute' ? 1 : 0);
    await server.said('worker-started', { id: 1 }, 2);
    const next = await connectTo(server);
    expect(next.thread).toBe(1);
    await next.peer.exchange('served by the replacement');
    expect(server.all('worker-ended')).toHaveLength(1);
  });

  test('hands nobody over to a thread that is ending: whoever comes back at once is served', async () => {
    const server = await ServerProcess.start(main, [...two, ...work]);
    const clients = [];
    while (clients.length < 12) clients.push(await connectTo(server));
    const lost = clients.filter(({ thread }) => thread === 1);
    lost[0]?.peer.send('exit 7\n');
    await Promise.all(
      lost.map(async ({ peer }) => {
        await peer.untilEnded();
        await (await server.connect()).exchange('here again');
      }),
    );
    expect(lost).toHaveLength(6);
  });

  test('leaves no client hanging that was handed over to a thread which hangs', async () => {
    const server = await ServerProcess.start(main, [...two, ...work, '--hang-timeout', '2s']);
    // Where none answers, each is as good as another.
    for (const { peer, thread } of [await connectTo(server), await connectTo(server)]) {
      peer.send('hang\n');
      await server.said('received', { worker: thread });
    }
    await (await connectTo(server)).peer.untilEnded();
  });

  const seldom = whyLong('it computes for 3 s');
  longTest(`hands nobody over to a thread that is silent while another answers, until it answers${seldom}`, async () => {
    const server = await ServerProcess.start(main, [...two, ...work]);
    const [{ peer }] = [await connectTo(server), await connectTo(server)];
    peer.send('block 3000\n');
    await server.said('received', { worker: 1 });
    const threads: number[] = [];
    while (threads.slice(-5).join() !== '2,2,2,2,2') {
      threads.push((await connectTo(server)).thread);
      expect(peer.text).toBe(''); // It has been silent all the while.
    }
    await peer.until(() => peer.text !== '');
    while ((await connectTo(server)).thread !== 1);
  });

  test('--max-connections counts over all threads, and a thread that dies gives back its seats', async () => {
    const server = await ServerProcess.start(main, [...two, ...work, '--max-connections', '3']);
    const full = async (): Promise<void> => {
      const refused = await server.connect();
      expect(await refused.untilEnded()).toBe('Error: server is full\n');
    };
    const [first, second] = [await connectTo(server), await connectTo(server)];
    await connectTo(server);
    await full();
    first.peer.send('exit 7\n');
    await server.said('worker-started', { id: 1 }, 2);
    for (const text of ['one', 'two']) await (await connectTo(server)).peer.exchange(text);
    await full();
    second.peer.socket.end();
    await server.said('ended', { worker: 2 });
    await (await connectTo(server)).peer.exchange('three');
    expect(server.all('refused')).toMatchObject([{ limit: 3, refused: 1 }, { limit: 3, refused: 2 }]);
  });

  test('--max-connections counts those, too, that wait for the replacement of the only thread', async () => {
    const flags = ['--workers', '1', '--log-level', 'debug', '--max-connections', '3'];
    const server = await ServerProcess.start(main, [...flags, ...work]);
    const { peer } = await connectTo(server);
    peer.send('exit 7\n');
    await server.said('worker-ended');
    const waiting = [await server.connect(), await server.connect(), await server.connect()];
    const refused = await server.connect();
    expect(await refused.untilEnded()).toBe('Error: server is full\n');
    await Promise.all(waiting.map((client) => client.exchange('served by the replacement')));
  });
});
