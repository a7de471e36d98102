import { Command, Option } from 'commander';
import { type Pinning, pinnings } from '#measure';
import type { BenchCatalogue } from './catalogue.ts';
import { measureCatalogues } from '../measure/catalogue.ts';
import { languageOption, list, several, whole } from '../shared/option-values.ts';
import { reportFolder } from '../shared/report-files.ts';

/** The flags of `bench`, as they were read. */
export interface BenchFlags {
  readonly quick?: boolean;
  readonly thorough?: boolean;
  readonly servers?: readonly string[];
  readonly peers?: readonly string[];
  readonly server?: readonly string[];
  readonly scenarios?: readonly string[];
  readonly rounds?: number;
  readonly rate: number;
  readonly baseline?: string;
  readonly pin?: Pinning;
  readonly threshold?: readonly string[];
  readonly compare?: string;
  readonly out: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Messages a second that any server keeps up with, and a generator of Node's too. */
const usualRate = 2_000;

/** `bench` with its flags, and nothing that it does. */
export function benchFlags({ help, locale }: BenchCatalogue): Command {
  const { usage } = measureCatalogues[locale];
  return new Command('bench')
    .description(help.description)
    .addOption(new Option('--quick', help.quick).conflicts('thorough'))
    .option('--thorough', help.thorough)
    .option('--servers <names>', help.servers, list)
    .option('--peers <names>', help.peers, list)
    .option('--server <command>', help.server, several)
    .option('--scenarios <ids>', help.scenarios, list)
    .option('--rounds <N>', help.rounds, whole(1, 100, usage.whole))
    .option('--rate <N>', help.rate, whole(10, 1_000_000, usage.whole), usualRate)
    .option('--baseline <name>', help.baseline)
    .addOption(new Option('--pin <how>', help.pin).choices(pinnings))
    .option('--threshold <condition>', help.threshold, several)
    .option('--compare <file>', help.compare)
    .option('--out <folder>', help.out, reportFolder)
    .addOption(new Option('--json', help.json).conflicts('csv'))
    .option('--csv', help.csv)
    .addOption(languageOption(locale));
}
