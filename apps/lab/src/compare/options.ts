import { join } from 'node:path';
import { Command } from 'commander';
import { languageOption } from '../shared/option-values.ts';
import { reportFiles, reportFolder } from '../shared/report-files.ts';
import type { CompareCatalogue } from './catalogue.ts';

/** The flags of `compare`, as they were read. */
export interface CompareFlags {
  readonly json?: boolean;
  readonly record: string;
}

/** The flags of `compare:page`, as they were read. */
export interface PageFlags {
  readonly record: string;
  readonly out: string;
}

/** `compare` with its flags, and nothing that it does. */
export function compareFlags(catalogue: CompareCatalogue): Command {
  const { help } = catalogue;
  return command('compare', help.compare, catalogue)
    .argument('<APPROACH>', help.left)
    .argument('<APPROACH>', help.right)
    .option('--json', help.json);
}

/** `compare:page` with its flags, and nothing that it does. */
export function pageFlags(catalogue: CompareCatalogue): Command {
  const { help } = catalogue;
  return command('compare:page', help.page, catalogue).option('--out <path>', help.out, join(reportFolder, reportFiles.comparison));
}

/** With the flags of both. */
function command(name: string, description: string, { help, locale }: CompareCatalogue): Command {
  return new Command(name)
    .description(description)
    .option('--record <path>', help.record, join(reportFolder, reportFiles.record))
    .addOption(languageOption(locale));
}
