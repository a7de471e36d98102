import { expect, test } from '@jest/globals';
import type { Span } from '#record';
import { layOutSpans } from './lay-out-spans.ts';

const span = (from: number, to: number): Span => ({ phase: 'served', from, to });
const laid = (...spans: Span[]): number[][] => layOutSpans(spans, (ms) => ms, 3).map(({ from, to }) => [from, to]);

test('layOutSpans() draws to scale what is long enough', () => {
  expect(laid(span(0, 40), span(45, 100))).toEqual([
    [0, 40],
    [45, 100],
  ]);
});

test('layOutSpans() lets what is too short be seen, and begins later what follows', () => {
  expect(laid(span(0, 0.5), span(0.5, 1), span(1, 100))).toEqual([
    [0, 3],
    [3, 6],
    [6, 100],
  ]);
});

test('layOutSpans() ends earlier what comes before the end', () => {
  expect(laid(span(0, 99), span(99, 99.5), span(99.5, 100))).toEqual([
    [0, 94],
    [94, 97],
    [97, 100],
  ]);
});

test('layOutSpans() draws no lane without spans', () => {
  expect(laid()).toEqual([]);
});
