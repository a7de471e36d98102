import { afterAll, afterEach, beforeAll, expect, test as plainTest } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { whyLong } from '#long-test';
import { browserTests, violationsOf } from '#testing';
import { lessons } from './lessons/lessons.ts';
import { timeText } from './lessons/lesson.ts';
import { LiveProcess } from './testing/live-process.ts';

const browser = browserTests();
const { test, note, longTest } = browser;
const long = whyLong('a lesson takes seconds, and one of the kind is run already') || note;
/** How long a page may take to show what must come, ms: real servers start and serve meanwhile. */
const patience = 30_000;

let live: LiveProcess;
const pages: Page[] = [];

beforeAll(async () => {
  live = await LiveProcess.start();
}, patience);
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});
afterAll(() => live.session.end(), patience);

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1_366, height: 768 }, ...options });
  page.setDefaultTimeout(patience);
  pages.push(page);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(new URL(path, live.url).href);
  return page;
}

/** Gives an answer, and has the lesson begin: until then, the page shows what was before. */
async function foretell(page: Page, answer: number): Promise<void> {
  await page.locator('.lesson input').nth(answer).check();
  await page.locator('.lesson .run button').click();
  await page.locator('.hint', { hasText: /^(Running|Executando)…$/ }).or(page.locator('.notice.bad')).first().waitFor();
}

/** Waits for what the lesson came to, or why it did not, and says it where that is not the answer that was given. */
async function bearsOut(page: Page): Promise<void> {
  await page.locator('.outcome p, .notice.bad').first().waitFor();
  const said = await page.locator('.outcome, .notice').allTextContents();
  expect([await page.locator('.verdict.so').count(), said]).toEqual([1, said]);
}

const chip = (page: Page, server: string, client: number) => page.locator(`[data-server="${server}"] [data-client="${client}"]`);
const placeOf = (page: Page, server: string, client: number): Promise<string | null> => chip(page, server, client).first().getAttribute('data-place');

plainTest('timeText() writes as finely as a time is long', () => {
  expect([0.42, 303, 999.6, 1_200].map((ms) => timeText(ms, 'en'))).toEqual(['0.4\u00A0ms', '303\u00A0ms', '1.00\u00A0s', '1.20\u00A0s']);
  expect(timeText(1_200, 'pt-BR')).toBe('1,20\u00A0s');
});

