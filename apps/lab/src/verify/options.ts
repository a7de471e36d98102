import { Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '#command-line';
import { framings, type Promises, servings, workerKinds } from '#contract';
import type { VerifyCatalogue } from './catalogue.ts';

/** The flags of `verify`, as they were read. */
export interface VerifyFlags extends Promises {
  readonly server?: string;
  readonly only?: string;
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
    .option('--only <prefix>', help.only)
    .option('--long', help.long)
    .option('--json', help.json)
    .option('--junit <file>', help.junit)
    .addOption(new Option('--lang <language>', help.lang).choices(languages).default(locale));
}
