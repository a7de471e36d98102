import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { commandLineOf, processesOf } from '#machine';
import { fewNote, fewOf } from '../testing/few-of.ts';
import { newFolder } from '../testing/new-folder.ts';
import { type Finished, runLab, startLab } from '../testing/start-lab.ts';

const root = join(import.meta.dirname, '../../../..');
const reference = `${process.execPath} ${join(root, 'libs/contract/src/testing/reference/main.ts')}`;
const ours = `${reference} --port {port} {flags}`;

const verify = (...args: string[]): Promise<Finished> => runLab('verify', ...args);

/** A reference server that runs while `during` does. */
async function withServer<T>(flags: readonly string[], during: (address: string) => Promise<T>): Promise<T> {
  const [file = '', ...rest] = `${reference} --port 0`.split(' ');
  const child = spawn(file, [...rest, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    return await during(/listening on (\S+)/.exec(line)?.[1] ?? '');
  } finally {
    child.kill('SIGKILL');
  }
}

describe('verifyCommand', () => {
  test('verifyCommand tells in a table what passed and what was not tried, and exits 0', async () => {
    const result = await withServer([], (address) => verify(address, '--only', 'half-close/'));
    const rows = result.stdout.split('\n');
    expect(rows[0]).toMatch(/^clause +result +time$/);
    expect(rows.slice(1, 3)).toEqual(['', 'basic: one client at a time']);
    expect(rows[3]).toMatch(/^half-close\/after-a-reply +passed +\d+ ms$/);
    expect(rows.slice(-5, -2)).toEqual(['', 'basic 1 of 1', 'robust 2 of 2']);
    expect(rows.at(-2)).toMatch(/^3 passed, 0 failed, 0 not tried, in /);
    expect(result).toMatchObject({ code: 0, stderr: '' });
  });

  test('verifyCommand tries the levels and the prefixes asked for, also of flags that are repeated, the easier level first', async () => {
    const asked = ['--level', 'concurrent', '--only', 'overlap/leaving', '--level', 'basic', '--only', 'half-close/after'];
    const result = await withServer([], (address) => verify(address, ...asked, '--json'));
    expect(JSON.parse(result.stdout)).toMatchObject({
      clauses: [
        { id: 'half-close/after-a-reply', level: 'basic', result: 'passed' },
        { id: 'overlap/leaving-disturbs-nobody', level: 'concurrent', result: 'passed' },
      ],
    });
    expect(result.code).toBe(0);
  });

  test('verifyCommand names the clause that a server breaks, says why, and exits 1', async () => {
    const flags = ['--broken', 'strips-cr', '--framing', 'line', '--log-level', 'silent'];
    const result = await withServer(flags, (address) => verify(address, '--framing', 'line', '--only', 'line/cr'));
    expect(result.stdout).toMatch(/^line\/cr-belongs-to-message +FAILED.*\n {2}A CR before .*\n {2}sent "with CR.*\n {2}usual cause: /m);
    expect(result.stdout).toContain('expected "Echo: with CR\\r\\n');
    expect(result.code).toBe(1);
  });

  test('verifyCommand with a port alone lists what must start, signal or kill the server, and fails when that is all', async () => {
    const result = await withServer([], (address) => verify(address, '--framing', 'line', '--only', 'drain/group'));
    expect(result.stdout).toMatch(/^drain\/group +not tried +– {2}it must start the server itself: give --server$/m);
    expect(result.stderr).toBe('no clause could be tried, so nothing was verified\n');
    expect(result.code).toBe(1);
  });

  test('verifyCommand starts, signals and kills the server of --server, with flags where it takes them', async () => {
    const only = ['--framing', 'line', '--only'];
    const [signal, flags, without] = await Promise.all([
      verify('--server', ours, ...only, 'drain/fin'),
      verify('--server', ours, ...only, 'limit/flag'),
      verify('--server', `${reference} --framing line --port {port}`, ...only, 'limit/flag'),
    ]);
    expect(signal).toMatchObject({ code: 0, stderr: '' });
    expect(flags).toMatchObject({ code: 0, stderr: '' });
    expect(without.stdout).toContain('it must start the server with flags: give --server with {flags}');
    expect(without.code).toBe(1);
  });

  test('verifyCommand stopped by SIGHUP says so, leaves no server, and exits 129', async () => {
    const { child, finished } = startLab(['verify', '--server', ours, '--framing', 'line', '--only', 'idle/']);
    const pid = child.pid ?? 0;
    const servers = (): readonly number[] => processesOf(pid).map((one) => one.pid).filter((one) => one !== pid);
    while (servers().length === 0) await setTimeout(20);
    const started = servers();
    child.kill('SIGHUP');
    expect(await finished).toMatchObject({ code: 129, stderr: 'stopped; its servers were ended\n' });
    // They were sent SIGKILL; on a busy machine they are there a little longer.
    while (started.some((one) => commandLineOf(one) !== '')) await setTimeout(20);
  });

  test('verifyCommand speaks Brazilian Portuguese', async () => {
    const table = await withServer([], (address) => verify(address, '--only', 'echo/', '--lang', 'pt-BR'));
    expect(table.stdout).toMatch(/^cláusula +resultado +tempo\n\nbasic: um cliente por vez\necho\/answers +passou/);
    expect(table.stdout).toMatch(/\n\nbasic 4 de 4\nconcurrent 1 de 1\n5 passaram/);
    expect(table.stdout).toContain('5 passaram, 0 falharam, 0 não testadas, em ');
  });

  test('verifyCommand writes JSON and JUnit', async () => {
    const file = join(newFolder(), 'junit.xml');
    const json = await withServer([], (address) => verify(address, '--only', 'echo/', '--json', '--junit', file));
    expect(JSON.parse(json.stdout)).toMatchObject({
      schema: 'echo-lab/verify/2',
      passed: 5,
      failed: 0,
      levels: [
        { level: 'basic', passed: 4, of: 4, notTried: 0 },
        { level: 'concurrent', passed: 1, of: 1, notTried: 0 },
      ],
      clauses: [{ id: 'echo/answers', level: 'basic', result: 'passed' }, {}, {}, {}, { level: 'concurrent' }],
    });
    expect(readFileSync(file, 'utf8')).toMatch(/<testsuite name="contract of \S+: basic" tests="4" failures="0" skipped="0"/);
  });

  test.each(fewOf([
    ['/nope/x.xml', 'ENOENT'],
    ['/dev/full', 'ENOTSUP'],
    ['/', 'EISDIR'],
  ]))(`verifyCommand says before it tries anything that --junit %s cannot be written${fewNote}`, async (file, code) => {
    const line = `${file} cannot be written (${code}); choose another file with --junit\n`;
    expect(await verify('--server', ours, '--only', 'echo/answers', '--junit', file)).toEqual({ code: 1, stdout: '', stderr: line });
  });

  longTest(`verifyCommand names the end of a server where it was seen, in both languages, and goes on with another${whyLong('libs/contract sees to it')}`, async () => {
    const file = join(newFolder(), 'junit.xml');
    const server = `${process.execPath} ${join(root, 'libs/contract/src/testing/ending-server.ts')} {port} exits`;
    const [table, json] = await Promise.all([
      verify('--server', server, '--only', 'echo/', '--lang', 'pt-BR', '--junit', file),
      verify('--server', server, '--only', 'echo/', '--json'),
    ]);
    expect(table.stdout).toMatch(/^echo\/keeps-connections-apart +FALHOU .*\n {2}De vinte clientes .*\n {2}o servidor terminou com o código de saída 3 /m);
    expect(table.stdout).toMatch(/^2 passaram, 3 falharam, 0 não testadas, em /m);
    expect(readFileSync(file, 'utf8')).toContain('<failure message="o servidor terminou com o código de saída 3 ');
    expect(JSON.parse(json.stdout)).toMatchObject({
      notReached: 0,
      clauses: [{ result: 'passed' }, { result: 'passed' }, { result: 'failed' }, { result: 'failed' }, { result: 'failed' }],
    });
    expect(json.stdout).toContain('"reason": "the server ended with exit code 3 ');
    expect([table.code, json.code]).toEqual([1, 1]);
  });

  test('verifyCommand says in one line what was not reached on a server that is gone', async () => {
    const file = join(newFolder(), 'junit.xml');
    const flags = ['--broken', 'reset-ends-server', '--log-level', 'silent'];
    const result = await withServer(flags, (address) => verify(address, '--only', 'reset/', '--junit', file));
    expect(result.stdout).toMatch(/^reset\/before-any-message +FAILED/m);
    expect(result.stdout).toMatch(/\n\n3 clauses were not reached: the server accepts nobody any more: connect ECONNREFUSED \S+\n\n/);
    expect(result.stdout).toMatch(/^0 passed, 1 failed, 0 not tried, 3 not reached, in /m);
    expect(readFileSync(file, 'utf8')).toMatch(/name="after-a-message: .*<skipped message="the server accepts nobody any more: /);
    expect(result.code).toBe(1);
  });

  test(`verifyCommand exits 1 with one line where nobody listens, and 2 when it is called wrongly${fewNote}`, async () => {
    const gone = await withServer([], (address) => Promise.resolve(address));
    const unreachable = await verify(gone);
    expect(unreachable.stderr).toMatch(/^127\.0\.0\.1:\d+ cannot be verified: .*ECONNREFUSED.*\n$/);
    expect(unreachable.code).toBe(1);
    const address = '127.0.0.1:1';
    const wrong = fewOf<readonly string[]>([
      [],
      ['nowhere'],
      [address, '--framing', 'page'],
      ['--server', 'no port'],
      [address, '--only', 'echo/,x'],
      [address, '--level', 'basic', '--only', 'reset/'],
      [address, '--level', 'basic,easy'],
      [address, '--level', ','],
    ]);
    for (const args of wrong) expect(await verify(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^error: .*\n$/) });
  });
});
