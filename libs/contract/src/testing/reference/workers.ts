import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Log } from './log.ts';
import { broken } from './quirks.ts';
import type { Settings } from './settings.ts';

interface Kept {
  readonly child: ChildProcess;
  connections: number;
  ready: boolean;
  heard: number;
}

/** Worker processes that are handed sockets; one that ends is replaced, until too many end. */
export class WorkerProcesses {
  readonly #settings: Settings;
  readonly #log: Log;
  readonly #kept = new Set<Kept>();
  readonly #deaths: number[] = [];
  #draining = false;
  #underWay = 0;
  #onReady: () => void = () => undefined;
  #onGone: () => void = () => undefined;

  constructor(settings: Settings, log: Log) {
    this.#settings = settings;
    this.#log = log;
  }

  async start(): Promise<void> {
    const ready = new Promise<void>((resolve) => (this.#onReady = resolve));
    for (let count = 0; count < this.#settings.workers; count++) this.#fork();
    await ready;
    const interval = Math.min(this.#settings.hangTimeout ?? 30_000, 30_000);
    if (broken('hung-worker-not-found')) return;
    setInterval(() => {
      for (const kept of this.#kept) {
        if (kept.ready && performance.now() - kept.heard > 2 * interval) kept.child.kill('SIGKILL');
        else if (kept.child.connected) kept.child.send('ping');
      }
    }, interval / 2).unref();
  }

  give(socket: Socket): void {
    const ready = [...this.#kept].filter((kept) => kept.ready && kept.child.connected);
    const [least] = ready.sort((a, b) => a.connections - b.connections);
    if (least === undefined) {
      socket.destroy();
      return;
    }
    // A socket holds a descriptor here until the worker has it.
    if (++this.#underWay > 50) {
      socket.on('error', () => undefined).end('Error: server is full\n');
      socket.destroySoon();
    } else {
      least.connections++;
      least.child.send('socket', socket, {}, () => undefined);
    }
    setImmediate(() => this.#underWay--);
  }

  async drain(): Promise<void> {
    this.#draining = true;
    const gone = new Promise<void>((resolve) => (this.#onGone = resolve));
    for (const { child } of this.#kept) if (child.connected) child.send('drain');
    if (this.#kept.size > 0) await gone;
  }

  #fork(): void {
    const child = fork(`${import.meta.dirname}/worker.ts`, process.argv.slice(2));
    const kept: Kept = { child, connections: 0, ready: false, heard: performance.now() };
    this.#kept.add(kept);
    child.on('message', (message) => {
      kept.heard = performance.now();
      if (message === 'closed') kept.connections--;
      if (message === 'ready') kept.ready = true;
      if (message === 'ready' && [...this.#kept].every(({ ready }) => ready)) this.#onReady();
    });
    child.on('error', (error) => {
      if (child.pid !== undefined) return;
      if (broken('needs-each-process')) throw error;
      this.#kept.delete(kept);
      setTimeout(() => {
        if (!this.#draining) this.#fork();
      }, 200);
    });
    child.once('exit', (code) => {
      this.#kept.delete(kept);
      if (this.#draining || code === 0) {
        if (this.#kept.size === 0) this.#onGone();
        return;
      }
      this.#log.event('warn', 'worker-ended', { code });
      this.#deaths.push(performance.now());
      const recent = this.#deaths.filter((at) => performance.now() - at < 3_000);
      if (recent.length > 5 && !broken('respawns-for-ever')) {
        process.stderr.write('the workers end as soon as they start; giving up\n');
        for (const other of this.#kept) other.child.kill('SIGKILL');
        process.exit(1);
      }
      if (!broken('worker-not-replaced')) this.#fork();
    });
  }
}
