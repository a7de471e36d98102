import { expect, test } from '@jest/globals';
import { parseRunRecord } from './run-record.ts';

const record = {
  schema: 'echo-lab/run',
  version: 1,
  startedAt: '2026-01-02T03:04:05.000Z',
  took: 1,
  size: 'quick',
  command: 'npm start',
  environment: { node: 'v26', kernel: 'Linux', architecture: 'x64', cpu: 'one', cores: 1, memoryBytes: 1 },
  servers: [],
  experiments: [],
  claims: [],
  conclusions: { which: { title: { en: 'a', 'pt-BR': 'b' }, columns: [], rows: [] }, sentences: [] },
  leftOut: [],
  interrupted: false,
};

test('parseRunRecord() reads a record', () => {
  expect(parseRunRecord(JSON.stringify(record))).toEqual(record);
});

test.each([
  ['a later version', { version: 2 }],
  ['another schema', { schema: 'echo-lab/bench' }],
  ['a sentence that lacks a language', { leftOut: [{ text: { en: 'x' }, figures: {} }] }],
])('parseRunRecord() takes no record of %s', (_, change) => {
  expect(() => parseRunRecord(JSON.stringify({ ...record, ...change }))).toThrow();
});
