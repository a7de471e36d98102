import { expect, test } from '@jest/globals';
import { exitWords } from './exit-words.ts';
import { lastLines } from './last-lines.ts';

test('exitWords() says with what, by what, or why it never was, and what was said last', () => {
  expect(exitWords({ code: 3, signal: null }, 'no')).toEqual({ en: 'ended with 3: no', 'pt-BR': 'terminou com 3: no' });
  expect(exitWords({ code: null, signal: 'SIGPIPE' }, '').en).toBe('ended by SIGPIPE');
  expect(exitWords({ code: null, signal: null, notStarted: new Error('ENOENT') }, '').en).toBe('could not be started: ENOENT');
});

test('lastLines() leaves out where in its code a program went wrong', () => {
  const thrown = "file:///x.ts:3\nthrow new Error('no disk')\n      ^\n\nError: no disk\n    at x (file:///x.ts:3:7)\n\nNode.js v26.10.0\n";
  expect(lastLines(thrown)).toBe("file:///x.ts:3 / throw new Error('no disk') / Error: no disk");
  expect(lastLines('x'.repeat(10_000)).length).toBeLessThan(1_000);
});
