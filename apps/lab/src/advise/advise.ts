import type { Command } from 'commander';
import { approaches } from '#approaches';
import { languageAsked } from '#command-line';
import { advise } from '#experiments';
import { readCommit } from '#machine';
import { adviseCatalogues } from './catalogue.ts';
import { adviseJson } from './json.ts';
import { type AdviseFlags, adviseFlags } from './options.ts';
import { adviseTable } from './table.ts';
import { reportCatalogues } from '../report/catalogue.ts';
import { readRecord } from '../shared/report-problems.ts';
import { fail } from '../shared/say.ts';

const language = languageAsked(process.argv, process.env);
const catalogue = adviseCatalogues[language];

/** The widest that lines get, however wide the terminal is: longer ones are hard to read. */
const widest = 100;

/** `advise`: which approach for a use, from the last record. */
export const adviseCommand: Command = adviseFlags(catalogue)
  .action(async ({ record: file, json = false, ...question }: AdviseFlags) => {
    const read = await readRecord(file, reportCatalogues[language]);
    if ('problem' in read) {
      fail(read.problem);
      return;
    }
    const { record } = read;
    const advice = advise({ record, question, approaches: approaches(), now: new Date(), commit: await readCommit() });
    if (advice === undefined) {
      fail(catalogue.noServers(file));
      return;
    }
    const width = Math.min(process.stdout.columns || 80, widest);
    process.stdout.write(
      json ? `${adviseJson(advice, question, record, catalogue)}\n` : adviseTable({ advice, question, record, file, width }, catalogue),
    );
  });
