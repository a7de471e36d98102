import { acceptQueues } from '#machine';

/** How often the kernel is asked while somebody has not been accepted, ms. */
const every = 25;

/** Watches the kernel's queues of servers as long as there is somebody in them. */
export class KernelQueue {
  readonly #ports: () => ReadonlyMap<number, string>;
  readonly #changed: (server: string, length: number) => void;
  readonly #known = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  /** @param ports by port, whose it is */
  constructor(ports: () => ReadonlyMap<number, string>, changed: (server: string, length: number) => void) {
    this.#ports = ports;
    this.#changed = changed;
  }

  /** @param wanted whether there is somebody who may be in one */
  watch(wanted: boolean): void {
    if (wanted === (this.#timer !== undefined)) return;
    if (wanted) this.#timer = setInterval(this.#look, every).unref();
    else this.stop();
    this.#look();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = (): void => {
    const ports = this.#ports();
    const lengths = acceptQueues([...ports.keys()]);
    for (const [port, length] of lengths ?? []) {
      const server = ports.get(port) ?? '';
      if (this.#known.get(server) === length) continue;
      this.#known.set(server, length);
      this.#changed(server, length);
    }
  };
}
