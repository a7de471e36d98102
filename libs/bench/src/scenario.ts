import type { LoadPlan } from '#measure';
import type { Size, Statement, Text } from '#record';
import type { FigureId } from './figures.ts';

/** How long and how much, as the size of the run and the number of servers allow. */
export interface Extent {
  readonly size: Size;
  /** Of what is counted, and of what comes before it, ms. */
  readonly duration: number;
  readonly warmup: number;
  /** Messages a second of the open loop. */
  readonly rate: number;
  /** The most connections that may be held. */
  readonly connections: number;
  /** Rounds of hashing that a message costs where computing is what is measured. */
  readonly hashRounds: number;
}

/** A load that servers are put under, one after the other. */
export interface Scenario {
  readonly id: string;
  readonly title: Text;
  /** What is done, with its figures. */
  readonly describe: (extent: Extent) => Statement;
  /** The figure that it is about, and all that it has. */
  readonly headline: FigureId;
  readonly figures: readonly FigureId[];
  /** Undefined where starting the server is all that there is to it. */
  readonly plan?: (extent: Extent) => LoadPlan;
  /** What a server must be able to do. `side-by-side`: serve connections so. `work`: take our flag `--work`. */
  readonly needs?: readonly ('side-by-side' | 'work')[];
  /** Flags for a server of its own; without, it shares the one that all scenarios of a round are tried on. */
  readonly flags?: (extent: Extent) => readonly string[];
  /** Whether the server has a probe in it that sees its event loops' delay; it needs one of its own, with `flags`. */
  readonly probed?: true;
  /** In how many rounds it is tried at most, where it takes long. */
  readonly rounds?: number;
}
