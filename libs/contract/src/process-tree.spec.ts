import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { pause } from './pause.ts';
import { inOrder, isIdleShell, isZombie, type ProcessStat, processesOf } from './process-tree.ts';

const stat = (pid: number, started: number): ProcessStat => ({ pid, name: 'node', state: 'S', parent: 1, session: 32_766, started });

test('inOrder() has the leader first and the others by age, though process ids began again from low ones', () => {
  const worker = stat(300, 12);
  const [leader, earlier] = [stat(32_766, 10), stat(32_767, 11)];
  expect(inOrder([worker, leader, earlier])).toEqual([leader, earlier, worker]);
});

test('processesOf() reads when a process began', async () => {
  const child = spawn('sleep', ['60'], { detached: true });
  await once(child, 'spawn');
  const [found] = processesOf(child.pid ?? 0);
  expect(found).toMatchObject({ pid: child.pid, session: child.pid });
  expect(found?.started).toBeGreaterThan(0);
  child.kill();
  await once(child, 'close');
});

test('isZombie() knows that a process of ours has ended before we are told', async () => {
  const child = spawn('sleep', ['60']);
  const closed = once(child, 'close');
  await once(child, 'spawn');
  expect(isZombie(child.pid ?? 0)).toBe(false);
  child.kill('SIGKILL');
  // In one turn of the event loop, in which nothing can be told.
  const late = performance.now() + 30_000;
  while (!isZombie(child.pid ?? 0) && performance.now() < late);
  expect([isZombie(child.pid ?? 0), child.signalCode]).toEqual([true, null]);
  await closed;
  expect([isZombie(child.pid ?? 0), child.signalCode]).toEqual([false, 'SIGKILL']);
});

const told = existsSync(`/proc/${process.pid}/task/${process.pid}/children`);
(told ? test : test.skip)(`isIdleShell() knows that the command of a shell has ended before the shell does${told ? '' : ' (needs a kernel that names children)'}`, async () => {
  const shell = spawn('sh', ['-c', 'sleep 60; exit 3'], { detached: true });
  const [pid = 0, ended] = [shell.pid, once(shell, 'exit')];
  const command = (): ProcessStat | undefined => processesOf(pid).find(({ parent }) => parent === pid);
  while (command() === undefined) await pause(5);
  expect(isIdleShell(pid)).toBe(false);
  shell.kill('SIGSTOP');
  process.kill(command()?.pid ?? 0, 'SIGKILL');
  while (!isIdleShell(pid)) await pause(5);
  shell.kill('SIGCONT');
  expect(await ended).toEqual([3, null]);
  expect(isIdleShell(process.pid)).toBe(false);
});
