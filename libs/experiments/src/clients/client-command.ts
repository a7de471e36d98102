import { join } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '#approaches';
import { exitWords, runProgram } from '#machine';
import type { Address } from '#measure';

/** The parts that are read here of what `client --json` writes; durations in ms. */
const reportSchema = z.object({
  schema: z.literal('echo-lab/client/1'),
  connectMs: z.number(),
  totalMs: z.number(),
  replies: z.tuple([z.object({ reply: z.string(), firstByteMs: z.number() })]),
});

/** One run of the client of the command line, as a person starts it. Durations in ms. */
export interface ClientRun {
  /** 0 when the reply was right, byte for byte. */
  readonly exitCode: number;
  /** What was said instead; empty when all went well. */
  readonly complaint: string;
  /** Undefined where the client failed. */
  readonly report: ClientReport | undefined;
}

interface ClientReport {
  readonly reply: string;
  readonly connect: number;
  readonly firstByte: number;
  readonly total: number;
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
  const { code: exitCode } = exit;
  if (exitCode === null) throw new Error(`the client ${exitWords(exit, stderr.trim()).en}`, { cause: exit.notStarted });
  return { exitCode, complaint: stderr.trim(), report: exitCode === 0 ? readReport(stdout) : undefined };
}

function readReport(stdout: string): ClientReport {
  const { connectMs, totalMs, replies } = reportSchema.parse(JSON.parse(stdout));
  const [{ reply, firstByteMs }] = replies;
  return { reply, connect: connectMs, firstByte: firstByteMs, total: totalMs };
}
