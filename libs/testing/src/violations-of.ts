import type { Page } from 'playwright-core';

/**
 * What axe-core has against a page as it is shown: for each element a line with the rule, the element and what to mend.
 * All of its rules are tried, those beyond WCAG among them. The page's policy does not keep it out.
 */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Not above: whoever tests a server would load it, too.
  const { default: axe } = await import('axe-core');
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, target.join(' '), failureSummary.replaceAll(/\\s+/g, ' ')].join(': '))))`);
}
