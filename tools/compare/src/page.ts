import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import {
  ExitCode,
  languageAsked,
  languages,
  replaceFile,
  requireWritable,
  requireWritableFile,
  runCommandLine,
} from '#command-line';
import { readRunRecord, UnreadableRecord } from '#record';
import { reviewPage } from '#review';
import { catalogues, recordPath } from './catalogue.ts';

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
      const fail = (problem: string): void => {
        process.stderr.write(`${problem}\n`);
        process.exitCode = ExitCode.failed;
      };
      try {
        await requireWritable(dirname(out));
        await requireWritableFile(out);
        const html = await reviewPage({ language, record: await readRunRecord(record) });
        await replaceFile(out, html);
        process.stdout.write(`${catalogue.written(out, Math.round(Buffer.byteLength(html) / 1_000))}\n`);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        fail(error instanceof UnreadableRecord ? catalogue.unreadable(record, error.reason) : catalogue.cannotWrite(out, code));
      }
    }),
);
