import { ExitCode, inWords, languageAsked } from '#command-line';
import { catalogues } from './catalogue.ts';
import { ClientError, type Failure } from './failure.ts';
import { type ClientOptions, readOptions } from './options.ts';
import { describeTimings, jsonReport } from './report.ts';
import { runSession } from './session.ts';
import type { Streams } from './streams.ts';
import { Timings } from './timings.ts';
import { UsageError } from './usage-error.ts';

/** Runs the client from its command line to its exit code. */
export async function runClient(args: readonly string[], env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  let options: ClientOptions | string;
  try {
    options = readOptions(args, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { usage } = catalogues[languageAsked(args, env)];
    streams.stderr.write(`${error.message} (${usage.seeHelp})\n`);
    return ExitCode.usage;
  }
  if (typeof options === 'string') {
    streams.stdout.write(options);
    return ExitCode.done;
  }
  const catalogue = catalogues[options.language];
  const timings = new Timings();
  let failure: Failure | undefined;
  try {
    await runSession(options, catalogue, streams, timings);
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    failure = error.failure;
  }
  if (options.json) streams.stdout.write(`${jsonReport(options, timings, failure, catalogue)}\n`);
  if (failure !== undefined) streams.stderr.write(`${inWords(catalogue.failure, failure)}\n`);
  else if (!options.json) streams.stderr.write(describeTimings(timings, catalogue));
  return failure === undefined ? ExitCode.done : ExitCode.failed;
}
