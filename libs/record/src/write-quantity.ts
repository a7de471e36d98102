import type { Language } from '#command-line';
import type { Quantity, Unit } from './quantity.ts';
import type { Statement } from './statement.ts';

/** Writes a figure for people: `0.25 ms`, `1.31 s`, `54.2 MB`, `2.0×`, with its range where it was measured often. */
export function writeQuantity(figure: Quantity, language: Language): string {
  const { value, low, high } = figure;
  const text = writeValue(value, figure.unit, language);
  if (low === undefined || high === undefined) return text;
  const [from, to] = [writeValue(low, figure.unit, language), writeValue(high, figure.unit, language)];
  return from === to ? text : `${text} (${from}–${to})`;
}

/** Writes a figure's value alone. */
export function writeValue(value: number, unit: Unit, language: Language): string {
  const number = (amount: number, digits = 3): string => written(amount, digits, language);
  switch (unit) {
    case 'ms':
      return duration(value, number);
    case 'µs':
      return value < 1_000 ? `${number(value)} µs` : duration(value / 1_000, number);
    case 'bytes':
      return bytes(value, number);
    case 'ratio':
      return `${number(value)}×`;
    case 'share':
      return `${number(value * 100)}%`;
    case 'per-second':
      return `${number(value)}/s`;
    case 'count':
    case 'plain':
      return number(value);
  }
}

/** Writes a sentence with its figures. Those without a figure stay as they are, so that a mistake shows. */
export function writeStatement({ text, figures }: Statement, language: Language): string {
  return text[language].replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const figure = figures[name];
    return figure === undefined ? whole : writeQuantity(figure, language);
  });
}

type Write = (amount: number, digits?: number) => string;

function duration(ms: number, number: Write): string {
  if (Math.abs(ms) < 0.1) return `${number(ms * 1_000)} µs`;
  if (Math.abs(ms) < 1_000) return `${number(ms)} ms`;
  return Math.abs(ms) < 120_000 ? `${number(ms / 1_000)} s` : `${number(ms / 60_000)} min`;
}

/** Decimal units, as vendors and `df -H` count them: 1 MB is 10⁶ bytes. */
function bytes(value: number, number: Write): string {
  const power = value < 1e3 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3;
  return `${number(value / 1e3 ** power)} ${['B', 'kB', 'MB', 'GB'][power] ?? ''}`;
}

/** At least `digits` significant ones, never fewer than the whole number has. */
function written(amount: number, digits: number, language: Language): string {
  const whole = Math.abs(amount) >= 10 ** (digits - 1);
  return amount.toLocaleString(language, whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits });
}
