import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { allProcesses } from './all-processes.ts';
import { processesOf } from './processes-of.ts';
import { type Command, Session, type SessionOptions } from './session.ts';

const file = (name: string): string => join(import.meta.dirname, 'testing', name);
const node = (...args: string[]): Command => [process.execPath, ...args];
const isThere = (pid: number): boolean => allProcesses().some((one) => one.pid === pid);
// Only Linux has the table of processes that tells.
const onLinux = process.platform === 'linux' ? test : test.skip;

const started: Session[] = [];
afterEach(() => Promise.all(started.splice(0).map((session) => session.end())));

function start(command: Command, options?: SessionOptions): Session {
  const session = new Session(command, options);
  started.push(session);
  return session;
}

/** One that forks, and the process that it forked, when it has ended. */
async function forked(how: 'beside' | 'daemon'): Promise<{ session: Session; orphan: number }> {
  const lines: string[] = [];
  const session = start(node(file('forks-and-ends.ts'), how, file('stays.ts')), { onLine: (line) => lines.push(line) });
  expect(await session.exited).toEqual({ code: 3, signal: null });
  return { session, orphan: Number(lines[0]) };
}

describe('Session', () => {
  test('Session.exited tells of code, signal, or why there is no process, and keeps what was said last', async () => {
    const fails = start(['sh', '-c', 'echo one; echo no more >&2; exit 3']);
    expect(await fails.exited).toEqual({ code: 3, signal: null });
    expect(fails.stderr).toBe('no more\n');
    expect(await start(['sh', '-c', 'kill -KILL $$']).exited).toEqual({ code: null, signal: 'SIGKILL' });
    const none = start(['/nowhere/at/all']);
    expect((await none.exited).notStarted?.message).toContain('ENOENT');
  });

  onLinux('Session.ended is known before its end is told', async () => {
    const session = start(['sleep', '60']);
    expect(session.ended).toBe(false);
    process.kill(session.pid, 'SIGKILL');
    // In one turn of the event loop, in which nothing can be told.
    const late = performance.now() + 30_000;
    while (!/\) Z/.test(readFileSync(`/proc/${session.pid}/stat`, 'latin1')) && performance.now() < late);
    expect(session.ended).toBe(true);
    expect(await session.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('Session.stderr is bounded', async () => {
    const floods = start(['sh', '-c', 'yes | head -c 1000000 >&2; echo end >&2']);
    await floods.exited;
    expect(floods.stderr.length).toBeLessThan(20_000);
    expect(floods.stderr).toMatch(/end\n$/);
  });

  onLinux.each(['beside', 'daemon'] as const)('Session.end() ends what was forked %s, though its parent has ended and it ignores SIGTERM', async (how) => {
    // It has inherited the pipes, so they do not close: the exit counts.
    const { session, orphan } = await forked(how);
    expect(isThere(orphan)).toBe(true);
    await session.end();
    expect(isThere(orphan)).toBe(false);
  });

  onLinux('Session.kill() takes what was forked along at once', async () => {
    const { session, orphan } = await forked('daemon');
    session.kill();
    while (isThere(orphan)) await new Promise(setImmediate);
    expect(processesOf(session.pid)).toEqual([]);
  });

  onLinux('processesOf() has those whose parent has ended', async () => {
    const { session, orphan } = await forked('beside');
    expect(processesOf(session.pid).map(({ pid }) => pid)).toEqual([orphan]);
  });

  test('Session gives nothing of ECHO_, nor how Node was started, to a program', async () => {
    process.env['ECHO_PORT'] = '1';
    process.env['NODE_OPTIONS'] = '--no-deprecation';
    const lines: string[] = [];
    const script = 'echo "$ECHO_PORT|$NODE_OPTIONS|$OWN"';
    await start(['sh', '-c', script], { env: { OWN: 'mine' }, onLine: (line) => lines.push(line) }).exited;
    delete process.env['ECHO_PORT'];
    delete process.env['NODE_OPTIONS'];
    expect(lines).toEqual(['||mine']);
  });

  onLinux.each(['exit', 'throw'])('Session leaves nothing behind where this process ends by %s', async (how) => {
    const lines: string[] = [];
    const ender = start(node(file('ends-with-sessions.ts'), how), { onLine: (line) => lines.push(line) });
    await ender.exited;
    expect(lines).toHaveLength(1);
    while (isThere(Number(lines[0]))) await new Promise(setImmediate);
  });
});
