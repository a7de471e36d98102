import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { LineProcess } from './line-process.ts';

const started: LineProcess[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one[Symbol.asyncDispose]()));
});

function start(signal = new AbortController().signal, program = process.execPath): LineProcess {
  const one = new LineProcess('talker', [program, join(import.meta.dirname, '../../testing/talker.ts')], signal);
  started.push(one);
  return one;
}

test('LineProcess gives to each line the next that is answered', async () => {
  const talker = start();
  expect(await talker.ask('one')).toBe('got one');
  expect(await talker.ask('two')).toBe('got two');
});

test('LineProcess says why it ended when an answer is still awaited, and with what code', async () => {
  const talker = start();
  await expect(talker.ask('die')).rejects.toThrow('talker ended with 3: it went wrong');
  await expect(talker.ask('one')).rejects.toThrow('talker ended with 3: it went wrong');
});

test('LineProcess ends with its abort signal, and fails where there is no such program', async () => {
  const abort = new AbortController();
  const talker = start(abort.signal);
  await talker.ask('one');
  abort.abort();
  await expect(talker.ask('two')).rejects.toThrow('talker ended by SIGKILL');
  await expect(start(undefined, '/nowhere/at/all').ask('one')).rejects.toThrow('ENOENT');
});

test('LineProcess does not wait longer than it is patient', async () => {
  const talker = start();
  await talker.ask('one');
  await expect(talker.ask('hush', 10)).rejects.toThrow('talker did not answer in time');
});
