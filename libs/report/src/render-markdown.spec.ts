import { expect, test } from '@jest/globals';
import { languages } from '#command-line';
import { parseRunRecord, statement, writeQuantity } from '#record';
import { renderMarkdown } from './render-markdown.ts';
import { sampleRecord } from './testing/sample-record.ts';

const record = sampleRecord();

test('renderMarkdown() has the shape of a course report', () => {
  const headings = [...renderMarkdown(record, 'pt-BR').matchAll(/^(#+ .*)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual([
    '# Relatório: servidores de eco concorrentes',
    '## Parte 1: um cliente',
    '## Parte 2: dois clientes, um por vez',
    '## Parte 3',
    '## Parte 4: os mesmos clientes, vários workers',
    '## Outros experimentos',
    '### Como cresce o tempo para N clientes',
    '### Trabalho que usa a CPU',
    '### Quanto custa uma conexão',
    '### As threads do Python e os núcleos',
    '### Como os servidores encerram',
    '## As afirmações, uma a uma',
    '## Conclusões',
    '## Da disciplina a estes servidores',
    '## Onde isto foi medido',
  ]);
});

test.each(languages)(
  'renderMarkdown() in %s gives the same bytes for the same record, every placeholder filled',
  (language) => {
    const text = renderMarkdown(record, language);
    expect(renderMarkdown(parseRunRecord(JSON.stringify(record)), language)).toBe(text);
    expect(text.match(/\{[\w-]+\}/g)).toBeNull();
  },
);

test.each(languages)('renderMarkdown() in %s has a line for each claim, with its figures', (language) => {
  const lines = renderMarkdown(record, language).split('\n');
  for (const { id, because } of record.claims) {
    const [line, ...more] = lines.filter((each) => each.startsWith(`| \`${id}\` |`));
    expect(more).toEqual([]);
    for (const figure of Object.values(because.figures)) expect(line).toContain(writeQuantity(figure, language));
  }
});

test('renderMarkdown() names course and author only where they are known', () => {
  const anonymous = parseRunRecord(JSON.stringify({ ...record, author: undefined, course: undefined }));
  expect(renderMarkdown(record, 'pt-BR')).toContain(
    '- **Disciplina:** Sistemas Operacionais\n- **Autoria:** Ana Souza\n',
  );
  expect(renderMarkdown(anonymous, 'pt-BR')).not.toMatch(/Disciplina:|Autoria:/);
});

test('renderMarkdown() keeps what the record says from being read as Markdown', () => {
  const evil = 'a | b\n# c <b> `d` *e*';
  const text = renderMarkdown(sampleRecord({ command: evil, leftOut: [statement({ en: evil, 'pt-BR': evil })] }), 'en');
  expect(text).toContain('> - a \\| b # c \\<b\\> \\`d\\` \\*e\\*');
  expect(text).toContain('- **Command:** `` a | b # c <b> `d` *e* ``');
});

test('renderMarkdown() shows an author letter by letter', () => {
  const author = 'a&copy;~~x~~\u202eb \u001b[1m $y$ :tada:';
  expect(renderMarkdown(sampleRecord({ author }), 'en')).toContain(
    '- **Author:** a\\&copy;\\~\\~x\\~\\~\\\\u{202e}b \\\\x1b\\[1m \\$y\\$ \\:tada:\n',
  );
});

test('renderMarkdown() tells of an interruption', () => {
  expect(renderMarkdown(sampleRecord({ interrupted: true }), 'en')).toContain('> **The run was interrupted');
  expect(renderMarkdown(record, 'en')).not.toContain('The run was interrupted');
});
