import type { Ask, Entry, Usage } from './entry.ts';
import type { Text } from './text.ts';

/** A message and its reply; ms of the run. */
export interface Exchange {
  readonly ask: Ask;
  readonly sent: number;
  /** The server read it, by its log. */
  received?: number;
  /** The client had the reply. */
  got?: number;
}

export interface Client {
  /** In the run. */
  readonly id: number;
  /** Among those of its server, from 1 on. */
  readonly number: number;
  readonly server: string;
  readonly role: 'heavy' | undefined;
  readonly came: number;
  connected?: number;
  accepted?: number;
  /** How many were open ahead of it when it began to wait. */
  ahead?: number;
  handedOver?: number;
  /** To whom. */
  to?: number;
  serving?: number;
  /** Who serves it; undefined where there are no workers. */
  worker?: number;
  readonly exchanges: Exchange[];
  /** What it sent and what it got, as they are, where a lesson shows that. */
  readonly parts: string[];
  readonly replies: string[];
  leaves?: number;
  closed?: number;
  /** `left` where it ended its connection itself, `ended` where the server did in order, else an error's code. */
  outcome?: string;
  /** What became of it, once its server is not there any more. */
  end?: 'left' | 'ended' | 'lost';
}

export interface Worker {
  readonly id: number;
  /** Of its own process; undefined for a thread. */
  readonly pid: number | undefined;
  ended?: number;
  reason?: string;
  hung?: number;
}

/** The end of a server or of a worker, or what comes before it. */
export type End = Extract<Entry, { readonly kind: 'draining' | 'down' | 'worker-ended' | 'worker-hung' }>;

export interface Server {
  /** As people are told it: the approach's name, and what sets it apart where it is there twice. */
  readonly name: string;
  state: 'starting' | 'listening' | 'draining' | 'down';
  pid?: number;
  port?: number;
  /** How it ended: its exit code, or the signal. */
  how?: string;
  /** By their ids. A worker that was replaced has its successor's entry. */
  workers: readonly Worker[];
  usage: readonly Usage[];
  /** Undefined where the kernel does not say. */
  queue?: number;
  /** Of this run. */
  readonly ends: End[];
}

/** A scene as plain values. */
export interface SceneData extends Pick<Scene, 'lesson' | 'said' | 'done' | 'failed' | 'at'> {
  readonly servers: readonly (readonly [string, Server])[];
  readonly clients: readonly (readonly [number, Client])[];
}

/** Where a client is, in the order in which it goes. */
export const places = ['connecting', 'connected', 'waiting', 'handed-over', 'served', 'left', 'ended', 'lost'] as const;
export type Place = (typeof places)[number];

/**
 * All that is known of a run up to a moment: what the picture is drawn from. Entries may come a little late, and so each
 * notes a time where it belongs, and no order is relied on.
 */
export class Scene {
  lesson: string | undefined;
  said: number | undefined;
  /** The lesson is over. */
  done: number | undefined;
  failed: Text | undefined;
  readonly servers = new Map<string, Server>();
  readonly clients = new Map<number, Client>();
  /** How often something has become of each server or its clients. */
  readonly versions = new Map<string, number>();
  /** Of the latest entry. */
  at = 0;

  apply(entry: Entry): void {
    this.at = Math.max(this.at, entry.at);
    if (entry.kind === 'begun') [this.lesson, this.said] = [entry.lesson, entry.said];
    else if (entry.kind === 'done') this.done = entry.at;
    else if (entry.kind === 'failed') this.failed = entry.reason;
    else if (entry.kind === 'came') {
      const { client: id, number, server, role, at: came } = entry;
      this.clients.set(id, { id, number, server, role, came, exchanges: [], parts: [], replies: [] });
    } else if ('client' in entry) this.#ofClient(entry);
    else this.#ofServer(entry);
    if (entry.kind === 'log' && entry.event === 'replied') return; // The client's own clock tells it.
    const server = 'server' in entry ? entry.server : 'client' in entry ? this.clients.get(entry.client)?.server : undefined;
    if (server !== undefined) this.#changed(server);
  }

  /** Those of a server, in the order in which they came. */
  clientsOf(server: string): readonly Client[] {
    return [...this.clients.values()].filter((client) => client.server === server);
  }

  /** The same, to go its own way. */
  copy(): Scene {
    return Scene.from(structuredClone(this.toJSON()));
  }

  /** As it is sent. */
  toJSON(): SceneData {
    const { lesson, said, done, failed, at } = this;
    return { lesson, said, done, failed, at, servers: [...this.servers], clients: [...this.clients] };
  }

  static from({ servers, clients, ...rest }: SceneData): Scene {
    return Object.assign(new Scene(), rest, { servers: new Map(servers), clients: new Map(clients) });
  }

  /** Takes out whom nobody can see any more: those who were gone before a moment. */
  forget(before: number): void {
    for (const { id, server, closed = Infinity } of this.clients.values()) {
      if (closed >= before) continue;
      this.clients.delete(id);
      this.#changed(server);
    }
  }

