import { existsSync } from 'node:fs';
import { afterAll, beforeAll, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { long, whyLong } from '#long-test';

export interface BrowserTests {
  /** It skips where there is no Chromium. In CI it fails instead: a test that is skipped there would never run. */
  readonly test: Pick<typeof test, 'each'> & ((name: string, run: () => Promise<void>) => void);
  /** Ends the name of such a test: why it was skipped. */
  readonly note: string;
  /** For views of which the gate has seen one of the kind: it runs where time is no object, with `longNote` in the name. */
  readonly longTest: BrowserTests['test'];
  readonly longNote: string;
  /** In a profile of its own; it closes with the browser. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/** The one without windows first: it starts, and shows a page, in less than half of the CPU time. */
const executablePath = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find(existsSync);
const able = executablePath !== undefined || process.env['CI'] !== undefined;

/** Tests that look at a page. Chromium runs as long as those of the file, or `describe()`, in which this is called. */
export function browserTests(): BrowserTests {
  let browser: Browser | undefined;
  const note = able ? '' : ' (needs Chromium, which is not installed)';
  if (able) {
    beforeAll(async () => {
      if (executablePath === undefined)
        throw new Error('Chromium is not installed, and CI must not do without; apt-get install chromium-headless-shell');
      // Not above: whoever tests a server would load it, too.
      const { chromium } = await import('playwright-core');
      browser = await chromium.launch({ executablePath, args: quiet });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
    }, 60_000);
  }
  return {
    test: able ? test : test.skip,
    note,
    longTest: able && long ? test : test.skip,
    longNote: whyLong('others of the kind are looked at already') || note,
    newPage(options) {
      if (browser === undefined) throw new Error('the browser starts before the tests, and there it opens no page');
      return browser.newPage(options);
    },
  };
}

/** Nothing but the page is asked for, and nothing is started that a test has no use for. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
