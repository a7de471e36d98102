import type { Phase } from './phase.ts';

/** Something that sends messages as long as a phase grants them. */
export interface Load {
  /** Sends and checks until the phase is over. */
  run(phase: Phase): Promise<void>;
  /** Closes what is still open. */
  close(): void | Promise<void>;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}
