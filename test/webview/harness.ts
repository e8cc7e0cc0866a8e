import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FromView, PanelState, ToView } from '../../src/protocol.js';
import { EXAMPLE_URI } from './example-view.js';

/** What a test page offers to the outside, in place of VS Code. */
export interface HarnessWindow {
  readonly sent: FromView[];
  readonly state: PanelState | undefined;
}

/**
 * A page with the built view and a stand-in for VS Code, under the policy that the real panel has. `theme` is a style
 * sheet such as `:root { --vscode-foreground: … }`; `bodyClass` one of `vscode-dark`, `vscode-light`, `vscode-high-contrast`.
 */
export function harnessPage(root: string, options: { readonly theme?: string; readonly bodyClass?: string; readonly saved?: PanelState } = {}): string {
  const asset = (name: string) => readFileSync(path.join(root, 'dist', 'webview', name), 'utf8');
  const saved = JSON.stringify(options.saved ?? null).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-test'; style-src 'nonce-test'; img-src blob:">
<style nonce="test">${options.theme ?? ''}</style><style nonce="test">${asset('matrix.css')}</style><title>Harness</title></head>
<body class="${options.bodyClass ?? 'vscode-light'}"><div id="app" data-uri="${EXAMPLE_URI}"></div>
<script nonce="test">window.sent = []; window.state = ${saved} ?? undefined;
window.acquireVsCodeApi = () => ({ postMessage: (m) => window.sent.push(m), getState: () => window.state, setState: (s) => { window.state = s; } });</script>
<script nonce="test">${asset('matrix.js').replaceAll('</script', '<\\/script')}</script></body></html>`;
}

/** The message as the page's own text, for `page.evaluate`. */
export const posting = (message: ToView): string => `window.postMessage(${JSON.stringify(message)}, '*')`;
