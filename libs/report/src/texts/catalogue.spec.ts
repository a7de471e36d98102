import { expect, test } from '@jest/globals';
import { catalogues } from './catalogue.ts';

/** Every text of a catalogue by its path; those that take a number, for 1 and for 2. */
function textsOf(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const write = value as (...numbers: number[]) => string;
    return [1, 2].map((number) => [`${path}(${number})`, write(number, number)] as const);
  }
  return Object.entries(value as object).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

/** Names and words that are the same in both languages. */
const shared = /^\.(environment\.(kernel|node|python)|claims\.id|trace\.worker|nothing)/;

test('catalogues have the same texts, none empty, each in its own language', () => {
  const [english, portuguese] = [textsOf(catalogues.en), new Map(textsOf(catalogues['pt-BR']))];
  expect([...portuguese.keys()]).toEqual(english.map(([path]) => path));
  expect(english.filter(([, text]) => text.trim() === '')).toEqual([]);
  expect([...portuguese.values()].filter((text) => text.trim() === '')).toEqual([]);
  expect(english.filter(([path, text]) => portuguese.get(path) === text && !shared.test(path))).toEqual([]);
});
