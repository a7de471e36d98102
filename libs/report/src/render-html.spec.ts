import { expect, test } from '@jest/globals';
import { languages } from '#command-line';
import { parseRunRecord, type RunRecord, statement } from '#record';
import { renderHtml } from './render-html.ts';
import { figuresOf, numbersIn } from './testing/figures-of.ts';
import { sampleRecord } from './testing/sample-record.ts';

const record = sampleRecord();
const withoutStyle = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<script type="module">.*?<\/script>/s, '');
const pages = languages.map((language) => [language, withoutStyle(renderHtml(record, language))] as const);

test('renderHtml() keeps the direction of an author to itself, and steers nothing with it', () => {
  const page = renderHtml(sampleRecord({ author: 'a&copy;\u202eb\u2069\u001b' }), 'en');
  expect(page).toContain('<bdi>a&amp;copy;\\u{202e}b\\u{2069}\\x1b</bdi>');
  expect(page).not.toMatch(/[\u202e\u2069\u001b]/);
});

test('sampleRecord() is a record', () => {
  expect(parseRunRecord(JSON.stringify(record))).toEqual(record);
});

test.each(pages)('renderHtml() in %s writes no figure that is not in the record', (_, html) => {
  const known = numbersIn(record);
  const figures = figuresOf(html);
  expect(figures.length).toBeGreaterThan(400);
  expect(figures.filter(({ values }) => !values.every((value) => known.has(value)))).toEqual([]);
});

test('figuresOf() and numbersIn() find a figure that is not in the record', () => {
  const other = numbersIn(sampleRecord({ took: 1 }));
  expect(figuresOf(pages[0]?.[1] ?? '').filter(({ values }) => !values.every((value) => other.has(value)))).toEqual([
    { element: `<data value="${record.took}">`, values: [record.took] },
  ]);
});

test.each(languages)('renderHtml() in %s gives the same bytes for the same record', (language) => {
  expect(renderHtml(parseRunRecord(JSON.stringify(record)), language)).toBe(renderHtml(record, language));
});

const placeholder = /\{[\w-]+\}/g;

test.each(pages)('renderHtml() in %s fills every placeholder', (_, html) => {
  expect(html.match(placeholder)).toBeNull();
});

test('renderHtml() leaves a placeholder without a figure in sight', () => {
  const broken = sampleRecord({ leftOut: [statement({ en: 'About {nothing}.', 'pt-BR': 'Sobre {nothing}.' })] });
  expect(withoutStyle(renderHtml(broken, 'en')).match(placeholder)).toEqual(['{nothing}']);
});

test.each(languages)('renderHtml() says everything in %s', (language) => {
  const other = languages.find((each) => each !== language) ?? 'en';
  expect(renderHtml(marked(record, other), language)).toBe(renderHtml(record, language));
  expect(renderHtml(marked(record, language), language)).not.toBe(renderHtml(record, language));
  expect(renderHtml(record, language)).toContain(`<html lang="${language}">`);
});

/** The record with every text of a language replaced. */
function marked(from: RunRecord, language: string): RunRecord {
  return JSON.parse(JSON.stringify(from), (key, value: unknown) =>
    key === language ? 'not this one' : value,
  ) as RunRecord;
}

test('renderHtml() escapes what the record says', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const text = { en: evil, 'pt-BR': evil };
  const record = sampleRecord();
  const changed = sampleRecord({
    command: evil,
    author: evil,
    servers: [...record.servers, evil],
    leftOut: [statement(text)],
    claims: record.claims.map((claim) => ({ ...claim, claim: text })),
    experiments: JSON.parse(
      JSON.stringify(record.experiments).replaceAll('"server-serial"', JSON.stringify(evil)),
    ) as RunRecord['experiments'],
  });
  const html = withoutStyle(renderHtml(changed, 'en'));
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)"/);
  expect(html).toContain('&lt;script>alert(1)');
});

test.each(pages)('renderHtml() in %s gives every element its own id, and every link an end', (_, html) => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const ends = [...html.matchAll(/\shref="#([^"]+)"|aria-(?:labelledby|describedby)="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b,
  );
  expect(ends.filter((end) => !ids.includes(end))).toEqual([]);
});

test.each(pages)('renderHtml() in %s writes the shape of a mark once for a line, however many points it has', (_, html) => {
  const times = (what: RegExp): number => html.match(what)?.length ?? 0;
  expect(times(/<use /g)).toBeGreaterThan(times(/<defs>/g));
  expect(times(/class="mark"[^>]*data-value/g)).toBe(0);
});

