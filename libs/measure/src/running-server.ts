import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Address } from './load.ts';
import { MeasureError, type Problem } from './measure-error.ts';
import { type ProcessStat, processStat, processTree } from './process-tree.ts';
import type { ServerSpec } from './server-spec.ts';

/** How long a server may take to listen, and to end once it was told to, in ms. */
const readyWithin = 30_000;
const endsWithin = 5_000;

/** How much of its stderr is kept, for the line that says why it ended. */
const keptCharacters = 4_000;

/** A server that was started to be measured. */
export class RunningServer {
  readonly name: string;
  readonly pid: number;
  readonly address: Address;
  /** Rejects when it ends before `stop`. */
  readonly ended: Promise<never>;
  readonly #child: ChildProcess;
  #stopping = false;

  private constructor(name: string, child: ChildProcess, address: Address, ended: Promise<MeasureError>) {
    this.name = name;
    this.pid = child.pid ?? 0;
    this.address = address;
    this.#child = child;
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
   * @throws MeasureError
   */
  static async start(spec: ServerSpec, cpus: string | undefined, signal: AbortSignal): Promise<RunningServer> {
    const port = spec.ready === 'accepts' ? await freePort() : 0;
    const child = launch(spec, port, cpus);
    const ended = whenEnded(spec.name, child);
    const over = new AbortController();
    const late = setTimeout(() => {
      over.abort();
    }, readyWithin);
    try {
      const ready = spec.ready === 'accepts' ? accepts(port, over.signal) : listeningLine(child);
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

  /** Ends it, and every process that it started. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await endTree(this.#child);
  }
}

function launch({ command }: ServerSpec, port: number, cpus: string | undefined): ChildProcess {
  const words = typeof command === 'string' ? ['sh', '-c', command] : [...command];
  const pinned = cpus === undefined ? words : ['taskset', '--cpu-list', cpus, ...words];
  const [program = '', ...args] = pinned.map((word) => word.replaceAll('{port}', String(port)));
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  // What it says is not wanted, but a full pipe must not hold it up.
  child.stdout.resume();
  return child;
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

/** Reads `NAME listening on HOST:PORT`. */
function listeningLine(child: ChildProcess): Promise<Address> {
  return new Promise((resolve) => {
    let text = '';
    const look = (chunk: Buffer): void => {
      text += chunk.toString();
      const [, host, port] = / listening on \[?(.+?)\]?:(\d+)$/m.exec(text) ?? [];
      if (host === undefined) return;
      child.stdout?.off('data', look).resume();
      resolve({ host, port: Number(port) });
    };
    child.stdout?.on('data', look);
  });
}

/** Tries until the port accepts: a program that we don't know has no other way to show it. */
async function accepts(port: number, stop: AbortSignal): Promise<Address> {
  const address: Address = { host: '127.0.0.1', port };
  while (!stop.aborted) {
    const socket = connect(address);
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (open) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
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
