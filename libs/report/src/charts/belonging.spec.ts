import { expect, test } from '@jest/globals';
import type { Bars, Curves } from '#record';
import { belonging } from './belonging.ts';

const text = (en: string): Bars['title'] => ({ en, 'pt-BR': en });
const bars = (title: string, ...labels: string[]): Bars => ({
  kind: 'bars',
  title: text(title),
  description: text(title),
  unit: 'ms',
  bars: labels.map((label, value) => ({ label: text(label), value })),
});
const axis = { label: text('x'), unit: 'count', scale: 'linear' } as const;
const curves: Curves = { kind: 'curves', title: text('c'), description: text('c'), x: axis, y: axis, series: [] };

test('belonging() puts bars of the same things together, where the first of them stands', () => {
  const [one, two, other] = [bars('1', 'a', 'b'), bars('2', 'a', 'b'), bars('3', 'b', 'a')];
  expect(belonging([one, curves, other, two])).toEqual([[one, two], curves, other]);
});