test.each(pages)('renderHtml() in %s has one h1, and says what every drawing and table is', (_, html) => {
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  const drawings = html.match(/<svg.*?<\/svg>/gs) ?? [];
  expect(drawings.length).toBeGreaterThan(10);
  for (const drawing of drawings)
    expect(drawing).toMatch(
      /^<svg [^>]*role="img"[^>]*><title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/,
    );
  for (const table of html.match(/<table.*?<\/table>/gs) ?? []) {
    expect(table).toMatch(/<caption[^>]*>[^<]+<\/caption>/);
    expect(table.match(/<th(?![^>]* scope=)[ >]/g)).toBeNull();
  }
});

test.each(pages)('renderHtml() in %s loads nothing, and runs nothing but its own script', (_, html) => {
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
  expect(html).not.toMatch(/<script|<iframe|<link(?! rel="icon" href="data:,")|https?:|\ssrc=|\sstyle=|\son\w+=/);
});

test.each([
  ['a busy machine', 'The machine was busy', sampleRecord({ interrupted: true }), true],
  ['no busy machine', 'The machine was busy', quietRecord({ interrupted: true }), false],
  ['an interruption', 'The run was interrupted', quietRecord({ interrupted: true }), true],
  ['no interruption', 'The run was interrupted', record, false],
  ['what is left out', 'More than <data', record, true],
  ['what was skipped, and why', 'There is no Python on this machine.', record, true],
])('renderHtml() tells of %s', (_, words, of, told) => {
  expect(renderHtml(of, 'en').includes(words)).toBe(told);
});

function quietRecord(changes: Partial<RunRecord> = {}): RunRecord {
  return sampleRecord({ ...changes, environment: { ...record.environment, busy: { before: 0.01, after: 0.02 } } });
}

test('renderHtml() says nothing first where there is nothing to say', () => {
  const done = record.experiments.filter(({ outcome }) => outcome.status === 'done');
  expect(renderHtml(quietRecord({ leftOut: [], experiments: done }), 'en')).not.toContain('class="notice');
});

test('renderHtml() opens on a picture with what it proves, and sets what was found beside its charts', () => {
  const html = pages[0]?.[1] ?? '';
  const [, first = ''] = /<div class="first">(.*?)<nav/s.exec(html) ?? [];
  expect(first.indexOf('Every second client waits')).toBeLessThan(first.indexOf('<figure'));
  expect(first.indexOf('<figure')).toBeLessThan(first.indexOf('What this run found'));
  expect(first).toMatch(/On one loop, .*?<figure class="chart half" aria-labelledby="summary-chart-1-caption"/s);
});

test('renderHtml() gives each approach for a case its colour, and leads to the experiment', () => {
  const text = { en: 'Case', 'pt-BR': 'Caso' };
  const which = { title: text, columns: [text, text, text], rows: [[text, 'server-async, server-threads', 'scaling'], ['scaling', 'no server', 'nothing']] };
  const html = renderHtml(sampleRecord({ conclusions: { which, sentences: [] } }), 'en');
  const named = (name: string): string => `<span class="swatch" aria-hidden="true"></span>${name}</span>`;
  expect(html).toMatch(new RegExp(`>${named('server-async')}, <span class="server series-\\d">${named('server-threads')}</td>`));
  expect(html).toMatch(/<a href="#scaling" title="[^"]+">scaling<\/a><\/td>/);
  expect(html).toContain('>no server</td>');
});

test('renderHtml() folds method, tables and moments, or nothing where all is to be printed', () => {
  const html = renderHtml(record, 'en');
  expect(html).toContain('<details><summary>Method</summary>');
  expect(html).not.toContain('<details open');
  expect(renderHtml(record, 'en', { unfolded: true })).not.toContain('<details><summary>');
});

test('renderHtml() draws a record of nothing', () => {
  const html = renderHtml(
    sampleRecord({
      experiments: [],
      claims: [],
      leftOut: [],
      servers: [],
      conclusions: { which: { title: { en: '', 'pt-BR': '' }, columns: [], rows: [] }, sentences: [] },
    }),
    'pt-BR',
  );
  expect(html).toContain('Onde isto foi medido');
});

test('renderHtml() has the parts of the course report first', () => {
  const order = [...renderHtml(record, 'en').matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id);
  expect(order).toEqual(['part-1', 'part-2', 'part-4', 'scaling', 'computing', 'cost', 'python-threads', 'endings']);
});
