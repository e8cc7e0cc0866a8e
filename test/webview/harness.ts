import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { contentPolicy } from '../../src/client/panel-policy.js';
import type { FromView, PanelState, ToView } from '../../src/protocol.js';
import { EXAMPLE_URI } from './example-view.js';

/** What a test page offers to the outside, in place of VS Code. */
export interface HarnessWindow {
  readonly sent: FromView[];
  readonly state: PanelState | undefined;
}

export interface HarnessOptions {
  readonly kind?: 'matrix' | 'compare';
  /** Attributes of the element that the view starts from. */
  readonly data?: Readonly<Record<string, string>>;
  /** The language of the page. */
  readonly lang?: string;
  /** A style sheet such as `:root { --vscode-foreground: … }`. */
  readonly theme?: string;
  /** One of `vscode-dark`, `vscode-light`, `vscode-high-contrast`. */
  readonly bodyClass?: string;
  /** What the view saved before a reload. */
  readonly saved?: PanelState;
}

export const ADDRESS = 'https://view.test/';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Opens the built view with a stand-in for VS Code, under the policy that the real panel has. Nothing but `dist/webview` can be loaded. */
export async function openHarness(page: Page, root: string, { kind = 'matrix', data = { uri: EXAMPLE_URI }, lang = 'en', theme = '', bodyClass = 'vscode-light', saved }: HarnessOptions = {}): Promise<void> {
  const state = JSON.stringify(saved ?? null).replaceAll('<', '\\u003c');
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${escaped(value)}"`).join(' ');
  const html = `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy('test', '\'self\'')}">
<link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="${kind}.css"><title>Harness</title></head>
<body class="${bodyClass}"><div id="app" ${attributes}></div>
<script nonce="test">window.sent = []; window.state = ${state} ?? undefined;
window.acquireVsCodeApi = () => ({ postMessage: (m) => window.sent.push(m), getState: () => window.state, setState: (s) => { window.state = s; } });</script>
<script type="module" nonce="test" src="${kind}.js"></script></body></html>`;
  await page.route(`${ADDRESS}**`, async (route) => {
    const name = path.posix.basename(new URL(route.request().url()).pathname);
    const file = path.join(root, 'dist', 'webview', name);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    if (name === 'theme.css') return route.fulfill({ contentType: 'text/css', body: theme });
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: TYPES[path.extname(name)] ?? '', body: readFileSync(file) });
  });
  await page.goto(ADDRESS);
}

/** The message as the page's own text, for `page.evaluate`. */
export const posting = (message: ToView): string => `window.postMessage(${JSON.stringify(message)}, '*')`;
