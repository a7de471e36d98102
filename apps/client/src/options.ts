import { Command, CommanderError, Option } from 'commander';
import { escapeText, type Language, languageAsked, languages, parseDuration, speakPortuguese } from '#command-line';
import { type FramingName, framings } from '#protocol';
import { type Catalogue, catalogues } from './catalogue.ts';
import type { Target } from './connect.ts';
import { UsageError } from './usage-error.ts';

export interface ClientOptions extends Target {
  readonly framing: FramingName;
  /** Empty: the messages are the lines of the input. */
  readonly messages: readonly string[];
  /** Milliseconds. */
  readonly hold: number;
  readonly repeat: number;
  /** Milliseconds; undefined for no limit. */
  readonly timeout: number | undefined;
  readonly language: Language;
  readonly json: boolean;
}

type Given = Record<'host' | 'port' | 'framing' | 'hold' | 'repeat' | 'timeout' | 'lang', string> & { json: boolean };

/**
 * Reads the command line, and the environment where a flag is missing.
 *
 * @returns the options, or the text that `--help` asked for
 * @throws UsageError
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ClientOptions | string {
  const language = languageAsked(args, env);
  const catalogue = catalogues[language];
  const command = commandIn(catalogue, language);
  if (language === 'pt-BR') speakPortuguese(command);
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (help !== '') return help;
    throw new UsageError(explain(error as CommanderError, catalogue), { cause: error });
  }
  return check(command, catalogue);
}

function commandIn({ help }: Catalogue, language: Language): Command {
  const option = (flags: string, text: string, variable: string, value: string): Option =>
    new Option(flags, text).env(variable).default(value);
  return new Command('client')
    .description(help.description)
    .argument('[MESSAGE...]', help.messages)
    .addOption(option('--host <host>', help.host, 'ECHO_HOST', '127.0.0.1'))
    .addOption(option('--port <port>', help.port, 'ECHO_PORT', '5000'))
    .addOption(option('--framing <framing>', help.framing, 'ECHO_FRAMING', 'chunk'))
    .option('--hold <duration>', help.hold, '0')
    .option('--repeat <N>', help.repeat, '1')
    .option('--timeout <duration>', help.timeout, '10s')
    .addOption(option('--lang <language>', help.lang, 'ECHO_LANG', language))
    .option('--json', help.json, false)
    .helpOption('-h, --help', help.help)
    .configureHelp({
      optionDescription: ({ description, defaultValue, envVar }) => {
        const value = typeof defaultValue === 'string' ? [`${help.byDefault}: ${defaultValue}`] : [];
        const notes = [...value, ...(envVar === undefined ? [] : [envVar])];
        return notes.length === 0 ? description : `${description} (${notes.join(', ')})`;
      },
    })
    .exitOverride();
}

function check(command: Command, catalogue: Catalogue): ClientOptions {
  const { usage } = catalogue;
  const given = command.opts<Given>();
  const wrong = (name: keyof Given, reason: string): UsageError => {
    const fromEnv = command.getOptionValueSource(name) === 'env';
    const flag = fromEnv ? `ECHO_${name.toUpperCase()}` : `--${name}`;
    return new UsageError(usage.invalid(flag, escapeText(String(given[name])), reason));
  };
  const whole = (name: 'port' | 'repeat', max: number, reason: string): number => {
    const value = /^\d+$/.test(given[name]) ? Number(given[name]) : 0;
    if (value < 1 || value > max) throw wrong(name, reason);
    return value;
  };
  const duration = (name: 'hold' | 'timeout', reason: string): number => {
    const value = parseDuration(given[name]);
    if (value === undefined) throw wrong(name, reason);
    return value;
  };
  const framing = framings.find((name) => name === given.framing);
  if (framing === undefined) throw wrong('framing', usage.oneOf(framings));
  const language = languages.find((name) => name === given.lang);
  if (language === undefined) throw wrong('lang', usage.oneOf(languages));
  return {
    host: given.host,
    port: whole('port', 65_535, usage.port),
    framing,
    messages: command.args.map((message) => checkMessage(message, framing, catalogue)),
    hold: duration('hold', usage.duration),
    repeat: whole('repeat', Number.MAX_SAFE_INTEGER, usage.count),
    timeout: given.timeout === 'off' ? undefined : duration('timeout', usage.durationOrOff),
    language,
    json: given.json,
  };
}

function checkMessage(message: string, framing: FramingName, { usage }: Catalogue): string {
  if (framing === 'chunk' && message === '') throw new UsageError(usage.emptyMessage);
  if (framing === 'line' && message.includes('\n')) {
    throw new UsageError(usage.lineInMessage(escapeText(message)));
  }
  return message;
}

/** Commander speaks English alone, so only the name of the option is taken from what it says. */
function explain({ code, message }: CommanderError, { usage }: Catalogue): string {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  if (code === 'commander.unknownOption') return usage.unknownOption(name);
  if (code === 'commander.optionMissingArgument') return usage.missingValue(name.split(' ')[0] ?? name);
  return message;
}
