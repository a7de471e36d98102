import type { HistogramData } from './histogram.ts';

/** `message`: the connections stay open. `connect`: each message has a connection of its own. */
export const loadModes = ['message', 'connect'] as const;

/** `open`: messages come at a rate, whatever the server does. `idle`: connections are held, and then all must answer. */
export type LoadMode = (typeof loadModes)[number] | 'open' | 'idle';

/** When a phase ends: after so many messages, or after so many ms. */
export type Limit = { readonly messages: number } | { readonly duration: number };

/** When the messages of an open loop are meant to be sent; the same plan gives the same moments. */
export interface Arrivals {
  readonly perSecond: number;
  /** `poisson`: as clients that know nothing of each other come. `fixed`: one gap, always the same. */
  readonly spacing: 'poisson' | 'fixed';
  readonly seed: number;
}

/** What the load is; plain data, so that it can be sent to another process. */
export interface LoadPlan {
  readonly mode: LoadMode;
  /** How many at a time. */
  readonly connections: number;
  /** Messages sent and not answered yet, a connection. Always 1 with `connect` and `idle`; with `open`, at most. */
  readonly inFlight: number;
  /** Bytes of a message, without its LF. */
  readonly size: number;
  /** Load that is not counted, in ms, for compilers and caches to settle. */
  readonly warmup: number;
  readonly limit: Limit;
  /** With `open`. */
  readonly arrivals?: Arrivals;
  /** With `idle`: numbers of connections, ascending, at which memory is read on the way to `connections`. */
  readonly steps?: readonly number[];
}

/** Messages that did not come back as they should. */
export interface LoadErrors {
  readonly lost: number;
  readonly outOfOrder: number;
  readonly corrupted: number;
  /** What the first one looked like. */
  readonly first?: string;
}

/** So many steps of a histogram of times are a millisecond: one is 100 ns. */
export const stepsPerMs = 10_000;

/** How the load generator itself fared. */
export interface GeneratorFigures {
  /** CPU time, in µs of the whole phase. */
  readonly cpu: number;
  /** How much of the time its event loop had something to do, 0 to 1 (performance.eventLoopUtilization). */
  readonly busy: number;
  /** How late its event loop came to a timer, ms: the 99th percentile. */
  readonly delay: number;
  /** With `open`: how much later than it could a message was sent, ms: the 99th percentile. */
  readonly late: number;
  /** With `open`: which share of the messages that were due had not been sent when the load was over, 0 to 1. */
  readonly behind: number;
  /** Whether it may have been what held the load up, or did not send what was due when it was due: then rate and latency are not the server's, CPU time and memory are. */
  readonly limited: boolean;
}

/** What a phase came to. The CPU times are those of the whole session of the server, in µs of the whole phase. */
export interface LoadResult {
  readonly messages: number;
  readonly seconds: number;
  readonly cpu: { readonly user: number; readonly system: number };
  /** How much of that its busiest thread took, 0 to 1. */
  readonly busiest: number;
  /** How often its threads came to a CPU. */
  readonly switches: number;
  /** Bytes, at the end of the phase, with its connections still open. */
  readonly pss: number;
  /** From sending to the whole reply; with `open`, from when it was meant to be sent. In steps of 100 ns. */
  readonly latency: HistogramData;
  /** With `open`: from when it was sent. Where the sender waits for the server, this hides how long. */
  readonly service?: HistogramData;
  /** With `idle`: bytes of PSS by how many connections were held. */
  readonly held?: readonly { readonly connections: number; readonly pss: number }[];
  readonly generator: GeneratorFigures;
  readonly errors: LoadErrors;
}

/** The smallest message that has room for its number, in bytes. */
export const minSize = 8;

/** The most that may be in flight over all connections, in bytes, so that the load generator's memory is bounded. */
export const maxBytesInFlight: number = 64 * 1024 * 1024;
