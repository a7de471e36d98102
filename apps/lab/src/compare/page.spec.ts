import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { long, longTest, whyLong } from '#long-test';
import { browserTests, focusProblems, violationsOf } from '#testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { newFolder } from '../testing/new-folder.ts';
import { runLab } from '../testing/start-lab.ts';

const short = approaches().map(({ name }) => name.replace('server-', ''));
const pairs = short.flatMap((left, index) => short.slice(index + 1).map((right) => `${left}-${right}`));
const views = [...pairs, 'by-concern', 'runtime'];

const folder = newFolder();
const file = (language: string): string => join(folder, `${language}.html`);
const html = (language = 'en'): string => readFileSync(file(language), 'utf8');

// A process of its own, as with npm: shiki is made of ES modules, which Jest does not load.
beforeAll(async () => {
  for (const language of long ? ['en', 'pt-BR'] : ['en']) {
    await runLab('compare:page', '--lang', language, '--out', file(language), '--record', 'none');
  }
});

test('compare:page says in one line what it can neither write nor read, and leaves what is there', async () => {
  const there = file('there');
  const broken = join(folder, 'run.json');
  writeFileSync(there, 'as it was');
  writeFileSync(broken, '{"schema":');
  const page = async (...args: string[]): Promise<string> => {
    const { code, stderr } = await runLab('compare:page', '--lang', 'en', ...args);
    return `${code} ${stderr}`;
  };
  const [folded, unread, strange] = await Promise.all([
    page('--out', '/proc/x/y.html'),
    page('--out', there, '--record', broken),
    page('--nope'),
  ]);
  expect(folded).toMatch(/^1 \/proc\/x\/y\.html could not be written \(E\w+\); choose another place with --out\n$/);
  expect(unread).toMatch(/^1 \S+run\.json is no record of a run that can be read \(.+\); choose another with --record\n$/);
  expect(strange).toBe("2 error: unknown option '--nope'\n");
  expect(readFileSync(there, 'utf8')).toBe('as it was');
});

