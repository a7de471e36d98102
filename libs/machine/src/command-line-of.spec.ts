import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { commandLineOf } from './command-line-of.ts';

test('commandLineOf() has the arguments of a process, and nothing of one that has ended', () => {
  expect(commandLineOf(process.pid).split('\0')[0]).toContain('node');
  expect(commandLineOf(spawnSync('true').pid)).toBe('');
});
