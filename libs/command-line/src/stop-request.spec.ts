import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

/** Says what it is asked; ends as asked at the end of its input, and never by itself. */
const code = `
  import { StopRequest } from '${import.meta.dirname}/stop-request.ts';
  import { exitWhenWritten } from '${import.meta.dirname}/exit.ts';
  const stop = new StopRequest(() => process.stdout.write('at once '));
  stop.signal.addEventListener('abort', () => process.stdout.write(stop.signal.reason.message + ' '));
  process.stdin.once('end', () => void exitWhenWritten(stop.exitCode ?? 0)).resume();
  const later = process.argv[1] === 'later' ? 2000 : 0;
  const { now } = performance;
  stop.signal.addEventListener('abort', () => (performance.now = () => now.call(performance) + later));
  process.stdout.write('up ');
`;

test.each([
  ['SIGINT', false, 130, 'up stopped by SIGINT '],
  ['SIGTERM', false, 143, 'up stopped by SIGTERM '],
  ['SIGHUP', false, 129, 'up stopped by SIGHUP '],
  ['SIGHUP', true, 129, 'up stopped by SIGHUP at once '],
] as const)('StopRequest at %s, again later: %s', async (signal, later, status, output) => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, later ? 'later' : 'soon']);
  const said = text(child.stdout);
  await once(child.stdout, 'readable');
  child.kill(signal);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill(signal);
  if (!later) child.stdin.end();
  expect(await once(child, 'exit')).toEqual([status, null]);
  expect(await said).toBe(output);
});
