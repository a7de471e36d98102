import type { Exit } from '#machine';
import type { Address, RunningServer } from '#measure';
import type { ServerEvent, Trace, Visit } from '#record';
import type { Clock } from './clock.ts';
import { ExperimentError } from './experiment-error.ts';

/** How long a server may take to end when it is told to, ms. */
const endsWithin = 30_000;

/** A line of a server's log as it came, with its moment on the monotonic clock. */
interface LoggedEvent {
  readonly event: string;
  readonly ns: number;
  readonly [field: string]: unknown;
}

/** A server that an experiment runs, and everything that it says of itself. */
export class LabServer {
  readonly name: string;
  /** What starts it, for a person who wants to see for themselves. */
  readonly command: string;
  readonly #running: RunningServer;
  readonly #log: LoggedEvent[];
  readonly #changed: Set<() => void>;

  constructor(running: RunningServer, command: string, lines: ServerLines) {
    this.name = running.name;
    this.command = command;
    this.#running = running;
    this.#log = lines.log;
    this.#changed = lines.changed;
  }

  get address(): Address {
    return this.#running.address;
  }

  /** Of its first process. */
  get pid(): number {
    return this.#running.pid;
  }

  /** Rejects when it ends before it is told to. */
  get ended(): Promise<never> {
    return this.#running.ended;
  }

  /** What it logged since a clock began, in the order in which it happened. `at` says when; level and wall time say no more. */
  events(clock: Clock): readonly ServerEvent[] {
    return this.#log
      .map(({ ns, ...event }): ServerEvent => ({ ...event, at: clock.at(ns), level: undefined, time: undefined }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
  }

  /**
   * Resolves with what is found in what it logged since the clock began, as soon as that is there.
   *
   * @param find gives false or undefined as long as it isn't
   * @throws ExperimentError where it doesn't come within `patience` ms
   */
  async until<T>(clock: Clock, find: (events: readonly ServerEvent[]) => T | false | undefined, patience = 10_000): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = (): void => {
      const found = find(this.events(clock));
      if (found !== undefined && found !== false) resolve(found);
    };
    const late = setTimeout(() => {
      reject(
        new ExperimentError({
          en: `${this.name} did not log what it should within ${patience / 1_000} s`,
          'pt-BR': `${this.name} não escreveu no log o que devia em ${patience / 1_000} s`,
        }),
      );
    }, patience);
    this.#changed.add(look);
    try {
      look();
      return await Promise.race([promise, this.ended]);
    } finally {
      clearTimeout(late);
      this.#changed.delete(look);
    }
  }

  /** Resolves when so many connections that began since the clock did have ended. */
  async untilEnded(clock: Clock, connections: number): Promise<void> {
    await this.until(clock, (events) => events.filter(({ event }) => event === 'ended' || event === 'reset').length >= connections);
  }

  /** What clients and server saw since a clock began. */
  trace(clock: Clock, clients: readonly Visit[]): Trace {
    return { server: this.name, command: this.command, clients: [...clients], events: [...this.events(clock)] };
  }

  /**
   * Signals its first process alone, and says how that ended, when it has, or was killed after half a minute; what remains of
   * the server is still to be stopped.
   */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    const late = setTimeout(() => void this.#running.end('SIGKILL'), endsWithin);
    try {
      return await this.#running.end(signal);
    } finally {
      clearTimeout(late);
    }
  }
}

/** Collects the lines that a server writes, from its start on. */
export class ServerLines {
  readonly log: LoggedEvent[] = [];
  readonly changed = new Set<() => void>();

  readonly take = (line: string): void => {
    if (!line.startsWith('{')) return;
    this.log.push(JSON.parse(line) as LoggedEvent);
    for (const look of this.changed) look();
  };
}
