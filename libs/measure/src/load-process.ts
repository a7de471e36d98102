import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadAnswer, LoadRequest } from './load-main.ts';
import type { LoadResult } from './load-plan.ts';
import { MeasureError } from './measure-error.ts';

/** The load generator in a process of its own. It serves one load after another, and is then as warm as it gets. */
export class LoadProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  /** @param cpus a CPU list for taskset(1), or undefined for any */
  constructor(cpus: string | undefined) {
    this.#child = fork(join(import.meta.dirname, 'load-main.ts'), { execArgv: [] });
    this.#exited = once(this.#child, 'exit').catch(() => undefined);
    if (cpus !== undefined && this.#child.pid !== undefined) pin(this.#child.pid, cpus);
  }

  /**
   * Runs a load; one at a time.
   *
   * @throws MeasureError when it fails to connect or its process ends; aborted, that is killed
   */
  async run(request: LoadRequest, server: string, signal: AbortSignal): Promise<LoadResult> {
    const child = this.#child;
    const kill = (): void => void child.kill('SIGKILL');
    signal.addEventListener('abort', kill, { once: true });
    const { promise, resolve, reject } = Promise.withResolvers<LoadAnswer>();
    const answered = (message: unknown): void => {
      resolve(message as LoadAnswer);
    };
    const ended = (code: number | null, by: NodeJS.Signals | null): void => {
      reject(new MeasureError({ code: 'load-ended', reason: by ?? `exit code ${code ?? 0}` }));
    };
    child.on('message', answered).on('error', reject).on('exit', ended);
    try {
      if (signal.aborted) kill();
      if (child.connected) child.send(request);
      else ended(child.exitCode, child.signalCode);
      const answer = await promise;
      if ('error' in answer) throw new MeasureError({ code: 'no-connection', server, reason: answer.error });
      return answer.result;
    } finally {
      signal.removeEventListener('abort', kill);
      child.off('message', answered).off('error', reject).off('exit', ended);
    }
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}

function pin(pid: number, cpus: string): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cpus, String(pid)], { stdio: 'ignore' });
}
