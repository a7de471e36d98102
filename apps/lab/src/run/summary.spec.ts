import { expect, test } from '@jest/globals';
import { figureOf, quantity, type RunRecord } from '#record';
import { runCatalogues } from './catalogue.ts';
import { summaryOf } from './summary.ts';

const memory = Object.fromEntries([5.16, 6.05, 8.14].map((kB, index) => [`server-${index}`, quantity(1_000 * kB, 'bytes')]));
const title = { en: 'memory', 'pt-BR': 'memória' };
const record: RunRecord = {
  schema: 'echo-lab/run',
  version: 1,
  startedAt: '2026-01-01T00:00:00.000Z',
  took: 1,
  size: 'default',
  command: 'npm start',
  environment: { node: '26.10.0', kernel: 'Linux', architecture: 'x64', cpu: 'made up', cores: 4, memoryBytes: 8e9 },
  servers: Object.keys(memory),
  experiments: [],
  claims: [],
  conclusions: {
    which: { title, columns: [title, title, title, title], rows: [[title, 'server-0, server-1, server-2', figureOf('memory', memory), 'cost']] },
    sentences: [],
  },
  leftOut: [],
  interrupted: false,
};

test.each([
  ['en', '5.16 to 8.14 kB'],
  ['pt-BR', '5,16 a 8,14 kB'],
] as const)('summaryOf() gives a group of servers the range of their figures, as the report does, in %s', (language, range) => {
  const files = { record: 'a', html: 'b', markdown: 'c', comparison: 'd' };
  expect(summaryOf(record, { catalogue: runCatalogues[language], chosen: 0, files, width: 80 })).toContain(range);
});
