import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { languages } from '#command-line';
import { browserTests, violationsOf } from '#testing';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { brief, hold, samplePage } from './testing/sample-page.ts';

const browser = browserTests();
const { test, note, longTest, longNote } = browser;

let folder: string;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'echo-lab-replay-'));
  for (const language of languages)
    await writeFile(join(folder, `${language}.html`), samplePage(language, [hold, brief]));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** Opens the sample, whose clock stands until a test moves it; whatever it asks for or complains of fails the test. */
async function open(language: string, options: BrowserContextOptions = {}): Promise<Locator> {
  const url = pathToFileURL(join(folder, `${language}.html`)).href;
  complaints = [];
  page = await browser.newPage(options);
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  if (options.javaScriptEnabled !== false) {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(3_600_000);
  }
  await page.goto(url);
  return page.locator('figure').first();
}

/** What the page makes of each element of the first figure. */
function ofEach<Made>(selector: string, make: string): Promise<Made[]> {
  const elements = `[...document.querySelector('figure').querySelectorAll('${selector}')]`;
  return page.evaluate<Made[]>(`${elements}.flatMap(${make})`);
}

/** The phases that the visible drawing shows, in the order of lanes; `…` where one is cut off. */
function phases(): Promise<string[]> {
  return ofEach('svg .span', `(span) => !span.checkVisibility({ visibilityProperty: true }) ? [] :
    span.dataset.word + (getComputedStyle(span).clipPath === 'none' ? '' : '…')`);
}

/** Both drawings, as the page has them now. */
function drawings(): Promise<string[]> {
  return ofEach('svg', '(svg) => svg.outerHTML');
}

/** The ms at which the line stands, in both drawings: where it stands in 0 to 604 as the drawing has them. */
function playheads(): Promise<number[]> {
  return ofEach('.replay-playhead', `(line) => {
    const { left, right } = line.closest('svg').dataset;
    return Math.round((line.x1.baseVal.value - left) / (right - left) * 6040) / 10;
  }`);
}

function press(figure: Locator, name: string): Promise<void> {
  return figure.getByRole('button', { name, exact: true }).click();
}

longTest(`the script plays a timeline at the rate that it says, and leaves the drawing as it was${longNote}`, async () => {
  const figure = await open('en');
  const before = await drawings();
  expect(await figure.getByRole('combobox', { name: 'Speed' }).inputValue()).toBe('-3');
  expect(await figure.locator('option:checked').textContent()).toBe('1/10 of real time');

  await press(figure, 'Play');
  await page.clock.runFor(2000);
  const [wide = 0, narrow] = await playheads();
  expect(wide).toBeGreaterThan(195);
  expect(wide).toBeLessThanOrEqual(200);
  expect(narrow).toBe(wide);
  expect(await phases()).toEqual(
    ['connecting', 'served…', 'connecting', 'waiting…', 'connecting', 'served…', 'connecting', 'served…'],
  );
  const said = figure.getByText('0.7 ms: client 2 on server-async: connecting ends, served begins');
  expect(await said.getAttribute('aria-live')).toBe('off');

  await press(figure, 'Pause');
  await page.clock.runFor(2000);
  expect(await playheads()).toEqual([wide, narrow]);

  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('1/2 of real time');
  await press(figure, 'Play');
  await page.clock.runFor(1000);
  expect(await drawings()).toEqual(before);
  expect(await figure.getByRole('button', { name: 'Play' }).count()).toBe(1);
});

