/**
 * Text of a file comes from anybody. These functions make it safe to show: nothing in it can move a cursor, change
 * colours, hide or reorder what stands beside it.
 */

/** Bidi controls, invisible characters, C1 controls and tags: harmless in data, not on a screen. */
const INVISIBLE = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const CONTROL = /[\0-\x1f]|\p{Surrogate}/gu;

/** Unsafe characters as visible escapes such as `\x1b` or `\u202e`; line breaks and tabs as well. */
export const escapeControls = (text: string): string => text.replace(CONTROL, visible).replace(INVISIBLE, visible);

/** One line that is safe on a terminal, in a log and in a document. Runs of line breaks and tabs become one blank. */
export function plain(text: string): string {
  const line = escapeControls(text.replace(/[\t\r\n]+/g, ' ').trim());
  // A line that starts like this is a command to the runners of GitHub and Azure.
  return /^(?:::|##\[)/.test(line) ? `\\${line}` : line;
}

/** Safe on a terminal like `plain`, with its line breaks kept: for messages that the command line itself lays out. */
export const plainLines = (text: string): string => text.split('\n').map((line) => escapeControls(line)).join('\n');

function visible(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/** Indented JSON with a line break at its end. Unsafe characters are written as JSON escapes: the data stay the same. */
export function toJson(value: unknown): string {
  const units = (text: string): string => Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
  return `${JSON.stringify(value, null, 2).replace(INVISIBLE, units)}\n`;
}

const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /\p{Mark}|[\u200c\u200d]/u;

/** Columns that a safe text takes on a terminal: East Asian wide characters take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

export const padTo = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** Breaks at blanks so that no line is wider than `width`, if a word allows it; later lines start with `indent`. */
export function wrap(text: string, width: number | undefined, indent = ''): string {
  if (width === undefined || columnsOf(text) <= width) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line += line === '' && lines.length === 0 ? (word === '' ? ' ' : word) : line.endsWith(' ') && line.trim() === '' ? (word === '' ? ' ' : word) : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** For XML and HTML, in text and in attributes with double quotes. */
export const escapeXml = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? '&#39;');
