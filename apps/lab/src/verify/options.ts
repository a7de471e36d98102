import { Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '#command-line';
import { framings, type Level, levels, type Promises, servings, workerKinds } from '#contract';
import type { VerifyCatalogue } from './catalogue.ts';
import { list, lists } from '../shared/option-values.ts';

/** The flags of `verify`, as they were read. */
export interface VerifyFlags extends Promises {
  readonly server?: string;
  readonly level?: readonly Level[];
  readonly only?: readonly string[];
  readonly long?: boolean;
  readonly json?: boolean;
  readonly junit?: string;
}

/** `verify` with its flags, and nothing that it does. */
export function verifyFlags({ help, usage, locale }: VerifyCatalogue): Command {
  const bytes = (text: string): number => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw new InvalidArgumentError(usage.bytes);
  };
  const levelsOf = (text: string, before: readonly Level[] = []): readonly Level[] => {
    const asked = list(text).map((name) => levels.find((level) => level === name));
    if (asked.length === 0 || asked.includes(undefined)) throw new InvalidArgumentError(usage.level(levels));
    return [...before, ...asked.filter((level) => level !== undefined)];
  };
  const choice = (flag: string, text: string, choices: readonly string[], fallback: string): Option =>
    new Option(`${flag} <${choices.join('|')}>`, text).choices(choices).default(fallback);
  return new Command('verify')
    .description(help.description)
    .argument('[HOST:PORT]', help.address)
    .addOption(choice('--framing', help.framing, framings, 'chunk'))
    .addOption(choice('--serves', help.serves, servings, 'overlapping'))
    .addOption(choice('--workers', help.workers, workerKinds, 'none'))
    .option('--max-message-bytes <bytes>', help.maxMessageBytes, bytes, 65_536)
    .option('--server <command>', help.server)
    .option('--level <levels>', help.level(levels), levelsOf)
    .option('--only <prefixes>', help.only, lists)
    .option('--long', help.long)
    .option('--json', help.json)
    .option('--junit <file>', help.junit)
    .addOption(new Option('--lang <language>', help.lang).choices(languages).default(locale));
}
