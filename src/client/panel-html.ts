import { env, l10n, Uri, type Webview } from 'vscode';
import { contentPolicy } from './panel-policy.js';

/** The only folder that the view may load from. */
export const viewRoot = (extension: Uri): Uri => Uri.joinPath(extension, 'dist', 'webview');

/** Which page, and what it knows from the first moment on: kept as the state of the view, so that a reload of the window finds the panel again. */
export type Page =
  | { readonly kind: 'matrix'; readonly title: string; readonly uri: string }
  | { readonly kind: 'compare'; readonly title: string; readonly state: object };

/** The page of a panel. Where the editor has translations, they come with it. */
export function panelHtml(webview: Webview, extension: Uri, page: Page): string {
  const nonce = freshNonce();
  const asset = (name: string) => escape(webview.asWebviewUri(Uri.joinPath(viewRoot(extension), name)).toString());
  const translations = l10n.bundle;
  const policy = contentPolicy(nonce, webview.cspSource);
  return `<!DOCTYPE html>
<html lang="${escape(translations === undefined ? 'en' : env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${asset(`${page.kind}.css`)}">
<title>${escape(page.title)}</title>
</head>
<body>
<div id="app" ${page.kind === 'matrix' ? `data-uri="${escape(page.uri)}"` : `data-state="${escape(JSON.stringify(page.state))}"`}${translations === undefined ? '' : ` data-l10n="${escape(JSON.stringify(translations))}"`}></div>
<script type="module" nonce="${nonce}" src="${asset(`${page.kind}.js`)}"></script>
</body>
</html>`;
}

/** 128 random bits, in hexadecimal. */
function freshNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
