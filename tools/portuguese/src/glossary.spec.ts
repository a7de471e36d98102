import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { glossary } from './glossary.ts';
import { glossaryProblems } from './glossary-problems.ts';
import { portugueseTexts, textsOfMarkdown, textsOfSource } from './portuguese-texts.ts';

const root = join(import.meta.dirname, '../../..');
const texts = portugueseTexts(root);

test('every Portuguese text keeps to the glossary', () => {
  expect(glossaryProblems(texts)).toEqual([]);
});

test('portugueseTexts() misses no file in which Portuguese is marked', () => {
  const found = new Set(texts.map(({ file }) => file));
  const hasLetters = (file: string): boolean => /[ãõç]/.test(withoutComments(readFileSync(join(root, file), 'utf8')));
  const sources = globSync('{apps,libs,tools}/*/src/**/*.ts', { cwd: root });
  const marked = sources.filter((file) => !file.startsWith('tools/portuguese/') && hasLetters(file));
  expect(marked.length).toBeGreaterThan(80);
  expect(marked.filter((file) => !found.has(file))).toEqual([]);
  expect(texts.length).toBeGreaterThan(1_200);
});

function withoutComments(source: string): string {
  return source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
}

const shapes = {
  'a catalogue': ['catalogue.pt-br.ts', "export const words = { a: { b: (n: number) => `o soquete ${n}` } };"],
  'a text beside its English': ['a.ts', "const text = { en: 'the socket', 'pt-BR': 'o soquete' };"],
  'a text that is chosen': ['a.ts', "const text = { en: 'a', 'pt-BR': many ? 'os soquetes' : `um soquete` };"],
  'a constant': ['a.ts', "const ptBR: Messages = { a: 'o soquete' };"],
  'a condition': ['a.ts', "const said = locale === 'pt-BR' ? 'o soquete' : 'the socket';"],
  'a literal with a letter of its own': ['a.ts', "figure('x', 'connection', 'conexão do soquete');"],
  'what a page holds': ['a.tsx', 'const page = <p>conexão do soquete</p>;'],
  'a call that takes both': ['a.ts', "const text = both('a socket', 'um soquete');"],
};

test.each(Object.entries(shapes))('glossaryProblems() finds a forbidden form in %s', (_, [file = '', source = '']) => {
  const problems = glossaryProblems(textsOfSource(file, source));
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toContain('soquete');
});

test('glossaryProblems() finds a forbidden form in Markdown, and leaves code and English alone', () => {
  const problems = glossaryProblems(textsOfMarkdown('README.pt-BR.md', 'Um soquete.\n\nCom `--framing line`, --framing chunk.\n'));
  expect(problems).toEqual([expect.stringContaining('README.pt-BR.md:1: "soquete" (socket is: socket)')]);
  expect(glossaryProblems(textsOfSource('a.ts', "const text = { en: 'framing', 'pt-BR': 'enquadramento' };"))).toEqual([]);
});

test('glossaryProblems() tells a kernel from a core', () => {
  const said = (en: string, portuguese: string): readonly string[] =>
    glossaryProblems(textsOfSource('a.ts', `const text = { en: '${en}', 'pt-BR': '${portuguese}' };`));
  expect(said('the kernel sends it', 'o núcleo o envia')).toHaveLength(2);
  expect(said('the kernel sends it', 'o kernel o envia')).toEqual([]);
  expect(said('one core', 'um núcleo')).toEqual([]);
  expect(glossaryProblems(textsOfSource('a.ts', "say('the kernel sends it', 'o núcleo o envia')"))).toHaveLength(2);
});

test('the glossary has each term once, and forbids no word that it prescribes', () => {
  const english = glossary.map((term) => term.english);
  expect(english).toEqual([...new Set(english)]);
  const prescribed = glossary.map(({ portuguese }) => ({ file: 'glossary', line: 1, text: portuguese, english: undefined }));
  expect(glossaryProblems(prescribed)).toEqual([]);
});
