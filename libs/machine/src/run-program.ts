import type { Exit } from './exit.ts';
import { type Command, Session, type SessionOptions } from './session.ts';

/** How much of what it writes is kept, in characters: no program that is run here has more to say. */
const most = 16 * 1_024 * 1_024;

/** What came of a program that was run to its end. */
export interface Run {
  readonly exit: Exit;
  readonly stdout: string;
  /** The end of it. */
  readonly stderr: string;
}

/** Runs a program to its end, whatever that is, with nothing on its stdin. What it started ends with it. Never rejects. */
export async function runProgram(command: Command, options: Pick<SessionOptions, 'cwd' | 'env' | 'signal'> = {}): Promise<Run> {
  const lines: string[] = [];
  let length = 0;
  const onLine = (line: string): void => {
    length += line.length;
    if (length <= most) lines.push(line);
  };
  const session = new Session(command, { ...options, onLine });
  try {
    const exit = await session.exited;
    return { exit, stdout: lines.join('\n'), stderr: session.stderr };
  } finally {
    await session.end();
  }
}
