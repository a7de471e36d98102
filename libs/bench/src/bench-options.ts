import type { Peer } from '#approaches';
import type { Pinning } from '#measure';
import type { Size, Statement } from '#record';
import type { BenchServer } from './bench-server.ts';
import type { Scenario } from './scenario.ts';

export interface BenchOptions {
  /** Ours and those that were given; the peers come behind them. */
  readonly servers: readonly BenchServer[];
  readonly peers: readonly Peer[];
  readonly scenarios: readonly Scenario[];
  readonly size: Size;
  /** Undefined for as many as the size has. */
  readonly rounds: number | undefined;
  /** Messages a second of the open loop. */
  readonly rate: number;
  /** Undefined for server-async, or the first where that is not measured. */
  readonly baseline: string | undefined;
  readonly pin: Pinning | undefined;
  /** What repeats all of it, and the flags of it that repeating a part takes, too. */
  readonly command: string;
  readonly sameFlags: readonly string[];
  /** Aborted, what was measured by then is what there is. */
  readonly signal: AbortSignal;
  /** Puts into words what ended it early. */
  readonly describe: (error: unknown) => Statement;
  readonly onProgress: (progress: BenchProgress) => void;
}

/** What happens, for people who wait. */
export type BenchProgress =
  | { readonly kind: 'building' | 'checking'; readonly server: string }
  | { readonly kind: 'skipped'; readonly server: string; readonly reason: Statement }
  | {
      readonly kind: 'measured';
      readonly server: string;
      readonly round: number;
      readonly rounds: number;
      /** The headline of each scenario, by its figure. */
      readonly headlines: readonly (readonly [scenario: Scenario, value: number, limited: boolean])[];
    };
