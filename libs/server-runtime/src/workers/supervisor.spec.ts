import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Clock } from '../testing/clock.ts';
import { contextOf, type TestContext } from '../testing/context-of.ts';
import type { ToWorker } from './worker-messages.ts';
import type { Worker, WorkerEvents } from './worker.ts';
import { Supervisor } from './supervisor.ts';

/** A worker that does as the test says; `events` is how it reaches its keeper. */
class FakeWorker implements Worker {
  readonly id: number;
  readonly events: WorkerEvents;
  readonly told: ToWorker['say'][] = [];
  leaving = false;
  idle = false;
  readonly kill = jest.fn(() => {
    this.events.onExit('SIGKILL');
  });

  constructor(id: number, events: WorkerEvents) {
    this.id = id;
    this.events = events;
  }

  send({ say }: ToWorker): void {
    this.told.push(say);
  }

  isLeaving(): boolean {
    return this.leaving;
  }

  isIdle(): boolean {
    return this.idle;
  }

  ready(): void {
    this.events.onMessage({ say: 'ready' });
  }

  drained(destroyed = 0, cause = 'SIGTERM'): void {
    this.events.onMessage({ say: 'drained', destroyed, cause });
    this.events.onExit('exit(0)');
  }

  die(reason = 'SIGKILL'): void {
    this.events.onExit(reason);
  }
}

