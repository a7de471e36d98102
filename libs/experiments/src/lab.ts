import { availableParallelism } from 'node:os';
import type { Approach } from '#approaches';
import { RunningServer, type ServerSpec } from '#measure';
import type { Size } from '#record';
import { Client, type ClientOptions } from './client.ts';
import { LabServer, ServerLines } from './lab-server.ts';
import type { Python } from './python.ts';

export interface LabOptions {
  /** Those to try, in order. */
  readonly approaches: readonly Approach[];
  readonly size: Size;
  readonly python: Python | undefined;
  /** Aborted, everything that was started is ended. */
  readonly signal: AbortSignal;
  /** What is being done, for people who wait; English words of the field and names, no sentence. */
  readonly onProgress?: (what: string) => void;
}

/** What an experiment is given: servers to start, clients to send, and how much of both. */
export class Lab {
  readonly approaches: readonly Approach[];
  readonly size: Size;
  readonly python: Python | undefined;
  readonly signal: AbortSignal;
  /** Cores that this process may use. */
  readonly cores: number = availableParallelism();
  readonly #onProgress: (what: string) => void;

  constructor({ approaches, size, python, signal, onProgress = () => undefined }: LabOptions) {
    this.approaches = approaches;
    this.size = size;
    this.python = python;
    this.signal = signal;
    this.#onProgress = onProgress;
  }

  /** Those that serve connections side by side. */
  get concurrent(): readonly Approach[] {
    return this.approaches.filter(({ serves }) => serves === 'overlapping');
  }

  /** One that serves one connection at a time; undefined where none is tried. */
  get serial(): Approach | undefined {
    return this.approaches.find(({ serves }) => serves === 'serial');
  }

  /** The value for this size of run. */
  pick<T>(values: Readonly<Record<Size, T>>): T {
    return values[this.size];
  }

  progress(what: string): void {
    this.#onProgress(what);
  }

  /**
   * Starts an approach with more flags, does something with it, and ends it whatever came of that.
   *
   * @throws MeasureError where it cannot be started, or ends before it is told to
   */
  serve<T>(approach: Approach, flags: readonly string[], use: (server: LabServer) => Promise<T>): Promise<T> {
    this.progress(approach.name);
    const command = [process.execPath, approach.main, '--port', '0', '--log-format', 'json', '--lang', 'en', ...flags] as const;
    const repeat = ['npx nx serve', approach.name, ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ');
    return this.serveOutside({ name: approach.name, command, ready: 'line', overlapping: approach.serves === 'overlapping' }, repeat, use);
  }

  /** Starts any server. `repeat` is the command with which a person does the same. */
  async serveOutside<T>(spec: ServerSpec, repeat: string, use: (server: LabServer) => Promise<T>): Promise<T> {
    const lines = new ServerLines();
    const running = await RunningServer.start(spec, undefined, this.signal, lines.take);
    const server = new LabServer(running, repeat, lines);
    const stopped = new Promise<never>((_, reject) => {
      const stop = (): void => {
        reject(this.signal.reason as Error);
      };
      if (this.signal.aborted) stop();
      else this.signal.addEventListener('abort', stop, { once: true });
    });
    stopped.catch(() => undefined);
    try {
      return await Promise.race([use(server), running.ended, stopped]);
    } finally {
      await server.stop();
    }
  }

  /** A client of a server. */
  client({ address }: LabServer, options: Omit<ClientOptions, 'host' | 'port'>): Client {
    return new Client({ ...address, ...options });
  }
}
