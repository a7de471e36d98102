import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from './exit.ts';
import { Mark } from './mark.ts';
import { ownEnvironment } from './own-environment.ts';
import { isZombie, processStat } from './process-stat.ts';
import { processesOf } from './processes-of.ts';
import { readLines } from './read-lines.ts';

/** How long a program may take to end when it is told to, ms. */
const endsWithin = 5_000;

/** How long what a program wrote may take to be read once it has ended, ms: another one may hold its pipes open for ever. */
const readWithin = 500;

/** How long processes that were killed may take to be gone, ms, and how often that is looked at. */
const goneWithin = 2_000;
const lookEvery = 10;

/** How much is kept of what a program says on stderr, in characters. */
const keptCharacters = 16_000;

/** Those that run, so that none outlives this process: a session of its own is reached by no Ctrl-C. */
const running = new Set<Session>();
process.on('exit', () => {
  for (const session of running) session.kill();
});

export type Command = readonly [program: string, ...args: string[]];

export interface SessionOptions {
  /** Where it is started; by default where this process is. */
  readonly cwd?: string | undefined;
  /** What its environment has beside ours. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Whether `write()` is to reach its stdin. */
  readonly stdin?: boolean;
  /** Is given each line of its stdout. */
  readonly onLine?: (line: string) => void;
  /** Is given what a program of Node's sends with `process.send()`. */
  readonly onMessage?: (message: unknown) => void;
  /** Kills it when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A program that was started here, as the leader of a session of its own (setsid(2)), and all processes that it started:
 * none is left behind, whoever their parent is.
 */
export class Session {
  /** Of its first process; 0 where that could not be started. */
  readonly pid: number;
  /** Resolves when its first process has ended and what that wrote has been read. Never rejects. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #mark = new Mark();
  /** Processes of its, by id, and when each was started. */
  readonly #seen = new Map<number, number>();
  readonly #gone: Promise<Exit>;
  #exit: Exit | undefined;
  #stderr = '';

  constructor([program, ...args]: Command, options: SessionOptions = {}) {
    const { cwd, env, stdin = false, onLine = () => undefined, onMessage, signal } = options;
    const child = spawn(program, args, {
      cwd,
      env: { ...ownEnvironment(), ...env, ...this.#mark.variable },
      detached: true,
      stdio: [stdin ? 'pipe' : 'ignore', 'pipe', 'pipe', ...(onMessage ? (['ipc'] as const) : [])],
    });
    this.#child = child;
    this.pid = child.pid ?? 0;
    if (this.pid > 0) running.add(this);
    // Read even where nobody wants it: a full pipe must not hold it up.
    if (child.stdout) readLines(child.stdout, onLine);
    child.stderr?.on('data', (chunk: Buffer) => (this.#stderr = (this.#stderr + chunk.toString()).slice(-keptCharacters)));
    // Of no interest in itself: what was said to a program that has ended.
    child.stdin?.on('error', () => undefined);
    if (onMessage) child.on('message', onMessage);
    const closed = new Promise((resolve) => child.once('close', resolve));
    this.#gone = new Promise((resolve) => {
      const end = (exit: Exit): void => {
        this.#exit ??= exit;
        resolve(this.#exit);
      };
      child.on('error', (error) => {
        if (child.pid === undefined) end({ code: null, signal: null, notStarted: error });
      });
      child.once('exit', (code, signal) => {
        end({ code, signal });
      });
    });
    const kill = (): void => {
      this.kill();
    };
    if (signal?.aborted === true) kill();
    signal?.addEventListener('abort', kill, { once: true });
    this.exited = this.#gone.then(async (exit) => {
      signal?.removeEventListener('abort', kill);
      const late = new AbortController();
      await Promise.race([closed, sleep(readWithin, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      return exit;
    });
  }

  /**
   * Whether its first process has ended, as the kernel knows before it is told here. What answers on its port may be trusted
   * only until then: whoever it left behind may listen in its place.
   */
  get ended(): boolean {
    return this.#exit !== undefined || isZombie(this.pid);
  }

  /** The end of what it said on stderr. */
  get stderr(): string {
    return this.#stderr;
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  send(message: object): void {
    // It ends, and `exited` says so, where it doesn't arrive.
    this.#child.send(message, () => undefined);
  }

  /** Signals its first process alone. */
  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Kills all of it at once, and waits for nothing. */
  kill(): void {
    this.#signalAll('SIGKILL');
  }

  /** Tells all of it to end, kills what doesn't, and resolves when nothing is left. */
  async end(): Promise<void> {
    if (this.pid === 0) return;
    const late = setTimeout(() => {
      this.kill();
    }, endsWithin);
    if (this.#exit === undefined) this.#signalAll('SIGTERM');
    await this.#gone;
    clearTimeout(late);
    const until = performance.now() + goneWithin;
    // Again and again, for what was forked meanwhile.
    while (this.#pids().length > 0 && performance.now() < until) {
      this.kill();
      await sleep(lookEvery);
    }
    running.delete(this);
    await this.exited;
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  /** A process that is being killed has no environment left by which to know it, so whoever was seen is looked for until it is gone. */
  #pids(): readonly number[] {
    for (const { pid, started } of [...processesOf(this.pid), ...this.#mark.bearers]) this.#seen.set(pid, started);
    return [...this.#seen].filter(([pid, started]) => processStat(pid)?.started === started).map(([pid]) => pid);
  }

  #signalAll(signal: NodeJS.Signals): void {
    if (this.pid === 0) return; // It never started; 0 would be our own group.
    const pids = this.#pids();
    // Where there is no /proc, as on macOS, those that are still of its process group.
    for (const pid of pids.length > 0 ? pids : [-this.pid]) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended in between.
      }
    }
  }
}
