import type { Severity } from '../base/findings.js';
import type { StatusName } from '../protocol.js';

export type Style = StatusName | Severity | 'strong' | 'quiet';

/** Colours a text that is already safe and padded. */
export type Paint = (text: string, style: Style) => string;

const CODES: Readonly<Record<Style, string>> = {
  conflict: '1;31', barred: '90', exclusive: '35', first: '34', 'after-first': '33', available: '32', unspecified: '90', undecided: '1;33',
  error: '1;31', warning: '33', information: '34', hint: '90', strong: '1', quiet: '90',
};

export const noPaint: Paint = (text) => text;
export const ansiPaint: Paint = (text, style) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
