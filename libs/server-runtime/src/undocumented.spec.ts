import { describe, expect, test } from '@jest/globals';
import { choose, worksOnOwnConnection } from './undocumented.ts';

describe('choose()', () => {
  const by = (asked: 'cheap' | 'documented' | undefined, works: boolean): Promise<string> =>
    choose(asked, ['cheap', 'documented'], () => Promise.resolve(works), 'no.');

  test.each([
    [undefined, true, 'cheap'],
    [undefined, false, 'documented'],
    ['cheap', true, 'cheap'],
    ['documented', true, 'documented'],
    ['documented', false, 'documented'],
  ] as const)('asked for %s, which works: %s, is %s', async (asked, works, way) => {
    expect(await by(asked, works)).toBe(way);
  });

  test('refuses the cheap way where it was asked for and does not work', async () => {
    await expect(by('cheap', false)).rejects.toMatchObject({ code: 'DOES_NOT_WORK', message: 'no.' });
  });
});

test('worksOnOwnConnection() is false where the try throws, and leaves nothing open', async () => {
  let tried: Parameters<Parameters<typeof worksOnOwnConnection>[0]>[0] | undefined;
  const works = await worksOnOwnConnection((accepted) => {
    tried = accepted;
    return Promise.reject(new Error('it does not'));
  });
  expect(works).toBe(false);
  expect(tried?.destroyed).toBe(true);
});
