import { beforeAll, beforeEach, expect } from '@jest/globals';
import { whyLong } from '#long-test';
import { browserTests } from '#testing';
import type { Page } from 'playwright-core';
import { bundled } from './testing/bundled.ts';

const browser = browserTests();
const { longTest: test } = browser;
const note = whyLong('the report’s and the live page’s own tests use the player') || browser.note;
let page: Page;
let script: string;

beforeAll(() => {
  script = bundled(`
    import { english, playerOf } from '#replay/browser';
    const shown = [];
    const moments = [100, 300, 500, 600].map((at) => ({ at, name: 'at ' + at }));
    const of = (from) => playerOf({
      texts: english, moments, from, lasted: 604, places: [0, -3, -6],
      say: ({ name }) => name,
      show: (time, whole) => shown.push(whole ? 'whole' : Math.round(time)),
    });
    Object.assign(globalThis, { shown, of });`);
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(3_600_000);
  await page.setContent('<!doctype html><html lang="en"><title>Player</title><body></body></html>');
  await page.addScriptTag({ content: script });
  await page.evaluate('globalThis.player = of(200); document.body.append(player.bar); undefined');
});

const shown = (): Promise<unknown[]> => page.evaluate('shown.splice(0)');
const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

test(`playerOf() steps from where its timeline begins${note}`, async () => {
  expect(await shown()).toEqual(['whole']);
  for (let step = 0; step < 5; step += 1) await press('Step back');
  expect(await shown()).toEqual([600, 500, 300, 200, 200]);
  expect(await page.locator('p').textContent()).toBe('at 100');
  await page.evaluate('player.goTo(400)');
  expect(await page.locator('p').textContent()).toBe('at 300');
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('400.0 ms of 604.0 ms');
  await page.getByRole('slider').press('Home');
  await page.evaluate('player.goTo(1000)');
  expect(await shown()).toEqual([400, 200, 'whole']);
});

test(`playerOf() plays at the places that it is given, at first the first${note}`, async () => {
  expect(await page.getByRole('option').allTextContents()).toEqual(['real time', '1/10 of real time', '1/100 of real time']);
  await page.getByRole('combobox').selectOption('1/100 of real time');
  await press('Play');
  await page.clock.runFor(1000);
  await page.evaluate('player.pause()');
  expect((await shown()).at(-1)).toBe(210);
  expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
});

test(`playerOf() shows nothing more of a player that was paused, when another plays${note}`, async () => {
  await press('Play');
  await page.evaluate('player.pause(); player.bar.remove(); player = of(300); document.body.append(player.bar); shown.splice(0)');
  await press('Play');
  expect(await shown()).toEqual([300]);
});
