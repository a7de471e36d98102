import type { ServerContext } from '../context.ts';
import { messages } from '../messages.ts';
import { Responsiveness } from './responsiveness.ts';
import { RestartBackoff } from './restart-backoff.ts';
import { ServerError } from '../server-error.ts';
import { Watchdog } from './watchdog.ts';
import type { Worker, WorkerEvents } from './worker.ts';
import type { FromWorker } from './worker-messages.ts';

/** How long after the drain deadline, ms, a worker may take to end before it is killed. */
const graceMs = 1_000;

/** What a worker may take to start, ms, on a busy machine and with a work module to load, before its silence counts. */
const startMs = 30_000;

/** Within what time a signal reaches all processes that it is sent to, ms, with room to spare. */
const togetherMs = 1_000;

export interface SupervisorOptions<W extends Worker> {
  readonly count: number;
  /** Silence after which a worker is taken for hung, ms; see `--hang-timeout`. */
  readonly hangTimeout: number | undefined;
  /**
   * Starts worker `id`, 1 to `count`; a replacement has the id of the one that died.
   *
   * @throws whatever the system says, which counts as `onNotStarted`
   */
  fork(id: number, events: WorkerEvents): W;
  /** Whether newcomers are handed over to workers: then it is watched closely which of them answer. */
  readonly handsOver?: boolean;
}

/** A worker that serves. */
export interface Ready<W> {
  readonly id: number;
  readonly worker: W;
}

interface Kept<W> extends Ready<W> {
  readyAt?: number;
  /** It was told to end at once. */
  killed?: boolean;
  /** Why it drained, once it has. */
  drained?: string;
}

/**
 * Keeps workers alive: starts them, lets them serve, replaces one that dies or hangs, drains them,
 * and says so when it is of no use.
 */
export class Supervisor<W extends Worker> {
  readonly #context: ServerContext;
  readonly #options: SupervisorOptions<W>;
  readonly #kept = new Map<number, Kept<W>>();
  readonly #watchdog: Watchdog<Kept<W>>;
  readonly #responsiveness: Responsiveness<Ready<W>> | undefined;
  readonly #backoffs = new Map<number, RestartBackoff>();
  readonly #allReady = Promise.withResolvers<undefined>();
  readonly #gone = Promise.withResolvers<undefined>();
  #phase: 'starting' | 'serving' | 'draining' = 'starting';
  #destroyed = 0;
  readonly #untilReady: (() => void)[] = [];

