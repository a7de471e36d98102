import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Language, languages } from '#command-line';
import { browserTests, violationsOf } from '#testing';
import { renderHandIn } from './render-hand-in.ts';
import { sampleCrowded } from './testing/sample-crowded.ts';

const browser = browserTests();
const { longTest, longNote } = browser;

interface Case {
  readonly language: Language;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}
const cases: readonly Case[] = [
  { language: 'pt-BR', width: 390, colorScheme: 'light' },
  { language: 'en', width: 1024, colorScheme: 'dark' },
  { language: 'en', width: 390, colorScheme: 'dark' },
  { language: 'pt-BR', width: 1440, colorScheme: 'light' },
];

let folder: string;
const urlOf = (language: Language): string => pathToFileURL(join(folder, `${language}.html`)).href;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'echo-lab-hand-in-'));
  for (const language of languages) await writeFile(join(folder, `${language}.html`), renderHandIn(sampleCrowded(), language).html);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function readsWell({ language, width, colorScheme }: Case): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(urlOf(language));
  expect(requests.filter((request) => request !== urlOf(language) && !request.startsWith('data:'))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
}
const name = 'renderHandIn() gives a page that reads well: $language, $width wide, $colorScheme';
longTest.each(cases)(`${name}${longNote}`, readsWell);

async function twoPages(language: Language): Promise<void> {
  const page = await browser.newPage();
  await page.goto(urlOf(language));
  expect(pagesIn(await page.pdf({ format: 'A4' }))).toBe(2);
  // It would take a third: what is counted are pages.
  await page.evaluate("document.body.append(document.querySelector('main').cloneNode(true))");
  expect(pagesIn(await page.pdf({ format: 'A4' }))).toBeGreaterThan(2);
  await page.close();
}
const printed = "renderHandIn() in %s is printed on two pages of A4, with two servers of the author's own";
longTest.each(['pt-BR', 'en'] as const)(`${printed}${longNote}`, twoPages);

function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
