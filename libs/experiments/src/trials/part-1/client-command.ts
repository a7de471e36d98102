import { join } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '#approaches';
import { exitWords, runProgram } from '#machine';
import type { Address } from '#measure';

/** The part that is read here of what `client --json` writes. */
const reportSchema = z.object({
  schema: z.literal('echo-lab/client/1'),
  replies: z.tuple([z.object({ reply: z.string() })]),
});

/** What came of one run of the client of the command line, as a person starts it. */
export interface ClientRun {
  /** Where it ended with 0, as it does when the reply was right, byte for byte. */
  readonly reply: string | undefined;
  /** What was said instead; empty when all went well. */
  readonly complaint: string;
}

const main = join(workspaceRoot, 'apps/client/src/main.ts');

/**
 * Runs the client in a process of its own, with one message and framing chunk.
 *
 * @throws Error where it cannot be started, or was stopped by the signal; z.ZodError where it did not write its report
 */
export async function runClientCommand(
  { host, port }: Address,
  message: string,
  signal: AbortSignal,
): Promise<ClientRun> {
  const args = [main, '--host', host, '--port', String(port), '--framing', 'chunk', '--lang', 'en', '--json', message];
  const { exit, stdout, stderr } = await runProgram([process.execPath, ...args], { signal });
  if (exit.code === null) throw new Error(`the client ${exitWords(exit, stderr.trim()).en}`, { cause: exit.notStarted });
  const reply = exit.code === 0 ? reportSchema.parse(JSON.parse(stdout)).replies[0].reply : undefined;
  return { reply, complaint: stderr.trim() };
}
