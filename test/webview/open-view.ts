import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { ToView } from '../../src/protocol.js';
import { chromiumPath, skipReason } from './browser.js';
import { ADDRESS, type HarnessOptions, openHarness, posting } from './harness.js';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Why tests in a browser cannot run, or false. */
export const skip = skipReason('matrix.js');

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });

export interface Opening extends HarnessOptions {
  readonly width?: number;
  readonly height?: number;
}

/** The view with its first message; what goes wrong in the console is added to `problems`. */
export async function openView(browser: Browser, first: ToView, problems: string[], { width = 1200, height = 900, ...options }: Opening = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => { if (!/^blob:/.test(request.url()) && !request.url().startsWith(ADDRESS)) problems.push(`a request for ${request.url()}`); });
  page.on('dialog', (dialog) => { problems.push(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
  await openHarness(page, ROOT, options);
  await page.evaluate(posting(first));
  await page.locator('.board, .empty, [role="tabpanel"]').first().waitFor();
  return page;
}

/** Waits until an expression is true in the page. Unlike Playwright's own, this one keeps to the content policy. */
export async function until(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (await page.evaluate<unknown>(expression) !== true) {
    if (Date.now() > deadline) throw new Error(`waited 20 s for ${expression}`);
  }
}
