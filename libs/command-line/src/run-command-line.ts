import type { Command } from 'commander';
import { escapeLine, escapeText } from './escape-text.ts';
import { ExitCode } from './exit-code.ts';
import { type Language, languageAsked, languages } from './language.ts';
import { mindLostOutput } from './mind-lost-output.ts';
import { speakPortuguese, usageInPortuguese } from './speak-portuguese.ts';

/**
 * Runs a command from its arguments to its exit code. Help and wrong usage, too, are written whole before the process
 * ends, and are a failure where they can't be.
 */
export async function runCommandLine(program: Command): Promise<void> {
  mindLostOutput();
  const portuguese = languageAsked(process.argv, process.env) === 'pt-BR';
  for (const command of [program, ...program.commands]) {
    if (portuguese) {
      speakPortuguese(command);
      command.helpOption('-h, --help', 'mostra esta ajuda');
    }
    command.exitOverride().configureOutput({
      outputError: (text, write) => {
        write((portuguese ? usageInPortuguese(text) : text).split('\n').map(escapeLine).join('\n'));
      },
    });
  }
  if (portuguese && program.commands.length > 0) program.helpCommand('help [comando]', 'mostra a ajuda de um comando');
  const asked = process.env['ECHO_LANG'];
  if (asked !== undefined && !languages.some((language) => language === asked)) {
    process.stderr.write(`${notALanguage[languageAsked(process.argv, process.env)](escapeText(asked))}\n`);
    process.exitCode = ExitCode.usage;
    return;
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (!isUsage(error)) throw error;
    process.exitCode = error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
  }
}

const notALanguage: Readonly<Record<Language, (given: string) => string>> = {
  en: (given) => `ECHO_LANG needs one of ${languages.join(', ')}, not "${given}".`,
  'pt-BR': (given) => `ECHO_LANG precisa de um destes: ${languages.join(', ')}, não "${given}".`,
};

/** By its shape: a server's worker, which loads this library, too, has no use for commander. */
function isUsage(error: unknown): error is Error & { readonly exitCode: number } {
  return error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.');
}
