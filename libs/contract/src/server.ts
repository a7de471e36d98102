import { type ChildProcess, spawn } from 'node:child_process';
import { ClauseFailure } from './clause-failure.ts';
import { argumentsFor, type Command } from './command.ts';
import { Output } from './output.ts';
import { Peer, type PeerOptions } from './peer.ts';
import { processesOf } from './process-tree.ts';
import type { Framing } from './promises.ts';
import { readyAddress } from './ready-address.ts';
import { showBytes } from './show-bytes.ts';
import { within } from './within.ts';

export interface LaunchOptions {
  /** Beyond those that the subject always gives. */
  readonly flags?: readonly string[];
  /** Default: 0 where the command says when it is ready, else a free one. */
  readonly port?: number;
  /** Where its flags have it listen, if that is not 127.0.0.1: a command that doesn't say so itself is asked there. */
  readonly host?: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of a command that runs the one which follows it: `sh -c 'ulimit …; exec "$@"' sh`. */
  readonly through?: readonly string[];
  /** The user to run as; needs root. */
  readonly uid?: number;
  /** A file to which stdout goes; then nothing can be seen of it. */
  readonly stdout?: number;
}

/** Those that run, so that none outlives this process: they are sessions of their own, which Ctrl-C does not reach. */
const running = new Set<Server>();
process.once('exit', () => {
  for (const server of running) server.kill();
});

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LaunchSettings extends LaunchOptions {
  readonly command: Command;
  readonly port: number;
  readonly framing: Framing;
  /** How long to wait for what must come, ms. */
  readonly patience: number;
}

/** A server that was started here: a session of processes with a port. */
export class Server {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Resolves when its first process has ended. Never rejects. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #settings: LaunchSettings;
  #exit: Exit | undefined;
  #host: string;
  #port: number;

  constructor(settings: LaunchSettings) {
    const { command, port, flags = [], through = [], env = {}, uid } = settings;
    this.#settings = settings;
    this.#port = port;
    this.#host = settings.host ?? '127.0.0.1';
    const [file = '', ...rest] = [...through, ...argumentsFor(command, port, flags)];
    this.#child = spawn(file, rest, {
      detached: true,
      stdio: ['ignore', settings.stdout ?? 'pipe', 'pipe'],
      env: { ...ownEnvironment(), ...env },
      ...(uid === undefined ? {} : { uid }),
    });
    running.add(this);
    this.stdout = new Output('stdout', this.#child.stdout);
    this.stderr = new Output('stderr', this.#child.stderr);
    this.exited = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null): void => {
        this.#exit ??= { code, signal };
        resolve(this.#exit);
      };
      this.#child.once('error', () => {
        end(127, null);
      });
      this.#child.once('exit', end);
    });
  }

  get port(): number {
    return this.#port;
  }

  get host(): string {
    return this.#host;
  }

  get running(): boolean {
    return this.#exit === undefined;
  }

  /** The process that was started: of a shell's line, the command that the shell runs. */
  get pid(): number {
    const [first, second] = this.processes;
    const shell = typeof this.#settings.command === 'string' && first?.name === 'sh' && second !== undefined;
    return (shell ? second.pid : first?.pid) ?? this.#leader;
  }

  get processes(): ReturnType<typeof processesOf> {
    return processesOf(this.#leader);
  }

  get pids(): readonly number[] {
    return this.processes.map(({ pid }) => pid);
  }

  /** Awaits that it accepts: its ready line where it takes our flags, else a connection. */
  async ready(): Promise<this> {
    if (typeof this.#settings.command === 'string' || this.#settings.stdout !== undefined) return this.#accepts();
    const gone = this.exited.then(() => {
      throw this.failure('its ready line on stdout');
    });
    const line = this.stdout.match(readyAddress.pattern, 3 * this.#settings.patience, 'started the server');
    const { host, port } = readyAddress.of(await Promise.race([line, gone]));
    this.#host = host;
    this.#port = port;
    return this;
  }

  connect(options: Partial<Pick<PeerOptions, 'paused' | 'patience'>> = {}): Promise<Peer> {
    const { framing, patience } = this.#settings;
    return Peer.connect({ host: this.#host, port: this.#port, framing, patience, ...options });
  }

  signal(name: NodeJS.Signals): void {
    kill(this.pid, name);
  }

  /** As a terminal does with Ctrl-C. */
  signalGroup(name: NodeJS.Signals): void {
    kill(-this.#leader, name);
  }

  /** Each of its processes, one by one. */
  signalEach(name: NodeJS.Signals): void {
    for (const pid of this.pids) kill(pid, name);
  }

  /** Awaits the end of the first process. */
  untilExited(did: string, patience = this.#settings.patience): Promise<Exit> {
    return within(this.exited, patience, () => new ClauseFailure(did, 'the server to end', `it still runs after ${patience / 1_000} s`));
  }

  /** What it came to, for a failure. */
  failure(expected: string, did = 'started the server'): ClauseFailure {
    const how = this.#exit === undefined ? 'runs' : `ended with ${String(this.#exit.code ?? this.#exit.signal)}`;
    return new ClauseFailure(did, expected, `it ${how} and said ${showBytes(this.stdout.text + this.stderr.text)}`);
  }

  /** Tells every process of its session to end, at once. */
  kill(): void {
    if (this.running) kill(-this.#leader, 'SIGKILL');
    for (const pid of this.pids) kill(pid, 'SIGKILL');
  }

  /** Ends every process of its session, and lets go of its output. */
  async dispose(): Promise<void> {
    this.kill();
    await this.exited;
    this.kill(); // What was forked meanwhile.
    running.delete(this);
    this.stdout.close();
    this.stderr.close();
  }

  get #leader(): number {
    return this.#child.pid ?? -1;
  }

  async #accepts(): Promise<this> {
    const until = performance.now() + 3 * this.#settings.patience;
    for (;;) {
      try {
        const probe = await this.connect();
        probe.destroy();
        return this;
      } catch (error) {
        if (performance.now() > until || !this.running) throw this.failure('it to accept a connection', `started it (${String(error)})`);
        await new Promise((resolve) => setTimeout(resolve, 20)); // Only asking again tells when a stranger accepts.
      }
    }
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  if (Math.abs(pid) < 2) return; // It never started; 0 and -1 would be somebody else.
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Ours, but for what would set a server's flags or its language, and what a test runner adds. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const strange = /^(ECHO_|LC_|LANG|JEST_|NODE_ENV$|NODE_OPTIONS$|NODE_UNIQUE_ID$|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !strange.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', NO_COLOR: '1' };
}
