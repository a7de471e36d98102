import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('mindLostOutput() says it, too, where only the end of what was written had no room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'output-'));
  const written = `
    import { mindLostOutput } from '${import.meta.dirname}/mind-lost-output.ts';
    mindLostOutput();
    process.stdout.write('x'.repeat(100_000));
  `;
  // A file may grow to so many blocks, and the signal that tells of it is ignored.
  const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module --eval "$1" >"$2"`;
  const child = spawn('sh', ['-c', limited, process.execPath, written, join(folder, 'file')], { env: { PATH: process.env['PATH'] } });
  const said = text(child.stderr);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(await said).toBe('the output could not be written (EFBIG).\n');
  rmSync(folder, { recursive: true });
});
