import { acceptQueues } from '#machine';
import type { Server } from '../story/scene.ts';

/** How often the kernel is asked while somebody has not been accepted, ms. */
const every = 25;

type Listener = Pick<Server, 'name' | 'port'>;

/** Watches the kernel's queues of servers as long as there is somebody in them. */
export class KernelQueue {
  readonly #servers: () => readonly Listener[];
  readonly #changed: (server: string, length: number) => void;
  readonly #known = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  /** @param servers those that listen */
  constructor(servers: () => readonly Listener[], changed: (server: string, length: number) => void) {
    this.#servers = servers;
    this.#changed = changed;
  }

  /** @param wanted whether there is somebody who may be in one */
  watch(wanted: boolean): void {
    if (wanted === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = wanted ? setInterval(this.#look, every).unref() : undefined;
    this.#look();
  }

  readonly #look = (): void => {
    const servers = this.#servers();
    const lengths = acceptQueues(servers.map(({ port = 0 }) => port));
    for (const { name: server, port = 0 } of servers) {
      const length = lengths?.get(port);
      if (length === undefined || this.#known.get(server) === length) continue;
      this.#known.set(server, length);
      this.#changed(server, length);
    }
  };
}
