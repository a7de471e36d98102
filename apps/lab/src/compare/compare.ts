import type { Command } from 'commander';
import { type Approach, approaches, shortName } from '#approaches';
import { languageAsked } from '#command-line';
import { readRunRecord, type RunRecord, UnreadableRecord } from '#record';
import { say } from '../shared/say.ts';
import { compareCatalogues } from './catalogue.ts';
import { type CompareFlags, compareFlags } from './options.ts';

const catalogue = compareCatalogues[languageAsked(process.argv, process.env)];

/** `compare`: two approaches in the terminal. */
export const compareCommand: Command = compareFlags(catalogue)
  .action(async (left: string, right: string, { json = false, record: path }: CompareFlags, command: Command) => {
    const [one, other] = [named(left, command), named(right, command)];
    if (one.name === other.name) command.error(catalogue.twice(one.name));
    const record = await lastRecord(path);
    // Not above: it brings the compiler of TypeScript, which would cost the help of the lab half a second to load.
    const { compared } = await import('./compared.ts');
    process.stdout.write(compared(one, other, record, json, catalogue));
  });

function named(name: string, command: Command): Approach {
  const all = approaches();
  const found = all.find((one) => one.name === name || shortName(one.name) === name);
  return found ?? command.error(catalogue.unknown(name, all.map((one) => shortName(one.name))));
}

/** The record; undefined where there is none. One that cannot be read is said so, and the code is compared without it. */
async function lastRecord(path: string): Promise<RunRecord | undefined> {
  try {
    return await readRunRecord(path);
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    say(catalogue.badRecord(path, error.reason));
    return undefined;
  }
}
