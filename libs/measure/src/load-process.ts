import { join } from 'node:path';
import { lastLines, Session } from '#machine';
import type { LoadAnswer, LoadRequest } from './load-main.ts';
import type { LoadResult } from './load-plan.ts';
import { MeasureError } from './measure-error.ts';
import { pinned } from './pinning.ts';

/** The load generator in a process of its own. It serves one load after another, and is then as warm as it gets. */
export class LoadProcess implements AsyncDisposable {
  readonly #session: Session;
  #onAnswer: (answer: LoadAnswer) => void = () => undefined;

  /** @param cpus a CPU list for taskset(1), or undefined for any */
  constructor(cpus: string | undefined) {
    const onMessage = (message: unknown): void => {
      this.#onAnswer(message as LoadAnswer);
    };
    this.#session = new Session(pinned([process.execPath, join(import.meta.dirname, 'load-main.ts')], cpus), { onMessage });
  }

  /**
   * Runs a load; one at a time.
   *
   * @throws MeasureError when it fails to connect or its process ends; aborted, that is killed
   */
  async run(request: LoadRequest, server: string, signal: AbortSignal): Promise<LoadResult> {
    const session = this.#session;
    const answered = new Promise<LoadAnswer>((resolve) => (this.#onAnswer = resolve));
    const ended = session.exited.then((exit) => {
      throw new MeasureError({ code: 'load-ended', exit, lastLines: lastLines(session.stderr) });
    });
    const kill = (): void => {
      session.kill();
    };
    signal.addEventListener('abort', kill, { once: true });
    try {
      if (signal.aborted) kill();
      else session.send(request);
      const answer = await Promise.race([answered, ended]);
      if ('error' in answer) throw new MeasureError({ code: 'no-connection', server, reason: answer.error });
      return answer.result;
    } finally {
      signal.removeEventListener('abort', kill);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#session.kill();
    await this.#session.end();
  }
}
