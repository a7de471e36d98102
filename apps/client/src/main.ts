import { ExitCode } from '#command-line';
import { runClient } from './run-client.ts';

/** 128 and the number of SIGINT, as a shell reports it (POSIX, 2.8.2). */
const interrupted = 130;

const interrupt = (): void => process.exit(interrupted);
process.once('SIGINT', interrupt);
// Whoever reads our output may have seen enough, like `head`.
process.stdout.on('error', () => process.exit(ExitCode.done));

const { stdin, stdout, stderr } = process;
// An input that is still open would keep the process alive; standard output is written at once, so nothing is lost.
process.exit(await runClient(process.argv.slice(2), process.env, { stdin, stdout, stderr, interrupt }));
