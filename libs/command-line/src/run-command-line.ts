import type { Command } from 'commander';
import { ExitCode } from './exit-code.ts';
import { mindLostOutput } from './mind-lost-output.ts';

/**
 * Runs a command from its arguments to its exit code. Help and wrong usage, too, are written whole before the process
 * ends, and are a failure where they can't be.
 */
export async function runCommandLine(program: Command): Promise<void> {
  mindLostOutput();
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    if (!isUsage(error)) throw error;
    process.exitCode = error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
  }
}

/** By its shape: a server's worker, which loads this library, too, has no use for commander. */
function isUsage(error: unknown): error is Error & { readonly exitCode: number } {
  return error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.');
}
