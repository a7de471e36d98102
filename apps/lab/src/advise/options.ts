import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { formatDuration, parseDuration } from '#command-line';
import type { Question } from '#experiments';
import { languageOption, whole } from '../shared/option-values.ts';
import type { AdviseCatalogue } from './catalogue.ts';
import { reportFiles, reportFolder } from '../shared/report-files.ts';

/** The flags of `advise`, as they were read. Durations are milliseconds. */
export interface AdviseFlags extends Question {
  readonly record: string;
  readonly json?: boolean;
}

const aSecond = 1_000;

/** `advise` with its flags, and nothing that it does. */
export function adviseFlags({ help, usage, locale }: AdviseCatalogue): Command {
  const duration = (least: number) => (text: string): number => {
    const value = parseDuration(text);
    if (value !== undefined && value >= least) return value;
    throw new InvalidArgumentError(usage.duration(formatDuration(least)));
  };
  return new Command('advise')
    .description(help.description)
    .requiredOption('--clients <N>', help.clients, whole(1, 100_000_000, usage.whole))
    // A client that left as soon as it came would make any server as busy as it can be.
    .addOption(new Option('--hold <duration>', help.hold).argParser(duration(1)).default(aSecond, formatDuration(aSecond)))
    .addOption(new Option('--cpu <duration>', help.cpu).argParser(duration(0)).default(0, formatDuration(0)))
    .addOption(new Option('--messages <N>', help.messages).argParser(whole(1, 1_000_000, usage.whole)).default(1).conflicts('rate'))
    .option('--rate <N>', help.rate, whole(1, 100_000_000, usage.whole))
    .addOption(new Option('--reply-within <duration>', help.replyWithin).argParser(duration(0)))
    .option('--memory <bytes>', help.memory, whole(1, Number.MAX_SAFE_INTEGER, usage.whole))
    .option('--cores <N>', help.cores, whole(1, 1_024, usage.whole), availableParallelism())
    .option('--record <file>', help.record, join(reportFolder, reportFiles.record))
    .option('--json', help.json)
    .addOption(languageOption(locale));
}
