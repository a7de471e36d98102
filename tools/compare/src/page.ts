import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { ExitCode, languageAsked, languages, runCommandLine } from '#command-line';
import { reviewPage } from '#review';
import { catalogues } from './catalogue.ts';
import { lastRecord, recordPath } from './last-record.ts';

interface PageFlags {
  readonly record: string;
  readonly out: string;
}

const language = languageAsked(process.argv, process.env);
const catalogue = catalogues[language];

/** `nx run compare:page`: the review as a page. */
await runCommandLine(
  new Command('compare:page')
    .description(catalogue.help.page)
    .option('--record <path>', catalogue.help.record, recordPath)
    .option('--out <path>', catalogue.help.out, 'report/compare.html')
    .addOption(new Option('--lang <language>', catalogue.help.lang).choices(languages).default(language))
    .action(async ({ record, out }: PageFlags) => {
      const html = await reviewPage({ language, record: lastRecord(record, catalogue) });
      try {
        mkdirSync(dirname(out), { recursive: true });
        writeFileSync(out, html);
      } catch (error) {
        process.stderr.write(`${catalogue.cannotWrite(out, error instanceof Error ? error.message : String(error))}\n`);
        process.exitCode = ExitCode.failed;
        return;
      }
      process.stdout.write(`${catalogue.written(out, Math.round(Buffer.byteLength(html) / 1_000))}\n`);
    }),
);
