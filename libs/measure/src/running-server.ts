import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type Exit, freePort, isIdleShell, lastLines, Session } from '#machine';
import type { Address } from './load.ts';
import { MeasureError, type Problem } from './measure-error.ts';
import { pinned } from './pinning.ts';
import type { ServerSpec } from './server-spec.ts';

/** How long a server may take to listen, in ms. */
const readyWithin = 30_000;

/** How long to wait before a port is tried again, ms: how long a server took to start is known to about that. */
const betweenTries = 2;

/** A server that was started to be measured. */
export class RunningServer implements AsyncDisposable {
  readonly name: string;
  /** The leader of its session. */
  readonly pid: number;
  readonly address: Address;
  /** Rejects when it ends before `stop`. */
  readonly ended: Promise<never>;
  readonly #session: Session;
  #stopping = false;

  private constructor(name: string, session: Session, address: Address, ended: Promise<never>) {
    this.name = name;
    this.pid = session.pid;
    this.address = address;
    this.#session = session;
    this.ended = ended.catch((error: unknown) => {
      // Once it was told to end, nobody is to hear of it.
      if (this.#stopping) return new Promise<never>(() => undefined);
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
    const { name, cwd, env } = spec;
    const port = spec.ready === 'accepts' ? await freePort() : 0;
    const listening = Promise.withResolvers<Address>();
    const look = (line: string): void => {
      const address = listeningAt(line);
      if (spec.ready === 'line' && address !== undefined) listening.resolve(address);
      onLine(line);
    };
    const session = new Session(pinned(commandOf(spec, port), cpus), { cwd, env, onLine: look });
    const ended = session.exited.then((exit) => {
      throw new MeasureError({ code: 'server-ended', server: name, exit, lastLines: lastLines(session.stderr) });
    });
    const over = new AbortController();
    const late = setTimeout(() => {
      over.abort();
    }, readyWithin);
    try {
      const ready = spec.ready === 'accepts' ? accepts(port, session, over.signal) : listening.promise;
      const stopped = aborted(signal, { code: 'stopped' });
      const tooLate = aborted(over.signal, { code: 'not-ready', server: name, after: readyWithin });
      const address = await Promise.race([ready, ended, stopped, tooLate]);
      return new RunningServer(name, session, address, ended);
    } catch (error) {
      await session.end();
      throw error;
    } finally {
      clearTimeout(late);
      over.abort();
    }
  }

  /**
   * What comes of something that is done with it. What is seen on its port is its own doing only as long as the process that
   * was started lives: one that it left behind may answer, too, and what goes wrong then goes wrong because it ended.
   *
   * @throws MeasureError where it ends unasked
   */
  async during<T>(doing: Promise<T>): Promise<T> {
    try {
      return await Promise.race([doing, this.ended]);
    } finally {
      if (this.#session.ended && !this.#stopping) await this.ended;
    }
  }

  /**
   * Signals its first process alone, and resolves when that has ended and all that it wrote has been read. From here on its
   * end is no surprise: `ended` doesn't reject.
   */
  end(signal: NodeJS.Signals): Promise<Exit> {
    this.#stopping = true;
    this.#session.signal(signal);
    return this.#session.exited;
  }

  /** Ends it, and every process that it started. */
  stop(): Promise<void> {
    this.#stopping = true;
    return this.#session.end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

function commandOf({ command }: ServerSpec, port: number): Command {
  const [program, ...args] = typeof command === 'string' ? (['sh', '-c', command] as const) : command;
  const filled = (word: string): string => word.replaceAll('{port}', String(port));
  return [filled(program), ...args.map(filled)];
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

/** Reads `NAME listening on HOST:PORT`, or the `listening` event of a log in JSON; undefined for any other line. */
function listeningAt(line: string): Address | undefined {
  const json = line.startsWith('{"') && line.includes('"event":"listening"') ? (JSON.parse(line) as Address) : undefined;
  if (json !== undefined) return { host: json.host, port: json.port };
  const [, host, port] = / listening on \[?(.+?)\]?:(\d+)$/.exec(line) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

/** Tries until the port accepts while the server lives: a program that we don't know has no other way to show it. */
async function accepts(port: number, session: Session, stop: AbortSignal): Promise<Address> {
  const address: Address = { host: '127.0.0.1', port };
  while (!stop.aborted) {
    const socket = connect(address);
    const connected = await once(socket, 'connect').then(() => true, () => false);
    // A free port may be given to the probe itself, and TCP lets it connect to itself (RFC 9293, 3.5, Figure 8).
    const open = connected && socket.localPort !== port;
    socket.destroy();
    // Whoever listens may be left behind by what a shell ran.
    if (open && !session.ended && !isIdleShell(session.pid)) break;
    await sleep(betweenTries);
  }
  return address;
}
