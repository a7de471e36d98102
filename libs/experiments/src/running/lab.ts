import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Approach, commandOf, workspaceRoot } from '#approaches';
import type { Python } from '#machine';
import { RunningServer, type ServerSpec } from '#measure';
import { type Size, type Statement, statement } from '#record';
import { Client, type ClientOptions } from '../clients/client.ts';
import { ExperimentError } from './experiment-error.ts';
import { LabServer, ServerLines } from './lab-server.ts';
import type { PythonServer } from './python-servers.ts';

/** Any program that speaks the protocol with framing chunk. It takes no flags of ours. */
export interface OutsideServer extends Pick<Approach, 'name' | 'serves'> {
  /** A line for the shell, in which `{port}` stands for a free port. */
  readonly command: string;
}

/** What an experiment may try: one of ours, with its log and its flags, one in Python, or a stranger that has neither. */
export type Subject = Approach | PythonServer | OutsideServer;

/** What conclusions know of it: workers only of ours. */
export type Known = Pick<Approach, 'name' | 'serves'> & Partial<Pick<Approach, 'workers'>>;

export function knownOf(subject: Subject): Known {
  const { name, serves } = subject;
  return { name, serves, ...('workers' in subject && { workers: subject.workers }) };
}

/** Whether it logs its events as ours do; one in Python needs its `logFlags` for that. */
export function logsEvents(subject: Subject): boolean {
  return 'main' in subject || ('logFlags' in subject && subject.logFlags.length > 0);
}

export interface LabOptions {
  /** Those to try, in order. */
  readonly approaches: readonly Approach[];
  /** Tried beside them where nothing but the protocol is needed. */
  readonly outside?: readonly OutsideServer[];
  /** Set beside the approaches by experiments that take them; they need a Python. */
  readonly inPython?: readonly PythonServer[];
  readonly size: Size;
  readonly python: Python | undefined;
  /** Aborted, everything that was started is ended. */
  readonly signal: AbortSignal;
  /** Puts what was thrown into words. */
  readonly describe?: (error: unknown) => Statement;
  /** What is being done, for people who wait; English words of the field and names, no sentence. */
  readonly onProgress?: (what: string) => void;
}

/** What an experiment is given: servers to start, clients to send, and how much of both. */
export class Lab {
  readonly approaches: readonly Approach[];
  /** The approaches, and then the servers from outside: for experiments that need nothing but the protocol. */
  readonly servers: readonly Subject[];
  /** Servers in Python that experiments may set beside them; none where there is no Python. */
  readonly inPython: readonly PythonServer[];
  /** Those that cannot be started for want of one. */
  readonly lacking: readonly PythonServer[];
  readonly size: Size;
  readonly python: Python | undefined;
  readonly signal: AbortSignal;
  /** Cores that this process may use. */
  readonly cores: number = availableParallelism();
  readonly describe: (error: unknown) => Statement;
  /** Of the servers from outside that were held to the contract, by name: how many clauses they kept, all of those tried. */
  readonly kept = new Map<string, number>();
  /** Of those that broke it, by name: how. They take part in nothing. */
  readonly breaches = new Map<string, Statement>();
  readonly #onProgress: (what: string) => void;

  constructor(options: LabOptions) {
    const { approaches, outside = [], inPython = [], size, python, signal, describe = asItIs, onProgress = () => undefined } = options;
    this.approaches = approaches;
    this.servers = [...approaches, ...outside];
    this.inPython = python === undefined ? [] : inPython;
    this.lacking = python === undefined ? inPython : [];
    this.size = size;
    this.python = python;
    this.signal = signal;
    this.describe = describe;
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

  /** Does something as often as this size of run asks, one time after another, and gives what came of each. */
  repeat<T>(times: Readonly<Record<Size, number>>, act: (round: number) => Promise<T>): Promise<T[]> {
    return Array.fromAsync({ length: this.pick(times) }, (_, round) => act(round));
  }

  progress(what: string): void {
    this.#onProgress(what);
  }

  /**
   * Starts a server, with more flags where it is no stranger, does something with it, and ends it whatever came of that.
   *
   * @throws MeasureError where it cannot be started, or ends before it is told to
   */
  serve<T>(
    subject: Subject,
    flags: readonly string[],
    use: (server: LabServer) => Promise<T>,
  ): Promise<T> {
    const { name } = subject;
    this.progress(name);
    const overlapping = subject.serves === 'overlapping';
    if ('command' in subject) {
      const { command } = subject;
      return this.serveOutside({ name, command, ready: 'accepts', overlapping }, command, use);
    }
    if ('script' in subject) {
      const { path } = this.python as Python;
      const command = [path, join(workspaceRoot, subject.script), '--port', '0', ...flags] as const;
      const repeat = ['python3', subject.script, '--port 5000', ...flags].join(' ');
      return this.serveOutside({ name, command, ready: 'line', overlapping }, repeat, use);
    }
    const command = commandOf(subject, '--port', '0', '--log-format', 'json', '--lang', 'en', ...flags);
    const repeat = ['npx nx serve', name, ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ');
    return this.serveOutside({ name, command, ready: 'line', overlapping }, repeat, use);
  }

  /** Starts any server. `repeat` is the command with which a person does the same. */
  async serveOutside<T>(spec: ServerSpec, repeat: string, use: (server: LabServer) => Promise<T>): Promise<T> {
    const lines = new ServerLines();
    // A stranger's lines are not ours to read, whatever they look like.
    await using running = await RunningServer.start(spec, undefined, this.signal, spec.ready === 'line' ? lines.take : undefined);
    const server = new LabServer(running, repeat, lines);
    const stopped = new Promise<never>((_, reject) => {
      const stop = (): void => {
        reject(this.signal.reason as Error);
      };
      if (this.signal.aborted) stop();
      else this.signal.addEventListener('abort', stop, { once: true });
    });
    stopped.catch(() => undefined);
    return await running.during(Promise.race([use(server), stopped]));
  }

  /** A client of a server. */
  client({ address }: LabServer, options: Omit<ClientOptions, 'host' | 'port'>): Client {
    return new Client({ ...address, ...options });
  }
}

function asItIs(error: unknown): Statement {
  const text = String(error);
  return error instanceof ExperimentError ? error.reason : statement({ en: text, 'pt-BR': text });
}
