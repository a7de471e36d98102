import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { approaches } from '#approaches';
import { type Browser, chromium, type Page } from 'playwright-core';
import { runLab } from '../testing/start-lab.ts';

jest.setTimeout(120_000);

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
/** In CI a browser that is missing is a mistake; elsewhere it is a reason. */
const inBrowser = executablePath === undefined && !process.env['CI'] ? test.skip : test;
const needed = executablePath === undefined ? ' (needs Chromium)' : '';

const short = approaches().map(({ name }) => name.replace('server-', ''));
const pairs = short.flatMap((left, index) => short.slice(index + 1).map((right) => `${left}-${right}`));
const views = ['by-concern', ...pairs, 'runtime'];

let folder = '';
const file = (language: string): string => join(folder, `${language}.html`);
const html = (language = 'en'): string => readFileSync(file(language), 'utf8');

// A process of its own, as with npm: shiki is made of ES modules, which Jest does not load.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compare-page-'));
  for (const language of ['en', 'pt-BR']) {
    await runLab('compare:page', '--lang', language, '--out', file(language), '--record', 'none');
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
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
    for (const link of new Set(links)) expect(html()).toContain(`id="${link.replace('#', '')}"`);
  });

  test('names no place twice', () => {
    const ids = [...html().matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has no script, may load nothing, and weighs less than 1.5 MB', () => {
    expect(html()).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(html()).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect(Buffer.byteLength(html())).toBeLessThan(1_500_000);
  });

  test('shows the lines of a concern with their file and line', () => {
    expect(html()).toMatch(/apps\/server-serial\/src\/<\/span>model\.ts:\d+/);
    expect(html()).not.toContain('class="missing"');
  });

  test('is written in Portuguese, too', () => {
    expect(html('pt-BR')).toContain('<html lang="pt-BR">');
    expect(html('pt-BR')).toContain('O que um revisor deve perguntar');
    expect(html('pt-BR')).not.toContain('What a reviewer should ask');
  });
});

describe('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    else if (process.env['CI'])
      throw new Error('Chromium is not installed, and CI must not do without; apt-get install chromium');
  });
  afterAll(async () => {
    if (executablePath !== undefined) await browser.close();
  });

  /** Opens a view, and gives what the browser complained of and asked for beside the page itself. */
  async function open(
    view: string,
    { width, scheme = 'light' }: { readonly width: number; readonly scheme?: 'light' | 'dark' },
  ): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) trouble.push(request.url());
    });
    await page.goto(`${pathToFileURL(file('en')).href}${view === '' ? '' : `#${view}`}`);
    return { page, trouble };
  }

  const sizes = [
    ['a phone', 360],
    ['a desktop', 1_440],
  ] as const;
  inBrowser.each(sizes)(
    `opens every view on %s without a request, a complaint or a line that sticks out${needed}`,
    async (_, width) => {
      const { page, trouble } = await open('', { width });
      for (const view of views) {
        await page.goto(`${pathToFileURL(file('en')).href}#${view}`);
        expect(await page.locator(`#${view} > h2`).isVisible()).toBe(true);
        expect(await page.locator('.view:visible').count()).toBe(1);
        expect([view, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view, width]);
      }
      expect(trouble).toEqual([]);
      await page.close();
    },
  );

  inBrowser(`shows by concern first, and a pair under either order of its names${needed}`, async () => {
    const { page } = await open('', { width: 1_280, scheme: 'dark' });
    expect(await page.locator('.view:visible').getAttribute('id')).toBe('by-concern');
    const [left = '', right = ''] = short;
    await page.goto(`${pathToFileURL(file('en')).href}#${right}-${left}`);
    expect(await page.locator('.view:visible').getAttribute('id')).toBe(`${left}-${right}`);
    await page.close();
  });

  inBrowser(`hides comments, and what only they made different${needed}`, async () => {
    const { page } = await open('serial-async', { width: 1_280 });
    const view = page.locator('#serial-async .code');
    expect(await view.innerText()).toContain('One connection at a time');
    await page.locator('#comments').uncheck();
    expect(await view.innerText()).not.toContain('One connection at a time');
    expect(await view.innerText()).not.toContain('Not awaited');
    expect(await view.innerText()).toContain('await serveConnection(connection);');
    await page.close();
  });
});