describe('the page', () => {
  test('has a view by concern, one of every pair under its permalink, and one of the runtime', () => {
    for (const view of views) expect(html()).toContain(`id="${view}"`);
    for (const pair of pairs) expect(html()).toContain(`href="#${pair}"`);
    expect(html().match(/<section/g)).toHaveLength(views.length);
  });

  test('leads nowhere but to itself, and to places that are there', () => {
    const links = [...html().matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);
    for (const link of new Set(links.filter((one) => one !== 'data:,'))) expect(html()).toContain(`id="${link.replace('#', '')}"`);
  });

  test('names no place twice', () => {
    const ids = [...html().matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has no script, may load nothing, and weighs less than 1 MB', () => {
    expect(html()).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(html()).not.toMatch(/<script|<link rel="(?!icon" href="data:,)|<img|@import|url\(/);
    expect(Buffer.byteLength(html())).toBeLessThan(1_000_000);
  });

  test('shows the lines of a concern with their file and line', () => {
    expect(html()).toMatch(/apps\/server-serial\/src\/<\/span>model\.ts:\d+/);
    expect(html()).not.toContain('class="missing"');
  });

  test('gives every server its colour wherever it heads lines or a link', () => {
    for (const [index, name] of ['serial', 'async'].entries()) {
      const coloured = `<span class="server series-${index}"><span class="swatch" aria-hidden="true"></span>`;
      for (const label of [`server-${name}`, name, `apps/server-${name}/src/model.ts`])
        expect(html()).toContain(`${coloured}${label}</span>`);
    }
  });

  longTest(`is written in Portuguese, too${whyLong('it takes as long as the page in English')}`, () => {
    expect(html('pt-BR')).toContain('<html lang="pt-BR">');
    expect(html('pt-BR')).toContain('O que um revisor deve perguntar');
    expect(html('pt-BR')).not.toContain('What a reviewer should ask');
  });
});

describe('the page in a browser', () => {
  const browser = browserTests();
  const longNote = whyLong('the gate looks at the report and at the live page') || browser.note;

  /** Opens a view, and gives what the browser complained of and asked for beside the page itself. */
  async function open(
    view: string,
    { language = 'en', ...options }: BrowserContextOptions & { readonly language?: string } = {},
  ): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 900 }, ...options });
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.isNavigationRequest() && !request.url().startsWith('data:')) trouble.push(request.url());
    });
    await page.goto(`${pathToFileURL(file(language)).href}${view === '' ? '' : `#${view}`}`);
    return { page, trouble };
  }

  const shown = async (page: Page): Promise<(string | null)[]> => {
    const ids = await page.locator('.view:visible').all();
    return Promise.all(ids.map((view) => view.getAttribute('id')));
  };

  async function reaches(width: number): Promise<void> {
    const { page, trouble } = await open('', { viewport: { width, height: 900 }, javaScriptEnabled: false });
    for (const view of views) {
      await page.locator(`nav a[href="#${view}"]`).click();
      expect(await shown(page)).toEqual([view]);
      expect([view, await page.evaluate(cutOff)]).toEqual([view, []]);
    }
    expect(trouble).toEqual([]);
    await page.close();
  }
  const reached = 'reaches every view without scripts, %d wide, with no request, complaint or line that sticks out';
  browser.longTest.each([360, 1_024, 1_440])(`${reached}${longNote}`, reaches);

  browser.longTest(`opens on the first pair, marks what is shown, and knows pairs in either order${longNote}`, async () => {
    const { page } = await open('');
    const [left = '', right = ''] = short;
    const ground = (view: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('nav a[href="#${view}"]')).backgroundColor`);
    /** Beside the colour, for those who cannot tell it, and in words for those who hear it. */
    const sign = (view: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('nav a[href="#${view}"]'), '::before').content`);
    expect(await shown(page)).toEqual([`${left}-${right}`]);
    expect([await sign(`${left}-${right}`), await sign('by-concern')]).toEqual(['"✓ " / "shown: "', 'none']);
    const marked = await ground(`${left}-${right}`);
    expect(await ground('by-concern')).not.toBe(marked);
    await page.goto(`${pathToFileURL(file('en')).href}#by-concern`);
    expect(await shown(page)).toEqual(['by-concern']);
    expect([await sign('by-concern'), await sign(`${left}-${right}`)]).toEqual(['"✓ " / "shown: "', 'none']);
    expect(await ground('by-concern')).toBe(marked);
    expect(await ground(`${left}-${right}`)).not.toBe(marked);
    await page.goto(`${pathToFileURL(file('en')).href}#${right}-${left}`);
    expect(await shown(page)).toEqual([`${left}-${right}`]);
    await page.close();
  });

  browser.longTest(`shows at every stop of the keyboard where it is, in the order of the page${longNote}`, async () => {
    const { page } = await open('serial-async');
    // From its beginning, not from the view that the address names.
    await page.evaluate(`document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()`);
    expect(await focusProblems(page)).toEqual([]);
    expect(await page.evaluate('stops.length')).toBeGreaterThan(views.length);
    await page.close();
  });

  browser.longTest(`hides comments, and what only they made different${longNote}`, async () => {
    const { page } = await open('serial-async');
    const view = page.locator('#serial-async .files');
    expect(await view.innerText()).toContain('One connection at a time');
    await page.locator('#comments').uncheck();
    expect(await view.innerText()).not.toContain('One connection at a time');
    expect(await view.innerText()).not.toContain('Not awaited');
    expect(await view.innerText()).toContain('await serveConnection(connection);');
    await page.close();
  });

  const accessible = async (
    language: string,
    colorScheme: 'light' | 'dark',
    width: number,
    which: readonly string[],
  ): Promise<void> => {
    const { page } = await open('', { language, colorScheme, viewport: { width, height: 900 } });
    await page.evaluate(showOf(which));
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  };
  const nothing = 'axe-core has nothing against the page in %s, %s, %d wide, with the views %j';
  browser.longTest.each([
    ['en', 'dark', 390, ['serial-async', 'by-concern', 'runtime']], // A view of each kind.
    ['en', 'light', 1_440, views],
    ['pt-BR', 'dark', 390, views],
  ] as const)(`${nothing}${longNote}`, accessible);
});

/** Runs in the page: what is wider than the page or than the box that it is in, of what is shown. */
const cutOff = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility() && one.clientWidth > 20 && getComputedStyle(one).display !== 'inline')
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.localName + ' ' + one.textContent.slice(0, 40))`;

/** Runs in the page: shows the views at once, with all that is folded, and takes the others out: axe-core walks hidden ones, too. */
const showOf = (which: readonly string[]): string => `const which = ${JSON.stringify(which)};
for (const view of document.querySelectorAll('.view')) which.includes(view.id) ? (view.style.display = 'block') : view.remove();
for (const details of document.querySelectorAll('details')) details.open = true`;
