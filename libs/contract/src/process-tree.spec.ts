import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { inOrder, type ProcessStat, processesOf } from './process-tree.ts';

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
