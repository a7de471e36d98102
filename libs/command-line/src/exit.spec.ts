import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

const bytes = 1_000_000;
const code = `
  import { exitNow, exitWhenWritten } from '${import.meta.dirname}/exit.ts';
  process.stdout.write('x'.repeat(${bytes}));
  process.stderr.write('written');
  process.argv[1] === 'now' ? exitNow(3) : await exitWhenWritten(3);
`;

/** How much comes of what a process writes into a pipe that is read only when the process has come to its end. */
async function run(how: 'now' | 'when-written'): Promise<readonly [number | null, number]> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, how]);
  const exit = once(child, 'exit');
  await once(child.stderr, 'data');
  if (how === 'now') await exit;
  const { length } = await buffer(child.stdout);
  const [status] = (await exit) as [number | null];
  return [status, length];
}

test('exitWhenWritten() waits for a reader that is slow', async () => {
  expect(await run('when-written')).toEqual([3, bytes]);
});

test('exitNow() does not', async () => {
  const [status, length] = await run('now');
  expect(status).toBe(3);
  expect(length).toBeLessThan(bytes);
});
