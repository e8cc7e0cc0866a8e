/** The built view with the Big List of Naughty Strings for names: text is text, and nothing is loaded or run. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { formatDay } from '../../src/base/dates.js';
import type { ExplainNode, ExplainView } from '../../src/protocol.js';
import { isToView } from '../../src/protocol-guards.js';
import { explain } from '../../src/service/explain.js';
import { matrixView } from '../../src/service/matrix-view.js';
import type { Reason } from '../../src/service/reason.js';
import { analysisOf } from '../service/support.js';
import { agreementNamed, NAUGHTY, quoted } from '../support/naughty.js';
import { posting } from './harness.js';
import { launch, openView, skip } from './open-view.js';

const FOREIGN = 'img, iframe, object, embed, #app link, form, #app script, #app style, [onerror], [onload], [onclick], a[href]';
/** Texts in which something could be markup, a link or a command. */
const MARKUP = NAUGHTY.filter((text) => /[<>]|\]\(|:\/\/|javascript:/i.test(text));
/** What a page cannot hold, and shows as something else. */
const UNSHOWN = /[\0\r\ufffd]|\p{Cs}/u;

const nodeOf = ({ kind, text, children = [] }: Reason, index: number): ExplainNode =>
  ({ id: String(index), kind, text, open: true, children: children.filter((child) => child.kind !== 'document').map(nodeOf) });

describe('naughty names in the matrix view', { skip }, () => {
  let browser: Browser;
  const problems: string[] = [];
  before(async () => { browser = await launch(); });
  after(async () => {
    await browser.close();
    assert.deepEqual(problems, [], 'errors in the console, requests, dialogs');
  });

  test('every name is shown as it is, and adds no element', async () => {
    for (let from = 0; from < NAUGHTY.length; from += 100) {
      const names = NAUGHTY.slice(from, from + 100);
      const products = names.map((text, index) => `  p${index}: { name: ${quoted(text)}, owner: p }`).join('\n');
      const view = matrixView(analysisOf(`entente: 1\ntitle: ${quoted('<img src=x onerror=alert(1)>')}\nparties: { p: {} }\nclouds: { c: { name: ${quoted('<script>alert(1)</script>')} } }\nproducts:\n${products}\n`));
      const page = await openView(browser, { type: 'matrix', view }, problems, { height: 12_000 });
      const shown = await page.locator('th[scope="row"] .head-name').allTextContents();
      assert.deepEqual(shown.filter((text) => !UNSHOWN.test(text)), view.products.map(({ name }) => name).filter((text) => !UNSHOWN.test(text)));
      assert.equal(await page.locator(FOREIGN).count(), 0);
      await page.close();
    }
  });

  test('nor does an explanation', async () => {
    const analysis = analysisOf(agreementNamed('plain', false));
    const page = await openView(browser, { type: 'matrix', view: matrixView(analysis) }, problems);
    await page.locator('[data-product="maps"][data-cloud="sky"]').click();
    for (const text of MARKUP) {
      const { at, parts, ...rest } = explain(analysisOf(agreementNamed(text, false)), { product: 'maps', cloud: 'sky' });
      const explanation: ExplainView = { ...rest, at: formatDay(at), parts: parts.map(nodeOf) };
      assert.ok(isToView({ type: 'explanation', explanation }));
      await page.evaluate(posting({ type: 'explanation', explanation }));
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      assert.equal(await page.locator(FOREIGN).count(), 0, JSON.stringify(text));
    }
    assert.ok(await page.locator('[role="treeitem"]').count() > 2);
    await page.close();
  });
});
