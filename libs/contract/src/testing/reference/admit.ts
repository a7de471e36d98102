import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import type { Socket } from 'node:net';
import { hangUp } from './hang-up.ts';
import type { Client } from './proxy-header.ts';
import { broken } from './quirks.ts';
import { serve, type Service } from './serve.ts';

/** A connection that was accepted, and what the log has to say of it. */
interface Accepted extends Client {
  readonly socket: Socket;
  readonly at: number;
  /** Said of it when it is known to be no probe; undefined from then on. */
  unsaid: (readonly [event: string, fields: Readonly<Record<string, unknown>>])[] | undefined;
  level: 'info' | 'debug';
}

/** How long a connection that sends nothing may yet be a probe, ms. */
const probeMs = 100;

/** Takes connections: refuses those beyond the limit, serves the others, at once or one after another. */
export class Admission {
  readonly #service: Service;
  readonly #waiting: Accepted[] = [];
  readonly #open = new Set<Socket>();
  readonly #leak: string[] = [];
  #count = 0;
  #accepted = 0;
  #refused = 0;
  #serving = false;

  constructor(service: Service) {
    this.#service = service;
    service.draining.addEventListener('abort', () => {
      if (service.settings.drain === 'finish' && !broken('finish-drops-who-waits')) return;
      if (!broken('serves-waiting-at-drain')) for (const { socket } of this.#waiting.splice(0)) hangUp(socket);
    });
  }

  get size(): number {
    return this.#open.size;
  }

  /** A connection that was accepted, paused. */
  admit(socket: Socket): void {
    const { settings } = this.#service;
    const peer = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
    const level = settings.proxyProtocol === 'on' ? 'debug' : 'info';
    const unsaid = broken('says-probes') || level === 'debug' ? undefined : [];
    const accepted: Accepted = { socket, peer, at: performance.now(), unsaid, level };
    setTimeout(() => {
      this.#tell(accepted);
    }, probeMs).unref();
    const limit = broken('full-too-early') ? settings.maxConnections - 1 : settings.maxConnections;
    this.#open.add(socket);
    this.#accepted++;
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.#sayLast(accepted, 'reset', { code: error.code });
      if (broken('reset-ends-server')) process.exit(1);
    });
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#count -= broken('never-frees') ? 0 : 1;
      this.#sayLast(accepted, 'ended');
      if (broken('leaving-ends-all')) this.destroyAll();
      if (broken('leaks-descriptors')) openSync('/dev/null', 'r');
      if (broken('leaks')) this.#leak.push(randomBytes(40).toString('hex')); // 80 characters take some 100 bytes.
    });
    if (!broken('no-keep-alive')) socket.setKeepAlive(true, 30_000);
    socket.setNoDelay(true);
    this.#count++;
    if (this.#count > limit) this.#refuse(socket, limit);
    else if (this.#drops()) socket.destroy();
    else this.#take(accepted);
  }

  /** Destroys whatever is still open. */
  destroyAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #drops(): boolean {
    if (broken('serves-few-clients')) return this.#accepted > 6;
    if (broken('refuses-a-storm')) return this.#open.size > 5;
    return broken('refuses-waiting') && this.#open.size > 1;
  }

  #refuse(socket: Socket, limit: number): void {
    this.#refused++;
    if (!broken('refusal-unlogged')) this.#service.log.event('warn', 'refused', { refused: this.#refused });
    if (broken('full-ends-all')) this.destroyAll();
    if (broken('full-is-silent')) {
      hangUp(socket);
      return;
    }
    socket.write('Error: server is full\n');
    // A refusal lingers only while there are descriptors for it.
    if (this.#open.size > limit + 16) socket.destroySoon();
    else if (broken('full-resets')) socket.resetAndDestroy();
    else hangUp(socket);
  }

  #take(accepted: Accepted): void {
    const { settings } = this.#service;
    this.#say(accepted, 'accepted');
    const waits = (settings.serial && this.#serving && !broken('waiting-unsaid')) || broken('calls-all-waiting');
    if (waits) this.#tell(accepted);
    if (waits) this.#say(accepted, 'waiting', { ahead: this.#waiting.length + 1 });
    if (settings.serial) this.#queue(accepted);
    else void this.#serve(accepted);
  }

  #queue(accepted: Accepted): void {
    const { socket } = accepted;
    this.#waiting.push(accepted);
    if (broken('header-time-from-accept')) setTimeout(() => socket.destroy(), 3_000);
    if (broken('idle-from-accept')) setTimeout(() => socket.destroy(), this.#service.settings.idleTimeout);
    if (broken('drops-who-left-waiting')) {
      socket.once('readable', () => undefined).once('end', () => socket.destroy());
      socket.resume();
    }
    if (!this.#serving) void this.#serveWaiting();
  }

  async #serveWaiting(): Promise<void> {
    this.#serving = true;
    for (;;) {
      const next = broken('last-come-first-served') ? this.#waiting.pop() : this.#waiting.shift();
      if (next === undefined) break;
      await this.#serve(next);
      if (next.socket.errored !== null && broken('waits-for-the-gone')) await new Promise(() => undefined);
    }
    this.#serving = false;
  }

  #serve(accepted: Accepted): Promise<void> {
    const { socket, at } = accepted;
    this.#say(accepted, 'serving', { waited: broken('waited-no-time') ? 0 : performance.now() - at });
    return serve(socket, accepted, this.#service);
  }

  #say(accepted: Accepted, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const { unsaid, level, peer } = accepted;
    if (unsaid === undefined) this.#service.log.event(level, event, { peer, ...fields });
    else unsaid.push([event, fields]);
  }

  #tell(accepted: Accepted): void {
    const { unsaid = [] } = accepted;
    accepted.unsaid = undefined;
    for (const [event, fields] of unsaid) this.#say(accepted, event, fields);
  }

  #sayLast(accepted: Accepted, event: string, fields?: Readonly<Record<string, unknown>>): void {
    if (accepted.unsaid !== undefined && accepted.socket.bytesRead === 0) accepted.level = 'debug';
    this.#tell(accepted);
    this.#say(accepted, event, fields);
  }
}
