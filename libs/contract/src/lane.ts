import { takesFlags } from './command.ts';
import { freePort } from './free-port.ts';
import { Peer } from './peer.ts';
import type { Promises } from './promises.ts';
import { type LaunchOptions, Server } from './server.ts';
import type { ConnectOptions, Subject } from './subject.ts';
import type { Target } from './why-not-tried.ts';

export interface LaneSettings {
  readonly target: Target;
  readonly promises: Promises;
  readonly patience: number;
  /** What every server of the lane is started with, beyond what its promises ask for. */
  readonly flags: readonly string[];
}

/** A server and the clauses that are tried on it one after another, so that a fault that spills over is seen. */
export class Lane implements Subject {
  readonly promises: Promises;
  readonly patience: number;
  readonly #settings: LaneSettings;
  readonly #peers = new Set<Peer>();
  #servers: Server[] = [];
  #shared: Promise<Server> | undefined;

  constructor(settings: LaneSettings) {
    this.#settings = settings;
    this.promises = settings.promises;
    this.patience = settings.patience;
  }

  async connect(options: ConnectOptions = {}): Promise<Peer> {
    const { target, promises, patience } = this.#settings;
    const peer =
      'command' in target
        ? await (await this.server()).connect(options)
        : await Peer.connect({ ...target, framing: promises.framing, patience, ...options });
    this.#peers.add(peer);
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

  /** Lets go of what one clause left, and of a server that it ended or harmed. */
  async tidy({ server: all }: { readonly server: boolean }): Promise<void> {
    for (const peer of this.#peers) peer.destroy();
    this.#peers.clear();
    const shared = await this.#shared?.catch(() => undefined);
    const keep = all || !shared?.running ? undefined : shared;
    if (keep === undefined) this.#shared = undefined;
    await Promise.all(this.#servers.filter((server) => server !== keep).map((server) => server.dispose()));
    this.#servers = keep === undefined ? [] : [keep];
  }
}
