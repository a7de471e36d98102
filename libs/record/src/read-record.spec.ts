import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readBenchRecord, readRunRecord } from './read-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('readRunRecord() takes nothing but a file that is not there for none', async () => {
  expect(await readRunRecord(join(folder, 'none.json'))).toBeUndefined();
});

test.each([
  ['half of it', '{"schema":"echo-lab/run","ver', /JSON/],
  ['another', '{"schema":"something else"}', /^schema: /],
  ['a later version', '{"schema":"echo-lab/run","version":2}', /^version: /],
  ['an empty file', '', /JSON/],
])('readRunRecord() and readBenchRecord() refuse %s', async (_, text, reason) => {
  const file = join(folder, 'file.json');
  writeFileSync(file, text);
  await expect(readRunRecord(file)).rejects.toMatchObject({ code: 'UNREADABLE_RECORD', file, reason: expect.stringMatching(reason) });
  writeFileSync(file, text.replace('/run', '/bench'));
  await expect(readBenchRecord(file)).rejects.toMatchObject({ code: 'UNREADABLE_RECORD', file, reason: expect.stringMatching(reason) });
});

test('readRunRecord() refuses a folder, and a path through a file', async () => {
  await expect(readRunRecord(folder)).rejects.toMatchObject({ reason: 'EISDIR' });
  writeFileSync(join(folder, 'file'), '');
  await expect(readRunRecord(join(folder, 'file', 'run.json'))).rejects.toMatchObject({ reason: 'ENOTDIR' });
});