test(`the script steps to each event of the record, and says it${note}`, async () => {
  const figure = await open('en');
  const before = await drawings();
  const last = figure.locator('.replay p');
  const steps = [
    '0.0 ms: client 1 on server-serial and client 1 on server-async: connecting begins',
    '0.2 ms: client 2 on server-serial and client 2 on server-async: connecting begins',
    '0.4 ms: client 1 on server-serial: connecting ends, served begins',
    '0.5 ms: client 1 on server-async: connecting ends, served begins',
    '0.6 ms: client 2 on server-serial: connecting ends, waiting begins',
    '0.7 ms: client 2 on server-async: connecting ends, served begins',
    '301.7 ms: client 1 on server-async: served ends',
    '301.8 ms: client 2 on server-async: served ends',
    '302.1 ms: client 1 on server-serial: served ends, closing begins; client 2 on server-serial: waiting ends, served begins',
    '302.6 ms: client 1 on server-serial: closing ends',
    '603.2 ms: client 2 on server-serial: served ends',
  ];
  for (const step of steps) {
    await press(figure, 'Step forward');
    expect(await last.textContent()).toBe(step);
    expect(await last.getAttribute('aria-live')).toBe('polite');
    expect(await playheads()).toEqual([Number.parseFloat(step), Number.parseFloat(step)]);
  }
  for (const step of steps.toReversed().slice(1)) {
    await press(figure, 'Step back');
    expect(await last.textContent()).toBe(step);
  }
  await press(figure, 'Show all');
  expect(await drawings()).toEqual(before);
});

longTest(`the script goes to any time, and pauses one figure when another plays${longNote}`, async () => {
  const figure = await open('pt-BR');
  await press(figure, 'Reproduzir');
  const other = page.locator('figure').nth(1);
  expect(await other.locator('option:checked').textContent()).toBe('1/2.000 do tempo real');
  await press(other, 'Reproduzir');
  await page.clock.runFor(1000);
  expect(await playheads()).toEqual([0, 0]);
  expect(await other.locator('.replay p').textContent()).toBe('0,350 ms: client 1: termina “connecting”, começa “served”');

  await figure.getByRole('slider', { name: 'Momento' }).fill('302');
  expect(await figure.getByRole('slider').getAttribute('aria-valuetext')).toBe('302,0 ms de 604,0 ms');
  expect(await playheads()).toEqual([302, 302]);
  expect(await figure.locator('.replay p').textContent()).toBe('301,8 ms: client 2 em server-async: termina “served”');
});

longTest(`the script is used by keyboard alone${longNote}`, async () => {
  const figure = await open('en');
  const focused = (): Promise<string> =>
    page.evaluate<string>('document.activeElement.textContent || document.activeElement.ariaLabel');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Play');
  await page.keyboard.press('Space');
  expect(await focused()).toBe('Pause');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await figure.locator('.replay p').textContent()).toContain('0.2 ms: ');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Moment');
  await page.keyboard.press('End');
  expect(await playheads()).toEqual([]);
});

longTest(`the script plays without gliding for who wants little motion${longNote}`, async () => {
  const figure = await open('en', { reducedMotion: 'reduce' });
  await press(figure, 'Play');
  const places: number[] = [];
  for (let second = 0; second < 6; second += 1) {
    await page.clock.runFor(1000);
    places.push(...(await playheads()).slice(0, 1));
  }
  expect(places).toEqual([0.7, 0.7, 0.7, 302.6, 302.6, 302.6]);
});

longTest(`paper has the drawing whole, whatever the moment, and no controls${longNote}`, async () => {
  const figure = await open('en');
  await press(figure, 'Step forward');
  expect(await phases()).toEqual(['connecting…', 'connecting…']);
  await page.emulateMedia({ media: 'print' });
  expect(await phases()).toEqual(hold.lanes.flatMap(({ spans }) => spans.map(([phase]) => phase)));
  expect(await figure.locator('.replay:visible, .replay-playhead:visible').count()).toBe(0);
});

longTest(`a page without scripts has its drawings, and no controls${longNote}`, async () => {
  const figure = await open('en', { javaScriptEnabled: false });
  expect(await figure.locator('svg:visible').count()).toBe(1);
  expect(await figure.getByRole('button').count()).toBe(0);
});

interface View {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

async function fits({ width, colorScheme }: View): Promise<void> {
  const figure = await open('en', { viewport: { width, height: 900 }, colorScheme });
  for (let step = 0; step < 9; step += 1) await press(figure, 'Step forward');
  await page.clock.resume();
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
}
const name = 'the controls are accessible and fit, $width wide, $colorScheme';
const [wide, narrow] = [{ width: 1440 }, { width: 390 }];
const [light, dark] = [{ colorScheme: 'light' }, { colorScheme: 'dark' }] as const;
longTest.each<View>([{ ...wide, ...light }, { ...narrow, ...dark }, { ...wide, ...dark }, { ...narrow, ...light }])(`${name}${longNote}`, fits);
