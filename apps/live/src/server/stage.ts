import { EventEmitter, once, setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '#experiments';
import type { RunningServer } from '#measure';
import { type ClientFact, type ConnectionEvent, connectionEvents, type Entry, type Told, type Visit } from '../story/entry.ts';
import { Recording } from '../story/recording.ts';
import { type Client, Scene } from '../story/scene.ts';
import type { Cast } from './cast.ts';
import { FarEnds } from './far-ends.ts';
import { KernelQueue } from './kernel-queue.ts';
import { limits } from './limits.ts';
import {
  anotherRun, endedMeanwhile, noSuchServer, nobodyThere, notListening, notStarted, tooLate, toldToLeave,
  tooManyClients, tooManyServers,
} from './stage-error.ts';
import { StagedClient } from './staged-client.ts';
import { type Line, StagedServer } from './staged-server.ts';

/** How often CPU time and memory are looked at, ms. */
const usageEvery = 500;

/** Between clients that are sent together, ms. */
const betweenClients = 1;

/** Real servers and real clients, and everything that is known of them. */
export class Stage {
  readonly cast: Cast;
  /** Of the run that is under way, from its beginning; another one for each run. */
  recording = new Recording();
  /** As it is now. */
  scene = new Scene();
  /** Tells whenever something has happened. */
  readonly changes = new EventEmitter<{ change: [] }>().setMaxListeners(0);
  readonly #servers = new Map<string, StagedServer>();
  /** As they are shown. */
  #order: readonly string[] = [];
  /** Those that may still have to do with clients of a run that is over. */
  readonly #unsettled = new Set<string>();
  readonly #clients = new Map<number, StagedClient>();
  #farEnds = new FarEnds();
  readonly #queue = new KernelQueue(() => this.#listening(), (server, length) => { this.tell({ kind: 'queue', server, length }); });
  readonly #usage = setInterval(() => { this.#look(); }, usageEvery);
  #lastId = 0;
  /** Counts how often all were told to leave: who was still to come stays away. */
  #leaves = 0;
  #closed = false;
  #clock = new Clock();
  #run = new AbortController();

  constructor(cast: Cast) {
    this.cast = cast;
  }

  /** ms since the run began. */
  now(): number {
    return this.#clock.now();
  }

  /** Begins a run: all clients are gone, and servers that run go on. Aborts when the next one begins. */
  begin(what: Omit<Extract<Told, { kind: 'begun' }>, 'kind'> = {}): AbortSignal {
    this.#run.abort(anotherRun);
    this.#run = new AbortController();
    setMaxListeners(0, this.#run.signal);
    for (const { server, closed } of this.scene.clients.values()) if (closed === undefined) this.#unsettled.add(server);
    for (const client of this.#clients.values()) client.abort();
    this.#clients.clear();
    this.#farEnds = new FarEnds();
    this.#queue.watch(false);
    // Of all that was, the servers alone stay, in the order in which they are shown.
    const before = new Scene();
    const servers = [...this.scene.copy().servers.values()].sort((one, other) => this.#order.indexOf(one.name) - this.#order.indexOf(other.name));
    for (const server of servers) before.servers.set(server.name, { ...server, ends: [] });
    this.#clock = new Clock();
    this.scene = before;
    this.recording = new Recording(before.copy());
    this.tell({ kind: 'begun', ...what });
    return this.#run.signal;
  }

  /**
   * Begins a run with these servers, and no others; one that may not be done with earlier clients begins anew. Resolves when they
   * listen.
   *
   * @throws StageError, and leaves all as it is where those cannot all be shown
   */
  async show(names: readonly string[]): Promise<void> {
    if (names.length > limits.servers) throw tooManyServers;
    for (const name of names) if (!this.cast.has(name)) throw noSuchServer(name);
    const over = this.begin();
    this.#order = names;
    const others = [...this.#servers.values()].filter(({ name }) => !names.includes(name) || this.#unsettled.has(name));
    this.#unsettled.clear();
    await Promise.all(others.map((server) => this.#remove(server)));
    over.throwIfAborted();
    await Promise.all(names.map((name) => this.start(name)));
    over.throwIfAborted();
  }

  /** Starts a server, where it does not run. @throws StageError */
  async start(name: string): Promise<RunningServer> {
    const spec = this.cast.get(name);
    if (spec === undefined) throw noSuchServer(name);
    if (this.#closed) throw endedMeanwhile;
    const there = this.#servers.get(name);
    if (there !== undefined && this.scene.servers.get(name)?.state !== 'down') return await there.listening;
    if (there === undefined && this.#servers.size >= limits.servers) throw tooManyServers;
    this.tell({ kind: 'starting', server: name });
    const server = new StagedServer(spec, (line) => {
      this.#onLine(name, line);
    });
    this.#servers.set(name, server);
    void server.ended.then((how) => {
      if (this.#servers.get(name) === server) this.tell({ kind: 'down', server: name, how });
      // A worker may be left of one that was killed.
      return server.stop();
    });
    const running = await server.listening.catch((error: unknown) => {
      throw notStarted(name, error);
    });
    // It may have ended meanwhile.
    const still = this.#servers.get(name) === server && this.scene.servers.get(name)?.state === 'starting';
    if (still) this.tell({ kind: 'listening', server: name, pid: running.pid, port: running.address.port });
    return running;
  }

  /** Sends a client. @throws StageError where there are too many, or no such server listens */
  async client(name: string, visit: Visit): Promise<StagedClient> {
    const { id, address, tell, onAddress } = await this.#come(name, visit.role);
    const client = new StagedClient(address, this.#clock, visit, tell, onAddress);
    this.#clients.set(id, client);
    void client.closed.then(() => this.#clients.delete(id));
    return client;
  }

  /** The clients of a server that are connected, as the scene has them. */
  present(name: string, worker?: number): readonly Client[] {
    const there = this.scene.clientsOf(name).filter(({ connected, closed }) => connected !== undefined && closed === undefined);
    return worker === undefined ? there : there.filter((client) => client.worker === worker);
  }

  /** All clients end their connections, and none comes that was sent before. */
  leave(): void {
    this.#leaves += 1;
    for (const client of this.#clients.values()) client.leave();
  }

  /**
   * Does harm: kills a worker's process or, where there are none, the server; else has a client of that worker send what ends,
   * blocks or throws where it is served.
   *
   * @param worker by default the one with most clients
   * @throws StageError
   */
  async harm(name: string, how: 'end' | 'hang' | 'throw', worker: number | undefined = this.#busiest(name)): Promise<void> {
    const server = this.scene.servers.get(name);
    if (server === undefined || server.state === 'down') throw notListening(name);
    const victim = server.workers.find(({ id, ended }) => id === worker && ended === undefined);
    if (how === 'end' && worker === undefined) this.#servers.get(name)?.signal('SIGKILL');
    else if (how === 'end' && victim?.pid !== undefined) kill(victim.pid);
    else {
      const idle = this.present(name, worker).find(({ leaves, exchanges }) => leaves === undefined && exchanges.every(({ got }) => got !== undefined));
      const client = idle === undefined ? undefined : this.#clients.get(idle.id);
      if (client !== undefined) client.ask({ ask: how });
      else if (worker === undefined) await this.client(name, { messages: [{ ask: how }], hold: Infinity });
      // Who serves a new one is the server's to choose.
      else throw nobodyThere(name, worker);
    }
  }

  /** SIGTERM: it drains. @throws StageError */
  terminate(name: string): void {
    const server = this.#servers.get(name);
    if (server === undefined) throw notListening(name);
    server.signal('SIGTERM');
  }

  /** Resolves when that is found in the scene. @throws Error where it does not come, and when another run begins */
  async until<Found>(find: (scene: Scene) => Found | false | undefined): Promise<Found> {
    const { signal } = this.#run;
    const late = AbortSignal.any([signal, AbortSignal.timeout(limits.patience)]);
    for (;;) {
      signal.throwIfAborted();
      const found = find(this.scene);
      if (found !== undefined && found !== false) return found;
      await once(this.changes, 'change', { signal: late }).catch(() => {
        throw signal.aborted ? signal.reason : tooLate;
      });
    }
  }

  /** @throws Error when another run begins */
  async pass(ms: number): Promise<void> {
    const { signal } = this.#run;
    await sleep(ms, undefined, { signal });
  }

  /** Ends every client and every server. */
  async end(): Promise<void> {
    this.#run.abort(endedMeanwhile);
    this.begin();
    await Promise.all([...this.#servers.values()].map((server) => this.#remove(server)));
  }

  /** Ends all of it, and what it looks at. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#usage);
    await this.end();
  }

  #listening() {
    return [...this.scene.servers.values()].filter(({ state }) => state === 'listening' || state === 'draining');
  }

  async #come(name: string, role?: 'heavy') {
    const { signal } = this.#run;
    const present = [...this.scene.clients.values()].filter(({ closed }) => closed === undefined);
    if (present.length >= limits.clients) throw tooManyClients;
    const listening = this.scene.servers.get(name)?.state === 'listening' ? this.#servers.get(name)?.listening : undefined;
    if (listening === undefined) throw notListening(name);
    const leaves = this.#leaves;
    const { address } = await listening;
    // What servers log meanwhile must be read: where their pipe is full, they drop it.
    await sleep(betweenClients);
    signal.throwIfAborted();
    if (this.#leaves !== leaves) throw toldToLeave;
    const id = (this.#lastId += 1);
    const number = (this.scene.clientsOf(name).at(-1)?.number ?? 0) + 1;
    this.tell({ kind: 'came', client: id, server: name, number, ...(role !== undefined && { role }) });
    this.#queue.watch(true);
    // Facts of a run that is over are nobody's any more.
    const during = <Fact>(tell: (fact: Fact) => void) => (fact: Fact): void => {
      if (!signal.aborted) tell(fact);
    };
    return {
      id,
      address,
      tell: during((fact: ClientFact) => { this.tell({ ...fact, client: id }); }),
      onAddress: during((own: string) => { this.#farEnds.meet(name, own, id); }),
    };
  }

  #busiest(name: string): number | undefined {
    const alive = this.scene.servers.get(name)?.workers.filter(({ ended }) => ended === undefined);
    const [most] = (alive ?? []).toSorted((one, other) => this.present(name, other.id).length - this.present(name, one.id).length);
    return most?.id;
  }

  #onLine(server: string, line: Line): void {
    const at = this.#clock.at(line.ns);
    const { event, peer, worker, ahead, to, id = 0, pid, reason = '', lines = 0 } = line;
    if (peer !== undefined && connectionEvents.includes(event as ConnectionEvent)) {
      this.#farEnds.of(server, peer, (client) => {
        this.tell({ kind: 'log', server, client, event: event as ConnectionEvent, worker, ahead, to }, at);
      });
    } else if (event === 'worker-started') this.tell({ kind: event, server, worker: id, ...(pid !== undefined && { pid }) }, at);
    else if (event === 'worker-ended') this.tell({ kind: event, server, worker: id, reason }, at);
    else if (event === 'worker-hung') this.tell({ kind: event, server, worker: id }, at);
    else if (event === 'dropped') this.tell({ kind: event, server, lines }, at);
    else if (event === 'draining') this.tell({ kind: event, server }, at);
  }

  /** Notes what happened. @param at ms of the run; by default now */
  tell(told: Told, at: number = this.now()): void {
    const entry: Entry = { at: Math.max(at, 0), ...told };
    this.scene.apply(entry);
    this.recording.add(entry);
    if (told.kind === 'closed' || (told.kind === 'log' && told.event !== 'received' && told.event !== 'replied')) {
      this.#queue.watch(this.#somebodyIsNotAccepted());
    }
    this.changes.emit('change');
  }

  #somebodyIsNotAccepted(): boolean {
    return [...this.scene.clients.values()].some(({ accepted, closed }) => accepted === undefined && closed === undefined);
  }

  #look(): void {
    for (const { name, pid = 0 } of this.#listening()) {
      // Also where the system tells nothing of them: a page's figures go on with it.
      this.tell({ kind: 'usage', server: name, processes: this.#servers.get(name)?.meter.look(pid) ?? [] });
    }
    // Pages keep nobody longer, either.
    if (this.scene.lesson === undefined) this.scene.forget(this.now() - 60_000);
  }

  async #remove(server: StagedServer): Promise<void> {
    this.#servers.delete(server.name);
    await server.stop();
    // It may have been asked for again meanwhile.
    if (!this.#servers.has(server.name)) this.tell({ kind: 'gone', server: server.name });
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}
