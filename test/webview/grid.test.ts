/** Finding one's way in the built view, in a real browser. Needs `dist/webview`, and a Chromium: CHROMIUM_PATH or one on the PATH. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { FromView, MatrixView, PanelState } from '../../src/protocol.js';
import { launch, type Opening, openView, skip, until } from './open-view.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_URI, EXAMPLE_VIEW } from './example-view.js';
import { posting } from './harness.js';
import { largeView } from './large-view.js';

describe('the grid', { skip }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => { browser = await launch(); });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, [], 'errors in the console, such as a breach of the content policy');
  });

  const open = (view: MatrixView, options: Opening = {}): Promise<Page> => openView(browser, { type: 'matrix', view }, problems, options);
  const cell = (page: Page, product: string, cloud: string) => page.locator(`[data-product="${product}"][data-cloud="${cloud}"]`);
  const menu = (page: Page, name: string) => page.locator('summary', { hasText: name });
  const sent = (page: Page): Promise<FromView[]> => page.evaluate<FromView[]>('window.sent');
  const kept = (page: Page): Promise<PanelState> => page.evaluate<PanelState>('window.state');

  test('of 1,000 by 50 draws what is in sight, and says where that is', async () => {
    const page = await open(largeView(1000, 50));
    const grid = page.getByRole('grid');
    assert.deepEqual([await grid.getAttribute('aria-rowcount'), await grid.getAttribute('aria-colcount')], ['1001', '51']);
    assert.ok(await page.getByRole('gridcell').count() < 1500, 'most cells are not drawn');
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(2000, 20_000));
    await until(page, `!document.querySelector('[data-product="p5"]')`);
    const seen = await page.evaluate<{ row: string | null; product: string | undefined }>(`(() => {
      const box = document.querySelector('.scroller').getBoundingClientRect();
      const at = document.elementFromPoint(box.right - 60, box.top + 300).closest('td');
      return { row: at.parentElement.getAttribute('aria-rowindex'), product: at.dataset.product };
    })()`);
    assert.equal(seen.product, `p${Number(seen.row) - 2}`, 'rows are where their number says');
    assert.equal(await page.locator('td[tabindex="0"]').count(), 1, 'the cell of the tab order stays');
    await page.close();
  });

  test('is walked through by keyboard from end to end, also where it is not drawn yet', async () => {
    const page = await open(largeView(1000, 50));
    await page.locator('td[tabindex="0"]').focus();
    const focused = () => page.evaluate<string>('`${document.activeElement.dataset.product} ${document.activeElement.dataset.cloud}`');
    await page.keyboard.press('Control+End');
    await until(page, `document.activeElement.dataset.product === 'p999' && document.activeElement.dataset.cloud === 'c49'`);
    await until(page, `(() => {
      const inner = document.activeElement.getBoundingClientRect();
      const outer = document.querySelector('.scroller').getBoundingClientRect();
      return inner.bottom <= outer.bottom + 1 && inner.right <= outer.right + 1;
    })()`);
    await page.keyboard.press('PageUp');
    await until(page, `document.activeElement.dataset.product !== 'p999'`);
    assert.match(await focused(), /^p9[78]\d c49$/);
    await page.keyboard.press('Home');
    await until(page, `document.activeElement.dataset.cloud === 'c0'`);
    await page.keyboard.press('Control+Home');
    await until(page, `document.activeElement.dataset.product === 'p0'`);
    await page.keyboard.press('ArrowDown');
    await until(page, `document.activeElement.dataset.product === 'p1'`);
    assert.ok(await cell(page, 'p1', 'c0').evaluate((at) => at.getBoundingClientRect().top >= at.closest('table')!.tHead!.getBoundingClientRect().bottom - 1), 'not below the header');
    await page.close();
  });

  test('filters by text, says how much is left, and forgets nothing', async () => {
    const page = await open(EXAMPLE_VIEW);
    await page.getByRole('searchbox', { name: 'Filter products and clouds' }).fill('frontier amazon');
    await page.getByText('1 of 4 products, 1 of 3 clouds').waitFor();
    assert.equal(await page.getByRole('gridcell').count(), 1);
    assert.equal((await kept(page)).grid?.filter, 'frontier amazon');
    await page.getByRole('searchbox').fill('nobody');
    await page.getByRole('button', { name: 'Show everything' }).click();
    assert.equal(await page.getByRole('gridcell').count(), 12);
    await page.close();
  });

  test('filters by status', async () => {
    const page = await open(EXAMPLE_VIEW);
    await menu(page, 'Status').click();
    await page.getByRole('checkbox', { name: 'barred' }).check();
    await page.getByText('1 of 4 products, 2 of 3 clouds').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.menu[open]').count(), 0);
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'SUMMARY');
    await page.close();
  });

  test('groups, sorts, hides what is the same, and is put back', async () => {
    const page = await open(largeView(8, 4));
    await menu(page, 'Arrange').click();
    await page.getByLabel('Group products by').selectOption({ label: 'Kind' });
    await page.getByLabel('Group clouds by').selectOption({ label: 'Operator' });
    await page.getByRole('rowheader', { name: /^model 3 products/ }).waitFor();
    await page.getByRole('columnheader', { name: 'Orbit' }).waitFor();
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(8 + 3 + 2));
    await page.getByLabel('Hide what is the same').check();
    await page.getByText('on every cloud: 1 product, Product 4').waitFor();
    assert.equal(await cell(page, 'p3', 'c0').count(), 0);
    await page.getByRole('button', { name: 'As in the file' }).click();
    await cell(page, 'p3', 'c0').waitFor();
    await page.close();
  });

  test('fits into its room, and every cell keeps its name', async () => {
    const page = await open(largeView(20, 12));
    await menu(page, 'Arrange').click();
    await page.getByLabel('Zoom to fit').check();
    await page.locator('.scroller[data-fixed]').waitFor();
    assert.ok(await page.locator('.scroller').evaluate((scroller) => scroller.scrollWidth <= scroller.clientWidth && scroller.scrollHeight <= scroller.clientHeight));
    assert.equal(await page.getByRole('gridcell', { name: /^Product 4 on Cloud 12: certainly barred$/ }).count(), 1);
    await page.close();
  });

  test('marks the cells of the clause at the cursor, and moves nothing', async () => {
    const page = await open(EXAMPLE_VIEW);
    await page.evaluate(posting({ type: 'cursor', clauses: ['amazon-alliance/frontier-exclusive'] }));
    await page.locator('[data-lit]').first().waitFor();
    assert.deepEqual(await page.locator('[data-lit]').evaluateAll((cells) => cells.map((at) => `${(at as HTMLElement).dataset['product']} ${(at as HTMLElement).dataset['cloud']}`)), ['frontier azure', 'frontier aws', 'frontier google-cloud']);
    assert.equal(await page.evaluate('document.activeElement === document.body && window.scrollY === 0'), true);
    await page.evaluate(posting({ type: 'panel', panel: { state: { uri: EXAMPLE_URI }, show: false, marks: { cells: false, text: true } } }));
    await until(page, `!document.querySelector('[data-lit]')`);
    await page.close();
  });

  test('tells which clauses the focused cell has, once, and when it has lost the focus', async () => {
    const page = await open(EXAMPLE_VIEW);
    await cell(page, 'frontier', 'aws').focus();
    await cell(page, 'frontier', 'aws').click();
    await page.getByRole('searchbox').focus();
    const marks = (await sent(page)).filter(({ type }) => type === 'mark');
    assert.deepEqual(marks, [{ type: 'mark', clauses: ['amazon-alliance/frontier-exclusive'] }, { type: 'mark', clauses: [] }]);
    await menu(page, 'Arrange').click();
    await page.getByLabel('Mark the clauses of a cell in the text').click();
    assert.deepEqual((await sent(page)).at(-1), { type: 'set-marks', marks: { cells: true, text: false } });
    await page.close();
  });

  test('turns to another file without a new page, and to a cell that is asked for', async () => {
    const page = await open(EXAMPLE_VIEW);
    await page.evaluate('window.same = true');
    await page.getByRole('searchbox').fill('frontier');
    const other = 'file:///deals/other.entente.yaml';
    await page.evaluate(posting({ type: 'panel', panel: { state: { uri: other, pinned: true, at: '2026-05-01', selection: { product: 'p120', cloud: 'c30' } }, show: true, marks: { cells: true, text: true } } }));
    await page.locator('main[data-state="stale"]').waitFor();
    await page.evaluate(posting({ type: 'matrix', view: { ...largeView(200, 40), uri: other } }));
    await cell(page, 'p120', 'c30').waitFor();
    await until(page, `(() => { const at = document.querySelector('[data-product="p120"][data-cloud="c30"]').getBoundingClientRect(); return at.top > 0 && at.bottom < window.innerHeight + 1; })()`);
    assert.equal(await cell(page, 'p120', 'c30').getAttribute('aria-selected'), 'true');
    assert.equal(await page.evaluate('window.same'), true);
    const { uri, pinned, at, selection, grid } = await kept(page);
    assert.deepEqual([uri, pinned, at, selection, grid?.filter], [other, true, '2026-05-01', { product: 'p120', cloud: 'c30' }, '']);
    await page.close();
  });

  test('a cell that is asked for is shown although the filter hides it', async () => {
    const page = await open(EXAMPLE_VIEW);
    await page.getByRole('searchbox').fill('chatgpt');
    await page.evaluate(posting({ type: 'panel', panel: { state: { uri: EXAMPLE_URI, selection: { product: 'frontier', cloud: 'aws' } }, show: true, marks: { cells: true, text: true } } }));
    await cell(page, 'frontier', 'aws').waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), '');
    await page.close();
  });

  test('is after a reload as it was: arranged, selected, scrolled', async () => {
    const first = await open(largeView(300, 20));
    await first.getByRole('searchbox').fill('cobalt');
    await first.locator('.scroller').evaluate((scroller) => scroller.scrollTo(300, 900));
    await until(first, 'window.state.scroll?.top === 900');
    await cell(first, 'p34', 'c5').click();
    const state = await kept(first);
    await first.close();
    const page = await open(largeView(300, 20), { saved: state });
    assert.equal(await page.getByRole('searchbox').inputValue(), 'cobalt');
    assert.deepEqual(await page.locator('.scroller').evaluate((scroller) => [scroller.scrollLeft, scroller.scrollTop]), [state.scroll?.left, state.scroll?.top]);
    assert.equal(await page.locator('td[tabindex="0"]').getAttribute('data-product'), 'p34');
    await page.close();
  });

  test('the page is scrolled to where it was once it is long enough, but not against the user', async () => {
    const saved: PanelState = { uri: EXAMPLE_URI, selection: { product: 'frontier', cloud: 'azure' }, scroll: { page: 900, top: 0, left: 0 } };
    const opened = async () => {
      const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, problems, { saved, width: 400, height: 400 });
      await page.locator('.verdict').waitFor();
      return page;
    };
    const explained = posting({ type: 'explanation', explanation: { ...EXAMPLE_EXPLANATION, summary: 'Long. '.repeat(500) } });
    const page = await opened();
    await page.evaluate('document.querySelector(".legend").remove()');
    await until(page, 'scrollY < 900');
    await page.evaluate(explained);
    await until(page, 'scrollY === 900');
    await page.close();
    const other = await opened();
    await other.evaluate('document.querySelector(".legend").remove()');
    await until(other, 'scrollY < 900');
    await other.keyboard.press('Shift');
    await other.evaluate('window.scrollTo(0, 0)');
    await other.evaluate(explained);
    await other.getByText('Long. Long.').waitFor();
    assert.equal(await other.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))'), 0);
    await other.close();
  });

  test('a page and a grid that are scrolled at once are both kept', async () => {
    const page = await openView(browser, { type: 'matrix', view: largeView(300, 20) }, problems, { height: 500 });
    await page.evaluate('document.querySelector(".scroller").scrollTo(300, 900); window.scrollTo(0, 40)');
    await until(page, 'window.state.scroll !== undefined');
    assert.deepEqual((await kept(page)).scroll, { page: 40, top: 900, left: 300 });
    await page.close();
  });

  test('keeps an explanation while it is arranged', async () => {
    const page = await open(EXAMPLE_VIEW);
    await cell(page, 'frontier', 'azure').click();
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    await page.getByRole('searchbox').fill('frontier');
    await page.getByText(EXAMPLE_EXPLANATION.summary).waitFor();
    await page.close();
  });
});
