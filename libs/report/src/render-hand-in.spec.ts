import { expect, test } from '@jest/globals';
import { type Language, languages } from '#command-line';
import { type ExperimentRecord, parseRunRecord, type Quantity, type RunRecord, statement } from '#record';
import { renderHandIn } from './render-hand-in.ts';
import { figuresOf, numbersIn } from './testing/figures-of.ts';
import { own, sampleHandIn, sampleTogether, sampleWaits } from './testing/sample-hand-in.ts';
import { sampleRecord } from './testing/sample-record.ts';

const record = sampleHandIn();
const withoutStyle = (html: string): string => html.replace(/<style>.*?<\/style>/s, '');

/** A section of the Markdown, by how its title begins. */
function section(title: string, of: RunRecord, language: Language = 'en'): string {
  const { markdown } = renderHandIn(of, language);
  return markdown.split(/^(?=## )/m).find((one) => one.startsWith(`## ${title}`)) ?? '';
}

/** The record with another experiment in the place of the one of the same id, or without that. */
function withExperiment(id: string, other?: ExperimentRecord, changes: Partial<RunRecord> = {}): RunRecord {
  return sampleHandIn({ experiments: record.experiments.flatMap((one) => (one.id === id ? (other ?? []) : one)), ...changes });
}

const waiting = (value: number, low = value, high = value): Quantity => ({ value, unit: 'ms', low, high, repeats: 5 });

test('sampleHandIn() is a record', () => {
  expect(parseRunRecord(JSON.stringify(record))).toEqual(record);
});

test.each(languages)('renderHandIn() in %s has the shape of a course report, and says the same twice for the same record', (language) => {
  const { html, markdown } = renderHandIn(record, language);
  const titles = [...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(titles).toHaveLength(6);
  expect([...withoutStyle(html).matchAll(/<section[^>]*><h2[^>]*>([^<]+)</g)].map(([, title]) => title)).toEqual(titles);
  expect(renderHandIn(parseRunRecord(JSON.stringify(record)), language)).toEqual({ html, markdown });
  expect(`${withoutStyle(html)}${markdown}`.match(/\{(?!port)[\w-]+\}/g)).toBeNull();
});

test.each(languages)('renderHandIn() in %s writes no figure that is not in the record', (language) => {
  for (const each of [record, sampleRecord()]) {
    const known = numbersIn(each);
    const figures = figuresOf(renderHandIn(each, language).html);
    expect(figures.length).toBeGreaterThan(10);
    expect(figures.filter(({ values }) => !values.every((value) => known.has(value)))).toEqual([]);
  }
});

test.each(languages)('renderHandIn() says everything in %s', (language) => {
  const other = languages.find((each) => each !== language) ?? 'en';
  const marked = (which: string): RunRecord =>
    JSON.parse(JSON.stringify(record), (key, value: unknown) => (key === which ? 'not this one' : value)) as RunRecord;
  expect(renderHandIn(marked(other), language)).toEqual(renderHandIn(record, language));
  expect(renderHandIn(marked(language), language)).not.toEqual(renderHandIn(record, language));
});

test('renderHandIn() sets the author’s own server in the parts that are for it, and ours where it stands back', () => {
  expect(renderHandIn(record, 'en').markdown).toContain('- **Own server (minha):** `python3 meu_servidor.py {port}`');
  expect(section('Part 1', record)).toContain('The author’s own: minha.');
  expect(section('Part 2', record)).toContain('Of Echo Lab: server-serial. minha promises to serve several clients at once');
  expect(section('Part 3', record)).toContain('The code of minha was not read');
  expect(section('Part 4', record)).toContain('Yes: on minha, the longest wait for a first byte was 3 ms');
  expect(section('The approaches', record)).toMatch(/^\| minha \| own \|.*\n\| server-serial \| Echo.Lab \|/m);
});

test('renderHandIn() has Part 2 made with a server of the author’s own that serves one at a time', () => {
  const serial = withExperiment('part-2', sampleWaits(['server-serial', own]), {
    outside: [{ name: own, serves: 'serial', command: 'python3 serial.py {port}' }],
  });
  expect(section('Part 2', serial)).toMatch(/The author’s own: minha\.[^]*Yes: on minha, 602 ms/);
  expect(section('Part 2', serial)).not.toContain('on server-serial');
});

test.each([
  ['a run without a server of the author’s own', sampleHandIn({ outside: [], servers: ['server-serial', 'server-async'] })],
  ['one of before, when records did not tell', { ...sampleHandIn({ servers: ['server-serial', 'server-async'] }), outside: undefined }],
])('renderHandIn() says of %s that its servers are ours', (_, of) => {
  const ours = parseRunRecord(JSON.stringify(of));
  const { markdown } = renderHandIn(ours, 'pt-BR');
  expect(markdown).toContain('- **Servidor próprio:** nenhum; todos os servidores aqui são do Echo Lab');
  expect(section('Parte 4', ours, 'pt-BR')).toContain('Servidor do Echo Lab: server-async.');
  expect(markdown).not.toMatch(/^Servidor próprio: |\| própria \|/m);
});

test('renderHandIn() knows in a record of before whose server is none of ours', () => {
  const before = parseRunRecord(JSON.stringify({ ...record, outside: undefined }));
  expect(renderHandIn(before, 'en').markdown).toContain('- **Own server (minha):** `minha`');
  expect(section('Part 4', before)).toContain('The author’s own: minha.');
});

test.each([
  ['always', waiting(99, 95, 103), 'No: on minha, the longest wait for a first byte was 99 ms'],
  ['now and then', waiting(40, 3, 103), 'Not in every round: on minha'],
  ['never', waiting(3, 2, 4), 'Yes: on minha'],
])('renderHandIn() tells where one of two clients waits for the other %s', (_, wait, said) => {
  const of = withExperiment('part-4', sampleTogether(wait));
  expect(section('Part 4', of)).toContain(said);
  expect(section('Conclusions', of).includes('What minha takes away')).toBe(said.startsWith('Yes'));
});

test('renderHandIn() says that nobody waited where nobody did, and that order was broken', () => {
  const [, part2] = record.experiments;
  const quick = JSON.parse(
    JSON.stringify(part2).replace(/"second-client-wait":\{"server-serial":\{"value":602/, '"second-client-wait":{"server-serial":{"value":2').replaceAll('"firstByte":607.068', '"firstByte":5'),
  ) as ExperimentRecord;
  const of = withExperiment('part-2', quick);
  expect(section('Part 2', of)).toContain('No: on server-serial, its first byte came within 2 ms');
  expect(section('Part 2', of)).toContain('No: in the round drawn here, the second client’s first byte came at 5 ms');
});

const reason = statement({ en: 'minha fell silent', 'pt-BR': 'minha ficou em silêncio' });
const outcomes = ['skipped', 'failed'] as const;

test.each(outcomes)('renderHandIn() says why a part was %s, and claims nothing of it', (status) => {
  for (const { id } of record.experiments) {
    const one = record.experiments.find((experiment) => experiment.id === id) as ExperimentRecord;
    const of = withExperiment(id, { ...one, outcome: { status, reason } });
    const text = section(one.title.en, of);
    expect(text).toContain(`${status === 'failed' ? 'Failed' : 'Not run'}: minha fell silent`);
    expect(text).not.toMatch(/Yes|No:|\d ms/);
  }
});

test('renderHandIn() says what was not part of the run, or not reached', () => {
  expect(section('Part 4', withExperiment('part-4'))).toContain('Not part of this run.');
  expect(section('Part 4', withExperiment('part-4', undefined, { interrupted: true }))).toContain('The run was interrupted');
  const empty = sampleHandIn({ experiments: [], claims: [], conclusions: { ...record.conclusions, sentences: [] } });
  expect(section('Conclusions', empty)).toContain('This run allows none.');
  expect(section('The approaches', empty)).toBe('');
});

test('renderHandIn() says of an own server that was taken out that it was, and why', () => {
  const gone = JSON.parse(JSON.stringify(record.experiments), (key, value: unknown) => (key === own ? undefined : value)) as RunRecord['experiments'];
  const of = sampleHandIn({ experiments: gone, fallen: [{ server: own, reason }] });
  expect(renderHandIn(of, 'en').markdown).toMatch(/^> Taken out.*minha fell silent/m);
  for (const part of ['Part 1', 'Part 4']) {
    expect(section(part, of)).toMatch(/Of Echo Lab: server-\w+\. minha was taken out, as said above\./);
  }
});

test('renderHandIn() gives a page that loads nothing and runs nothing', () => {
  const { html } = renderHandIn(record, 'en');
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/);
  expect(html).not.toMatch(/<script|<iframe|<link(?! rel="icon" href="data:,")|https?:|\ssrc=|\sstyle=|\son\w+=/);
});

test('renderHandIn() escapes what people wrote', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>|*{hold}\u202e`\n# x';
  const text = JSON.stringify(record).replaceAll(JSON.stringify(own), JSON.stringify(evil));
  const { html, markdown } = renderHandIn({ ...(JSON.parse(text) as RunRecord), author: evil, course: evil, command: evil }, 'en');
  expect(withoutStyle(html)).not.toMatch(/<script|<img|onerror=alert\(1\)"|\u202e/);
  expect(html).toContain('&lt;script>alert(1)');
  expect(markdown).toContain('own: "\\>\\<script\\>alert(1)\\</script\\>\\<img src=x onerror=alert(1)\\>\\|\\*{hold}');
  expect(markdown).not.toMatch(/^# x|\u202e/m);
});
