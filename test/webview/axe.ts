import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { ROOT } from './open-view.js';

const AXE = readFileSync(path.join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** What axe finds on a page, one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  // An item of a tree holds the items below it, whose words are no part of its own name.
  const meant = (id: string, html: string): boolean => id !== 'label-content-name-mismatch' || !html.startsWith('<li role="treeitem"');
  return found.flatMap(({ id, nodes }) => nodes.filter(({ html }) => meant(id, html)).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replaceAll('\n', ' ')}`));
}

/** Whether the page itself scrolls sideways. */
export const isWide = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
