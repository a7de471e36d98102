import { Command, InvalidArgumentError, Option } from 'commander';
import { formatDuration, parseDuration } from '#command-line';
import { loadModes, type LoadPlan } from '#measure';
import { languageOption, several, whole } from '../shared/option-values.ts';
import type { MeasureCatalogue } from './catalogue.ts';

/** The flags of `measure`, as they were read. Durations are milliseconds. */
export interface MeasureFlags extends Pick<LoadPlan, 'connections' | 'inFlight' | 'size' | 'mode' | 'warmup'> {
  readonly server?: readonly string[];
  readonly rounds: number;
  readonly duration: number;
  readonly messages?: number;
  readonly flags?: string;
  readonly baseline?: string;
  readonly pin?: boolean;
  readonly json?: boolean;
}

/** The longest phase, in ms: a measurement is bounded, whatever was asked for. */
const longest = 60_000;

/** `measure` with its flags, and nothing that it does. */
export function measureFlags({ help, usage, locale }: MeasureCatalogue): Command {
  const duration = (text: string): number => {
    const value = parseDuration(text);
    if (value !== undefined && value <= longest) return value;
    throw new InvalidArgumentError(usage.duration(formatDuration(longest)));
  };
  const timed = (flags: string, text: string, ms: number): Option =>
    new Option(flags, text).argParser(duration).default(ms, formatDuration(ms));
  return new Command('measure')
    .description(help.description)
    .argument('[SERVER...]', help.servers)
    .option('--server <command>', help.server, several)
    .option('--connections <N>', help.connections, whole(1, 10_000, usage.whole), 50)
    .option('--in-flight <N>', help.inFlight, whole(1, 100_000, usage.whole), 16)
    .option('--size <bytes>', help.size, whole(8, 1_048_576, usage.whole), 100)
    .addOption(new Option('--mode <mode>', help.mode).choices(loadModes).default('message'))
    .option('--rounds <N>', help.rounds, whole(1, 100, usage.whole), 5)
    .addOption(timed('--duration <duration>', help.duration, 2_000))
    .addOption(new Option('--messages <N>', help.messages).argParser(whole(1, 1_000_000_000, usage.whole)))
    .addOption(timed('--warmup <duration>', help.warmup, 1_000))
    .option('--flags <flags>', help.flags)
    .option('--baseline <name>', help.baseline)
    .option('--pin', help.pin)
    .option('--json', help.json)
    .addOption(languageOption(locale));
}
