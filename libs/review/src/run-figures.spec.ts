import { expect, test } from '@jest/globals';
import { quantity, type RunRecord, spread } from '#record';
import { figureRows } from './figure-rows.ts';
import { reviewCatalogues } from './review-catalogue.ts';
import { review } from './reviewed.ts';
import { runFiguresOf } from './run-figures.ts';
import { approaches } from '#approaches';

const memory = spread([8_000, 8_200, 8_400], 'bytes');
const record = {
  experiments: [
    { outcome: { status: 'failed' } },
    {
      outcome: { status: 'done', findings: { figures: { 'cpu-message-of-many': { 'server-async': quantity(1_500, 'µs') } } } },
    },
    { outcome: { status: 'done', findings: { figures: { 'memory-connection-served': { 'server-async': memory } } } } },
  ],
} as unknown as RunRecord;

test('runFiguresOf() gathers what the experiments of a run said of a server', () => {
  expect(runFiguresOf(record, 'server-async')).toEqual({
    'cpu-message-of-many': quantity(1_500, 'µs'),
    'memory-connection-served': memory,
  });
  expect(runFiguresOf(record, 'server-serial')).toEqual({});
  expect(runFiguresOf(undefined, 'server-async')).toEqual({});
});

test('figureRows() shows the figures that a run has of either, as the language writes them', () => {
  const [serial, async] = approaches().map((approach) => review(approach, record));
  if (serial === undefined || async === undefined) throw new Error('there are fewer than two approaches');
  const rows = figureRows(serial, async, reviewCatalogues['pt-BR']).filter(({ id }) => id.includes('-'));
  expect(rows).toEqual([
    { id: 'cpu-message-of-many', label: 'CPU por mensagem', left: { text: '–' }, right: { text: '1,5 ms' } },
    {
      id: 'memory-connection-served',
      label: 'memória por conexão',
      left: { text: '–' },
      right: { text: '8,2 kB', range: '8 kB–8,4 kB' },
    },
  ]);
});
