import { ExitCode, exitNow, exitWhenWritten, StopRequest } from '#command-line';
import { runClient } from './run-client.ts';

// Whoever reads our output may have seen enough, like `head`.
process.stdout.on('error', () => exitNow(ExitCode.done));

const stop = new StopRequest();
const stopped = Promise.withResolvers<number>();
stop.signal.addEventListener('abort', () => {
  stopped.resolve(stop.exitCode ?? ExitCode.failed);
});
/** Ctrl-C, which a terminal under readline delivers as a key. */
const interrupt = (): void => void process.kill(process.pid, 'SIGINT');

const { stdin, stdout, stderr } = process;
// An input that is still open would keep the process alive.
await exitWhenWritten(
  await Promise.race([runClient(process.argv.slice(2), process.env, { stdin, stdout, stderr, interrupt }), stopped.promise]),
);
