import { expect, test } from '@jest/globals';
import { approaches } from './approaches.ts';

test('approaches() finds the five in order, and what each says of itself', () => {
  const found = approaches().map(({ name, serves, workers }) => [name, serves, workers]);
  expect(found).toEqual(
    expect.arrayContaining([
      ['server-serial', 'serial', 'none'],
      ['server-async', 'overlapping', 'none'],
      ['server-reactive', 'overlapping', 'none'],
      ['server-cluster', 'overlapping', 'processes'],
      ['server-threads', 'overlapping', 'threads'],
    ]),
  );
  expect(found[0]).toEqual(['server-serial', 'serial', 'none']);
  expect(found.at(-1)?.[2]).toBe('threads');
});
