/** The built view in a real browser, fed by hand. Needs `dist/webview`, and a Chromium: CHROMIUM_PATH or one on the PATH. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { FromView, PanelState, ToView } from '../../src/protocol.js';
import { launch, openView, skip } from './open-view.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_URI, EXAMPLE_VIEW } from './example-view.js';
import { posting } from './harness.js';

describe('the matrix view', { skip }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => { browser = await launch(); });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, [], 'errors in the console, such as a breach of the content policy');
  });

  const open = (saved?: PanelState, first: ToView = { type: 'matrix', view: EXAMPLE_VIEW }): Promise<Page> =>
    openView(browser, first, problems, saved === undefined ? {} : { saved });
  const sent = (page: Page): Promise<FromView[]> => page.evaluate<FromView[]>('window.sent');
  const lastSent = async (page: Page): Promise<FromView | undefined> => (await sent(page)).at(-1);
  const cell = (page: Page, product: string, cloud: string) => page.locator(`[data-product="${product}"][data-cloud="${cloud}"]`);

  test('says that it is ready, and draws every cell with status, word and name', async () => {
    const page = await open();
    assert.deepEqual(await sent(page), [{ type: 'ready' }]);
    assert.equal(await page.getByRole('gridcell').count(), 12);
    const frontier = cell(page, 'frontier', 'azure');
    assert.equal(await frontier.getAttribute('data-status'), 'conflict');
    assert.equal(await frontier.getAttribute('data-certain'), 'false');
    assert.match(await frontier.textContent() ?? '', /conflict.*depends.*conflict or barred/s);
    assert.equal(await page.getByRole('gridcell', { name: 'Frontier on Microsoft Azure: conflict, depends; conflict or barred' }).count(), 1);
    await page.close();
  });

  test('is worked by keyboard alone', async () => {
    const page = await open();
    assert.equal(await page.locator('td[tabindex="0"]').count(), 1);
    await page.locator('td[tabindex="0"]').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowRight', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    assert.deepEqual(await lastSent(page), { type: 'select', product: 'frontier', cloud: 'aws' });
    assert.equal(await cell(page, 'frontier', 'aws').getAttribute('aria-selected'), 'true');
    assert.equal(await cell(page, 'frontier', 'aws').getAttribute('tabindex'), '0');
    await page.keyboard.press('Control+Home');
    assert.equal(await page.evaluate('document.activeElement.dataset.product'), 'models');
    await page.close();
  });

  test('shows the explanation of the selected cell; a clause leads to the text', async () => {
    const page = await open();
    await cell(page, 'frontier', 'azure').click();
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    await page.getByText(EXAMPLE_EXPLANATION.summary).waitFor();
    await page.locator('[data-node="amazon-alliance/frontier-exclusive"] > .node-row .node-words').click();
    assert.deepEqual(await lastSent(page), { type: 'show', node: ['why', 'bar', 'amazon-alliance/frontier-exclusive'] });
    await page.close();
  });

  test('the explanation is a tree that keys walk through', async () => {
    const page = await open({ uri: EXAMPLE_URI, selection: { product: 'frontier', cloud: 'azure' } });
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    const tree = page.getByRole('tree');
    const focused = () => page.evaluate<string>('document.activeElement.dataset.node');
    const press = async (...keys: readonly string[]) => { for (const key of keys) await page.keyboard.press(key); };
    assert.equal(await tree.locator('[tabindex="0"]').count(), 1);
    await tree.locator('[tabindex="0"]').focus();
    assert.equal(await focused(), 'why');
    await press('ArrowDown', 'ArrowDown');
    assert.equal(await focused(), 'microsoft-renegotiated/first-on-azure');
    const clause = page.getByRole('treeitem', { name: 'OpenAI promises Microsoft that every OpenAI product' });
    assert.deepEqual(await Promise.all(['aria-level', 'aria-expanded', 'aria-posinset', 'aria-setsize'].map((name) => clause.getAttribute(name))), ['3', 'false', '1', '1']);
    await press('ArrowRight');
    assert.equal(await clause.getAttribute('aria-expanded'), 'true');
    await press('ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight');
    assert.equal(await focused(), 'fact microsoft-declines');
    await press('Enter');
    const path = ['why', 'claim', 'microsoft-renegotiated/first-on-azure'];
    assert.deepEqual(await lastSent(page), { type: 'show', node: [...path, 'unless', 'fact microsoft-declines'] });
    await press('ArrowLeft', 'ArrowLeft');
    assert.equal(await focused(), 'unless');
    assert.equal(await page.locator('[data-node="fact microsoft-declines"]').count(), 0);
    await press('End');
    assert.equal(await focused(), 'also');
    await press('Home', 'w', 'h', 'y', ' ', 'n');
    assert.equal(await focused(), 'why-not');
    await press('ArrowLeft', '*');
    assert.equal(await page.locator('.tree > [data-kind="part"][aria-expanded="false"]').count(), 0);
    assert.deepEqual((await page.evaluate<PanelState>('window.state')).toggled, [path, ['also']]);
    await page.close();
  });

  test('what was opened stays open on another cell and after a reload', async () => {
    const path = ['why', 'bar', 'amazon-alliance/frontier-exclusive'];
    const page = await open({ uri: EXAMPLE_URI, selection: { product: 'frontier', cloud: 'aws' }, toggled: [path] });
    await page.evaluate(posting({ type: 'explanation', explanation: { ...EXAMPLE_EXPLANATION, cloud: 'aws' } }));
    await page.getByText('with an end that the source does not give').waitFor();
    await page.locator('[data-node="amazon-alliance/frontier-exclusive"] > .node-row .twisty').click();
    assert.equal(await page.getByText('with an end that the source does not give').count(), 0);
    assert.equal((await sent(page)).some(({ type }) => type === 'show'), false);
    await page.close();
  });

  test('a change is assumed or written by a click or a key, but only while the explanation is current', async () => {
    const page = await open({ uri: EXAMPLE_URI, assume: { agi: 'never' }, selection: { product: 'frontier', cloud: 'azure' } }, { type: 'matrix', view: { ...EXAMPLE_VIEW, assumed: { agi: 'never' } } });
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    await page.getByText('Trying what could be written').waitFor();
    assert.equal(await page.getByText('With `subject-to`').count(), 0);
    const title = 'Make `a/b` subject to `c/d`: `c/d` prevails where both apply';
    await page.evaluate(posting({ type: 'settlement', settlement: { product: 'frontier', cloud: 'azure', fixes: [{ title, status: 'barred' }] } }));
    await page.getByRole('button', { name: 'Write this' }).click();
    assert.deepEqual(await lastSent(page), { type: 'settle', title });
    assert.match(await page.evaluate<string>('document.activeElement.dataset.node'), /^fix /);
    await page.evaluate(posting({ type: 'stale', reason: 'The text has changed; updating…' }));
    await page.locator('main[data-state="stale"]').waitFor();
    await page.keyboard.press('Enter');
    assert.equal((await sent(page)).filter(({ type }) => type === 'settle').length, 1);
    assert.ok(await page.getByRole('button', { name: 'Assume this' }).isDisabled());
    await page.evaluate(posting({ type: 'matrix', view: { ...EXAMPLE_VIEW, assumed: { agi: 'never' } } }));
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    await page.getByRole('treeitem', { name: 'If Azure lacks' }).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastSent(page), { type: 'assume', assume: { agi: 'never', 'microsoft-cannot-support': true, 'microsoft-declines': true } });
    await page.close();
  });

  test('saves the selected cell as an expectation, but only one that is explained and current', async () => {
    const page = await open();
    await cell(page, 'frontier', 'azure').click();
    const button = page.getByRole('button', { name: 'Save as expectation' });
    assert.ok(await button.isDisabled());
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    await button.click();
    assert.deepEqual(await lastSent(page), { type: 'expect', product: 'frontier', cloud: 'azure' });
    await page.evaluate(posting({ type: 'stale', reason: 'The text has changed; updating…' }));
    await page.locator('main[data-state="stale"]').waitFor();
    assert.ok(await button.isDisabled());
    await page.close();
  });

  test('asks for a day: by date, by change, and as-of', async () => {
    const page = await open();
    await page.getByLabel('Next change').click();
    assert.deepEqual(await lastSent(page), { type: 'day', at: '2033-01-01' });
    await page.getByLabel('Previous change').click();
    assert.deepEqual(await lastSent(page), { type: 'day', at: '2026-04-27' });
    await page.locator('input[type="date"]').fill('2026-03-01');
    assert.deepEqual(await lastSent(page), { type: 'day', at: '2026-03-01' });
    await page.getByText('As of 27 April 2026').click();
    assert.deepEqual(await lastSent(page), { type: 'day', at: '2026-04-27' });
    await page.close();
  });

  test('what the text settles is shown as known, without a switch, and leads to its place', async () => {
    const page = await open();
    await page.locator('.unknowns summary').click();
    await page.locator('.known').waitFor();
    assert.equal(await page.locator('.unknowns select').count(), 4);
    assert.deepEqual((await page.locator('.known dt').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')), ['Event, known The alliance is signed', 'Fact, known Bedrock runs the product']);
    assert.match(await page.locator('.known dd').first().innerText(), /happened on 2026-02-01/i);
    await page.locator('[data-known="alliance-signed"]').click();
    assert.deepEqual(await lastSent(page), { type: 'reveal', clause: 'alliance-signed' });
    await page.close();
  });

  test('assumes and forgets', async () => {
    const page = await open();
    await page.locator('.unknowns summary').click();
    await page.locator('[data-unknown="first-means"] select').selectOption({ label: 'Azure is one of the launch clouds' });
    assert.deepEqual(await lastSent(page), { type: 'assume', assume: { 'first-means': 'among-first' } });
    await page.locator('[data-unknown="microsoft-declines"] select').selectOption({ label: 'True' });
    assert.deepEqual(await lastSent(page), { type: 'assume', assume: { 'first-means': 'among-first', 'microsoft-declines': true } });
    await page.locator('[data-unknown="first-means"] select').selectOption({ label: 'Open' });
    assert.deepEqual(await lastSent(page), { type: 'assume', assume: { 'microsoft-declines': true } });
    await page.getByText('Reset assumptions').click();
    assert.deepEqual(await lastSent(page), { type: 'assume', assume: {} });
    await page.close();
  });

  test('never shows as current what is not', async () => {
    const page = await open(undefined, { type: 'matrix', view: { ...EXAMPLE_VIEW, errors: 3 } });
    assert.match(await page.getByRole('alert').innerText(), /^The text has 3 errors/);
    await page.evaluate(posting({ type: 'stale', reason: 'The text has changed; updating…' }));
    await page.locator('main[data-state="stale"]').waitFor();
    assert.equal(await page.getByRole('status').first().innerText(), 'The text has changed; updating…');
    await page.evaluate(posting({ type: 'error', message: 'The language server is not running.' }));
    await page.locator('main[data-state="error"]').waitFor();
    await page.getByText('The language server is not running.').waitFor();
    await page.close();
  });

  test('drops messages that are not of the protocol', async () => {
    const page = await open();
    await page.evaluate(`window.postMessage({ type: 'matrix', view: { title: 'broken' } }, '*')`);
    await page.evaluate(`window.postMessage('hello', '*')`);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), EXAMPLE_VIEW.title);
    await page.close();
  });

  test('keeps what was chosen, and takes it up again', async () => {
    const saved: PanelState = { uri: EXAMPLE_URI, at: '2026-05-01', assume: {}, selection: { product: 'frontier', cloud: 'aws' } };
    const page = await open(saved);
    assert.equal(await cell(page, 'frontier', 'aws').getAttribute('aria-selected'), 'true');
    assert.deepEqual(await page.evaluate('window.state'), saved);
    await page.close();
  });

  test('an agreement without clouds is no error', async () => {
    const page = await open(undefined, { type: 'matrix', view: { ...EXAMPLE_VIEW, clouds: [], cells: [] } });
    await page.getByText('This agreement names no clouds yet.').waitFor();
    await page.close();
  });

  test('text of an agreement is text, never markup', async () => {
    const page = await open(undefined, { type: 'matrix', view: { ...EXAMPLE_VIEW, title: '<img src=x onerror=alert(1)>' } });
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '<img src=x onerror=alert(1)>');
    assert.equal(await page.locator('img').count(), 0);
    await page.close();
  });
});
