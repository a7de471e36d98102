import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Approach } from '#approaches';
import { commandLineOf, processesOf } from '#machine';
import { Lab } from './lab.ts';
import { serveAll } from './serve-all.ts';

/** A server of this folder under another name. */
function approach(name: string, file = 'shouting-server'): Approach {
  const main = join(import.meta.dirname, `../testing/${file}.ts`);
  return { name, folder: import.meta.dirname, main, serves: 'overlapping', workers: 'none' };
}

const start = (name: string, file?: string) => ({ approach: approach(name, file), flags: [], note: `of ${name}` });

function labOf(onProgress?: (what: string) => void): Lab {
  const { signal } = new AbortController();
  return new Lab({ approaches: [], size: 'quick', python: undefined, signal, ...(onProgress && { onProgress }) });
}

/** Whether a process of the tests is there that has a word in its command. */
const isThere = (word: string): boolean =>
  processesOf(process.pid).some(({ pid }) => commandLineOf(pid).includes(word));

describe('serveAll()', () => {
  test('serveAll() starts all at the same time, and gives each start with its server', async () => {
    const asked: string[] = [];
    const lab = labOf((name) => asked.push(name));
    const used = serveAll(lab, [start('a'), start('b', 'uneven-server'), start('c')], (all) =>
      Promise.resolve(all.map(({ note, server }) => [note, server.name, server.address.port > 0])),
    );
    expect(asked).toEqual(['a', 'b', 'c']);
    await expect(used).resolves.toEqual(['a', 'b', 'c'].map((name) => [`of ${name}`, name, true]));
  });

  const here = process.platform === 'linux' ? test : test.skip;

  here('serveAll() ends the others where one cannot be started, or where the use fails', async () => {
    const never = serveAll(labOf(), [start('a'), start('b', 'not-there')], () => Promise.resolve('used'));
    await expect(never).rejects.toMatchObject({ problem: { code: 'server-ended', server: 'b' } });
    expect(isThere('shouting-server')).toBe(false);
    const unlucky = serveAll(labOf(), [start('a')], () => Promise.reject(new Error('no luck')));
    await expect(unlucky).rejects.toThrow('no luck');
    expect(isThere('shouting-server')).toBe(false);
  });
});
