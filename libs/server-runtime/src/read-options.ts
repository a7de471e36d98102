import { languageAsked, speakPortuguese } from '#command-line';
import { Command, CommanderError, Option } from 'commander';
import { type Flag, type Flags, refused, type Values } from './flag.ts';
import { messages } from './messages.ts';
import { commonFlags, type ServerOptions } from './options.ts';
import { HelpRequested, UsageError } from './usage-error.ts';

/**
 * The command line over the environment over the defaults.
 *
 * @throws UsageError, HelpRequested
 */
export function readOptions<F extends Flags>(
  name: string,
  modelFlags: F,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): ServerOptions & Values<F> {
  const lang = languageAsked(argv, env);
  const flags: Flags = { ...commonFlags, ...modelFlags };
  const given = parse(name, flags, argv, env, lang);
  const values: Record<string, unknown> = {};
  for (const [key, flag] of Object.entries(flags)) {
    const { value, source } = given(key);
    if (value === undefined) continue;
    const read = flag.read(value);
    if (read === refused) throw new UsageError(messages[lang].badValue(source, flag.expects[lang], value));
    values[key] = read;
  }
  return { lang, ...values } as ServerOptions & Values<F>;
}

/** Where each flag's text came from, read but not yet understood. */
function parse(
  name: string,
  flags: Flags,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  lang: ServerOptions['lang'],
): (key: string) => { value: string | undefined; source: string } {
  const say = messages[lang];
  let help = '';
  const command = new Command(name)
    .description(say.description)
    .helpOption('-h, --help', say.help)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined });
  for (const [key, flag] of Object.entries(flags)) {
    const value = flag.bare === undefined ? `<${flag.placeholder}>` : `[${flag.placeholder}]`;
    command.addOption(new Option(`--${kebab(key)} ${value}`, describe(flag, lang)));
  }
  if (lang === 'pt-BR') speakPortuguese(command);
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') throw new HelpRequested(help);
    const named = /'([^' ]+)[^']*'/.exec(error.message)?.[1] ?? '';
    if (error.code === 'commander.unknownOption') throw new UsageError(`${say.unknownFlag(named)} ${say.seeHelp}`);
    if (error.code === 'commander.optionMissingArgument') throw new UsageError(say.missingValue(named));
    if (error.code === 'commander.excessArguments') throw new UsageError(say.unexpectedArgument(command.args[0] ?? ''));
    throw new UsageError(error.message);
  }
  const typed = command.opts<Record<string, string | true | undefined>>();
  return (key) => {
    const variable = `ECHO_${kebab(key).toUpperCase().replaceAll('-', '_')}`;
    const given = typed[key] === true ? flags[key]?.bare : typed[key];
    if (given !== undefined) return { value: given, source: `--${kebab(key)}` };
    return { value: env[variable] ?? flags[key]?.default, source: variable };
  };
}

function describe(flag: Flag<unknown>, lang: ServerOptions['lang']): string {
  const shown = flag.default === undefined ? '' : ` (${messages[lang].default(flag.default)})`;
  return flag.help[lang] + shown;
}

const kebab = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
