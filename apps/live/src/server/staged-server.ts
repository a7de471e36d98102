import { Clock, LineClient } from '#experiments';
import { type Address, MeasureError, RunningServer, type ServerSpec } from '#measure';
import type { Exit } from '#machine';
import { UsageMeter } from './usage-meter.ts';

/** A line of a server's log; `ns` is the monotonic clock. */
export interface Line {
  readonly event: string;
  readonly ns: number;
  readonly peer?: string;
  readonly worker?: number;
  readonly ahead?: number;
  readonly to?: number;
  readonly id?: number;
  readonly pid?: number;
  readonly reason?: string;
  readonly lines?: number;
}

/** A server that was started to be watched. */
export class StagedServer {
  readonly name: string;
  /** Resolves when it listens, and has served a few. @throws MeasureError */
  readonly listening: Promise<RunningServer>;
  readonly meter = new UsageMeter();
  readonly #abort = new AbortController();
  readonly #end = Promise.withResolvers<string>();
  #running: RunningServer | undefined;

  constructor(spec: ServerSpec, onLine: (line: Line) => void) {
    this.name = spec.name;
    const take = (line: string): void => {
      // A server in Python may say something that is no event, such as a trace.
      const parsed = line.startsWith('{"') ? parse(line) : undefined;
      if (parsed !== undefined) onLine(parsed);
    };
    const failed = (error: unknown): void => {
      this.#end.resolve(exitOf(error));
    };
    this.listening = RunningServer.start(spec, undefined, this.#abort.signal, take).then(async (running) => {
      this.#running = running;
      running.ended.catch(failed);
      if (!this.#abort.signal.aborted) await warmUp(running.address, spec.overlapping);
      return running;
    });
    this.listening.catch(failed);
  }

  /** Resolves with how it ended: its exit code or the signal. Never rejects. */
  get ended(): Promise<string> {
    return this.#end.promise;
  }

  /** Its first process alone. */
  signal(name: 'SIGTERM' | 'SIGKILL'): void {
    void this.#running?.end(name).then((exit) => {
      this.#end.resolve(exitName(exit));
    });
  }

  /** Ends all of it, also where it is still starting; at once, since nobody looks any more. */
  async stop(): Promise<void> {
    this.#abort.abort();
    // One that listens and does not answer would keep its first clients for good.
    await this.#running?.end('SIGKILL');
    const running = await this.listening.catch(() => undefined);
    await running?.end('SIGKILL');
    await running?.stop();
    this.#end.resolve('SIGKILL');
  }
}

/** Undefined for half a line, as a server may leave that is killed while it writes. */
function parse(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}

function exitOf(error: unknown): string {
  if (error instanceof MeasureError && error.problem.code === 'server-ended') return exitName(error.problem.exit);
  return error instanceof Error ? error.message : String(error);
}

function exitName({ code, signal, notStarted }: Exit): string {
  return notStarted?.message ?? signal ?? String(code);
}

/** A few clients whom nobody sees, so that what Node compiles once does not stand in the first picture. */
async function warmUp(address: Address, overlapping: boolean): Promise<void> {
  const clock = new Clock();
  const visit = async (): Promise<void> => {
    const client = new LineClient({ ...address, clock, onReply: () => { client.leave(); } });
    await client.connected;
    client.send('hello');
    await client.closed;
  };
  for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: overlapping ? 4 : 1 }, visit));
}
