import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

const code = (minds: boolean): string => `
  import { mindLostOutput } from '${import.meta.dirname}/mind-lost-output.ts';
  if (${minds}) mindLostOutput();
  process.stdin.once('end', () => {
    process.stdout.write('one\\n');
    process.stdout.write('two\\n', () => process.stdin.destroy());
  }).resume();
  process.once('exit', () => process.stderr.write('to its end\\n'));
`;

/** Runs it, with an output that is lost before it writes. */
async function run(minds: boolean, output: 'full' | 'pipe'): Promise<readonly [number | null, string]> {
  const stdout = output === 'full' ? openSync('/dev/full', 'w') : 'pipe';
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code(minds)], {
    stdio: ['pipe', stdout, 'pipe'],
    env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', ECHO_LANG: 'en' },
  });
  if (child.stdout !== null) {
    child.stdout.destroy();
    await once(child.stdout, 'close');
  }
  const said = text(child.stderr as NonNullable<typeof child.stderr>);
  child.stdin?.end();
  const [status] = (await once(child, 'exit')) as [number | null];
  return [status, await said];
}

test('mindLostOutput() has a command go on to its end when nobody reads', async () => {
  expect(await run(true, 'pipe')).toEqual([0, 'to its end\n']);
  expect((await run(false, 'pipe'))[1]).toContain('EPIPE');
});

test('mindLostOutput() says once that the disk is full, and makes the exit code 1', async () => {
  expect(await run(true, 'full')).toEqual([1, 'the output could not be written (ENOSPC).\nto its end\n']);
  expect((await run(false, 'full'))[1]).toContain('Unhandled');
});
