/**
 * The content policy of a panel. It allows the one script that carries a nonce, which is never used twice, with the modules
 * that it imports, and style sheets of the extension; no inline style, no font, no connection, and no image but those that
 * the script itself draws, which it turns into a PNG. `styles` names where style sheets come from.
 */
export const contentPolicy = (nonce: string, styles: string): string => [
  `default-src 'none'`, `script-src 'nonce-${nonce}'`, `style-src ${styles}`,
  `font-src 'none'`, `img-src blob:`, `connect-src 'none'`, `base-uri 'none'`, `form-action 'none'`,
].join('; ');
