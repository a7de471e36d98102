import { setTimeout as sleep } from 'node:timers/promises';
import { descriptorsOf } from '#machine';
import { Clock } from '../../running/clock.ts';
import { ExperimentError } from '../../running/experiment-error.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { LineClient } from '../../clients/line-client.ts';
import { takeTurns, type Turns } from '../../running/take-turns.ts';

/**
 * How many connect at once, and how many the server may not have accepted yet when the next ones do: fewer together than
 * the kernel's queue holds, 511, for one that overflows makes clients try again after a second.
 */
const atOnce = 100;
const mostQueued = 300;
/** How long to wait for what must come, ms. */
const patience = 5_000;
/** Between two looks, ms. */
const lookEvery = 10;

/** Clients that keep a connection and mostly say nothing. */
export class IdleClients {
  readonly #server: LabServer;
  readonly #clock = new Clock();
  #clients: LineClient[] = [];

  constructor(server: LabServer) {
    this.#server = server;
  }

  /**
   * Opens more connections, until there are so many, and waits until the server holds all of them.
   *
   * @throws ExperimentError where it doesn't
   */
  async openUpTo(count: number): Promise<void> {
    // What a server still lets go of would be missed, though nobody is awaited.
    if (count <= this.#clients.length) return;
    const before = (await this.#descriptorsAtRest()) - this.#clients.length;
    // It logs no connection here, which would cost memory and time of its own; the kernel says what it holds.
    const accepted = (least: number) => () => descriptorsOf(this.#server.pid) - before >= least;
    while (this.#clients.length < count) {
      const { length } = this.#clients;
      const options = { ...this.#server.address, clock: this.#clock };
      const batch = Array.from({ length: Math.min(atOnce, count - length) }, () => new LineClient(options));
      this.#clients.push(...batch);
      await Promise.all(batch.map(({ connected }) => connected));
      await this.#until(accepted(this.#clients.length - mostQueued));
    }
    await this.#until(accepted(count));
  }

  /** Closes connections until there are so many, and waits until the server has let go of the others: it takes a while. */
  async closeDownTo(count: number): Promise<void> {
    const before = (await this.#descriptorsAtRest()) - this.#clients.length;
    const leaving = this.#clients.splice(count);
    for (const client of leaving) client.abort();
    await Promise.all(leaving.map(({ closed }) => closed));
    await this.#until(() => descriptorsOf(this.#server.pid) - before <= count);
  }

  /**
   * Lets each of them send a message now and then.
   *
   * @returns how long the replies took, ms
   * @throws ExperimentError where one does not come
   */
  async talk(turns: Turns): Promise<readonly number[]> {
    const before = this.#clients.map(({ latencies }) => latencies.length);
    await takeTurns(this.#clients, turns, (client) => {
      client.send('m');
    });
    await this.#until(() => this.#clients.every(({ inFlight }) => inFlight === 0));
    return this.#clients.flatMap(({ latencies }, index) => latencies.slice(before[index]));
  }

  /** What it has open once that stays the same: a file that it is just reading would be missed afterwards. */
  async #descriptorsAtRest(): Promise<number> {
    const late = performance.now() + patience;
    for (let last = descriptorsOf(this.#server.pid); ; ) {
      await sleep(lookEvery);
      const now = descriptorsOf(this.#server.pid);
      if (now === last || performance.now() > late) return now;
      last = now;
    }
  }

  async #until(condition: () => boolean): Promise<void> {
    const late = performance.now() + patience;
    while (!condition()) {
      if (performance.now() > late || this.#clients.some(({ closedAt }) => closedAt !== undefined)) {
        const { name } = this.#server;
        const count = this.#clients.length;
        throw new ExperimentError({
          en: `${name} did not keep and answer ${count} clients`,
          'pt-BR': `${name} não conseguiu manter ${count} clientes e responder a todos`,
        });
      }
      await sleep(lookEvery);
    }
  }
}
