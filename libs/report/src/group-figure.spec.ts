import { expect, test } from '@jest/globals';
import { figureOf, quantity, statement } from '#record';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { sampleRecord } from './testing/sample-record.ts';

test.each([
  ['en', '5.16 to 8.14 kB'],
  ['pt-BR', '5,16 a 8,14 kB'],
] as const)('page and Markdown give a group of servers the range of their figures, in table and sentence, in %s', (language, range) => {
  const memory = { 'server-async': quantity(5_160, 'bytes'), 'server-threads': quantity(8_140, 'bytes') };
  const all = figureOf('memory', memory);
  const title = { en: 'memory', 'pt-BR': 'memória' };
  const which = { title, columns: [title, title], rows: [[title, all]] };
  const record = sampleRecord({ conclusions: { which, sentences: [statement({ en: '{all}', 'pt-BR': '{all}', figures: { all } })] } });
  const page = renderHtml(record, language).replace(/<[^>]*>/g, '');
  expect(page.split(range.replaceAll(' ', '\u00a0'))).toHaveLength(3); // A line of the page doesn't end within a figure.
  expect(renderMarkdown(record, language).split(range)).toHaveLength(3);
});
