import { type ChildProcess, spawn } from 'node:child_process';
import { ClauseFailure } from './clause-failure.ts';
import { argumentsFor, type Command } from './command.ts';
import { oneLine } from './one-line.ts';
import { Output } from './output.ts';
import { ownEnvironment } from './own-environment.ts';
import { pause } from './pause.ts';
import { Peer, type PeerOptions } from './peer.ts';
import { phrases } from './phrases.ts';
import { isIdleShell, isZombie, processesOf } from './process-tree.ts';
import type { Framing } from './promises.ts';
import { readyAddress } from './ready-address.ts';
import { type Ended, ServerEnded, signalOf } from './server-ended.ts';
import { isListenedOn } from './tcp-table.ts';
import { within } from './within.ts';
import type { Part } from './words.ts';

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

/** How long to wait for what an ended server had written, ms: somebody who left its session may hold its pipes open. */
const lastWords = 500;

/** How long the end of a process may come after that of its connections, ms. */
const afterConnections = { accepting: 150, closed: 3_000 };

type Exit = Pick<Ended, 'code' | 'signal'>;

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
  #asked = false;
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

  /**
   * Awaits that it accepts: its ready line where it takes our flags, else a listener on its port. A port is trusted only
   * while the process that was started lives: whoever it left behind is not the server.
   */
  async ready(): Promise<this> {
    if (typeof this.#settings.command === 'string' || this.#settings.stdout !== undefined) await this.#accepts();
    else await this.#saysSo();
    await pause(0); // What the kernel has told of its end is heard.
    if (isZombie(this.#leader)) await this.exited; // Or is about to be told.
    if (!this.running) throw await this.#endedEarly();
    return this;
  }

  connect(options: Partial<Pick<PeerOptions, 'paused' | 'patience'>> = {}): Promise<Peer> {
    const { framing, patience } = this.#settings;
    return Peer.connect({ host: this.#host, port: this.#port, framing, patience, ...options });
  }

  signal(name: NodeJS.Signals): void {
    this.#asked = true;
    kill(this.pid, name);
  }

  /** As a terminal does with Ctrl-C. */
  signalGroup(name: NodeJS.Signals): void {
    this.#asked = true;
    kill(-this.#leader, name);
  }

  /** Each of its processes, one by one. */
  signalEach(name: NodeJS.Signals): void {
    this.#asked = true;
    for (const pid of this.pids) kill(pid, name);
  }

  /** Awaits the end of the first process. */
  untilExited(did: string, patience = this.#settings.patience): Promise<Exit> {
    return within(this.exited, patience, () => new ClauseFailure(did, 'the server to end', `it still runs after ${patience / 1_000} s`));
  }

  /** Gives it time to end, which may follow the end of its connections: more, where nobody accepts any longer. */
  async mayEnd(): Promise<void> {
    const soon = (await this.accepts()) ? afterConnections.accepting : afterConnections.closed;
    await within(this.exited, soon, () => new Error('it goes on')).catch(() => undefined);
  }

  /**
   * How it ended, if it did and no signal of ours was the reason. What it left behind is killed, so that it has said its
   * last.
   */
  async ended(): Promise<Ended | undefined> {
    if (this.#exit === undefined || this.#asked) return undefined;
    this.kill();
    await Promise.race([Promise.all([this.stdout.ended, this.stderr.ended]), pause(lastWords)]);
    const [errors, others] = [this.stderr.last(3), this.stdout.last(3)];
    return { ...this.#exit, lines: (errors.length > 0 ? errors : others).map((line) => oneLine(line, 200)) };
  }

  /** What it came to, for a failure. */
  failure(expected: Part, did: Part = phrases.startedIt): ClauseFailure {
    const { code = null, signal = null } = this.#exit ?? {};
    const [said, how] = [this.stdout.text + this.stderr.text, signalOf({ code, signal }) ?? String(code)];
    return new ClauseFailure(did, expected, this.running ? phrases.itRuns(said) : phrases.itEnded(how, said));
  }

  /** Tells every process of its session to end, at once. */
  kill(): void {
    if (this.running) kill(-this.#leader, 'SIGKILL');
    this.#killRest();
  }

  /** Ends every process of its session, and lets go of its output. */
  async dispose(): Promise<void> {
    const had = this.running;
    if (had) kill(-this.#leader, 'SIGKILL');
    await this.exited;
    // Again, for what was forked meanwhile; not where its group, which goes at once, was all: a look takes milliseconds.
    if (this.#killRest() || !had) this.#killRest();
    running.delete(this);
    this.stdout.close();
    this.stderr.close();
  }

  get #leader(): number {
    return this.#child.pid ?? -1;
  }

  /** Kills what still lives of its session; whether there was any. */
  #killRest(): boolean {
    const { pids } = this;
    for (const pid of pids) kill(pid, 'SIGKILL');
    return pids.length > 0;
  }

  /** Whether somebody accepts on its port. Where the kernel's table cannot be seen, only a connection tells. */
  async accepts(): Promise<boolean> {
    const seen = this.#host === '127.0.0.1' ? isListenedOn(this.#port) : undefined;
    if (seen !== undefined) return seen;
    const probe = await this.connect().catch(() => undefined);
    probe?.destroy();
    return probe !== undefined;
  }

  async #accepts(): Promise<void> {
    const until = performance.now() + 3 * this.#settings.patience;
    // Whoever listens may be left behind by what a shell ran.
    while (this.running && (!(await this.accepts()) || isIdleShell(this.#leader))) {
      if (performance.now() > until) throw this.failure(phrases.itToListen);
      await pause(20); // Only asking again tells when a stranger listens.
    }
  }

  async #saysSo(): Promise<void> {
    const gone = this.exited.then(async () => {
      throw await this.#endedEarly();
    });
    const line = this.stdout.match(readyAddress.pattern, 3 * this.#settings.patience, 'started the server');
    const { host, port } = readyAddress.of(await Promise.race([line, gone]));
    this.#host = host;
    this.#port = port;
  }

  async #endedEarly(): Promise<Error> {
    const ended = await this.ended();
    return ended === undefined ? this.failure(phrases.itToBeReady) : new ServerEnded(ended);
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
