/** The built comparison view in a real browser, fed by hand. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { CompareState, CompareView, FromCompareView } from '../../src/protocol.js';
import { compareView } from '../../src/service/compare-view.js';
import { analysisOf, day, WORKED } from '../service/support.js';
import { openHarness } from './harness.js';
import { isWide, violations } from './axe.js';
import { launch, type Opening, ROOT, skip } from './open-view.js';
import { sheetOf, THEMES } from './themes.js';

const URI = 'file:///deals/main.entente.yaml';
const STATE: CompareState = { uri: URI, base: { kind: 'same' }, before: {}, after: {} };

const analysis = analysisOf(WORKED.replace('name: OpenAI', 'name: "<b>Open</b>"'));
const side = (at: string) => ({ analysis, at: day(at), assume: {}, label: 'main.entente.yaml' });
const VIEW: CompareView = compareView(side('2026-03-01'), side('2026-05-01'), 1);

describe('the comparison view', { skip }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, [], 'errors in the console, such as a breach of the content policy');
  });

  async function open(view: CompareView = VIEW, { width = 1200, height = 900, ...options }: Opening = {}): Promise<Page> {
    const opened = await browser.newPage({ viewport: { width, height } });
    opened.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
    opened.on('pageerror', (error) => problems.push(error.message));
    await openHarness(opened, ROOT, { kind: 'compare', data: { state: JSON.stringify(STATE) }, ...options });
    await opened.evaluate((message) => window.postMessage(message, '*'), { type: 'comparison', view });
    await opened.locator('.plan-summary').waitFor();
    return opened;
  }
  const sent = (opened: Page): Promise<FromCompareView[]> => opened.evaluate<FromCompareView[]>('window.sent');

  test('cells that change show both statuses, in words; the others are there, too', async () => {
    const opened = await open();
    assert.deepEqual((await sent(opened))[0], { type: 'sides', before: {}, after: {} });
    const cell = opened.locator('[data-product="frontier"][data-cloud="aws"]');
    assert.equal(await cell.getAttribute('data-change'), 'status');
    assert.match((await cell.textContent()) ?? '', /conflict→exclusivechanges/);
    assert.equal(await opened.locator('.compared').count(), VIEW.products.length * VIEW.clouds.length);
    assert.match((await opened.locator('.plan-summary').textContent()) ?? '', /of 12 cells change; conflicts: 1 introduced, 3 resolved, 0 remaining\./);
  });

  test('a clause of a conflict leads to its text; the plan can be copied', async () => {
    const opened = await open();
    await opened.locator('[data-clause="amazon-alliance/frontier-exclusive"]').first().click();
    await opened.getByRole('button', { name: 'Copy as Markdown' }).click();
    assert.deepEqual((await sent(opened)).slice(-2), [{ type: 'reveal', clause: 'amazon-alliance/frontier-exclusive' }, { type: 'copy' }]);
  });

  test('each side has its own day and world, kept for a reload', async () => {
    const opened = await open();
    await opened.locator('#after-day').fill('2027-01-01');
    await opened.locator('#before .unknowns, [aria-labelledby="before-title"] .unknowns').first().locator('summary').click();
    await opened.locator('[aria-labelledby="before-title"] [data-unknown="first-means"] select').selectOption({ index: 1 });
    const last = (await sent(opened)).at(-1);
    assert.ok(last?.type === 'sides' && last.after.at === '2027-01-01' && Object.keys(last.before.assume ?? {}).join() === 'first-means');
    assert.deepEqual(await opened.evaluate('window.state'), { ...STATE, before: last.before, after: last.after });
  });

  test('text of an agreement is text; an error is said, and what was there stays', async () => {
    const opened = await open({ ...VIEW, title: '<i>Title</i>' });
    assert.equal(await opened.locator('h1').textContent(), '<i>Title</i>');
    assert.equal(await opened.locator('h1 i').count(), 0);
    await opened.evaluate(() => window.postMessage({ type: 'error', message: 'The file cannot be read.' }, '*'));
    await opened.getByRole('alert').getByText('The file cannot be read.').waitFor();
    assert.equal(await opened.locator('.compared').count(), 12);
  });

  for (const theme of THEMES) {
    test(`axe finds nothing in ${theme.name}`, async () => {
      const opened = await open(VIEW, { theme: sheetOf(theme), bodyClass: theme.bodyClass });
      await opened.locator('.unknowns summary').first().click();
      await opened.locator('.switch').first().waitFor();
      assert.deepEqual(await violations(opened), []);
      await opened.close();
    });
  }

  test('at 400 % only the difference matrix scrolls sideways', async () => {
    const opened = await open(VIEW, { width: 320, height: 256 });
    assert.equal(await isWide(opened), false);
    await opened.close();
  });

  test('looks like this', async () => {
    const opened = await open();
    await opened.screenshot({ path: path.join(ROOT, 'test-results', 'screenshots', 'compare-light.png') });
  });
});
