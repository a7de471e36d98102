import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { allProcesses } from './all-processes.ts';
import { isIdleShell } from './is-idle-shell.ts';

const told = existsSync(`/proc/${process.pid}/task/${process.pid}/children`);

(told ? test : test.skip)(`isIdleShell() knows that the command of a shell has ended before the shell does${told ? '' : ' (needs a kernel that names children)'}`, async () => {
  const shell = spawn('sh', ['-c', 'sleep 60; exit 3']);
  const [pid = 0, ended] = [shell.pid, once(shell, 'exit')];
  const command = async (): Promise<number> => {
    for (;;) {
      const child = allProcesses().find(({ parent }) => parent === pid);
      if (child !== undefined) return child.pid;
      await sleep(5);
    }
  };
  const sleeps = await command();
  expect(isIdleShell(pid)).toBe(false);
  shell.kill('SIGSTOP');
  process.kill(sleeps, 'SIGKILL');
  while (!isIdleShell(pid)) await sleep(5);
  shell.kill('SIGCONT');
  expect(await ended).toEqual([3, null]);
  expect(isIdleShell(pid)).toBe(false);
  expect(isIdleShell(process.pid)).toBe(false);
});
