import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Language, languages } from '#command-line';
import type { RunRecord } from '#record';
import { browserTests, focusProblems, violationsOf } from '#testing';
import { renderHtml } from './render-html.ts';
import { sampleBench } from './testing/sample-bench.ts';
import { sampleRecord } from './testing/sample-record.ts';

const browser = browserTests();
const { test, note, longTest, longNote } = browser;

const phone = { width: 360, height: 740 };
const projector = { width: 1024, height: 768 };
const desk = { width: 1440, height: 900 };

interface Case {
  /** `all` is the page in English with nothing folded. */
  readonly file: Language | 'all';
  readonly size: typeof phone;
  readonly colorScheme: 'light' | 'dark';
}
/** The least size, where most sticks out. */
const cases: readonly Case[] = [
  { file: 'pt-BR', size: phone, colorScheme: 'light' },
];
const moreCases: readonly Case[] = [
  { file: 'all', size: desk, colorScheme: 'dark' },
  { file: 'en', size: projector, colorScheme: 'light' },
  { file: 'en', size: phone, colorScheme: 'dark' },
  { file: 'en', size: desk, colorScheme: 'light' },
  { file: 'pt-BR', size: desk, colorScheme: 'dark' },
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'echo-lab-report-'));
  const write = (file: string, language: Language, unfolded: boolean): Promise<void> =>
    writeFile(join(folder, `${file}.html`), renderHtml(sampleRecord(), language, { bench: sampleBench, unfolded }));
  for (const language of languages) await write(language, language, false);
  await write('all', 'en', true);
  for (const unfolded of [false, true])
    await writeFile(join(folder, `long-${unfolded}.html`), renderHtml(longRecord(), 'en', { bench: sampleBench, unfolded }));
});

/** Of as many experiments as a default run has: those of the sample, and those that it has done once more. */
function longRecord(): RunRecord {
  const { experiments } = sampleRecord();
  const done = experiments.filter(({ outcome }) => outcome.status === 'done');
  return sampleRecord({ experiments: [...experiments, ...done.map((one) => ({ ...one, id: `${one.id}-again` }))] });
}

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function readsWell({ file, size, colorScheme }: Case): Promise<void> {
  const page = await browser.newPage({ viewport: size, colorScheme });
  const url = pathToFileURL(join(folder, `${file}.html`)).href;
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);

  expect(requests.filter((request) => request !== url && !request.startsWith('data:'))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width);
  expect(await page.evaluate(unreadable)).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
  // Those that the page shows are all that assistive technology is told of, each by its name.
  const drawings = await page.locator('figure svg:visible').count();
  expect(drawings).toBeGreaterThan(5);
  expect(await page.getByRole('img', { name: /\S/ }).count()).toBe(drawings);
  await page.close();
}
const name = 'renderHtml() gives a page that reads well: $file, $size.width wide, $colorScheme';
test.each(cases)(`${name}${note}`, readsWell);
longTest.each(moreCases)(`${name}${longNote}`, readsWell);

/** Runs in the page: texts of drawings that are cut off, cover each other or are too small to read, with the drawing. */
const unreadable = `[...document.querySelectorAll('svg')].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const problem = (kind, ...of) => svg.id + ' ' + kind + ': ' + of.join(' / ');
  return texts.flatMap(({ text, box }, index) => [
    ...(box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1 ? [problem('cut off', text)] : []),
    ...(box.height < 11 ? [problem('small', text, box.height)] : []),
    ...texts.slice(index + 1).filter(({ box: other }) =>
      box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 3 && other.top < box.bottom - 3,
    ).map((other) => problem('covered', text, other.text)),
  ]);
})`;

test(
  `renderHtml() gives a page that is whole without scripts${note}`,
  async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(join(folder, 'en.html')).href);
    await page.getByText('The values as a').first().click();
    expect(await page.locator('details[open] table').first().isVisible()).toBe(true);
    await page.close();
  },
);

longTest(
  `renderHtml() keeps a whole run and a bench below 20,000 pixels and 12 sheets, as the page opens${longNote}`,
  async () => {
    const extent = async (unfolded: boolean): Promise<{ height: number; sheets: number }> => {
      const page = await browser.newPage({ viewport: desk });
      await page.goto(pathToFileURL(join(folder, `long-${unfolded}.html`)).href);
      const height = await page.evaluate<number>('document.documentElement.scrollHeight');
      const paper = await page.pdf({ format: 'A4' });
      await page.close();
      return { height, sheets: paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 };
    };
    const { height, sheets } = await extent(false);
    expect(height).toBeLessThan(20_000);
    expect(sheets).toBeLessThanOrEqual(12);
    // What is folded would be too much.
    const all = await extent(true);
    expect(all.height).toBeGreaterThan(20_000);
    expect(all.sheets).toBeGreaterThan(12);
  },
);

test(
  `renderHtml() shows at every stop of the keyboard where it is, in the order of the page${note}`,
  async () => {
    // Where little is shown, little is drawn at each of a hundred stops.
    const page = await browser.newPage({ viewport: { width: 640, height: 200 } });
    await page.goto(pathToFileURL(join(folder, 'en.html')).href);
    expect(await focusProblems(page)).toEqual([]);
    expect(await page.evaluate('stops.length')).toBeGreaterThan(50);
    await page.close();
  },
);

test(
  `focusProblems() finds a stop that does not show the focus, and one out of order${note}`,
  async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<style>button { outline: 3px solid }</style><button>last</button><button tabindex="1">first</button><a href="#" style="outline: none">hidden</a>',
    );
    expect(await focusProblems(page)).toEqual(['button last: comes too late', 'a hidden: does not show the focus']);
    await page.close();
  },
);

test(
  `violationsOf() finds a text that is too pale and one outside of every landmark${note}`,
  async () => {
    const page = await browser.newPage();
    await page.setContent(`<html lang="en"><title>Two faults</title><main><h1>Two faults</h1><p style="color: #999">pale</p></main><p>astray</p>`);
    expect(await violationsOf(page)).toEqual([
      expect.stringMatching(/^color-contrast: .*insufficient color contrast/),
      expect.stringMatching(/^region: /),
    ]);
    await page.close();
  },
);

test(
  `unreadable finds texts that are cut off, cover each other or are too small${note}`,
  async () => {
    const page = await browser.newPage();
    await page.setContent(
      `<svg id="a" width="200" height="100" style="font-size:20px"><text x="10" y="30">one</text><text x="20" y="30">two</text>
      <text x="190" y="60">three</text><text x="10" y="90" style="font-size:5px">four</text></svg>`,
    );
    expect(await page.evaluate(unreadable)).toEqual([
      'a covered: one / two',
      'a cut off: three',
      expect.stringMatching(/^a small: four/),
    ]);
    await page.close();
  },
);
