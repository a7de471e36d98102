import { asError } from './as-error.ts';
import { ClauseFailure } from './clause-failure.ts';
import { takesFlags } from './command.ts';
import { freePort } from './free-port.ts';
import { pause } from './pause.ts';
import { Peer } from './peer.ts';
import { phrases } from './phrases.ts';
import type { Promises } from './promises.ts';
import { type LaunchOptions, Server } from './server.ts';
import type { Ended } from './server-ended.ts';
import type { ConnectOptions, Subject } from './subject.ts';
import type { Reason, Target } from './why-not-tried.ts';
import { wordsOfError } from './words.ts';

export interface LaneSettings {
  readonly target: Target;
  readonly promises: Promises;
  readonly patience: number;
  /** What every server of the lane is started with, beyond what its promises ask for. */
  readonly flags: readonly string[];
}

/** How soon a newcomer is reset where its server is about to end, ms. */
const atOnce = 150;

/** ECONNREFUSED and the like. */
const isSystemError = (error: Error): boolean => 'errno' in error;

/** Whoever is reset before this process heard that it is connected, as on a busy machine, is told that connecting failed. */
export function unlessReset(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ECONNRESET') throw error;
}

/** A server and the clauses that are tried on it one after another, so that a fault that spills over is seen. */
export class Lane implements Subject {
  readonly promises: Promises;
  readonly #settings: LaneSettings;
  readonly #peers = new Set<Peer>();
  #servers: Server[] = [];
  #shared: Promise<Server> | undefined;
  #heard = false;
  #again = false;

  constructor(settings: LaneSettings) {
    this.#settings = settings;
    this.promises = settings.promises;
  }

  get patience(): number {
    return this.#settings.patience / (this.#again ? 5 : 1);
  }

  /** What failed is tried again on a fresh server, where it can be started, which is not given as much time as the first. */
  async again(): Promise<void> {
    await this.tidy({ server: true });
    this.#again = true;
  }

  /** Whether clients are connected whom the server neither answered nor left, and it never answered any before. */
  get heardNothing(): boolean {
    this.#listen();
    return !this.#heard && [...this.#peers].some(({ ending }) => ending === 'open');
  }

  async connect(options: ConnectOptions = {}): Promise<Peer> {
    const { target, promises } = this.#settings;
    if (!('command' in target)) {
      return this.#keep(await Peer.connect({ ...target, framing: promises.framing, patience: this.patience, ...options }));
    }
    const server = await this.server();
    const peer = this.#keep(await server.connect({ patience: this.patience, ...options }));
    if (!server.running) {
      throw new ClauseFailure(phrases.connected, phrases.theServerStarted, phrases.somebodyElse);
    }
    return peer;
  }

  async connectMany(count: number): Promise<Peer[]> {
    const peers: Peer[] = [];
    while (peers.length < count) peers.push(await this.connect());
    return peers;
  }

  server(): Promise<Server> {
    this.#shared ??= this.launch().then((server) => server.ready());
    return this.#shared;
  }

  async launch(options: LaunchOptions = {}): Promise<Server> {
    const { target, promises, patience, flags } = this.#settings;
    if (!('command' in target)) throw new Error('only a command can be started');
    const own = ['--framing', promises.framing, '--max-message-bytes', `${promises.maxMessageBytes}`];
    const workers = promises.workers === 'none' ? [] : ['--workers', '2'];
    const server = new Server({
      ...options,
      command: target.command,
      port: options.port ?? (typeof target.command === 'string' || options.stdout !== undefined ? await freePort() : 0),
      flags: takesFlags(target.command) ? [...own, ...workers, ...flags, ...(options.flags ?? [])] : [],
      framing: promises.framing,
      patience,
    });
    this.#servers.push(server);
    return server;
  }

  /** How its server ended, where it did though no clause had asked it to. */
  async ended(error?: Error): Promise<Ended | undefined> {
    const shared = await this.#shared?.catch(() => undefined);
    if (this.#wasCutOff(error)) await shared?.mayEnd();
    return shared?.ended();
  }

  /** Why no other clause can be tried here, after one that failed: nobody is there, or the server cannot be started. */
  async lost(): Promise<Reason | undefined> {
    const { target } = this.#settings;
    try {
      if ('command' in target) await this.#shared;
      else await this.#untilNoneIsReset();
      return undefined;
    } catch (thrown) {
      const error = asError(thrown);
      if ('command' in target) return { code: 'not-started', detail: wordsOfError(error) };
      return isSystemError(error) ? { code: 'gone', detail: wordsOfError(error) } : undefined; // It may be slow to accept.
    }
  }

  /**
   * Lets go of what one clause left, and of a server that it ended or harmed, or that accepts nobody any more; where it
   * `passed`, the server is not asked whether it does, which takes the kernel milliseconds.
   */
  async tidy({ server: all, passed = false }: { readonly server: boolean; readonly passed?: boolean }): Promise<void> {
    this.#listen();
    this.#again = false;
    for (const peer of this.#peers) peer.destroy();
    this.#peers.clear();
    const shared = await this.#shared?.catch(() => undefined);
    const keep = all || !shared?.running || !(passed || (await shared.accepts())) ? undefined : shared;
    if (keep === undefined) this.#shared = undefined;
    await Promise.all(this.#servers.filter((server) => server !== keep).map((server) => server.dispose()));
    this.#servers = keep === undefined ? [] : [keep];
  }

  /** Connects until a newcomer is not reset at once: one that is may be so by a process about to end, which refuses the next. */
  async #untilNoneIsReset(): Promise<void> {
    for (let newcomers = 0; newcomers < 10; newcomers++) {
      const newcomer = await this.connect().catch(unlessReset);
      await Promise.race([newcomer?.gone, pause(atOnce)]);
      if (newcomer !== undefined && newcomer.ending !== 'reset') return;
    }
  }

  #listen(): void {
    this.#heard ||= [...this.#peers].some(({ count }) => count > 0);
  }

  #wasCutOff(error: Error | undefined): boolean {
    return [...this.#peers].some(({ ending }) => ending !== 'open') || (error !== undefined && isSystemError(error));
  }

  #keep(peer: Peer): Peer {
    this.#peers.add(peer);
    return peer;
  }
}
