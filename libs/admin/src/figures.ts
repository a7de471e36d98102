import type { Counts } from '#logging';
import type { Distributed } from './distribution.ts';
import type { ReplacementReason } from './replacements.ts';

/** CPU time, seconds. */
export interface CpuTime {
  readonly user: number;
  readonly system: number;
}

/** What the event loop of a process or thread has counted since it began. Plain data: it crosses from worker to primary. */
export interface Figures {
  readonly accepted: number;
  readonly refused: number;
  readonly reset: number;
  readonly messages: number;
  readonly bytesRead: number;
  readonly bytesReplied: number;
  /** Seconds from a read to the writing of its replies, once a message; by `replyBounds`. */
  readonly replies: Distributed;
  /** Seconds that a timer came late; by `delayBounds`. */
  readonly delays: Distributed;
  readonly replaced: Readonly<Record<ReplacementReason, number>>;
  /** Of the thread that the event loop runs on. */
  readonly cpu: CpuTime;
  /** Bytes of V8's heap, its free space included. */
  readonly heap: number;
  /** What a process has and its threads share, told by the process. */
  readonly process?: ProcessFigures;
}

export interface ProcessFigures extends Counts {
  /** Of all threads. */
  readonly cpu: CpuTime;
  /** Resident memory, bytes. */
  readonly resident: number;
}
