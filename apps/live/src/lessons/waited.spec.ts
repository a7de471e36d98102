import { expect, test } from '@jest/globals';
import { type Client, Scene } from '../story/scene.ts';
import { waited } from './lesson.ts';

/** When each came, had its reply and left, ms; Infinity where it did not. */
function clientsOf(...all: readonly (readonly [came: number, got: number, leaves: number])[]): readonly Client[] {
  const scene = new Scene();
  for (const [index, [came, got, leaves]] of all.entries()) {
    const client = index + 1;
    scene.apply({ at: came, kind: 'came', client, server: 'server-async', number: client });
    scene.apply({ at: came, kind: 'sent', client, ask: 'none' });
    if (got < Infinity) scene.apply({ at: got, kind: 'got', client });
    if (leaves < Infinity) scene.apply({ at: leaves, kind: 'leaves', client });
  }
  return scene.clientsOf('server-async');
}

test.each([
  ['had its reply while the first was there', [200, 1_199, 1_400], false],
  ['had it when the first had left', [200, 1_200, 1_400], true],
  ['came when the first had left', [1_300, 1_301, 1_500], undefined],
  ['had no reply', [200, Infinity, 1_500], undefined],
] as const)('waited() of a second one that %s', (_, second, expected) => {
  expect(waited(clientsOf([0, 700, 1_200], second))).toBe(expected);
});

test('waited() of one that is alone', () => {
  expect(waited(clientsOf([0, 1, 1_200]))).toBeUndefined();
});
