import { type NonBlockingDescriptor, nonBlockingDescriptor } from './non-blocking-descriptor.ts';

/** Where lines go. */
export interface LineSink {
  /** Whether a person reads them at a terminal. */
  readonly terminal: boolean;
  /** Writes a line with its LF at once, or drops and counts it. Never waits, never throws. */
  write(line: string): void;
  /** Says which line stands for those that were dropped. Without it they are dropped silently. */
  describeLoss(describe: (lines: number) => string): void;
}

/** How long a loss may stay unsaid once writing works again, in ms, where no other line comes first. */
const retryMs = 500;

/**
 * Writes lines to a descriptor of this process: at once, so that what was logged survives any death of the process,
 * and without ever waiting, so that no reader of the log can stop the server. What cannot be written now (a pipe that
 * nobody reads, a full disk, a closed pipe) is dropped and counted, and the count comes first when writing works again.
 *
 * Several processes and threads may each have a sink on the same descriptor: a pipe takes a line of up to PIPE_BUF
 * (4096 bytes on Linux, pipe(7)) whole or not at all.
 *
 * @param fd the descriptor: standard output
 */
export function createLineSink(fd = 1, descriptor: NonBlockingDescriptor = nonBlockingDescriptor(fd)): LineSink {
  let describe: ((lines: number) => string) | undefined;
  let dropped = 0;
  /** What is left of a line of which a part was taken: it must come next, or two lines would be torn. */
  let rest: Uint8Array = new Uint8Array(0);
  let retry: NodeJS.Timeout | undefined;

  /** Whether the bytes were taken, at least in part; the rest of them is kept, and comes next. */
  function take(bytes: Uint8Array): boolean {
    try {
      const taken = descriptor.write(bytes);
      if (taken > 0) rest = bytes.subarray(taken);
      return taken > 0;
    } catch {
      return false;
    }
  }

  /** Writes what should have been written before; says whether the next line may follow. */
  function catchUp(): boolean {
    if (rest.length > 0 && (!take(rest) || rest.length > 0)) return false;
    if (dropped > 0 && describe !== undefined) {
      if (!take(Buffer.from(describe(dropped)))) return false;
      dropped = 0;
    }
    return rest.length === 0;
  }

  function catchUpLater(): void {
    retry ??= setTimeout(() => {
      retry = undefined;
      if (!catchUp()) catchUpLater();
    }, retryMs).unref();
  }

  return {
    terminal: descriptor.terminal,
    write: (line) => {
      if (!catchUp() || !take(Buffer.from(line))) dropped += 1;
      if (dropped > 0 || rest.length > 0) catchUpLater();
    },
    describeLoss: (loss) => {
      describe = loss;
    },
  };
}
