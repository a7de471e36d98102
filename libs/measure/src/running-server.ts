import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Address } from './load.ts';
import { MeasureError, type Problem } from './measure-error.ts';
import { type ProcessStat, processStat, processTree } from './process-tree.ts';
import type { ServerSpec } from './server-spec.ts';

/** How long a server may take to listen, and to end once it was told to, in ms. */
const readyWithin = 30_000;
const endsWithin = 5_000;

/** How long to wait before a port is tried again, ms: how long a server took to start is known to about that. */
const betweenTries = 2;

/** How much of its stderr is kept, for the line that says why it ended. */
const keptCharacters = 4_000;

/** How a process ended: with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server that was started to be measured. */
export class RunningServer {
  readonly name: string;
  readonly pid: number;
  readonly address: Address;
  /** Rejects when it ends before `stop`. */
  readonly ended: Promise<never>;
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #stopping = false;

  private constructor(name: string, child: ChildProcess, address: Address, ended: Promise<MeasureError>) {
    this.name = name;
    this.pid = child.pid ?? 0;
    this.address = address;
    this.#child = child;
    this.#closed = ended;
    this.ended = ended.then((error) => {
      // Once it was told to end, nobody is to hear of it.
      if (this.#stopping) return new Promise(() => undefined);
      throw error;
    });
    this.ended.catch(() => undefined);
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param cpus a CPU list for taskset(1), or undefined for any
   * @param onLine is given each line of its stdout
   * @throws MeasureError
   */
  static async start(
    spec: ServerSpec,
    cpus: string | undefined,
    signal: AbortSignal,
    onLine: (line: string) => void = () => undefined,
  ): Promise<RunningServer> {
    const port = spec.ready === 'accepts' ? await freePort() : 0;
    const child = launch(spec, port, cpus);
    // Read even where it is not wanted: a full pipe must not hold the server up.
    const lines = createInterface({ input: child.stdout }).on('line', onLine);
    const ended = whenEnded(spec.name, child);
    const over = new AbortController();
    const late = setTimeout(() => {
      over.abort();
    }, readyWithin);
    try {
      const ready = spec.ready === 'accepts' ? accepts(port, over.signal) : listeningLine(lines);
      const stopped = aborted(signal, { code: 'stopped' });
      const tooLate = aborted(over.signal, { code: 'not-ready', server: spec.name, after: readyWithin });
      const early = ended.then((error) => {
        throw error;
      });
      const address = await Promise.race([ready, early, stopped, tooLate]);
      return new RunningServer(spec.name, child, address, ended);
    } catch (error) {
      await endTree(child);
      throw error;
    } finally {
      clearTimeout(late);
      over.abort();
    }
  }

  /**
   * Signals its first process alone, and resolves when that has ended and all that it wrote has been read. From here on its
   * end is no surprise: `ended` doesn't reject.
   */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    this.#stopping = true;
    this.#child.kill(signal);
    await this.#closed;
    return { code: this.#child.exitCode, signal: this.#child.signalCode };
  }

  /** Ends it, and every process that it started. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await endTree(this.#child);
  }
}

function launch(
  { command, cwd, env: more }: ServerSpec,
  port: number,
  cpus: string | undefined,
): ChildProcessByStdio<null, Readable, Readable> {
  const words = typeof command === 'string' ? ['sh', '-c', command] : [...command];
  const pinned = cpus === undefined ? words : ['taskset', '--cpu-list', cpus, ...words];
  const [program = '', ...args] = pinned.map((word) => word.replaceAll('{port}', String(port)));
  // What a person set for servers of their own is not to change what is measured.
  const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('ECHO_'));
  const env = { ...Object.fromEntries(ours), ...more };
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd });
}

function whenEnded(server: string, child: ChildProcess): Promise<MeasureError> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-keptCharacters);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(new MeasureError({ code: 'not-started', server, reason: error.message }, { cause: error }));
    });
    child.once('close', (code, by) => {
      const line = stderr.trim().split('\n').at(-1) ?? '';
      const reason = line === '' ? (by ?? `exit code ${code ?? 0}`) : line;
      resolve(new MeasureError({ code: 'server-ended', server, reason }));
    });
  });
}

/** Rejects when the signal aborts. */
function aborted(signal: AbortSignal, problem: Problem): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => {
      reject(new MeasureError(problem));
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/** Reads `NAME listening on HOST:PORT`, or the `listening` event of a log in JSON. */
function listeningLine(lines: Interface): Promise<Address> {
  return new Promise((resolve) => {
    const look = (line: string): void => {
      const json = line.startsWith('{"') && line.includes('"event":"listening"') ? (JSON.parse(line) as Address) : undefined;
      const [, host, port] = / listening on \[?(.+?)\]?:(\d+)$/.exec(line) ?? [];
      const address = json ?? (host === undefined ? undefined : { host, port: Number(port) });
      if (address === undefined) return;
      lines.off('line', look);
      resolve({ host: address.host, port: address.port });
    };
    lines.on('line', look);
  });
}

/** Tries until the port accepts: a program that we don't know has no other way to show it. */
async function accepts(port: number, stop: AbortSignal): Promise<Address> {
  const address: Address = { host: '127.0.0.1', port };
  while (!stop.aborted) {
    const socket = connect(address);
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        // A free port may be given to the probe itself, and TCP lets it connect to itself (RFC 9293, 3.5, Figure 8).
        resolve(socket.localPort !== port);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (open) break;
    await new Promise((resolve) => setTimeout(resolve, betweenTries));
  }
  return address;
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** SIGTERM to every process of the tree, SIGKILL to those that are still there after a while. */
async function endTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const tree = processTree(child.pid);
  const exited = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
  signalEach(tree, 'SIGTERM');
  const late = setTimeout(() => {
    signalEach(tree, 'SIGKILL');
  }, endsWithin);
  await exited;
  clearTimeout(late);
  signalEach(tree, 'SIGKILL');
}

/** Only processes that are still the same: a number that was given anew is not ours to signal. */
function signalEach(tree: readonly ProcessStat[], signal: NodeJS.Signals): void {
  for (const { pid, started } of tree) {
    if (processStat(pid)?.started !== started) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in between.
    }
  }
}
