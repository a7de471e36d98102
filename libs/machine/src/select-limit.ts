import type { Python } from './python.ts';
import { runProgram } from './run-program.ts';

/** `FD_SETSIZE` of Linux: select(2) watches descriptors below it, says its manual page. */
export const fdSetSize = 1_024;

const script = `
import os, resource, select
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
end, _ = os.pipe()
def refuses(number):
    os.dup2(end, number)
    try:
        select.select([number], [], [], 0)
        return False
    except ValueError:
        return True
    finally:
        os.close(number)
print(next(number for number in range(64, ${4 * fdSetSize}) if refuses(number)))
`;

/** The first descriptor that select(2) does not take, as Python meets it; undefined where it cannot be tried. */
export async function selectLimit(python: Python | undefined): Promise<number | undefined> {
  if (python === undefined) return undefined;
  const { exit, stdout } = await runProgram([python.path, '-c', script]);
  // It fails where fewer descriptors are allowed than it would take.
  return exit.code === 0 ? Number(stdout) : undefined;
}
