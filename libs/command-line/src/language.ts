/** The languages in which everything that people read is written. */
export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/**
 * The language to speak, found before the flags are read, so that what is wrong with them is said in it, too: `--lang`,
 * else `ECHO_LANG`, else the locale's.
 */
export function languageAsked(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  return languageGiven(args, env) ?? languageOfLocale(env);
}

/** The language that was asked for by name; undefined where only the locale says one. */
export function languageGiven(args: readonly string[], env: NodeJS.ProcessEnv): Language | undefined {
  const flag = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[flag]?.split('=')[1] ?? (flag === -1 ? env['ECHO_LANG'] : args[flag + 1]);
  return languages.find((language) => language === value);
}

/**
 * The language to speak where none was asked for: Portuguese in a Portuguese locale, else English. The first of
 * LC_ALL, LC_MESSAGES and LANG that is set decides (locale(7)).
 */
export function languageOfLocale(env: NodeJS.ProcessEnv): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('pt') === true ? 'pt-BR' : 'en';
}
