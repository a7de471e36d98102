import { getHeapStatistics } from 'node:v8';
import type { Counts, Log, LogEvent } from '#logging';
import { delayBounds, replyBounds } from './bounds.ts';
import { Distribution } from './distribution.ts';
import type { CpuTime, Figures, ProcessFigures } from './figures.ts';
import { watchLoopDelay } from './loop-delay.ts';
import { Replacements } from './replacements.ts';

/**
 * Counts what the event loop of a process or thread does. Whoever serves tells it of reads and replies, a few additions each;
 * what becomes of connections and workers it takes from the log, which hears of everything at any level.
 */
export class Meter {
  readonly #counts: (() => Counts) | undefined;
  readonly #replies = new Distribution(replyBounds);
  readonly #delays = new Distribution(delayBounds);
  readonly #replacements = new Replacements();
  #accepted = 0;
  #refused = 0;
  #reset = 0;
  #messages = 0;
  #bytesRead = 0;
  #bytesReplied = 0;

  /** @param counts the connections of this process; none in a thread, whose process tells them */
  constructor(counts?: () => Counts) {
    this.#counts = counts;
    watchLoopDelay(this.#delays);
  }

  /** @param messages how many the bytes completed */
  read(bytes: number, messages: number): void {
    this.#bytesRead += bytes;
    this.#messages += messages;
  }

  /**
   * Their replies were written, in one.
   *
   * @param readAt when what completed the messages was read, by `performance.now()`
   */
  replied(messages: number, bytes: number, readAt: number): void {
    this.#bytesReplied += bytes;
    this.#replies.add((performance.now() - readAt) / 1_000, messages);
  }

  /** The same log; what it is told of is counted. */
  listenTo(log: Log): Log {
    return {
      messages: log.messages,
      replies: log.replies,
      emit: (event) => {
        this.#take(event);
        log.emit(event);
      },
      share: (connection) => log.share(connection),
      take: (connection, untold) => {
        log.take(connection, untold);
      },
    };
  }

  get figures(): Figures {
    return {
      accepted: this.#accepted,
      refused: this.#refused,
      reset: this.#reset,
      messages: this.#messages,
      bytesRead: this.#bytesRead,
      bytesReplied: this.#bytesReplied,
      replies: this.#replies.distributed,
      delays: this.#delays.distributed,
      replaced: this.#replacements.counts,
      cpu: inSeconds(process.threadCpuUsage()),
      // What process.memoryUsage() says too, without /proc.
      heap: getHeapStatistics().total_heap_size,
      ...(this.#counts !== undefined && { process: figuresOfProcess(this.#counts()) }),
    };
  }

  #take(event: LogEvent): void {
    if (event.event === 'accepted') this.#accepted++;
    else if (event.event === 'refused') this.#refused++;
    else if (event.event === 'reset') this.#reset++;
    else this.#replacements.take(event);
  }
}

function figuresOfProcess(counts: Counts): ProcessFigures {
  return { ...counts, cpu: inSeconds(process.cpuUsage()), resident: residentMemory() };
}

/** 0 where no /proc is mounted: whoever asks must not end a server that works without. */
function residentMemory(): number {
  try {
    return process.memoryUsage.rss();
  } catch {
    return 0;
  }
}

/** @param time microseconds, as Node has it */
function inSeconds({ user, system }: NodeJS.CpuUsage): CpuTime {
  return { user: user / 1e6, system: system / 1e6 };
}
