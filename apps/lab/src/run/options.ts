import { Command, Option } from 'commander';
import { languageOption, list, several } from '../shared/option-values.ts';
import { reportFolder } from '../shared/report-files.ts';
import type { RunCatalogue } from './catalogue.ts';

/** The flags of `run`, as they were read. */
export interface RunFlags {
  readonly quick?: boolean;
  readonly thorough?: boolean;
  readonly servers?: readonly string[];
  readonly server?: readonly string[];
  readonly experiments?: readonly string[];
  readonly out: string;
  readonly author?: string;
  readonly course?: string;
  readonly json?: boolean;
}

/** `run` with its flags, and nothing that it does. */
export function runFlags({ help, locale }: RunCatalogue): Command {
  return new Command('run')
    .description(help.description)
    .addOption(new Option('--quick', help.quick).conflicts('thorough'))
    .option('--thorough', help.thorough)
    .option('--servers <names>', help.servers, list)
    .option('--server <command>', help.server, several)
    .option('--experiments <ids>', help.experiments, list)
    .option('--author <name>', help.author)
    .option('--course <name>', help.course)
    .option('--out <folder>', help.out, reportFolder)
    .option('--json', help.json)
    .addOption(languageOption(locale));
}
