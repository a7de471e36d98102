import { type Fallen, joined } from '#record';
import { ExperimentError } from './experiment-error.ts';
import type { Lab } from './lab.ts';
import type { LabServer } from './lab-server.ts';
import type { Start } from './serve-all.ts';

/** A start, and its server that runs. */
export interface Runner extends Start {
  readonly server: LabServer;
  /** Rejects when it ends before it is told to, and when the run is stopped. */
  readonly failed: Promise<never>;
  /** Ends it. */
  readonly leave: () => void;
}

/**
 * Servers that run side by side and take turns. One that breaks the contract, dies or is deaf is taken out and ended,
 * with its reason, and the others go on: what is said of them doesn't hang on a stranger.
 */
export class Field {
  /** All that were started, in order. */
  readonly all: readonly Runner[];
  readonly #lab: Lab;
  readonly #out = new Set<LabServer>();
  readonly #fallen: Fallen[];

  /** @param fallen those that were not even started */
  constructor(lab: Lab, all: readonly Runner[], fallen: readonly Fallen[]) {
    this.all = all;
    this.#lab = lab;
    this.#fallen = [...fallen];
    for (const { server, failed } of all) {
      failed.catch((error: unknown) => {
        // Between two turns, too.
        if (!lab.signal.aborted) this.#takeOut(server, error);
      });
    }
  }

  /** Those that were taken out, in the order in which they fell. */
  get fallen(): readonly Fallen[] {
    return this.#fallen;
  }

  /** Of several, those whose server has done all that it should until now. */
  standing<One extends Runs>(ones: readonly One[]): readonly One[] {
    return ones.filter(({ server }) => !this.#out.has(server));
  }

  /**
   * Gives each that stands its turn, one after another.
   *
   * @returns what came of it for those that still stand
   * @throws ExperimentError where none does, and whatever stopped the run
   */
  async each<One extends Runs, R>(ones: readonly One[], act: (one: One) => Promise<R>): Promise<readonly R[]> {
    return this.#came((await Array.fromAsync(ones, (one) => this.#turn(one, act))).flat());
  }

  /** As `each`, all at the same time. */
  async together<One extends Runs, R>(ones: readonly One[], act: (one: One) => Promise<R>): Promise<readonly R[]> {
    return this.#came((await Promise.all(ones.map((one) => this.#turn(one, act)))).flat());
  }

  async #turn<One extends Runs, R>(one: One, act: (one: One) => Promise<R>): Promise<readonly Turn<R>[]> {
    const { server } = one;
    if (this.#out.has(server)) return [];
    const acted = act(one);
    // Of a server that ended, its clients may hear later than we do.
    acted.catch(() => undefined);
    try {
      return [{ server, result: await Promise.race([acted, this.#runner(server).failed]) }];
    } catch (error) {
      if (this.#lab.signal.aborted) throw error;
      this.#takeOut(server, error);
      return [];
    }
  }

  #came<R>(turns: readonly Turn<R>[]): readonly R[] {
    if (this.#out.size === this.all.length) throw noneLeft(this.#fallen);
    return this.standing(turns).map(({ result }) => result);
  }

  #takeOut(server: LabServer, error: unknown): void {
    if (this.#out.has(server)) return;
    this.#out.add(server);
    this.#fallen.push({ server: server.name, reason: this.#lab.describe(error) });
    this.#runner(server).leave();
  }

  #runner(server: LabServer): Runner {
    return this.all.find((one) => one.server === server) as Runner;
  }
}

/** Something that is done with a server. */
interface Runs {
  readonly server: LabServer;
}

interface Turn<R> extends Runs {
  readonly result: R;
}

/** Why an experiment is over in which every server fell. */
export function noneLeft(fallen: readonly Fallen[]): ExperimentError {
  return new ExperimentError(joined(fallen.map(({ reason }) => reason), '; '));
}