  #changed(server: string): void {
    this.versions.set(server, (this.versions.get(server) ?? 0) + 1);
  }

  #ofServer(entry: Extract<Entry, { server: string }>): void {
    const { kind, server: name, at } = entry;
    if (kind === 'gone') {
      this.servers.delete(name);
      return;
    }
    const before = this.servers.get(name);
    if (kind === 'starting') {
      for (const client of this.clientsOf(name)) if (client.closed !== undefined) client.end ??= endOf(client, before);
    }
    const server: Server = kind === 'starting' || before === undefined ? { name, state: 'starting', workers: [], usage: [], ends: before?.ends ?? [] } : before;
    this.servers.set(name, server);
    if (kind === 'draining' || kind === 'down' || kind === 'worker-ended' || kind === 'worker-hung') server.ends.push(entry);
    const worker = 'worker' in entry ? server.workers.find(({ id }) => id === entry.worker) : undefined;
    if (kind === 'listening') update(server, { state: 'listening', pid: entry.pid, port: entry.port });
    else if (kind === 'draining') server.state = 'draining';
    else if (kind === 'down') update(server, { state: 'down', how: entry.how, usage: [], queue: 0 });
    else if (kind === 'usage' && server.state !== 'down') server.usage = entry.processes;
    else if (kind === 'queue') server.queue = entry.length;
    else if (kind === 'worker-started') {
      const others = server.workers.filter((one) => one !== worker);
      server.workers = [...others, { id: entry.worker, pid: entry.pid }].sort((one, other) => one.id - other.id);
    } else if (worker === undefined) return;
    else if (kind === 'worker-ended') update(worker, { ended: at, reason: entry.reason });
    else if (kind === 'worker-hung') update(worker, { hung: at });
  }

  #ofClient(entry: Extract<Entry, { client: number }>): void {
    const { kind, at } = entry;
    const client = this.clients.get(entry.client);
    if (client === undefined) return; // It was gone before all that is still told.
    if (kind === 'connected') client.connected = at;
    else if (kind === 'sent') {
      if (entry.part !== undefined) client.parts.push(entry.part);
      client.exchanges.push({ ask: entry.ask, sent: at });
    } else if (kind === 'got') {
      if (entry.text !== undefined) client.replies.push(entry.text);
      const due = client.exchanges.find(({ got }) => got === undefined);
      if (due !== undefined) due.got = at;
    } else if (kind === 'leaves') client.leaves = at;
    else if (kind === 'closed') update(client, { closed: at, outcome: entry.outcome });
    else if (kind === 'log') logged(client, entry);
  }
}

function update<Of>(one: Of, changes: Partial<Of>): void {
  Object.assign(one as object, changes);
}

function logged(client: Client, { event, at, worker, ahead, to }: Extract<Entry, { kind: 'log' }>): void {
  // Any of them may be learnt first.
  if (event === 'accepted') client.accepted = at;
  else if (event === 'waiting' || event === 'serving') client.accepted ??= at;
  if (event === 'waiting' && ahead !== undefined) client.ahead = ahead;
  else if (event === 'handed-over') update(client, { handedOver: at, ...(to !== undefined && { to }) });
  else if (event === 'serving') update(client, { serving: at, ...(worker !== undefined && { worker }) });
  else if (event === 'received') {
    const unread = client.exchanges.find(({ received }) => received === undefined);
    if (unread !== undefined) unread.received = at;
  }
}

/** Where a client is at a moment of which the scene knows nothing later. */
export function placeOf(client: Client, server: Server | undefined): Place {
  if (client.closed !== undefined) return client.end ?? endOf(client, server);
  if (client.serving !== undefined) return 'served';
  if (client.handedOver !== undefined) return 'handed-over';
  if (client.accepted !== undefined) return 'waiting';
  return client.connected === undefined ? 'connecting' : 'connected';
}

/** A server that drains ends a connection once what it read is answered; whoever is closed otherwise has lost something. */
function endOf({ outcome, exchanges, parts }: Client, server: Server | undefined): 'left' | 'ended' | 'lost' {
  if (!exchanges.every(({ got }) => got !== undefined) && parts.length === 0) return 'lost';
  const drained = server?.state === 'draining' || server?.how === '0';
  return outcome === 'left' ? 'left' : outcome === 'ended' && drained ? 'ended' : 'lost';
}

/**
 * What a client that is there is about: nothing; or a message of its own is under way: not read yet as far as the server
 * says, or in work, or waiting as on a database, or keeping its event loop from everything else.
 */
export type Doing = 'idle' | 'asks' | 'works' | 'waits' | 'computes' | 'hangs';

export function doingOf({ exchanges, parts }: Client): Doing {
  // One reply may be to several parts of a message.
  if (parts.length > 0 && lastReply(exchanges) >= (exchanges.at(-1)?.sent ?? 0)) return 'idle';
  // Replies come in order.
  const open = exchanges[exchanges.findLastIndex(({ got }) => got !== undefined) + 1];
  if (open === undefined) return 'idle';
  if (open.received === undefined) return 'asks';
  return open.ask === 'compute' ? 'computes' : open.ask === 'hang' ? 'hangs' : open.ask === 'wait' ? 'waits' : 'works';
}

/** When the last reply came; -Infinity before. */
export function lastReply(exchanges: readonly Exchange[]): number {
  return Math.max(...exchanges.map(({ got = -Infinity }) => got));
}

/** Whether its message keeps everybody else in its event loop waiting. */
export function blocks(client: Client): boolean {
  return ['computes', 'hangs'].includes(doingOf(client));
}
