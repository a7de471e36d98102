import type { Bars, Quantity, Text } from '#record';
import { rangeOf } from './range-of.ts';

/** A bar of a chart, with the range of its repeats; `server` gives it that one's colour. */
export function barOf(label: Text, figure: Quantity, server?: string): Bars['bars'][number] {
  return { label, ...(server !== undefined && { server }), value: figure.value, ...rangeOf(figure) };
}
