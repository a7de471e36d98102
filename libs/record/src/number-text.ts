import type { Language } from '#command-line';

const formats = new Map<string, Intl.NumberFormat>();

/** A number as it is written there. `toLocaleString()` makes a format each time, which takes over ten times as long. */
export function numberText(value: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format.format(value);
}
