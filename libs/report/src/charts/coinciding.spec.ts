import { expect, test } from '@jest/globals';
import type { Series } from '#record';
import type { AxisScale } from './axis-scale.ts';
import { coinciding } from './coinciding.ts';

const scale: AxisScale = { place: (value) => value, ticks: [], unit: '' };
const series = (ys: readonly number[], kind: Series['kind'] = 'measured'): Series => ({
  label: { en: 'x', 'pt-BR': 'x' },
  kind,
  points: ys.map((y, x) => ({ x, y })),
});

test('coinciding() puts together what lies on each other all along', () => {
  expect(coinciding([series([10, 20]), series([50, 60]), series([12, 19]), series([53, 61])], scale)).toEqual([[0, 2], [1, 3]]);
});

test('coinciding() leaves lines apart that only cross, that end elsewhere, or that are predicted', () => {
  const lines = [series([10, 20]), series([20, 10]), series([10, 20, 30]), series([10, 20], 'predicted')];
  expect(coinciding(lines, scale)).toEqual([[0], [1], [2], [3]]);
});
