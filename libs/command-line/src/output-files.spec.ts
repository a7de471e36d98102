import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { replaceFile, requireWritable, requireWritableFile } from './output-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('requireWritableFile() and requireWritable() leave nothing behind', async () => {
  writeFileSync(join(folder, 'there'), 'as it was');
  await requireWritableFile(join(folder, 'there'));
  await requireWritableFile(join(folder, 'new'));
  await requireWritable(join(folder, 'a/b'));
  expect(readdirSync(folder).sort()).toEqual(['a', 'there']);
  expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('as it was');
});

test.each([
  ['/nope/x.xml', 'ENOENT'],
  ['/dev/full', 'ENOTSUP'],
  ['/', 'EISDIR'],
  ['/dev/null/x', 'ENOTDIR'],
])('requireWritableFile() refuses %s: %s', async (file, code) => {
  await expect(requireWritableFile(file)).rejects.toMatchObject({ code });
});

test('requireWritable() refuses what can be no folder, and comes to an end in /proc', async () => {
  await expect(requireWritable('/dev/null')).rejects.toMatchObject({ code: 'ENOTDIR' });
  if (process.platform === 'linux') await expect(requireWritable('/proc/x/y')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('replaceFile() replaces a file, and leaves all as it was where it cannot', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'old');
  const { ino } = statSync(file);
  await replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).ino).not.toBe(ino);
  mkdirSync(join(folder, 'sub'));
  await expect(replaceFile(join(folder, 'sub'), 'text')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(readdirSync(folder).sort()).toEqual(['file', 'sub']);
});
