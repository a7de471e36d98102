import { ExitCode, exitWhenWritten, mindLostOutput, StopRequest } from '#command-line';
import { runClient } from './run-client.ts';

const ended = Promise.withResolvers<number>();
// Whoever reads our output may have seen enough, like `head`; and there is no use in replies that can't be written.
mindLostOutput(ended.resolve);

const stop = new StopRequest();
stop.signal.addEventListener('abort', () => {
  ended.resolve(stop.exitCode ?? ExitCode.failed);
});
/** Ctrl-C, which a terminal under readline delivers as a key. */
const interrupt = (): void => void process.kill(process.pid, 'SIGINT');

const { stdin, stdout, stderr } = process;
const session = runClient(process.argv.slice(2), process.env, { stdin, stdout, stderr, interrupt });
// An input that is still open would keep the process alive.
await exitWhenWritten(await Promise.race([session, ended.promise]));
