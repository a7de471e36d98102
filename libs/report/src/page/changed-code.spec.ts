import { expect, test } from '@jest/globals';
import type { RunRecord, Table } from '#record';
import { renderHtml } from '../render-html.ts';
import { sampleRecord } from '../testing/sample-record.ts';

const decisive: Table = {
  title: { en: 'Every line that differs', 'pt-BR': 'Todas as linhas que diferem' },
  columns: [
    { en: 'before', 'pt-BR': 'antes' },
    { en: 'after', 'pt-BR': 'depois' },
  ],
  rows: [
    ['await serveConnection(connection);', 'void serveConnection(connection);'],
    [null, 'return;'],
  ],
};

/** The sample with this table where its first experiment has others. */
function withTable(table: Table): RunRecord {
  const [first, ...rest] = sampleRecord().experiments;
  if (first?.outcome.status !== 'done') throw new Error('the sample begins with an experiment that was done');
  const findings = { ...first.outcome.findings, tables: [table] };
  return sampleRecord({ experiments: [{ ...first, outcome: { ...first.outcome, findings } }, ...rest] });
}

test('renderHtml() shows lines of code side by side, and marks the words that differ', () => {
  const html = renderHtml(withTable({ ...decisive, changedCode: true }), 'en');
  expect(html).toContain('<code class="removed"><del>await</del> serveConnection(connection);</code>');
  expect(html).toContain('<code class="added"><ins>void</ins> serveConnection(connection);</code>');
  expect(html).toContain('<b></b><code class="none"></code><b class="added"></b><code class="added">return;</code>');
});

test('renderHtml() colours code as it is asked to, with the rules for that', () => {
  const highlighter = { highlight: (code: string) => [[{ text: code, colour: 'k0' }]], css: '.k0{color:red}' };
  const html = renderHtml(withTable({ ...decisive, changedCode: true }), 'en', { highlighter });
  expect(html).toContain('<del><i class="k0">await</i></del><i class="k0"> serveConnection(connection);</i>');
  expect(html).toContain('.k0{color:red}</style>');
});

test('renderHtml() shows the table of a record that does not say that it is code', () => {
  const html = renderHtml(withTable(decisive), 'en');
  expect(html).toContain('>await serveConnection(connection);</th>');
  expect(html).not.toContain('<del>');
});
