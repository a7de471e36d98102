import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Peer, workspaceRoot } from '#approaches';
import { exitWords, runProgram } from '#machine';
import { type Statement, statement } from '#record';

/** How long a build may take, ms. */
const buildsWithin = 120_000;

/**
 * Builds a peer.
 *
 * @returns why it cannot be measured here; undefined when it is ready
 */
export async function preparePeer(
  { needs, build, framing }: Peer,
  signal: AbortSignal,
): Promise<Statement | undefined> {
  if (framing !== 'line') {
    return statement({ en: 'it does not speak the framing line', 'pt-BR': 'ele não fala o framing line' });
  }
  const missing = needs.find((program) => !isOnPath(program));
  if (missing !== undefined) {
    return statement({ en: `there is no ${missing} on this machine`, 'pt-BR': `não há ${missing} nesta máquina` });
  }
  if (build === undefined) return undefined;
  const late = AbortSignal.any([signal, AbortSignal.timeout(buildsWithin)]);
  const { exit, stderr } = await runProgram(['sh', '-c', build], { cwd: workspaceRoot, signal: late });
  signal.throwIfAborted();
  if (exit.code === 0) return undefined;
  const { en, 'pt-BR': ptBR } = exitWords(exit, stderr.trim().split('\n')[0] ?? '');
  return statement({ en: `its build ${en}`, 'pt-BR': `a compilação ${ptBR}` });
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  });
}
