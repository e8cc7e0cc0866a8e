import type { MatrixView } from '../protocol.js';
import { escapeControls } from './text.js';
import { assumptionList, conditionsOf, nameOf, statuses } from './words.js';

const HEADER = ['product', 'product name', 'cloud', 'cloud name', 'at', 'as of', 'assumed', 'status', 'certain', 'possible', 'conditions', 'because', 'notes'];

/** One row per cell, as RFC 4180 has it. A spreadsheet runs no field as a formula: those get an apostrophe in front. */
export function matrixCsv({ at, asOf, assumed, products, clouds, cells }: MatrixView): string {
  const rows = cells.map((cell) => [
    cell.product, nameOf(cell.product, products), cell.cloud, nameOf(cell.cloud, clouds), at, asOf, assumptionList(assumed, '; '),
    cell.status, String(cell.certain), statuses(cell), cell.certain ? '' : conditionsOf(cell).join('; '), cell.because.join('; '), cell.marks.join('; '),
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  const safe = harmless.split(/([\t\r\n]+)/).map((part, index) => (index % 2 === 1 ? part : escapeControls(part))).join('');
  return /[",\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
