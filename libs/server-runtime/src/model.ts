import type { Flags, Values } from './flag.ts';
import type { ServerContext } from './context.ts';

/** One way to run many connections. Started once; lives until drained. */
export interface ConcurrencyModel<F extends Flags = Flags> {
  readonly name: string;
  /** Whether connections are served one at a time, or overlap. The contract holds the model to it. */
  readonly serves: 'serial' | 'overlapping';
  /** Where connections run beyond the process's own event loop. */
  readonly workers: 'none' | 'processes' | 'threads';
  /** Clauses of the contract that this model does not keep, each with its reason. */
  readonly deviations?: readonly { readonly clause: string; readonly reason: string }[];
  /** Flags that only this model has. */
  readonly flags?: F;
  /** How many threads of this process will serve connections; their event loops need descriptors, too. None by default. */
  threads?(options: Values<F>): number;
  /**
   * Resolves when the port is bound and everybody is ready. Nobody is answered before `serve()`.
   *
   * @throws ServerError where that cannot be
   */
  start(context: ServerContext<Values<F>>): Promise<RunningServer>;
}

/** What can be told to a server, or to one of its workers, that is bound and ready. */
export interface Running {
  /** The ready line is out: from here on connections are answered. */
  serve(): void;
  /**
   * Stops accepting, lets replies under way finish, and destroys what is still open when `deadline` aborts.
   *
   * @returns how many connections had to be destroyed
   */
  drain(deadline: AbortSignal): Promise<number>;
}

export interface RunningServer extends Running {
  readonly port: number;
}
