import { ExitCode, exitWhenWritten, mindLostOutput } from '#command-line';
import { createContext } from './context.ts';
import type { Flags, Values } from './flag.ts';
import { leaveCluster } from './leave-cluster.ts';
import { logFailedAccepts } from './log-failed-accepts.ts';
import type { ConcurrencyModel } from './model.ts';
import { createMeter, openAdmin } from './open-admin.ts';
import { seatLimit } from './seat-limit.ts';
import { Seats } from './seats.ts';
import { ServerError } from './server-error.ts';
import { deadlineAfter, goOnFor, stopRequest } from './stop-requests.ts';
import { HelpRequested, UsageError } from './usage-error.ts';

/** A whole server, from its command line to its exit code. It is all that a `main.ts` does. */
export function runServer<F extends Flags>(model: ConcurrencyModel<F>): void {
  leaveCluster();
  void live(model).then(
    (code) => process.exit(code),
    (error: unknown) => {
      // Not one of the ends that were thought of: a bug, and what a bug needs is its stack.
      console.error(error);
      process.exit(ExitCode.failed);
    },
  );
}

async function live<F extends Flags>(model: ConcurrencyModel<F>): Promise<number> {
  try {
    // Not above: a worker, which gets its options from its parent, has no use for what reads a command line.
    const { readOptions } = await import('./read-options.ts');
    const options = readOptions(model.name, model.flags ?? ({} as F), process.argv.slice(2), process.env);
    const stop = Promise.withResolvers<string>();
    const failure = Promise.withResolvers<never>();
    const signal = stopRequest(() => process.exit(ExitCode.done));
    const threads = model.threads?.(options);
    const seats = Seats.for(seatLimit(options, threads), threads);
    const meter = await createMeter(options, () => seats.counts);
    const admin = await openAdmin(options, meter);
    const context = {
      ...createContext<Values<F>>({ options, seats, fail: failure.reject, meter }),
      stop: stop.resolve,
      gatherer: admin?.gatherer,
    };
    if (admin !== undefined) logFailedAccepts(admin.listener, context.log);

    const running = await Promise.race([model.start(context), failure.promise, signal, stop.promise]);
    if (typeof running === 'string') return ExitCode.done; // Nobody was served yet.
    context.log.emit({ event: 'listening', name: model.name, host: options.host, port: running.port });
    running.serve();
    if (admin !== undefined) {
      context.log.emit({ event: 'admin-listening', ...admin.address });
      admin.ready = true;
      void Promise.race([signal, stop.promise]).then(() => (admin.ready = false));
    }
    const asked = signal.then(async (cause) => {
      const { drainDelay: delay } = options;
      if (delay !== undefined) context.log.emit({ event: 'stop-asked', cause, delay });
      await goOnFor(delay);
      return cause;
    });
    const cause = await Promise.race([asked, stop.promise, failure.promise]);
    const drained = running.drain(deadlineAfter(options.drainTimeout));
    context.log.emit({ event: 'draining', cause });
    const destroyed = await Promise.race([drained, failure.promise]);
    context.log.emit({ event: 'stopped', destroyed });
    return ExitCode.done;
  } catch (error) {
    if (error instanceof HelpRequested) return said(process.stdout, error.text, ExitCode.done);
    if (error instanceof UsageError) return said(process.stderr, `${model.name}: ${error.message}\n`, ExitCode.usage);
    if (error instanceof ServerError) return said(process.stderr, `${model.name}: ${error.message}\n`, ExitCode.failed);
    throw error;
  }
}

function said(stream: NodeJS.WriteStream, text: string, code: number): Promise<never> {
  mindLostOutput();
  stream.write(text);
  return exitWhenWritten(code);
}
