import { Command, Option } from 'commander';
import { approaches } from '#approaches';
import { languageAsked, languages, runCommandLine } from '#command-line';
import { readRunRecord, type RunRecord, UnreadableRecord } from '#record';
import { pairOf, review, reviewCatalogues, shortName } from '#review';
import { catalogues, recordPath } from './catalogue.ts';
import { pairJson } from './pair-json.ts';
import { pairText } from './pair-text.ts';

interface CompareFlags {
  readonly json?: boolean;
  readonly record: string;
}

const language = languageAsked(process.argv, process.env);
const catalogue = catalogues[language];

/** `compare`: two approaches in the terminal. */
await runCommandLine(
  new Command('compare')
    .description(catalogue.help.compare)
    .argument('<APPROACH>', catalogue.help.left)
    .argument('<APPROACH>', catalogue.help.right)
    .option('--json', catalogue.help.json)
    .option('--record <path>', catalogue.help.record, recordPath)
    .addOption(new Option('--lang <language>', catalogue.help.lang).choices(languages).default(language))
    .action(async (left: string, right: string, { json = false, record: path }: CompareFlags, command: Command) => {
      const all = approaches();
      const named = (name: string): (typeof all)[number] =>
        all.find((one) => one.name === name || shortName(one.name) === name) ??
        command.error(
          catalogue.unknown(
            name,
            all.map((one) => shortName(one.name)),
          ),
        );
      const [one, other] = [named(left), named(right)];
      if (one === other) command.error(catalogue.twice(one.name));
      const record = await lastRecord(path);
      const pair = pairOf(review(one, record), review(other, record));
      const words = reviewCatalogues[language];
      process.stdout.write(json ? pairJson(pair, words) : pairText(pair, words, catalogue));
    }),
);

/** The record; undefined where there is none. One that cannot be read is said so, and the code is compared without it. */
async function lastRecord(path: string): Promise<RunRecord | undefined> {
  try {
    return await readRunRecord(path);
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    process.stderr.write(`${catalogue.badRecord(path, error.reason)}\n`);
    return undefined;
  }
}