test(`Part 2 shows client 2 waiting on serial while client 1 holds, and on async not${note}`, async () => {
  const page = await open('/?lang=en#part-2');
  await expect(page.locator('.lesson .run button').isDisabled()).resolves.toBe(true);
  await foretell(page, 1);
  // As it happens.
  await page.locator('[data-server="server-serial"] [data-client="2"][data-place="waiting"]').waitFor();
  expect(await placeOf(page, 'server-serial', 1)).toBe('served');
  await bearsOut(page);
  expect(await page.locator('.verdict').textContent()).toBe('You said: client 2, about 1 s. That was so.');
  expect(await page.locator('.outcome').textContent()).toMatch(/client 2 waited [\d.]+\sm?s .* on server-async [\d.]+\sm?s/);
  // It stands still at the moment that tells most, and shows the same again.
  expect(await placeOf(page, 'server-serial', 2)).toBe('waiting');
  expect(await placeOf(page, 'server-serial', 1)).toBe('served');
  expect(await page.locator('[data-server="server-async"] [data-place="waiting"]').count()).toBe(0);
  await page.locator('.code').getByText('await serveConnection(connection)').waitFor();
  // So does a page that is opened only now.
  const later = await open('/?lang=en#part-2');
  await later.getByRole('slider').waitFor();
  expect(await placeOf(later, 'server-serial', 2)).toBe('waiting');
  await later.context().close();
  // Step by step, what is told is what the servers and clients did, in order.
  await page.getByRole('slider').press('Home');
  const told: string[] = [];
  while (told.at(-1) !== 'the lesson is over' && told.length < 100) {
    await page.getByRole('button', { name: 'Step forward' }).click();
    told.push((await page.locator('.replay p').textContent()) ?? '');
  }
  const ofSerial = told.filter((sentence) => sentence.includes('of server-serial')).map((sentence) => sentence.replace(/\d+(\.\d+)?\sm?s/, 'TIME'));
  const [byServer, byClients] = [true, false].map((is) => ofSerial.filter((sentence) => /is served|waits/.test(sentence) === is));
  expect(byServer).toEqual([
    'client 1 of server-serial is served',
    'client 2 of server-serial waits for its turn, 1 ahead of it',
    'client 2 of server-serial is served',
  ]);
  expect(byClients).toEqual([
    'client 1 of server-serial connects',
    'client 1 of server-serial sends a message',
    'client 1 of server-serial has its reply after TIME',
    'client 2 of server-serial connects',
    'client 2 of server-serial sends a message',
    'client 1 of server-serial leaves',
    'client 2 of server-serial has its reply after TIME',
    'client 2 of server-serial leaves',
  ]);
  expect(ofSerial.indexOf('client 2 of server-serial is served')).toBeGreaterThan(ofSerial.indexOf('client 1 of server-serial leaves'));
  // A click on what happened goes to its moment.
  await page.locator('.events summary').click();
  await page.locator('.events').getByRole('button', { name: 'client 2 of server-serial waits for its turn' }).click();
  expect(await placeOf(page, 'server-serial', 2)).toBe('waiting');
  await page.locator('.events').getByRole('button', { name: 'client 2 of server-serial is served' }).click();
  expect(await placeOf(page, 'server-serial', 2)).toBe('served');
  expect(await page.locator('.events [aria-current]').textContent()).toContain('client 2 of server-serial is served');
  // Figures are of the moment that is shown, also where it is some ms after the one before.
  await page.locator('.events').getByRole('button', { name: 'client 1 of server-async sends a message' }).click();
  const replies = page.locator('.panel[data-server="server-async"] dl div', { hasText: 'replies/s' }).locator('dd');
  await replies.getByText('–', { exact: true }).waitFor();
  await page.locator('.events').getByRole('button', { name: 'client 1 of server-async has its reply' }).click();
  await replies.getByText('1', { exact: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

test(`the address names what is looked at, and is followed${note}`, async () => {
  const page = await open('/?lang=en#ending');
  const looksAt = (lesson: string): Promise<void> => page.locator(`.live[data-lesson="${lesson}"]`).waitFor();
  await looksAt('ending');
  await page.evaluate('location.hash = "#part-1"');
  await looksAt('part-1');
  await page.getByRole('combobox', { name: 'Lesson' }).selectOption('A worker dies');
  expect(new URL(page.url()).hash).toBe('#worker-dies');
  await page.getByRole('combobox', { name: 'Lesson' }).selectOption('Free play');
  expect(new URL(page.url()).hash).toBe('#free');
  await page.getByRole('button', { name: 'Start these' }).waitFor();
});

plainTest(`each lesson has a test${long}`, () => {
  expect(Object.keys(right).toSorted()).toEqual(lessons.map(({ id }) => id).toSorted());
});

/** The place of the answer that is right on any machine. */
const right: Readonly<Record<string, number>> = {
  'part-1': 0, 'part-2': 1, 'part-4': 0, 'many-clients': 2, 'heavy-client': 2, 'worker-dies': 1, ending: 1, 'split-message': 1,
};

longTest.each(Object.entries(right).flatMap(([id, answer]) => (['en', 'pt-BR'] as const).map((lang) => ({ id, lang, answer }))))(
  `$id bears out its answer, in $lang${long}`,
  async ({ id, lang, answer }) => {
    const page = await open(`/?lang=${lang}#${id}`);
    await foretell(page, answer);
    await bearsOut(page);
    const lesson = lessons.find((one) => one.id === id);
    expect(await page.locator('.why').textContent()).toBe(lesson?.why[lang].replaceAll('`', ''));
    await page.locator('.code figure').first().waitFor({ state: 'attached' });
    expect(await violationsOf(page)).toEqual([]);
  },
);

longTest(`a killed worker's clients are shown lost, and no others${long}`, async () => {
  const page = await open('/?lang=en#worker-dies');
  await foretell(page, 1);
  await bearsOut(page);
  const server = 'server-cluster --scheduling rr';
  const places = (): Promise<readonly (string | null)[]> =>
    Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((client) => placeOf(page, server, client)));
  const after = await places();
  expect(after.filter((place) => place === 'lost').length).toBe(4);
  expect(after.filter((place) => place === 'served').length).toBe(4);
  // Before that all are served, the lost ones in the box of worker 1.
  const at = Number(await page.getByRole('slider').inputValue());
  await page.getByRole('slider').fill(String(at - 200));
  expect(new Set(await places())).toEqual(new Set(['served']));
  const ofWorker = await page.locator(`.panel[data-server="${server}"] [data-box="1"] [data-client]`).evaluateAll((chips) =>
    chips.map((one) => Number(one.getAttribute('data-client'))),
  );
  expect(ofWorker.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].filter((client) => after[client - 1] === 'lost'));
});

longTest(`who replays a lesson that goes on is left alone, and shown its end when that replay is left${long}`, async () => {
  const page = await open('/?lang=en#many-clients');
  await foretell(page, 2);
  await page.locator('[data-server="server-serial"] [data-place="waiting"]').first().waitFor();
  await page.getByRole('button', { name: 'Stop and replay' }).click();
  await page.getByRole('slider').press('Home');
  await bearsOut(page);
  const slider = page.getByRole('slider');
  expect(await slider.inputValue()).toBe('0');
  await page.locator('.events summary').click();
  await page.locator('.events').getByText('client 10 of server-serial connects').waitFor();
  expect(await page.locator('.events').getByText('the lesson is over').count()).toBe(0);
  const until = Number(await slider.getAttribute('max'));
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.getByRole('button', { name: 'Back to now' }).waitFor({ state: 'detached' });
  expect(Number(await slider.getAttribute('max'))).toBeGreaterThan(until);
  expect(await slider.inputValue()).toBe('700');
  await page.locator('.events').getByText('the lesson is over').waitFor();
});

longTest(`two tabs see the same, and a fifth is told to close one${long}`, async () => {
  const [one, other] = [await open('/?lang=en#part-2'), await open('/?lang=pt-BR#part-1')];
  await foretell(one, 0);
  await other.locator('.verdict').waitFor();
  await one.locator('.verdict').waitFor();
  expect(await other.locator('h2').first().textContent()).toBe('Parte 2: dois clientes, um por vez');
  expect(new URL(other.url()).hash).toBe('#part-2');
  expect(await other.locator('.verdict').textContent()).toContain('Você disse: ninguém.');
  for (const page of [one, other]) expect(await placeOf(page, 'server-serial', 2)).toBe('waiting');
  // What was run is not shown beside another lesson.
  await other.getByRole('combobox', { name: 'Lição' }).selectOption('Parte 1: um cliente');
  await other.locator('.panel').first().waitFor({ state: 'detached' });
  await open('/');
  await open('/');
  const fifth = await open('/?lang=en');
  await fifth.getByText('Four tabs look at this already').waitFor();
});

longTest(`a tab that sleeps slows nobody, and misses nothing${long}`, async () => {
  const [asleep, awake] = [await open('/?lang=en#many-clients'), await open('/?lang=en#many-clients')];
  await foretell(awake, 2);
  await asleep.locator('[data-client]').first().waitFor();
  await Promise.all([
    asleep.evaluate(() => {
      for (const until = performance.now() + 4_000; performance.now() < until; );
    }),
    bearsOut(awake),
  ]);
  await asleep.locator('.verdict').waitFor();
  expect(await asleep.locator('.outcome').textContent()).toBe(await awake.locator('.outcome').textContent());
});

longTest(`a flood of clicks is bounded, with a sentence, and what it began goes on${long}`, async () => {
  const page = await open('/?lang=en#free');
  await page.getByRole('button', { name: 'Start these' }).click();
  await page.locator('.panel[data-state="listening"]').nth(4).waitFor();
  await page.getByRole('button', { name: 'Begin anew' }).click();
  const add = page.getByRole('button', { name: 'Add 64' });
  await page.getByRole('combobox', { name: 'stay' }).selectOption('until told to leave');
  await add.click();
  for (let click = 0; click < 30; click += 1) await add.click();
  await page.getByText('At most 500 clients at a time').waitFor();
  await page.locator('.dots .idle').first().waitFor();
  // Figures are told also while time passes.
  for (const panel of await page.locator('.panel').all()) await panel.locator('dl div', { hasText: 'p50' }).getByText(/\d\sm?s/).waitFor();
  // Their lanes are one drawing, a path for each phase and one for who is lost, with something in every lane.
  const paths = await page.locator('[class="server-lanes low"]').last().locator('path').evaluateAll((all) => all.map((one) => one.getAttribute('d') ?? ''));
  expect(paths.length).toBe(6);
  const rows = new Set([...paths.join('').matchAll(/M[\d.]+,([\d.]+)/g)].map(([, y]) => Math.floor(Number(y))));
  expect(rows.size).toBeGreaterThanOrEqual(64);
  expect([...rows].toSorted((one, other) => one - other)).toEqual([...rows.keys()].map((_, row) => row));
  await page.getByRole('button', { name: 'All leave' }).click();
  await page.locator('.dots path').first().waitFor({ state: 'detached' });
  // A replay has room for all of them from its first moment on: nothing moves while they come.
  const room = (): Promise<readonly (string | null)[]> => page.locator('.flow').evaluateAll((all) => all.map((one) => one.getAttribute('style')));
  const atLast = await room();
  await page.getByRole('button', { name: 'Stop and replay' }).click();
  await page.getByRole('slider').press('Home');
  await page.evaluate(async () => {
    // A panel is drawn a frame.
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect(await room()).toEqual(atLast);
});

longTest(`who wants little motion, and a phone, have all of it${long}`, async () => {
  const page = await open('/?lang=pt-BR#part-2', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', colorScheme: 'dark' });
  await foretell(page, 1);
  await bearsOut(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
});
