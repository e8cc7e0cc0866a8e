/** axe, and what it cannot see, in the four default themes. Needs `dist/webview`, and a Chromium: CHROMIUM_PATH or one on the PATH. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { isWide, violations } from './axe.js';
import { launch, openView, skip } from './open-view.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_VIEW } from './example-view.js';
import { posting } from './harness.js';
import { largeView } from './large-view.js';
import { sheetOf, THEMES } from './themes.js';

describe('accessibility of the matrix view', { skip }, () => {
  let browser: Browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  for (const theme of THEMES) {
    const options = { theme: sheetOf(theme), bodyClass: theme.bodyClass };

    test(`axe finds nothing in ${theme.name}: everything open`, async () => {
      const page = await openView(browser, { type: 'matrix', view: { ...EXAMPLE_VIEW, errors: 2 } }, [], options);
      await page.locator('[data-product="frontier"][data-cloud="azure"]').click();
      await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
      await page.evaluate(posting({ type: 'cursor', clauses: ['amazon-alliance/frontier-exclusive'] }));
      await page.locator('.unknowns summary').click();
      await page.locator('.known').waitFor();
      await page.locator('[data-lit]').first().waitFor();
      assert.deepEqual(await violations(page), []);
      await page.locator('summary', { hasText: 'Arrange' }).click();
      await page.getByLabel('Group products by').selectOption({ label: 'Owner' });
      await page.getByLabel('Group clouds by').selectOption({ label: 'Operator' });
      assert.deepEqual(await violations(page), []);
      await page.close();
    });

    test(`axe finds nothing in ${theme.name}: a large grid, filtered, with lines for what is the same`, async () => {
      const page = await openView(browser, { type: 'matrix', view: largeView(200, 30) }, [], options);
      await page.locator('summary', { hasText: 'Arrange' }).click();
      await page.getByLabel('Hide what is the same').check();
      await page.keyboard.press('Escape');
      await page.locator('summary', { hasText: 'Status' }).click();
      await page.getByRole('checkbox', { name: 'conflict' }).check();
      await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(900, 2000));
      await page.locator('[data-aside]').first().waitFor();
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }

  test('at 400 % only the grid scrolls sideways', async () => {
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, [], { width: 320, height: 256 });
    const wide = () => isWide(page);
    assert.equal(await wide(), false);
    for (const name of ['Status', 'Arrange']) {
      await page.locator('summary', { hasText: name }).click();
      assert.equal(await wide(), false, name);
    }
    await page.keyboard.press('Escape');
    await page.locator('[data-product="frontier"][data-cloud="google-cloud"]').focus();
    assert.ok(await page.locator('[data-product="frontier"][data-cloud="google-cloud"]').evaluate((cell) => {
      const head = cell.parentElement!.querySelector('th')!.getBoundingClientRect();
      return cell.getBoundingClientRect().left >= head.right - 5;
    }), 'a focused cell is not below the header of its row');
    await page.close();
  });

  test('nothing moves where less motion is wanted', async () => {
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, []);
    const moving = () => page.evaluate<number>(`[...document.querySelectorAll('*')].filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0 || getComputedStyle(each).animationName !== 'none').length`);
    await page.locator('.cell').first().hover(); // cells change at once, except below the pointer
    assert.ok(await moving() > 0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await moving(), 0);
    await page.close();
  });

  test('takes the font and the size that VS Code is set to', async () => {
    const page = await openView(browser, { type: 'matrix', view: largeView(200, 30) }, [], { theme: ':root { --vscode-font-size: 26px; --vscode-font-family: serif; }' });
    assert.deepEqual(await page.locator('tbody th').first().evaluate((head) => [getComputedStyle(head).fontSize, getComputedStyle(head).fontFamily]), ['26px', 'serif']);
    const row = await page.locator('tbody tr').first().evaluate((line) => line.getBoundingClientRect().height);
    assert.ok(row >= 2.5 * 26, `rows grow with the text: ${row}`);
    await page.close();
  });
});
