import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { type Language, languageAsked, languageGiven, requireWritable } from '#command-line';
import { reportCatalogues } from './catalogue.ts';
import { languageOption } from '../shared/option-values.ts';
import { languageOfPage, reportFiles, reportFolder, writeReport } from '../shared/report-files.ts';
import { readRecord, writeProblem } from '../shared/report-problems.ts';
import { fail } from '../shared/say.ts';

const catalogue = reportCatalogues[languageAsked(process.argv, process.env)];
const { help } = catalogue;

interface ReportFlags {
  readonly out?: string;
  readonly printAll?: boolean;
  readonly lang: Language;
}

/** `report`: draws the report of a run again, from its record alone. */
export const reportCommand: Command = new Command('report')
  .description(help.description)
  .argument('[RUN.JSON]', help.record, join(reportFolder, reportFiles.record))
  .option('--out <folder>', help.out)
  .option('--print-all', help.printAll)
  .addOption(languageOption(catalogue.locale))
  .action(async (file: string, { out = dirname(file), printAll = false, lang }: ReportFlags) => {
    const read = await readRecord(file, catalogue);
    if ('problem' in read) {
      fail(read.problem);
      return;
    }
    try {
      await requireWritable(out);
      const language = languageGiven(process.argv, process.env) ?? (await languageOfPage(out)) ?? lang;
      const { html, markdown, comparison, handIn } = await writeReport(out, read.record, { language, unfolded: printAll }, dirname(file));
      for (const one of [html, markdown, comparison, ...Object.values(handIn ?? {})]) process.stdout.write(`${catalogue.written(one)}\n`);
    } catch (error) {
      fail(writeProblem(out, error, catalogue));
    }
  });
