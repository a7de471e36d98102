import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The client as a person starts it, in a process of its own. */
export interface ClientProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly finished: Promise<Finished>;
}

/** @param output a file to which its replies go, in place of a pipe */
export function startClient(args: readonly string[], env: NodeJS.ProcessEnv = {}, output?: string): ClientProcess {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const command = [process.execPath, main, ...args];
  const [file = '', ...rest] = output === undefined ? command : ['sh', '-c', `exec "$0" "$@" >${output}`, ...command];
  const child = spawn(file, rest, {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], LANG: 'C', ...env },
  });
  return { child, finished: collect(child) };
}

/** Runs it to its end, with `input` on a pipe. */
export function runClient(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const { child, finished } = startClient(args, env);
  // A client that fails early leaves its input unread.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return finished;
}

async function collect(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('latin1')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: Buffer.from(stdout, 'latin1').toString(), stderr };
}
