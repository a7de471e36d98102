import { describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { languages } from '#command-line';
import { concerns } from './concerns.ts';
import { edgeBetween, edges, wayBetween } from './edges.ts';

const names = approaches().map(({ name }) => name);

test('the edges name approaches that there are, and reach all that had a tree when they were written', () => {
  expect(names).toEqual(expect.arrayContaining(edges.flatMap(({ from, to }) => [from, to])));
});

test('every edge asks something, and every text is there in every language', () => {
  for (const { by, difference, questions } of edges) {
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const text of [by, difference, ...questions])
      for (const language of languages) expect(text[language].trim()).not.toBe('');
    // The page sets the question apart from what stands behind it.
    for (const question of questions) for (const language of languages) expect(question[language]).toMatch(/^[^?]+\?/);
    // A flag, a call or a method is the same in every language.
    const code = (text: string): string[] => [...new Set(text.match(/`[^`]+`/g))].sort();
    for (const question of questions) expect(code(question['pt-BR'])).toEqual(code(question.en));
  }
  for (const { title, question } of concerns)
    for (const text of [title, question]) for (const language of languages) expect(text[language].trim()).not.toBe('');
});

describe('wayBetween()', () => {
  test('is the pair itself between neighbours, in either direction', () => {
    expect(edgeBetween('server-async', 'server-serial')?.by.en).toBe('order');
    expect(wayBetween('server-async', 'server-serial')).toEqual(['server-async', 'server-serial']);
  });

  test('goes along the tree from one end to the other', () => {
    expect(wayBetween('server-serial', 'server-threads')).toEqual(['server-serial', 'server-async', 'server-threads']);
  });

  test('is empty to an approach that has no place in the tree yet', () => {
    expect(wayBetween('server-serial', 'server-new')).toEqual([]);
  });
});
