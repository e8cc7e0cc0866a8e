/** What a panel loads: little at first, the rest when it is drawn, and nothing else. Needs `dist/webview`; most of it a Chromium. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { EXAMPLE_EXPLANATION, EXAMPLE_VIEW } from './example-view.js';
import { posting } from './harness.js';
import { launch, openView, ROOT, skip, until } from './open-view.js';

/** Bytes of script, minified, until the matrix is drawn. */
const LIMIT = 60 * 1024;

/** A built script and all that it imports before it runs. */
function atFirst(name: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(name)) return seen;
  const text = readFileSync(path.join(ROOT, 'dist', 'webview', name), 'utf8');
  seen.set(name, text);
  for (const [, imported] of text.matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) atFirst(imported!, seen);
  return seen;
}

describe('loading the view', { skip }, () => {
  let browser: Browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  test('the scripts that the matrix starts with are small', () => {
    const scripts = atFirst('matrix.js');
    assert.ok(scripts.size > 1, 'shared parts are found');
    const bytes = [...scripts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    assert.ok(bytes < LIMIT, `${bytes} bytes in ${[...scripts.keys()].join(', ')}`);
  });

  test('the rest is loaded when it is drawn', async () => {
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, []);
    const loaded = () => page.evaluate<string[]>('performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)).filter((name) => name.endsWith(".js"))');
    await page.getByRole('heading', { name: 'Legend' }).waitFor();
    assert.deepEqual(new Set((await loaded()).map((name) => name.replace(/^legend-.*/, 'legend'))), new Set([...atFirst('matrix.js').keys(), 'legend']));
    await page.locator('[data-product="frontier"][data-cloud="azure"]').click();
    await page.evaluate(posting({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
    await page.getByRole('tree').waitFor();
    assert.ok((await loaded()).some((name) => name.startsWith('explanation-')));
    assert.ok(!(await loaded()).some((name) => name.startsWith('money-')));
    await page.close();
  });

  test('a part that cannot be loaded is said to be missing, and the matrix stays', async () => {
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, []);
    await page.route('**/explanation-*.js', (route) => route.abort());
    await page.locator('[data-product="frontier"][data-cloud="azure"]').click();
    await page.getByRole('alert').getByText('This part of the view could not be loaded').waitFor();
    assert.equal(await page.getByRole('gridcell').count(), 12);
    await page.close();
  });

  test('the content policy lets nothing else in', async () => {
    const page = await openView(browser, { type: 'matrix', view: EXAMPLE_VIEW }, []);
    const refused = async (attempt: string): Promise<string> => {
      await page.evaluate(`window.refused = undefined; document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { window.refused = effectiveDirective; }, { once: true }); ${attempt}; null`);
      await until(page, 'window.refused !== undefined');
      return page.evaluate<string>('window.refused');
    };
    const add = (tag: string, fields: string) => `document.head.append(Object.assign(document.createElement('${tag}'), ${fields}))`;
    assert.equal(await refused(add('script', '{ textContent: "window.broken = true" }')), 'script-src-elem');
    assert.equal(await refused(add('script', '{ src: "matrix.js" }')), 'script-src-elem', 'an own script without the nonce');
    assert.equal(await refused(add('style', '{ textContent: "main { display: none }" }')), 'style-src-elem');
    assert.equal(await refused('document.body.setAttribute("style", "display: none")'), 'style-src-attr');
    assert.equal(await refused('document.body.setAttribute("onclick", "window.broken = true"); document.body.click()'), 'script-src-attr');
    assert.equal(await refused(add('link', '{ rel: "stylesheet", href: "https://example.org/a.css" }')), 'style-src-elem');
    assert.equal(await refused(`document.body.append(Object.assign(new Image(), { src: 'https://example.org/a.png' }))`), 'img-src');
    assert.equal(await refused('fetch("matrix.js").catch(() => {})'), 'connect-src');
    assert.equal(await page.evaluate('window.broken'), undefined);
    await page.close();
  });
});
