import { escapeLine, type Language } from '#command-line';
import { numberText } from './number-text.ts';
import type { Quantity, Unit } from './quantity.ts';
import type { Statement } from './statement.ts';

/** Writes a figure for people: `0.25 ms`, `54.2 MB`, `2.0×`, and with its range where it was measured often. */
export function writeQuantity(quantity: Quantity, language: Language): string {
  const { unit, low, high } = quantity;
  const text = writeFigure(quantity, language);
  const range = isOfSeveral(quantity) || low === undefined || high === undefined ? undefined : ends(low, high, unit, language);
  return range === undefined ? text : `${text} (${range.join('–')})`;
}

/** Writes a figure without the range of its repeats; one of several servers from the least to the greatest, `5.2 to 8.1 kB`. */
export function writeFigure(quantity: Quantity, language: Language): string {
  const { value, unit, low = value, high = value } = quantity;
  if (!isOfSeveral(quantity)) return writeValue(value, unit, language);
  return ends(low, high, unit, language)?.join(upTo[language]) ?? writeValue(low, unit, language);
}

const upTo: Readonly<Record<Language, string>> = { en: ' to ', 'pt-BR': ' a ' };

function isOfSeveral({ of }: Quantity): boolean {
  return of !== undefined && of.servers.length > 1;
}

/** Both ends of a range, with the unit once where both have the same; undefined where they are written alike. */
function ends(low: number, high: number, unit: Unit, language: Language): readonly [string, string] | undefined {
  const [from, to] = [inUnit(low, unit, language), inUnit(high, unit, language)];
  if (from.join('') === to.join('')) return undefined;
  return [from[1] === to[1] ? from[0] : from.join(''), to.join('')];
}

/** Writes a value. */
export function writeValue(value: number, unit: Unit, language: Language): string {
  return inUnit(value, unit, language).join('');
}

/**
 * Writes a sentence with its figures, on one line, whatever a server said that stands in it. Placeholders without a figure
 * stay as they are, so that a mistake shows.
 */
export function writeStatement({ text, figures }: Statement, language: Language): string {
  return escapeLine(text[language]).replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const figure = figures[name];
    return figure === undefined ? whole : writeQuantity(figure, language);
  });
}

/** A number and the unit that it is written in, with the space before it. */
type Written = readonly [number: string, unit: string];

function inUnit(value: number, unit: Unit, language: Language): Written {
  const number = (amount: number): string => written(amount, language);
  switch (unit) {
    case 'ms':
      return duration(value, number);
    case 'µs':
      return duration(value / 1_000, number);
    case 'bytes':
      return bytes(value, number);
    case 'ratio':
      return [number(value), '×'];
    case 'share':
      return [number(value * 100), '%'];
    case 'per-second':
      return [number(value), '/s'];
    case 'percentile':
      return [`p${numberText(value, language, { maximumFractionDigits: 3 })}`, ''];
    case 'count':
    case 'plain':
      return [number(value), ''];
  }
}

function duration(ms: number, number: (amount: number) => string): Written {
  const size = Math.abs(ms);
  if (size > 0 && size < 0.1) return [number(ms * 1_000), ' µs'];
  if (size < 1_000) return [number(ms), ' ms'];
  return size < 120_000 ? [number(ms / 1_000), ' s'] : [number(ms / 60_000), ' min'];
}

/** Decimal units, as vendors and `df -H` count them: 1 MB is 10⁶ bytes. */
function bytes(value: number, number: (amount: number) => string): Written {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1) / 3)));
  return [number(value / 1e3 ** power), ` ${['B', 'kB', 'MB', 'GB'][power] ?? ''}`];
}

/** Three significant digits, and never fewer than the whole number has. */
function written(amount: number, language: Language): string {
  const whole = Math.abs(amount) >= 100;
  return numberText(amount, language, whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}