describe('Supervisor', () => {
  const hangTimeout = 400;
  const never = new AbortController().signal;
  let clock: Clock;
  let context: TestContext;
  /** Every worker that was ever forked. */
  let forked: FakeWorker[];
  /** What the system says to every fork. */
  let failing: Error | undefined;
  let exitListeners: ((code: number) => void)[];
  beforeEach(() => {
    exitListeners = process.listeners('exit');
    clock = new Clock();
    context = contextOf();
    forked = [];
    failing = undefined;
  });
  afterEach(() => {
    clock.restore();
    addedOnExit().forEach((listener) => process.off('exit', listener));
  });
  const addedOnExit = (): ((code: number) => void)[] =>
    process.listeners('exit').filter((listener) => !exitListeners.includes(listener));
  const start = (count = 2, timeout = hangTimeout): Promise<Supervisor<FakeWorker>> =>
    Supervisor.start(context, {
      count,
      hangTimeout: timeout,
      fork: (id, events) => {
        if (failing !== undefined) throw failing;
        const worker = new FakeWorker(id, events);
        forked.push(worker);
        return worker;
      },
      handsOver: true,
    });
  const nth = (index: number): FakeWorker => {
    const worker = forked[index];
    if (worker === undefined) throw new Error(`only ${forked.length} were forked`);
    return worker;
  };
  const serving = async (count = 2, timeout = hangTimeout): Promise<Supervisor<FakeWorker>> => {
    const started = start(count, timeout);
    for (const worker of forked) worker.ready();
    const workers = await started;
    workers.serve();
    return workers;
  };
  const ids = (workers: Supervisor<FakeWorker>): number[] => workers.ready().map(({ id }) => id);

  test('start() resolves when all are ready, and nobody serves before serve()', async () => {
    let ready = false;
    const started = start().then((workers) => {
      ready = true;
      return workers;
    });
    nth(0).ready();
    await Promise.resolve();
    expect(ready).toBe(false);
    nth(1).ready();
    const workers = await started;
    expect(forked.map(({ told }) => told)).toEqual([[], []]);
    workers.serve();
    expect(forked.map(({ id, told }) => [id, told])).toEqual([
      [1, ['serve']],
      [2, ['serve']],
    ]);
    expect(context.log.names).toEqual(['worker-started', 'worker-started']);
  });

  test('replaces the first that dies at once, under its id, and lets the replacement serve', async () => {
    const workers = await serving();
    nth(0).die('SIGKILL');
    expect(ids(workers)).toEqual([2]);
    clock.pass(0);
    expect(nth(2).id).toBe(1);
    nth(2).ready();
    expect(nth(2).told).toEqual(['serve']);
    expect(context.log.all('worker-ended')).toEqual([{ event: 'worker-ended', id: 1, reason: 'SIGKILL' }]);
    expect(context.log.all('worker-replaced')).toEqual([{ event: 'worker-replaced', id: 1, delay: 0 }]);
  });

  test('waits from the second death on, and gives up at the sixth', async () => {
    await serving(1);
    for (const delay of [0, 100, 200, 400, 800]) {
      const before = forked.length;
      nth(before - 1).die('exit(7)');
      clock.pass(Math.max(0, delay - 1));
      expect(forked).toHaveLength(delay === 0 ? before + 1 : before);
      clock.pass(1);
      expect(forked).toHaveLength(before + 1);
    }
    expect(context.fail).not.toHaveBeenCalled();
    nth(5).die('exit(7)');
    expect(context.fail.mock.calls).toMatchObject([
      [{ code: 'CRASH_LOOP', message: expect.stringMatching(/^6 workers in a row .* exit\(7\); giving up\.$/) }],
    ]);
    clock.pass(60_000);
    expect(forked).toHaveLength(6);
  });

  test('takes a worker that cannot be started for one that died at once: the others serve on, and it is tried again', async () => {
    const workers = await serving();
    clock.pass(2_000);
    failing = new Error('EAGAIN');
    nth(0).die('exit(7)');
    clock.pass(0);
    expect(context.log.all('worker-not-started')).toEqual([{ event: 'worker-not-started', id: 1, reason: 'EAGAIN' }]);
    clock.pass(60_000);
    expect(context.fail).not.toHaveBeenCalled();
    expect(ids(workers)).toEqual([2]);

    failing = undefined;
    clock.pass(5_000);
    expect(nth(2).id).toBe(1);
    nth(2).events.onNotStarted(new Error('EMFILE')); // Said later, as child processes do.
    clock.pass(5_000);
    nth(3).ready();
    expect(ids(workers)).toEqual([2, 1]);
  });

  test('gives up with what the system said where no worker can be started at all', () => {
    failing = new Error('EAGAIN');
    void start(2);
    clock.pass(60_000);
    const message = expect.stringMatching(/^a worker could not be started in 6 tries \(EAGAIN\); .*\.$/);
    expect(context.fail.mock.calls[0]).toMatchObject([{ code: 'NO_WORKERS', message, cause: failing }]);
    expect(forked).toEqual([]);
  });

  test('does not give up on one that keeps dying while another does well', async () => {
    const workers = await serving(2);
    clock.pass(2_000);
    nth(1).events.onMessage({ say: 'pong' });
    for (let round = 0; round < 8; round++) {
      forked.filter(({ id }) => id === 1).at(-1)?.die();
      nth(1).events.onMessage({ say: 'pong' });
      for (let second = 0; second < 60; second++) {
        clock.pass(100);
        nth(1).events.onMessage({ say: 'pong' });
      }
    }
    expect(context.fail).not.toHaveBeenCalled();
    expect(ids(workers)).toEqual([2]);
  });

  test('gives up on one that keeps dying when no other has lived for 2 s', async () => {
    await serving(2);
    const latest = (): FakeWorker | undefined => forked.filter(({ id }) => id === 1).at(-1);
    for (const delay of [0, 100, 200, 400, 800]) {
      latest()?.die();
      for (let passed = 0; passed < delay; passed += 100) {
        nth(1).events.onMessage({ say: 'pong' });
        clock.pass(100);
      }
      clock.pass(0);
    }
    expect(context.fail).not.toHaveBeenCalled();
    latest()?.die();
    expect(context.fail.mock.calls).toMatchObject([[{ code: 'CRASH_LOOP' }]]);
  });

  test('stops the server when a signal has drained a worker before all were ready', () => {
    void start(2);
    nth(0).ready();
    nth(0).drained();
    expect(context.stop.mock.calls).toEqual([['SIGTERM']]);
  });

  test('says of a worker that it ended, when it had to be killed at the deadline', async () => {
    const workers = await serving(1);
    const drained = workers.drain(AbortSignal.abort());
    clock.pass(1_000);
    expect(nth(0).kill).toHaveBeenCalled();
    await drained;
    expect(context.log.all('worker-ended')).toEqual([{ event: 'worker-ended', id: 1, reason: 'SIGKILL' }]);
  });

  test('kills what is left when the process exits', async () => {
    await serving(1);
    addedOnExit().forEach((listener) => {
      listener(0);
    });
    expect(nth(0).kill).toHaveBeenCalled();
  });

  test('begins to count again when a worker was sound', async () => {
    await serving(1);
    for (let round = 0; round < 10; round++) {
      const worker = nth(round);
      if (round > 0) worker.ready();
      for (let look = 0; look < 25; look++) {
        worker.events.onMessage({ say: 'pong' });
        clock.pass(100);
      }
      worker.die();
      clock.pass(0);
    }
    expect(context.fail).not.toHaveBeenCalled();
    expect(context.log.all('worker-replaced').map(({ delay }) => delay)).toEqual(Array(10).fill(0));
  });

  test('ready() leaves out one that says that it ends, before the system says so', async () => {
    const workers = await serving();
    nth(0).leaving = true;
    expect(ids(workers)).toEqual([2]);
    nth(0).die('exit(7)');
    clock.pass(0);
    nth(2).ready();
    expect(ids(workers)).toEqual([2, 1]);
  });

  test('kills a worker that hangs and replaces it, and no other', async () => {
    const workers = await serving();
    for (let look = 0; look < 5; look++) {
      clock.pass(hangTimeout / 4);
      nth(1).events.onMessage({ say: 'pong' });
    }
    expect([nth(0).kill.mock.calls.length, nth(1).kill.mock.calls.length]).toEqual([1, 0]);
    clock.pass(0);
    nth(2).ready();
    expect(ids(workers).sort()).toEqual([1, 2]);
    expect(context.log.names.slice(2)).toEqual(['worker-hung', 'worker-ended', 'worker-replaced', 'worker-started']);
  });

  test('ready() leaves out one that hangs from when it is told to end, however long that takes', async () => {
    const workers = await serving();
    nth(0).kill.mockImplementation(() => undefined);
    for (let look = 0; look < 5; look++) {
      clock.pass(hangTimeout / 4);
      nth(1).events.onMessage({ say: 'pong' });
    }
    expect(nth(0).kill).toHaveBeenCalled();
    expect(ids(workers)).toEqual([2]);
  });

  test('available() never gives none, where the only one says between two looks that it ends', async () => {
    const workers = await serving(1);
    const given: number[] = [];
    for (let before = 0; before < 4; before++) {
      let looks = 0;
      jest.spyOn(nth(0), 'isLeaving').mockImplementation(() => looks++ >= before);
      void workers.available().then((available) => given.push(available.length));
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
    expect(given).not.toContain(0);
  });

  test('asks one that is silent once, for as long as it is', async () => {
    await serving(1, 30_000);
    clock.pass(1_000);
    expect(nth(0).told.filter((say) => say === 'ping')).toHaveLength(1);
  });

  test('asks nobody who has nothing to serve: an idle server is idle', async () => {
    await serving(1, 30_000);
    nth(0).idle = true;
    clock.pass(1_000);
    expect(nth(0).told).toEqual(['serve']);
  });

  test('replaces a worker that a signal has drained alone', async () => {
    const workers = await serving();
    nth(0).drained();
    clock.pass(999);
    expect([ids(workers), forked.length]).toEqual([[2], 2]);
    clock.pass(1);
    nth(2).ready();
    expect(ids(workers)).toEqual([2, 1]);
    expect(context.log.all('worker-ended')).toEqual([{ event: 'worker-ended', id: 1, reason: 'SIGTERM' }]);
    expect(context.stop).not.toHaveBeenCalled();
  });

  test('replaces none when a signal has drained all, and stops', async () => {
    const workers = await serving();
    nth(0).drained();
    nth(1).drained();
    expect(context.stop).toHaveBeenCalledTimes(1);
    expect(await workers.drain(never)).toBe(0);
    clock.pass(60_000);
    expect(forked).toHaveLength(2);
  });

  test('replaces none when the server is stopped after its workers', async () => {
    const workers = await serving();
    nth(0).drained();
    const drained = workers.drain(never);
    clock.pass(60_000);
    nth(1).drained();
    expect([await drained, forked.length]).toEqual([0, 2]);
  });

  test('fails for all when one says that none can start', () => {
    void start();
    nth(0).events.onMessage({ say: 'failed', code: 'BAD_WORK_MODULE', message: 'it is not there.' });
    expect(context.fail.mock.calls).toMatchObject([[{ name: 'ServerError', code: 'BAD_WORK_MODULE', message: 'it is not there.' }]]);
  });

  test('available() waits while all are being replaced, and says so', async () => {
    const workers = await serving(1);
    expect(await workers.available()).toMatchObject([{ id: 1 }]);
    nth(0).die();
    const onWait = jest.fn();
    let available = false;
    const waited = workers.available(onWait).then(() => (available = true));
    expect(onWait).toHaveBeenCalledTimes(1);
    clock.pass(0);
    await Promise.resolve();
    expect(available).toBe(false);
    nth(1).ready();
    await waited;
  });

  test('available() leaves out who was silent for 250 ms while another answered, until it answers', async () => {
    const workers = await serving(3, 30_000);
    const available = async (): Promise<number[]> => (await workers.available()).map(({ id }) => id);
    const pass = (ms: number, ...answering: number[]): void => {
      for (let passed = 0; passed < ms; passed += 50) {
        clock.pass(50);
        for (const id of answering) nth(id - 1).events.onMessage({ say: 'pong' });
      }
    };
    pass(300, 1, 2, 3);
    expect(await available()).toEqual([1, 2, 3]);
    pass(200, 1, 3);
    expect(await available()).toEqual([1, 2, 3]);
    pass(200, 1, 3);
    expect(await available()).toEqual([1, 3]);
    pass(400);
    expect(await available()).toEqual([1, 2, 3]); // None answers: as good as any.
    nth(1).events.onMessage({ say: 'pong' });
    expect(await available()).toEqual([2]);
    pass(50, 1, 2, 3);
    expect(await available()).toEqual([1, 2, 3]);
  });

  test('drain() tells each, awaits all, and sums what they destroyed', async () => {
    const workers = await serving();
    const drained = workers.drain(never);
    expect(forked.map(({ told }) => told.at(-1))).toEqual(['drain', 'drain']);
    nth(0).drained(2);
    nth(1).drained(3);
    expect(await drained).toBe(5);
  });

  test('drain() has one drain that becomes ready meanwhile, and forks none', async () => {
    const workers = await serving();
    nth(0).die();
    clock.pass(0);
    const drained = workers.drain(never);
    nth(2).ready();
    expect(nth(2).told).toEqual(['drain']);
    nth(1).die();
    clock.pass(60_000);
    nth(2).drained(1);
    expect(await drained).toBe(1);
    expect(forked).toHaveLength(3);
  });

  test('drain() cancels a replacement that was still to come', async () => {
    const workers = await serving(1);
    nth(0).die();
    expect(await workers.drain(never)).toBe(0);
    clock.pass(60_000);
    expect(forked).toHaveLength(1);
  });

  test('drain() takes nobody for hung', async () => {
    const workers = await serving();
    void workers.drain(never);
    clock.pass(60 * hangTimeout);
    expect(nth(0).kill).not.toHaveBeenCalled();
  });

  test('drain() kills those that are still there 1 s after the deadline', async () => {
    const workers = await serving();
    const deadline = new AbortController();
    const drained = workers.drain(deadline.signal);
    nth(0).drained();
    deadline.abort();
    clock.pass(999);
    expect(nth(1).kill).not.toHaveBeenCalled();
    clock.pass(1);
    expect([nth(0).kill.mock.calls.length, nth(1).kill.mock.calls.length]).toEqual([0, 1]);
    await drained;
  });
});
