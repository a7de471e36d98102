import { ExitCode } from '#command-line';
import { createContext, type ServingContext } from '../context.ts';
import type { Running } from '../model.ts';
import { createMeter } from '../open-admin.ts';
import type { ServerOptions } from '../options.ts';
import { seatLimit } from '../seat-limit.ts';
import { Seats, type SharedSeats } from '../seats.ts';
import { ServerError } from '../server-error.ts';
import { deadlineAfter, goOnFor, stopRequest } from '../stop-requests.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

export interface WorkerSettings<Extra> {
  readonly id: number;
  readonly options: ServerOptions & Extra;
  /** Where threads share one limit. */
  readonly seats?: SharedSeats;
  /** Resolves when the parent is sure to get it. */
  readonly send: (message: FromWorker) => Promise<void>;
  /** A model's own words come here, too. */
  readonly onMessage: (listener: (message: ToWorker | { readonly say: string }) => void) => void;
  readonly start: (context: ServingContext<Extra>) => Promise<Running>;
}

/**
 * A whole worker, the far side of `Supervisor`. It drains once, on its parent's word or on a signal, whichever comes first:
 * Ctrl-C reaches the whole process group. Its parent has waited for `--drain-delay` when it says so; after a signal it waits
 * itself.
 */
export function runWorker<Extra>(settings: WorkerSettings<Extra>): void {
  void live(settings).catch(async (error: unknown) => {
    if (!(error instanceof ServerError)) throw error;
    await settings.send({ say: 'failed', code: error.code, message: error.message });
    process.exit(ExitCode.failed);
  });
}

async function live<Extra>({ id, options, seats, send, onMessage, start }: WorkerSettings<Extra>): Promise<void> {
  const signalled = stopRequest(() => process.exit(ExitCode.done)).then(async (signal) => {
    await goOnFor(options.drainDelay);
    return signal;
  });
  const told = Promise.withResolvers<string>();
  const failure = Promise.withResolvers<never>();
  const own = seats === undefined ? Seats.for(seatLimit(options)) : new Seats(seats, id);
  // A thread that ends by itself takes tens of ms until its parent hears of it, and must be handed no connection then.
  process.once('exit', () => {
    own.leave();
  });
  const meter = await createMeter(options, seats === undefined ? () => own.counts : undefined);
  const measured = async (): Promise<void> => {
    if (meter !== undefined) await send({ say: 'measured', figures: meter.figures });
  };
  const context = createContext<Extra>({ options, worker: id, seats: own, fail: failure.reject, meter });
  const running = await start(context);
  onMessage(({ say }) => {
    if (say === 'ping') void send({ say: 'pong' });
    else if (say === 'measure') void measured();
    else if (say === 'serve') running.serve();
    else if (say === 'drain') told.resolve('parent');
  });
  await send({ say: 'ready' });
  const cause = await Promise.race([signalled, told.promise, failure.promise]);
  const destroyed = await Promise.race([running.drain(deadlineAfter(options.drainTimeout)), failure.promise]);
  await measured(); // What came since it was asked last.
  await send({ say: 'drained', destroyed, cause });
  process.exit(ExitCode.done);
}
