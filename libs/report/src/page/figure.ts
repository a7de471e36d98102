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
    { class: 'figure', value: String(value), 'data-low': text(low), 'data-high': text(high) },
    el('span', { class: 'value' }, written),
    // The space stands outside, or a line could not break at it.
    range !== '' && [' ', el('span', { class: 'range' }, range)],
  );
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
