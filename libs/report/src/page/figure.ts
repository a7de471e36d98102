import { type Quantity, writeFigure, writeQuantity } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';

/** A figure, with the raw values that it was written from: whoever doubts it finds them in run.json. */
export function figure({ language }: View, quantity: Quantity): VNode {
  const { value, low, high } = quantity;
  const written = writeFigure(quantity, language);
  const range = writeQuantity(quantity, language).slice(written.length).trim();
  return el(
    'data',
    { value: String(value), 'data-low': text(low), 'data-high': text(high) },
    onOneLine(written),
    range !== '' && [' ', el('small', {}, onOneLine(range))],
  );
}

/** A line may end between figure and range, and nowhere in them. There are thousands: a class for each would weigh more. */
function onOneLine(written: string): string {
  return written.replaceAll(' ', '\u00a0');
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
