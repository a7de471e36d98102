import type { FromWorker, ToWorker } from './worker-messages.ts';

/** A worker process or thread, as its supervisor sees it. */
export interface Worker {
  /** Of a worker that is a process. */
  readonly pid?: number | undefined;
  send(message: ToWorker): void;
  /** Whether it is ending: no newcomers are for it. */
  isLeaving?(): boolean;
  /** Whether it has no connection, and so nothing that could keep it from answering. */
  isIdle?(): boolean;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** What the supervisor has to be told of a worker. */
export interface WorkerEvents {
  readonly onMessage: (message: FromWorker) => void;
  /** @param reason for people: a signal, an exit code, an error */
  readonly onExit: (reason: string) => void;
  /** There will be no worker, and no exit: the system has no more processes, threads or descriptors for us. */
  readonly onNotStarted: (error: Error) => void;
}
