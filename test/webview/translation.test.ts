/** The views in a made-up language: what is still English comes from the file or from the server. Needs `dist/webview` and a Chromium. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import type { Browser, Page } from 'playwright-core';
import type { CompareState, ToCompareView, ToView } from '../../src/protocol.js';
import { commitmentsView } from '../../src/service/commitments.js';
import { compareView } from '../../src/service/compare-view.js';
import { analysisOf, day, WORKED } from '../service/support.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_OVER_TIME, EXAMPLE_TIMELINE, EXAMPLE_URI, EXAMPLE_VIEW } from './example-view.js';
import { openHarness, posting } from './harness.js';
import { STATUSES } from '../../src/webview/words.js';
import { launch, openView, ROOT, skip } from './open-view.js';

const ENGLISH = JSON.parse(readFileSync(path.join(ROOT, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;
/** Every letter of it has an accent, so that none is English. */
const PSEUDO = getL10nPseudoLocalized(ENGLISH) as Record<string, string>;
/** Months are Greek: no letter of theirs is English, either. */
const IN_PSEUDO = { data: { uri: EXAMPLE_URI, l10n: JSON.stringify(PSEUDO) }, lang: 'el' };
const say = (text: string): string => PSEUDO[text] ?? assert.fail(text);

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value, ...value.split('`')];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => [key, ...stringsIn(item)]) : [];
};

/** Words of the language: they are what one writes in a file. */

/** What a page shows or says to a screen reader, without what it was given, as far as letters are left. */
async function english(page: Page, given: unknown): Promise<readonly string[]> {
  const said = await page.evaluate<string[]>(`(() => {
    const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const said = [];
    while (texts.nextNode()) said.push(texts.currentNode.data);
    for (const each of document.querySelectorAll('#app *')) for (const name of ['title', 'aria-label', 'aria-valuetext', 'aria-description', 'placeholder', 'alt', 'label']) said.push(each.getAttribute(name) ?? '');
    return [...new Set(said)];
  })()`);
  const data = [...new Set(stringsIn(given)), ...STATUSES].filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);
  return said.filter((text) => /[A-Za-z]{2}/.test(data.reduce((left, each) => left.replaceAll(each, ' '), text)));
}

