import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'count-tests-'));
  mkdirSync(join(folder, 'test-results'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What it says of a project's results, where all that ran ended with a code. */
async function saidOf(testResults: readonly object[], counts: object, code = '0'): Promise<readonly string[]> {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };
  writeFileSync(join(folder, 'test-results/one.json'), JSON.stringify({ ...none, ...counts, testResults }));
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'count-tests.ts'), code], { cwd: folder });
  return stdout.trimEnd().split('\n');
}

const assertion = (status: string, title: string): object => ({ status, fullName: `server ${title}` });
const file = (assertionResults: readonly object[], message = ''): object => ({ assertionResults, message, name: 'some.spec.ts' });

test('tests that were skipped are counted by the reason that ends their names', async () => {
  const all = [
    assertion('pending', 'one (long: it takes a while)'),
    assertion('pending', 'two (quirk, framing line; long: it takes a while)'),
    assertion('pending', 'three (needs root: it makes a namespace)'),
    assertion('pending', 'in a page (needs Chromium) four'),
    assertion('pending', 'four and a half'),
    assertion('passed', 'five'),
  ];
  expect(await saidOf([file(all)], { numPassedTests: 1 })).toEqual([
    'skipped   2  long: it takes a while',
    'skipped   1  needs root: it makes a namespace',
    'skipped   1  needs Chromium',
    'skipped   1  server four and a half',
    '1 passed, 0 failed, 5 skipped',
  ]);
});

test('what failed stands last, by its name, also a file that could not be run', async () => {
  const results = [file([assertion('failed', 'waits'), assertion('pending', 'one (long: why)')]), file([], 'SyntaxError: here\n  at x')];
  expect(await saidOf(results, { numFailedTests: 1, numRuntimeErrorTestSuites: 1 }, '1')).toEqual([
    'skipped   1  long: why',
    'failed  server waits',
    'failed  some.spec.ts: SyntaxError: here',
    '0 passed, 2 failed, 1 skipped',
  ]);
});

test('lint and types that fail alone count as one', async () => {
  expect(await saidOf([file([assertion('passed', 'one')])], { numPassedTests: 1 }, '1')).toEqual(['1 passed, 1 failed, 0 skipped']);
});
