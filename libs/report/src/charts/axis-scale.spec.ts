import { expect, test } from '@jest/globals';
import { axisScale } from './axis-scale.ts';

const base = { from: 0, to: 600, language: 'en', scale: 'linear' } as const;
const texts = (options: Parameters<typeof axisScale>[0]): string[] => axisScale(options).ticks.map(({ text }) => text);

test('axisScale() begins at 0 and names the unit once', () => {
  const scale = axisScale({ ...base, unit: 'ms', values: [120, 6_480] });
  expect([scale.unit, scale.place(0), scale.ticks[0]?.text, scale.ticks.at(-1)?.text]).toEqual(['s', 0, '0', '7']);
});

test('axisScale() gives what lies a hair below 0 no more room than that', () => {
  const scale = axisScale({ ...base, unit: 'ratio', values: [-0.02, 3] });
  expect([scale.ticks[0]?.text, Math.round(scale.place(0)), Math.round(scale.place(3))]).toEqual(['0×', 4, 600]);
});

test('axisScale() writes numbers as the language does', () => {
  expect(texts({ ...base, unit: 'bytes', values: [2_000_000], language: 'pt-BR' })).toContain('0,5');
  expect(texts({ ...base, unit: 'ratio', values: [2], language: 'en' })).toContain('0.5×');
});

test('axisScale() puts ticks at what was tried where there is room', () => {
  const values = [1, 2, 4, 8, 16, 32, 64];
  expect(texts({ ...base, unit: 'count', values, scale: 'log', ticksAtValues: true })).toEqual(values.map(String));
  expect(texts({ ...base, unit: 'count', values, ticksAtValues: true })).not.toContain('2');
});

test('axisScale() has ticks at powers of ten on a long logarithmic axis, each with its unit', () => {
  expect(texts({ ...base, unit: 'ms', values: [0.2, 7_000], scale: 'log' })).toEqual([
    '1 ms',
    '10 ms',
    '100 ms',
    '1 s',
  ]);
});

test('axisScale() puts what a logarithmic axis cannot hold at its beginning', () => {
  const scale = axisScale({ ...base, unit: 'ms', values: [0, 1, 100], scale: 'log' });
  expect([scale.place(0), scale.place(-1)]).toEqual([0, 0]);
});

test.each(['linear', 'log'] as const)('axisScale() holds a single value, or only zeros, on a %s axis', (scale) => {
  for (const values of [[5], [0], []]) {
    const found = axisScale({ ...base, unit: 'count', values, scale });
    expect(found.ticks.length).toBeGreaterThan(0);
    expect(values.every((value) => Number.isFinite(found.place(value)))).toBe(true);
  }
});

test('axisScale() places percentiles by how rare it is that something lies above, and names those that engineers ask for', () => {
  const scale = axisScale({ ...base, unit: 'percentile', scale: 'log', values: [0, 50, 90, 99, 99.9] });
  expect(scale.ticks.map(({ text }) => text)).toEqual(['p50', 'p90', 'p99', 'p99.9']);
  expect([0, 90, 99, 99.9].map((percent) => Math.round(scale.place(percent)))).toEqual([0, 200, 400, 600]);
});

test('axisScale() leaves ticks out that would cover each other', () => {
  const ticks = texts({ ...base, unit: 'µs', values: [600], to: 60, count: 4 });
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.length).toBeLessThan(texts({ ...base, unit: 'µs', values: [600], count: 4 }).length);
});
