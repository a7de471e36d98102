import { InvalidArgumentError, Option } from 'commander';
import { type Language, languages } from '#command-line';

/** How commander is to read what several commands take. Names with commas between them. */
export const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim()).filter(Boolean);

/** Names with commas between them, of a flag that may be repeated. */
export const lists = (text: string, before: readonly string[] = []): readonly string[] => [...before, ...list(text)];

/** A flag that may be repeated. */
export const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** A number from `min` to `max`; `problem` puts into words that it is none. */
export const whole =
  (min: number, max: number, problem: (min: number, max: number) => string) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(problem(min, max));
  };

const theLanguage: Readonly<Record<Language, string>> = { en: 'the language', 'pt-BR': 'o idioma' };

/** `--lang`, of every command. */
export function languageOption(language: Language): Option {
  return new Option('--lang <language>', theLanguage[language]).choices(languages).default(language);
}
