import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { languages } from '#command-line';
import { type Browser, chromium } from 'playwright-core';
import { renderHtml } from './render-html.ts';
import { sampleRecord } from './testing/sample-record.ts';

const executablePath = '/usr/bin/chromium';
// In CI it must be there: a test that is skipped there would never run.
const able = existsSync(executablePath) || process.env['CI'] !== undefined;
const suffix = able ? '' : ' (needs Chromium, which is not installed)';

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];
const cases = languages.flatMap((language) =>
  sizes.flatMap(({ width, height }) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, width, height, colorScheme })),
  ),
);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (!able) return;
  folder = await mkdtemp(join(tmpdir(), 'echo-lab-report-'));
  for (const language of languages)
    await writeFile(join(folder, `${language}.html`), renderHtml(sampleRecord(), language));
  browser = await chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}, 60_000);

afterAll(async () => {
  if (!able) return;
  await browser.close();
  await rm(folder, { recursive: true });
}, 60_000);

(able ? test : test.skip).each(cases)(
  `renderHtml() gives a page that reads well in $language, $width wide, $colorScheme${suffix}`,
  async ({ language, width, height, colorScheme }) => {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, javaScriptEnabled: true });
    const url = pathToFileURL(join(folder, `${language}.html`)).href;
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);

    expect(requests.filter((request) => request !== url && !request.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.evaluate(unreadable)).toEqual([]);
    // Those that the page shows are all that assistive technology is told of, each by its name.
    const drawings = await page.locator('figure svg:visible').count();
    expect(drawings).toBeGreaterThan(5);
    expect(await page.getByRole('img', { name: /\S/ }).count()).toBe(drawings);
    await page.close();
  },
  60_000,
);

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

(able ? test : test.skip)(
  `renderHtml() gives a page that is whole without scripts${suffix}`,
  async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(join(folder, 'en.html')).href);
    await page.getByText('The values as a table').first().click();
    expect(await page.locator('figure details[open] table').first().isVisible()).toBe(true);
    await page.close();
  },
  60_000,
);

(able ? test : test.skip)(
  `unreadable finds texts that are cut off, cover each other or are too small${suffix}`,
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
  60_000,
);
