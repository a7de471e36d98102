import { expect, test } from '@jest/globals';
import { type ProcFiles, roomOf, threadLimits, tightest } from './thread-limits.ts';

const machine = {
  '/proc/loadavg': '0.10 0.20 0.30 2/300 4711\n',
  '/proc/sys/kernel/threads-max': '100000\n',
  '/proc/sys/kernel/pid_max': '32768\n',
  '/proc/sys/vm/max_map_count': '65530\n',
  '/proc/7/maps': 'one\ntwo\n',
  '/proc/7/limits': 'Max processes             400                  500                  processes\n',
  '/proc/7/status': 'Name:\tx\nUid:\t1000\t1000\nThreads:\t5\nCapEff:\t0000000000000000\n',
  '/proc/8/status': 'Name:\ty\nUid:\t1000\t1000\nThreads:\t20\nCapEff:\t0000000000000000\n',
  '/proc/9/status': 'Name:\tz\nUid:\t1\t1\nThreads:\t90\nCapEff:\t0000000000000000\n',
};

const files = (changes: Readonly<Record<string, string>> = {}): ProcFiles => {
  const all: Readonly<Record<string, string>> = { ...machine, ...changes };
  return { read: (path) => all[path], list: () => ['7', '8', '9', 'self'] };
};

const named = (changes?: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(threadLimits(7, 3, files(changes)).map(({ name, value, inUse }) => [name, [value, inUse]]));

test('threadLimits() reads what the kernel, the user and the process have', () => {
  expect(named()).toEqual({
    'kernel.threads-max': [100_000, 300],
    'kernel.pid_max': [32_768, 300],
    'ulimit -u': [400, 25],
    'vm.max_map_count': [65_530, 2],
  });
});

test('threadLimits() leaves out what does not bind: unlimited, or a privileged user', () => {
  expect(named({ '/proc/7/limits': 'Max processes             unlimited            unlimited            processes\n' })).not.toHaveProperty(['ulimit -u']);
  expect(named({ '/proc/7/status': 'Uid:\t0\t0\nThreads:\t5\n' })).not.toHaveProperty(['ulimit -u']);
  expect(named({ '/proc/7/status': 'Uid:\t1000\t1000\nThreads:\t5\nCapEff:\t0000000001000000\n' })).not.toHaveProperty(['ulimit -u']);
});

test('threadLimits() takes the control group that leaves the least room, in both versions', () => {
  const v2 = {
    '/proc/self/cgroup': '0::/a/b\n',
    '/sys/fs/cgroup/a/b/pids.max': 'max\n',
    '/sys/fs/cgroup/a/b/pids.current': '3\n',
    '/sys/fs/cgroup/a/pids.max': '90\n',
    '/sys/fs/cgroup/a/pids.current': '10\n',
  };
  expect(named(v2)).toMatchObject({ 'pids.max': [90, 10] });
  const v1 = {
    '/proc/self/cgroup': '8:pids:/c\n7:memory:/d\n',
    '/sys/fs/cgroup/pids/c/pids.max': '70\n',
    '/sys/fs/cgroup/pids/c/pids.current': '1\n',
  };
  expect(named(v1)).toMatchObject({ 'pids.max': [70, 1] });
});

test('threadLimits() is empty where there is no /proc, and tightest() then names none', () => {
  const limits = threadLimits(7, 3, { read: () => undefined, list: () => [] });
  expect([limits, tightest(limits)]).toEqual([[], undefined]);
});

test('tightest() is the one with the least room, by what a thread takes of each', () => {
  const limits = threadLimits(7, 3, files({ '/proc/7/limits': '' }));
  expect(tightest(limits)).toMatchObject({ name: 'vm.max_map_count', perThread: 3, shared: false });
  expect(limits.map(roomOf)).toEqual([99_700, 32_468, 21_842]);
});
