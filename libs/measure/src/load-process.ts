import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadAnswer, LoadRequest } from './load-main.ts';
import type { LoadResult } from './load-plan.ts';
import { MeasureError } from './measure-error.ts';

/**
 * Runs the load in a process of its own.
 *
 * @param cpus a CPU list for taskset(1), or undefined for any
 * @throws MeasureError when it fails to connect or ends early; aborted, the process is killed
 */
export async function loadProcess(
  request: LoadRequest,
  server: string,
  cpus: string | undefined,
  signal: AbortSignal,
): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'load-main.ts'), { execArgv: [] });
  const exited = once(child, 'exit').catch(() => undefined);
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  try {
    const answer = await new Promise<LoadAnswer>((resolve, reject) => {
      child.once('message', (message) => {
        resolve(message as LoadAnswer);
      });
      child.once('error', reject);
      child.once('exit', (code, by) => {
        reject(new MeasureError({ code: 'load-ended', reason: by ?? `exit code ${code ?? 0}` }));
      });
      if (cpus !== undefined && child.pid !== undefined) pin(child.pid, cpus);
      child.send(request);
      if (signal.aborted) kill();
    });
    if ('error' in answer) throw new MeasureError({ code: 'no-connection', server, reason: answer.error });
    return answer.result;
  } finally {
    signal.removeEventListener('abort', kill);
    kill();
    await exited;
  }
}

function pin(pid: number, cpus: string): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cpus, String(pid)], { stdio: 'ignore' });
}
