import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Approach } from '#approaches';
import { statement } from '#record';
import { ExperimentError } from './experiment-error.ts';
import { Lab, type Subject } from './lab.ts';
import { serveField } from './serve-field.ts';

const main = join(import.meta.dirname, '../testing/shouting-server.ts');
const ours = (name: string, change: Partial<Approach> = {}): Approach => ({
  name,
  folder: import.meta.dirname,
  main,
  serves: 'overlapping',
  workers: 'none',
  ...change,
});
const starts = (...subjects: readonly Subject[]) => subjects.map((approach) => ({ approach, flags: [] }));
const labOf = (): Lab => new Lab({ approaches: [], size: 'quick', python: undefined, signal: new AbortController().signal });

describe('serveField()', () => {
  test('serveField() takes out who cannot be started, broke the contract, dies or fails, and lets the others go on', async () => {
    const lab = labOf();
    lab.breaches.set('liar', statement({ en: 'it lied', 'pt-BR': 'mentiu' }));
    const subjects = [ours('a'), ours('absent', { main: 'not-there.ts' }), ours('liar'), ours('dies'), ours('fails'), ours('z')];
    const { rounds, left, fallen } = await serveField(lab, starts(...subjects), async (field) => {
      const rounds: (readonly string[])[] = [];
      for (let round = 0; round < 2; round++) {
        rounds.push(
          await field.each(field.all, async ({ server }) => {
            if (server.name === 'fails') throw new ExperimentError({ en: 'no luck', 'pt-BR': 'sem sorte' });
            if (server.name === 'dies') {
              process.kill(server.pid, 'SIGKILL');
              // Its clients would wait for a reply for long.
              await new Promise(() => undefined);
            }
            return server.name;
          }),
        );
      }
      return { rounds, left: field.standing(field.all).map(({ server }) => server.name), fallen: field.fallen };
    });
    expect(rounds).toEqual([['a', 'z'], ['a', 'z']]);
    expect(left).toEqual(['a', 'z']);
    expect(fallen.map(({ server }) => server).toSorted()).toEqual(['absent', 'dies', 'fails', 'liar']);
    expect(fallen.find(({ server }) => server === 'fails')?.reason.text['pt-BR']).toBe('sem sorte');
  });

  test('serveField() fails, with every reason, where none is left, and hands on what stopped the run', async () => {
    const none = serveField(labOf(), starts(ours('a'), ours('b')), (field) =>
      field.together(field.all, ({ server }) => Promise.reject(new ExperimentError({ en: `${server.name} fell`, 'pt-BR': 'caiu' }))),
    );
    await expect(none).rejects.toMatchObject({ code: 'EXPERIMENT_FAILED', message: 'a fell; b fell' });
    const stop = new AbortController();
    const lab = new Lab({ approaches: [], size: 'quick', python: undefined, signal: stop.signal });
    const stopped = serveField(lab, starts(ours('a')), (field) =>
      field.each(field.all, () => {
        stop.abort(new Error('stopped by hand'));
        return new Promise(() => undefined);
      }),
    );
    await expect(stopped).rejects.toThrow('stopped by hand');
  });
});
