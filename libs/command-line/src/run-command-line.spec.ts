import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

const code = `
  import { Command } from 'commander';
  import { runCommandLine } from '${import.meta.dirname}/run-command-line.ts';
  const sub = new Command('sub').action((_, command) => command.error('no such thing'));
  await runCommandLine(new Command('program').description('does nothing').addCommand(sub));
`;

async function run(args: readonly string[], output: 'full' | 'pipe', lang = 'en'): Promise<readonly [number | null, string, string]> {
  const stdio = ['ignore', output === 'full' ? openSync('/dev/full', 'w') : 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, '--', ...args], {
    stdio: [...stdio],
    env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', ECHO_LANG: lang },
  });
  const said = Promise.all([child.stdout, child.stderr].map((stream) => (stream === null ? Promise.resolve('') : text(stream))));
  const [status] = (await once(child, 'exit')) as [number | null];
  const [out = '', err = ''] = await said;
  return [status, out, err];
}

test('runCommandLine() ends with 0 after help, and with 1 and a line where it could not be written', async () => {
  expect(await run(['--help'], 'pipe')).toEqual([0, expect.stringContaining('does nothing'), '']);
  expect(await run(['--help'], 'full')).toEqual([1, '', 'the output could not be written (ENOSPC).\n']);
});

test.each([
  [['--nope'], "error: unknown option '--nope'\n"],
  [['sub'], 'no such thing\n'],
  [['--a\u001b\u202e'], "error: unknown option '--a\\x1b\\u{202e}'\n"],
  [['sub', '--nope'], "error: unknown option '--nope'\n"],
])('runCommandLine() ends with 2 at wrong usage: %j', async (args, line) => {
  expect(await run(args, 'pipe')).toEqual([2, '', line]);
});

test.each(['constructor', '__proto__', 'fr'])('runCommandLine() ends with 2 where ECHO_LANG is %s', async (lang) => {
  expect(await run(['sub'], 'pipe', lang)).toEqual([2, '', `ECHO_LANG needs one of en, pt-BR, not "${lang}".\n`]);
});
