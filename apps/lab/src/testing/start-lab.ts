import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '#approaches';
import { commandEnvironment } from './command-environment.ts';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves when stderr has it; rejects where the command ends without it. */
  readonly said: (text: string) => Promise<void>;
}

/** The lab, as `npm run` starts it, in a process of its own. */
export function startLab(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const main = join(workspaceRoot, 'apps/lab/src/main.ts');
  const child = spawn(process.execPath, [main, ...args], { cwd: workspaceRoot, env: commandEnvironment(env) });
  let stdout = '';
  let stderr = '';
  const looks = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    for (const look of looks) look();
  });
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      looks.add(() => {
        if (stderr.includes(text)) resolve();
      });
      void finished.then(() => {
        reject(new Error(`it ended without ${text}: ${stderr}`));
      });
    });
  return { child, finished, said };
}

/** The lab, to its end. */
export function runLab(...args: readonly string[]): Promise<Finished> {
  return startLab(args).finished;
}
