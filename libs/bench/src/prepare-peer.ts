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
    return statement({ en: 'it does not speak the framing line', 'pt-BR': 'ele não usa o enquadramento line' });
  }
  for (const program of needs) {
    const { exit } = await runProgram(['sh', '-c', 'command -v "$0"', program], { signal });
    if (exit.code === 0) continue;
    return statement({ en: `there is no ${program} on this machine`, 'pt-BR': `não há ${program} nesta máquina` });
  }
  if (build === undefined) return undefined;
  const late = AbortSignal.any([signal, AbortSignal.timeout(buildsWithin)]);
  const { exit, stderr } = await runProgram(['sh', '-c', build], { cwd: workspaceRoot, signal: late });
  signal.throwIfAborted();
  if (exit.code === 0) return undefined;
  const { en, 'pt-BR': ptBR } = exitWords(exit, stderr.trim().split('\n')[0] ?? '');
  return statement({ en: `its build ${en}`, 'pt-BR': `a compilação ${ptBR}` });
}