describe('the views in another language', { skip }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => { browser = await launch(); });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, [], 'errors in the console');
  });

  test('without translations they are English, so this test can tell', async () => {
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, problems);
    assert.ok((await english(page, EXAMPLE_VIEW)).includes('Availability matrix'));
    await page.close();
  });

  test('the matrix: everything open', async () => {
    const first: ToView = { type: 'matrix', view: { ...EXAMPLE_OVER_TIME, errors: 2 } };
    const explained: ToView = { type: 'explanation', explanation: EXAMPLE_EXPLANATION };
    const settled: ToView = { type: 'settlement', settlement: { product: 'frontier', cloud: 'azure', fixes: [{ title: 'Let it yield', status: 'barred' }] } };
    const given = [first, explained, settled];
    const page = await openView(browser, first, problems, IN_PSEUDO);
    assert.deepEqual(await english(page, given), []);
    await page.locator('.unknowns summary').click();
    await page.locator('.known').waitFor();
    await page.locator('[data-product="frontier"][data-cloud="google-cloud"]').click();
    await page.getByText(say('Looking up the reasons…')).waitFor();
    assert.deepEqual(await english(page, given), []);
    await page.locator('[data-product="frontier"][data-cloud="azure"]').click();
    await page.evaluate(posting(explained));
    await page.getByText(say('Trying what could be written in the text…')).waitFor();
    assert.deepEqual(await english(page, given), []);
    await page.evaluate(posting(settled));
    await page.getByText(say('Write this')).waitFor();
    await page.evaluate(posting({ type: 'cursor', clauses: ['amazon-alliance/frontier-exclusive'] }));
    await page.locator('[data-lit]').first().waitFor();
    assert.deepEqual(await english(page, given), []);
    await page.locator('summary', { hasText: say('Arrange') }).click();
    await page.getByLabel(say('Group products by')).selectOption({ label: say('Owner') });
    await page.getByLabel(say('Group clouds by')).selectOption({ label: say('Operator') });
    await page.getByLabel(say('Hide what is the same')).check();
    assert.deepEqual(await english(page, given), []);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('nothing is called so');
    await page.getByText(say('Nothing is like that.')).waitFor();
    assert.deepEqual(await english(page, given), []);
    await page.locator('.unknowns select').first().selectOption('0');
    await page.getByText(say('Reset assumptions')).waitFor();
    assert.deepEqual(await english(page, given), []);
    await page.close();
  });

  for (const [name, view] of Object.entries({
    'too large to hold every day': { ...EXAMPLE_OVER_TIME, timeline: { ...EXAMPLE_TIMELINE, cells: null, today: EXAMPLE_VIEW.asOf } },
    'nothing that is not known': { ...EXAMPLE_VIEW, unknowns: [], known: [], worlds: { known: '1', later: '1' }, cells: EXAMPLE_VIEW.cells.map((cell) => ({ ...cell, status: 'undecided' as const, certain: true, possible: [], marks: [] })) },
    'without clouds': { ...EXAMPLE_VIEW, clouds: [], cells: [] }, 'without products': { ...EXAMPLE_VIEW, products: [], cells: [], errors: 1 }, 'empty': { ...EXAMPLE_VIEW, products: [], clouds: [], cells: [] },
  })) {
    test(`the matrix: ${name}`, async () => {
      const page = await openView(browser, { type: 'matrix', view }, problems, IN_PSEUDO);
      assert.deepEqual(await english(page, view), []);
      await page.close();
    });
  }

  test('before there is an answer', async () => {
    const page = await browser.newPage();
    await openHarness(page, ROOT, IN_PSEUDO);
    await page.getByText(say('Reading the agreement…')).waitFor();
    assert.deepEqual(await english(page, []), []);
    await page.close();
  });

  test('money and terms', async () => {
    const example = analysisOf(readFileSync(path.join(ROOT, 'examples/openai-cloud-alliances.entente.yaml'), 'utf8'));
    const money: ToView = { type: 'money', view: { ...commitmentsView(example, { at: day(EXAMPLE_VIEW.at) }), uri: EXAMPLE_URI, version: EXAMPLE_VIEW.version } };
    const none: ToView = { type: 'money', view: { ...money.view, commitments: [], totals: [], byParty: [] } };
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, problems, { ...IN_PSEUDO, saved: { uri: EXAMPLE_URI, tab: 'money' } });
    await page.getByText(say('Reading the commitments…')).waitFor();
    assert.deepEqual(await english(page, EXAMPLE_VIEW), []);
    await page.evaluate(posting(money));
    await page.locator('.totals').waitFor();
    assert.deepEqual(await english(page, [EXAMPLE_VIEW, money]), []);
    await page.evaluate(posting({ ...money, view: { ...money.view, totals: [] } }));
    await page.locator('.no-totals').waitFor();
    assert.deepEqual(await english(page, [EXAMPLE_VIEW, money]), []);
    await page.evaluate(posting(none));
    await page.getByText(say('No investment, purchase, licence or revenue share is written down here.')).waitFor();
    assert.deepEqual(await english(page, EXAMPLE_VIEW), []);
    await page.close();
  });

  test('a comparison', async () => {
    const analysis = analysisOf(WORKED);
    const side = (at: string) => ({ analysis, at: day(at), assume: {}, label: 'main.entente.yaml' });
    const view = { ...compareView(side('2026-03-01'), side('2026-05-01'), 1), withoutEffect: ['a/b'] };
    const state: CompareState = { uri: EXAMPLE_URI, base: { kind: 'same' }, before: {}, after: {} };
    const page = await browser.newPage();
    await openHarness(page, ROOT, { kind: 'compare', data: { state: JSON.stringify(state), l10n: JSON.stringify(PSEUDO) }, lang: 'el' });
    await page.getByText(say('Comparing…')).waitFor();
    assert.deepEqual(await english(page, []), []);
    await page.evaluate((message) => window.postMessage(message, '*'), { type: 'comparison', view } satisfies ToCompareView);
    await page.locator('.plan-summary').waitFor();
    assert.deepEqual(await english(page, view), []);
    await page.close();
  });
});
