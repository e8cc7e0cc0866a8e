/** Tabs, money and terms, and what is taken along, in a real browser. Needs `dist/webview` and a Chromium, as view.test.ts does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { CommitmentsView, FromView, PanelState } from '../../src/protocol.js';
import { isFromView } from '../../src/protocol-guards.js';
import { commitmentsView } from '../../src/service/commitments.js';
import { analysisOf, day } from '../service/support.js';
import { sheetOf, THEMES } from './themes.js';
import { EXAMPLE_URI, EXAMPLE_VIEW } from './example-view.js';
import { posting } from './harness.js';
import { isWide, violations } from './axe.js';
import { launch, type Opening, openView, ROOT, skip, until } from './open-view.js';

const EXAMPLE = analysisOf(readFileSync(path.join(ROOT, 'examples/openai-cloud-alliances.entente.yaml'), 'utf8'));
const MONEY: CommitmentsView = { ...commitmentsView(EXAMPLE, { at: day(EXAMPLE_VIEW.at) }), uri: EXAMPLE_URI, version: EXAMPLE_VIEW.version };

describe('money and terms', { skip }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, [], 'errors in the console, such as a breach of the content policy');
  });

  const open = (saved?: PanelState, options: Opening = {}): Promise<Page> =>
    openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, problems, saved === undefined ? options : { ...options, saved });
  const sent = (page: Page): Promise<FromView[]> => page.evaluate<FromView[]>('window.sent');

  test('is a tab that arrow keys reach, and is kept across a reload', async () => {
    const page = await open();
    await page.getByRole('tab', { name: 'Availability', selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Money and terms' }).waitFor();
    assert.deepEqual((await sent(page)).at(-1), { type: 'tab', tab: 'money' });
    assert.equal(await page.evaluate('document.activeElement.id'), 'tab-money');
    assert.equal(await page.getByRole('gridcell').count(), 0);
    const state = await page.evaluate<PanelState>('window.state');
    assert.equal(state.tab, 'money');
    const again = await open(state);
    assert.equal(await again.getByRole('tab', { name: 'Money and terms', selected: true }).count(), 1);
    await again.keyboard.press('Tab');
    await page.close();
    await again.close();
  });

  test('shows two sums, never one, and how each promise stands', async () => {
    const page = await open({ uri: EXAMPLE_URI, tab: 'money' });
    await page.evaluate(posting({ type: 'money', view: MONEY }));
    const all = page.locator('.totals tr.all');
    assert.equal(await all.locator('[data-sum="certain"]').innerText(), '265 billion USD');
    assert.equal(await all.locator('[data-sum="conditional"]').innerText(), '35 billion USD');
    assert.equal(await page.getByText('300 billion').count(), 0);
    const old = page.locator('[data-commitment="microsoft-original/exclusive-ip"]');
    assert.match(await old.innerText(), /ended.*Superseded by “Renegotiated Microsoft agreement” from 2026-04-27 on\./s);
    const parts = await page.locator('[data-commitment="amazon-alliance/investment"] .parts li').allInnerTexts();
    assert.deepEqual(parts.map((part) => part.replace(/\s+/g, ' ')), ['15 billion USD certain at signing', '35 billion USD conditional where “Conditions for the second tranche” has happened']);
    assert.equal(await page.locator('.track').count(), MONEY.commitments.length);
    await page.close();
  });

  test('a line leads to its clause', async () => {
    const page = await open({ uri: EXAMPLE_URI, tab: 'money' });
    await page.evaluate(posting({ type: 'money', view: MONEY }));
    await page.locator('.promise [data-clause="azure-purchase/cloud-services"]').click();
    assert.deepEqual((await sent(page)).at(-1), { type: 'reveal', clause: 'azure-purchase/cloud-services' });
    await page.locator('.terms [data-clause="amazon-alliance/investment"]').click();
    assert.deepEqual((await sent(page)).at(-1), { type: 'reveal', clause: 'amazon-alliance/investment' });
    await page.close();
  });

  test('sums of another day are not shown as those of this one', async () => {
    const page = await open({ uri: EXAMPLE_URI, tab: 'money' });
    await page.evaluate(posting({ type: 'money', view: { ...MONEY, at: '2026-04-27' } }));
    assert.equal(await page.locator('.money').getAttribute('aria-busy'), 'true');
    await page.getByText('In force on 27 April 2026').waitFor();
    await page.evaluate(posting({ type: 'money', view: MONEY }));
    await page.locator('.money[aria-busy="false"]').waitFor();
    await page.close();
  });

  test('what is in no total says so', async () => {
    const [first, ...others] = MONEY.commitments;
    const page = await open({ uri: EXAMPLE_URI, tab: 'money' });
    await page.evaluate(posting({ type: 'money', view: { ...MONEY, totals: [], byParty: [], commitments: [{ ...first!, left: 'An amount cannot be read.' }, ...others] } }));
    await page.getByText('No amount of money is in force on 1 May 2026.').waitFor();
    assert.match(await page.locator('.promise').first().innerText(), /In no total\. An amount cannot be read\./);
    await page.evaluate(posting({ type: 'money', view: { ...MONEY, totals: [], byParty: [], commitments: [] } }));
    await page.getByText('No investment, purchase, licence or revenue share is written down here.').waitFor();
    await page.close();
  });

  for (const theme of THEMES) {
    test(`axe finds nothing in ${theme.name}`, async () => {
      const page = await open({ uri: EXAMPLE_URI, tab: 'money' }, { theme: sheetOf(theme), bodyClass: theme.bodyClass });
      await page.evaluate(posting({ type: 'money', view: MONEY }));
      await page.locator('.promise').first().waitFor();
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }

  test('at 400 % the page does not scroll sideways', async () => {
    const page = await open({ uri: EXAMPLE_URI, tab: 'money' }, { width: 320, height: 256 });
    await page.evaluate(posting({ type: 'money', view: MONEY }));
    await page.locator('.promise').first().waitFor();
    assert.equal(await isWide(page), false);
    await page.close();
  });

  test('buttons ask to export and to copy; a context menu knows its cell', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    assert.deepEqual((await sent(page)).slice(-2), [{ type: 'take', how: 'export' }, { type: 'take', how: 'copy' }]);
    const titles = () => page.locator('.take .button').evaluateAll((all) => all.map((each) => each.getAttribute('title')));
    assert.deepEqual(await titles(), ['Copy the matrix as shown', 'Save the matrix as shown: SVG, PNG, HTML, CSV, Markdown, JSON']);
    await page.getByRole('tab', { name: 'Money and terms' }).click();
    assert.deepEqual(await titles(), ['Copy money and terms as shown', 'Save money and terms as shown: CSV, Markdown, JSON']);
    await page.getByRole('button', { name: 'Export…' }).click();
    assert.deepEqual((await sent(page)).slice(-2), [{ type: 'tab', tab: 'money' }, { type: 'take', how: 'export' }]);
    await page.getByRole('tab', { name: 'Availability' }).click();
    const cell = page.locator('[data-product="frontier"][data-cloud="aws"]');
    await cell.click({ button: 'right' });
    assert.deepEqual(JSON.parse(await cell.getAttribute('data-vscode-context') ?? ''), { webviewSection: 'cell', uri: EXAMPLE_URI, product: 'frontier', cloud: 'aws', preventDefaultContextMenuItems: true });
    await page.close();
  });

  test('draws a picture as PNG, twice its size, and says where it cannot', async () => {
    const page = await open();
    const drawn = async (id: number): Promise<FromView & { type: 'drawn' }> => {
      await until(page, `window.sent.some((message) => message.type === 'drawn' && message.id === ${id})`);
      const message = (await sent(page)).find((one) => one.type === 'drawn' && one.id === id);
      assert.ok(isFromView(message) && message.type === 'drawn');
      return message;
    };
    await page.evaluate(posting({ type: 'draw', id: 1, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="#fff"/></svg>' }));
    const png = Buffer.from((await drawn(1)).png ?? '', 'base64');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [60, 40]);
    await page.evaluate(posting({ type: 'draw', id: 2, svg: 'no picture' }));
    assert.equal((await drawn(2)).png, null);
    assert.notEqual((await drawn(2)).problem, null);
    await page.close();
  });
});