  private constructor(context: ServerContext, options: SupervisorOptions<W>) {
    this.#context = context;
    this.#options = options;
    const ping = ({ worker }: Ready<W>): void => {
      worker.send({ say: 'ping' });
    };
    this.#watchdog = new Watchdog<Kept<W>>(options.hangTimeout, {
      ping,
      onHung: (kept) => {
        context.log.emit({ event: 'worker-hung', id: kept.id, after: options.hangTimeout ?? 0 });
        kept.killed = true;
        kept.worker.kill();
      },
    });
    if (options.handsOver === true) {
      this.#responsiveness = new Responsiveness(() => this.ready().filter(({ worker }) => worker.isIdle?.() !== true), ping);
    }
    context.gatherer?.follow(
      () => this.ready(),
      ({ worker }) => {
        worker.send({ say: 'measure' });
      },
    );
    for (let id = 1; id <= options.count; id++) this.#fork(id);
    // One that computes hears neither a signal nor that its parent is gone.
    process.on('exit', () => {
      for (const { worker } of this.#kept.values()) worker.kill();
    });
  }

  /** Resolves when every worker is ready. */
  static async start<W extends Worker>(context: ServerContext, options: SupervisorOptions<W>): Promise<Supervisor<W>> {
    const workers = new Supervisor(context, options);
    await workers.#allReady.promise;
    return workers;
  }

  /** Lets all of them serve, and from here on each replacement at once. */
  serve(): void {
    this.#phase = 'serving';
    for (const { worker } of this.ready()) worker.send({ say: 'serve' });
  }

  /** The workers that serve now: none, for the moment that it takes to replace them all. */
  ready(): Ready<W>[] {
    return [...this.#kept.values()].filter(
      ({ worker, readyAt, killed }) => readyAt !== undefined && killed !== true && worker.isLeaving?.() !== true,
    );
  }

  /**
   * Those that a newcomer may go to, at least one: those that answer, or all that serve, where none does.
   *
   * @param onWait where all died at once, is told so before it waits until one is replaced
   */
  async available(onWait?: () => void): Promise<readonly Ready<W>[]> {
    let ready = this.ready(); // One look: a thread may say at any moment that it is leaving.
    if (ready.length === 0) onWait?.();
    while (ready.length === 0) {
      await new Promise<void>((resolve) => this.#untilReady.push(resolve));
      ready = this.ready();
    }
    return this.#responsiveness?.responsive(ready) ?? ready;
  }

  /**
   * Has every worker drain, and kills those that are still there soon after `deadline`.
   *
   * @returns how many connections had to be destroyed
   */
  async drain(deadline: AbortSignal): Promise<number> {
    this.#phase = 'draining';
    this.#watchdog.stop();
    for (const { worker } of this.ready()) worker.send({ say: 'drain' });
    const killAll = (): void => {
      setTimeout(() => {
        for (const { worker } of this.#kept.values()) worker.kill();
      }, graceMs).unref();
    };
    if (deadline.aborted) killAll();
    else deadline.addEventListener('abort', killAll, { once: true });
    if (this.#kept.size > 0) await this.#gone.promise;
    return this.#destroyed;
  }

  #fork(id: number): void {
    const onNotStarted = (error: unknown): void => {
      this.#onNotStarted(id, error);
    };
    let worker: W;
    try {
      worker = this.#options.fork(id, {
        onMessage: (message) => {
          this.#onMessage(kept, message);
        },
        onExit: (reason) => {
          this.#onExit(kept, reason);
        },
        onNotStarted,
      });
    } catch (error) {
      onNotStarted(error);
      return;
    }
    const kept: Kept<W> = { id, worker };
    this.#kept.set(id, kept);
    this.#watchdog.watch(kept, startMs);
  }

  #onMessage(kept: Kept<W>, message: FromWorker): void {
    this.#watchdog.answered(kept);
    this.#responsiveness?.answered(kept);
    switch (message.say) {
      case 'ready':
        this.#onReady(kept);
        break;
      case 'measured':
        this.#context.gatherer?.answered(kept, message.figures);
        break;
      case 'drained':
        kept.drained = message.cause;
        this.#destroyed += message.destroyed;
        break;
      case 'failed':
        this.#context.fail(new ServerError(message.code, message.message));
        break;
      case 'pong':
    }
  }

  #onReady(kept: Kept<W>): void {
    kept.readyAt = performance.now();
    for (const resolve of this.#untilReady.splice(0)) resolve();
    const { pid } = kept.worker;
    this.#context.log.emit({ event: 'worker-started', id: kept.id, ...(pid !== undefined && { pid }) });
    if (this.#phase !== 'starting') {
      kept.worker.send({ say: this.#phase === 'draining' ? 'drain' : 'serve' });
      return;
    }
    if (this.ready().length === this.#options.count) this.#allReady.resolve(undefined);
  }

  #onExit(kept: Kept<W>, reason: string): void {
    this.#kept.delete(kept.id);
    this.#watchdog.forget(kept);
    this.#context.gatherer?.ended(kept);
    const { drained } = kept;
    switch (this.#phase) {
      case 'starting':
        if (drained === undefined) this.#onDied(kept, reason);
        else this.#context.stop(drained); // Whoever signals a server that starts means the server.
        break;
      case 'serving':
        if (drained === undefined) this.#onDied(kept, reason);
        else if (this.#kept.size > 0) this.#replaceUnlessStopped(kept.id, drained);
        else this.#context.stop(drained); // A signal reached the workers first: it was meant for the whole server.
        break;
      case 'draining':
        if (drained === undefined) this.#context.log.emit({ event: 'worker-ended', id: kept.id, reason });
        if (this.#kept.size === 0) this.#gone.resolve(undefined);
    }
  }

  #onDied(kept: Kept<W>, reason: string): void {
    this.#context.log.emit({ event: 'worker-ended', id: kept.id, reason });
    this.#replace(kept.id, livedFor(kept), (deaths) => {
      return new ServerError('CRASH_LOOP', messages[this.#context.options.lang].crashLoop(deaths, reason));
    });
  }

  #onNotStarted(id: number, error: unknown): void {
    const kept = this.#kept.get(id);
    if (kept !== undefined) this.#watchdog.forget(kept);
    this.#kept.delete(id);
    const reason = error instanceof Error ? error.message : String(error);
    this.#context.log.emit({ event: 'worker-not-started', id, reason });
    this.#replace(id, 0, (tries) => {
      const { cannotStartWorkers } = messages[this.#context.options.lang];
      return new ServerError('NO_WORKERS', cannotStartWorkers(tries, reason), { cause: error });
    });
  }

  /** Tries again, soon or later, unless that is of no use. */
  #replace(id: number, livedMs: number, giveUp: (deaths: number) => ServerError): void {
    const backoff = this.#backoffOf(id);
    const delay = backoff.died(livedMs);
    const others = [...this.#kept.values()];
    if (backoff.hopeless && !others.some((other) => RestartBackoff.isSound(livedFor(other)))) {
      this.#context.fail(giveUp(backoff.deaths));
      return;
    }
    this.#context.log.emit({ event: 'worker-replaced', id, delay });
    setTimeout(() => {
      if (this.#phase !== 'draining') this.#fork(id);
    }, delay);
  }

  /** A signal to one worker alone was meant for that one; of one that all get, the server hears in a moment. */
  #replaceUnlessStopped(id: number, cause: string): void {
    setTimeout(() => {
      if (this.#phase !== 'serving') return;
      this.#context.log.emit({ event: 'worker-ended', id, reason: cause });
      this.#context.log.emit({ event: 'worker-replaced', id, delay: 0 });
      this.#fork(id);
    }, togetherMs).unref();
  }

  #backoffOf(id: number): RestartBackoff {
    const backoff = this.#backoffs.get(id) ?? new RestartBackoff();
    this.#backoffs.set(id, backoff);
    return backoff;
  }
}

/** How long a worker has served, ms. */
function livedFor({ readyAt }: { readonly readyAt?: number }): number {
  return readyAt === undefined ? 0 : performance.now() - readyAt;
}
