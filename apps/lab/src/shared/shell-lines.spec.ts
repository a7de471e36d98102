import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { shellWord } from '#command-line';
import { shellLines } from './shell-lines.ts';

const server = "mine=tools/runtime/node --max-semi-space-size=4 --import ./apps/mine/with-chain.ts main.ts --name 'it''s' --port {port}";
const args = ['--quick', '--server', server, '--author', "O'Hara and his friends", '--baseline', 'mine'];

test.each([40, 60, 120])('shellLines() breaks a command into lines of at most %i characters that a shell reads as one', (width) => {
  const lines = shellLines(['printf', shellWord('%s\\n'), ...args.map(shellWord)].join(' '), width);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
  expect(execFileSync('sh', ['-c', lines.join('\n')], { encoding: 'utf8' })).toBe(`${args.join('\n')}\n`);
});

test('shellLines() leaves a command that fits as it is, and a word without a space whole', () => {
  expect(shellLines("npm start -- --author 'Ana Souza'", 40)).toEqual(["npm start -- --author 'Ana Souza'"]);
  expect(shellLines('npm start -- --out /a/very/long/path/to/it', 20)).toEqual([
    'npm start -- --out \\',
    '    /a/very/long/path/to/it',
  ]);
});
