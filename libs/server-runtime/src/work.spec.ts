import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ServerProcess } from '#testing';
import { optionsOf } from './testing/options-of.ts';
import { refused } from './flag.ts';
import { loadWork, workFlag } from './work.ts';

const main = join(import.meta.dirname, 'testing', 'small-server.ts');

const message = Buffer.from('oi');
const fixture = (name: string): string => join(import.meta.dirname, 'testing', name);

describe('workFlag', () => {
  test.each([
    ['none', { kind: 'none' }],
    ['sleep:20ms', { kind: 'sleep', ms: 20 }],
    ['sleep:1.5s', { kind: 'sleep', ms: 1_500 }],
    ['sleep:5', { kind: 'sleep', ms: 5 }],
    ['hash:1000', { kind: 'hash', rounds: 1_000 }],
    ['module:./work.ts', { kind: 'module', path: './work.ts' }],
    ['module:C:/a b.ts', { kind: 'module', path: 'C:/a b.ts' }],
  ])('workFlag reads %s', (given, work) => {
    expect(workFlag.read(given)).toEqual(work);
  });

  test.each(['', 'None', 'sleep', 'sleep:', 'sleep:long', 'sleep:-1', 'hash:', 'hash:0', 'hash:1.5', 'hash:9999999999', 'module:', 'spin:1'])(
    'workFlag refuses %j',
    (given) => {
      expect(workFlag.read(given)).toBe(refused);
    },
  );
});

describe('loadWork()', () => {
  test('none is no work at all', async () => {
    expect(await loadWork(optionsOf())).toBeUndefined();
  });

  test('sleep waits', async () => {
    const work = await loadWork(optionsOf({ work: { kind: 'sleep', ms: 20 } }));
    const order: string[] = [];
    const slept = Promise.resolve(work?.(message)).then(() => order.push('slept'));
    await new Promise((resolve) => setTimeout(resolve, 5)).then(() => order.push('meanwhile'));
    await slept;
    expect(order).toEqual(['meanwhile', 'slept']);
  });

  test('hash computes on this thread, and is over when it returns', async () => {
    const work = await loadWork(optionsOf({ work: { kind: 'hash', rounds: 10 } }));
    expect(work?.(message)).toBeUndefined();
  });

  test("module is the user's own, by a path from where the server was started", async () => {
    const server = await ServerProcess.start(main, ['--work', `module:${fixture('work-by-message.ts')}`]);
    const peer = await server.connect();
    await peer.exchange('anything');
    peer.send('reject\n');
    expect(await peer.untilEnded()).toBe('Echo: anything\nError: the work on this message failed\n');
    expect((await server.said('work-failed'))['error']).toContain('rejected, as the message asked');
  });

  test('module that writes into its message does not change the reply', async () => {
    const server = await ServerProcess.start(main, ['--work', `module:${fixture('work-writes.ts')}`]);
    const peer = await server.connect();
    await peer.exchange('as it came');
  });

  test.each([
    ['that is not there', 'no-such-work.ts', 'en', /^server-small: --work module:\S+ cannot be used: Cannot find module [^\n]*\.\n$/],
    ['that exports no function', 'no-work.ts', 'en', /cannot be used: it has no default export that is a function\.\n$/],
    ['that exports no function', 'no-work.ts', 'pt-BR', /^server-small: --work module:\S+ não pode ser usado: [^\n]*\.\n$/],
  ])('module %s (%s) ends the server with 1 and one line in %s', async (_, name, lang, line) => {
    const server = new ServerProcess(main, ['--work', `module:${fixture(name)}`, '--lang', lang]);
    expect(await server.exited).toBe(1);
    expect(server.stderr).toMatch(line);
    expect(server.stdout).toBe('');
  });
});
