import type { Page } from 'playwright-core';

/**
 * Goes through a page by Tab, from its beginning to its end. A stop must show that it has the focus, and none may come after
 * one that stands behind it in the page.
 *
 * @returns what is wrong, and at which stop
 */
export async function focusProblems(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate<readonly string[] | null>(lookAtStop);
    if (found === null) return problems;
    problems.push(...found);
  }
}

/** Runs in the page: what is wrong with the stop that has the focus; null behind the last one. */
const lookAtStop = `(() => {
  const stops = (window.stops ??= []);
  const [before, now] = [stops.at(-1), document.activeElement];
  if (now === null || now === document.body || stops.includes(now)) return null;
  stops.push(now);
  const { outlineStyle, outlineWidth } = getComputedStyle(now);
  const name = now.localName + ' ' + (now.textContent.trim() || now.id).slice(0, 40);
  return [
    ...(outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? [name + ': does not show the focus'] : []),
    ...(before && !(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) ? [name + ': comes too late'] : []),
  ];
})()`;
