import { count } from '../base/words.js';
import type { CellView, MatrixView } from '../protocol.js';
import { conflictsOnDay, worldsOn } from '../protocol-words.js';
import { caption, jsonText, oneLine, statusText, SYMBOLS, visible } from './symbols.js';

const rowsOf = (view: MatrixView): readonly (readonly CellView[])[] =>
  view.products.map((_, row) => view.cells.slice(row * view.clouds.length, (row + 1) * view.clouds.length));

const withMark = (cell: CellView): string => `${SYMBOLS[cell.status]} ${statusText(cell)}${cell.certain ? '' : ' *'}${cell.marks.length > 0 ? ' †' : ''}`;

/** Columns of text with a caption; `*` marks what depends on something unknown, `†` what needs a closer look. */
export function matrixTable(view: MatrixView): string {
  const { products, clouds } = view;
  if (view.cells.length === 0) return `${oneLine(view.title)}\n\nThere are no cells: the file has ${count(products.length, 'product')} and ${count(clouds.length, 'cloud')}.\n`;
  const head = ['', ...clouds.map(({ name }) => oneLine(name))];
  const body = rowsOf(view).map((cells, row) => [oneLine(products[row]!.name), ...cells.map(withMark)]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => [...(line[column] ?? '')].length)));
  const line = (cells: readonly string[]): string => cells.map((text, column) => text + ' '.repeat(widths[column]! - [...text].length)).join('  ').trimEnd();
  const notes = [
    ...(view.cells.some(({ certain }) => !certain) ? ['* depends on something that is not known; the first status holds if nothing more happens or is shown'] : []),
    ...(view.cells.some(({ marks }) => marks.length > 0) ? ['† rests on, or is touched by, text to read: see `entente explain`'] : []),
  ];
  return [oneLine(view.title), '', line(head), line(widths.map((width) => '─'.repeat(width))), ...body.map(line), '', oneLine(caption(view)), conflictsOnDay(view), ...notes].join('\n') + '\n';
}

/** Text in a cell of a Markdown table. */
export const inTable = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]<>()#+!|~&@$-]/g, '\\$&').replace(/:(?=\/\/)/g, '\\:').replace(/\bwww(?=\.)/gi, '$&\\');

/** A Markdown table; names are escaped, so that no name becomes markup. */
export function matrixMarkdown(view: MatrixView): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = (cell: CellView): string => `${SYMBOLS[cell.status]} ${inTable(statusText(cell)).replaceAll('\\|', 'or').replaceAll('\\-', '-')}${cell.certain ? '' : ' \\*'}${cell.marks.length > 0 ? ' †' : ''}`;
  return [
    `**${inTable(view.title)}**`, '',
    row(['', ...view.clouds.map(({ name }) => inTable(name))]),
    row(['---', ...view.clouds.map(() => '---')]),
    ...rowsOf(view).map((cells, index) => row([inTable(view.products[index]!.name), ...cells.map(text)])),
    '', `${inTable(caption(view)).replaceAll('\\-', '-')} ${inTable(conflictsOnDay(view))}`, ...(view.cells.some(({ certain }) => !certain) ? ['', '\\* depends on something that is not known; the first status is the baseline\'s.'] : []),
    ...(view.cells.some(({ marks }) => marks.length > 0) ? ['', '† rests on text that is in doubt, or is touched by text that no clause carries.'] : []),
  ].join('\n') + '\n';
}

/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * A field of RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front; so does what would
 * be one where the spreadsheet divides lines at semicolons, tabs or line breaks.
 */
export function csvField(text: string): string {
  const shown = visible(text.replace(/\r\n?/g, '\n'));
  const inner = shown.replace(/[\s;]+/g, (gap, at: number) => (at > 0 && /[;\t\r\n]/.test(gap) && FORMULA.test(shown.slice(at + gap.length, at + gap.length + 1)) ? `${gap}'` : gap));
  const safe = /^[\t\r\n]/.test(shown) || FORMULA.test(shown.trimStart()) ? `'${inner}` : inner;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line for each cell. Sets of assumptions are separated by ` or `, assumptions of one set by ` and `. */
export function matrixCsv(view: MatrixView): string {
  const when = (cell: CellView): string => cell.possible.filter((one) => one.when.length > 0)
    .map((one) => `${one.status} if ${one.when.map((set) => Object.entries(set).map(([name, value]) => `${name}=${String(value)}`).join(' and ')).join(' or ')}`).join('; ');
  const lines = view.cells.map((cell) => [
    view.at, view.asOf, cell.product, cell.cloud, cell.status, String(cell.certain), cell.possible.map(({ status }) => status).join('|'), cell.because.join(' '), when(cell), cell.marks.join('; '),
    Object.entries(view.assumed).map(([name, value]) => `${name}=${String(value)}`).join(' and '),
  ]);
  const head = ['at', 'as-of', 'product', 'cloud', 'status', 'certain', 'possible', 'because', 'when', 'marks', 'assumed'];
  return [head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n') + '\r\n';
}

/** The object that `entente matrix --format json` prints after `file`, with `marks` for what a reader must know beside the status. */
export const matrixObject = (view: MatrixView) => ({
  at: view.at, asOf: view.asOf, assumed: view.assumed, worlds: worldsOn(view),
  products: view.products.map(({ id }) => id), clouds: view.clouds.map(({ id }) => id),
  cells: view.cells.map(({ product, cloud, status, certain, possible, because, marks }) => ({ product, cloud, status, certain, possible, because, marks })),
});

export const matrixJson = (view: MatrixView, file: string): string => `${jsonText({ file, ...matrixObject(view) }, 2)}\n`;
