import { expect, test } from '@jest/globals';
import { quantity } from '#record';
import { benchCsv } from './csv.ts';

const result = {
  server: 'a',
  command: 'npm run bench -- --server "a"',
  rounds: {},
  figures: { cpu: quantity(1, 'µs'), rate: quantity(2, 'per-second'), 'p99.9': quantity(3, 'ms') },
  ratios: {},
  latency: [],
  memory: [],
};
const scenario = {
  id: 'open',
  title: { en: '', 'pt-BR': '' },
  description: { text: { en: '', 'pt-BR': '' }, figures: {} },
  headline: 'p99',
  figures: [],
  without: [],
};

test('benchCsv() marks the figures that the load generator held up, and no other', () => {
  const generator = { busy: 0.2, delay: 0, late: 0, behind: 0.5, limited: true };
  const lines = benchCsv({ scenarios: [{ ...scenario, results: [{ ...result, generator }, { ...result, server: 'b' }] }] }).split('\n');
  const at = (lines[0] ?? '').split(',').indexOf('limited');
  expect(lines.slice(1, 7).map((line) => line.split(',')[at])).toEqual(['false', 'true', 'true', 'false', 'false', 'false']);
});
