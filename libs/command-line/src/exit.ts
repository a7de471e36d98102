import { setImmediate } from 'node:timers/promises';

/**
 * Ends the process once everything that it wrote has been taken. `process.exit` alone throws away what a slow reader of
 * a pipe has not taken yet.
 */
export async function exitWhenWritten(code: number): Promise<never> {
  await written(process.stdout);
  await setImmediate(); // Before it, a failure to write has not been said yet.
  await written(process.stderr);
  return exitNow(code);
}

/** Ends the process, whether what it wrote has been taken or not: for one that was asked again to end. */
export function exitNow(code: number): never {
  process.exit(code);
}

/** Resolves when all that was written to it before has been taken, or is lost. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) resolve();
    else stream.write('', () => {
      resolve();
    });
  });
}
