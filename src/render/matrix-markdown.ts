import type { Assume, CellView, MatrixView } from '../protocol.js';
import { markdownCode, markdownTable, markdownText } from './markdown.js';
import { DEPENDS, errorWords, isOpen, nameOf, NOTED, rowsOf, statuses } from './words.js';

/** A table with names, and below it what each cell that depends turns on. */
export function matrixMarkdown(view: MatrixView): string {
  const { title, products, clouds, cells, at, asOf, assumed, errors } = view;
  const assuming = Object.keys(assumed).length === 0 ? '' : `, assuming ${setOf(assumed)}`;
  const name = (cell: CellView): string => `${markdownText(nameOf(cell.product, products))} on ${markdownText(nameOf(cell.cloud, clouds))}`;
  const open = cells.filter(isOpen);
  const noted = cells.filter(({ marks }) => marks.length > 0);
  return `${[
    `## ${markdownText(title)}`,
    `On ${at}, known as of ${asOf}${assuming}.`,
    ...(errors > 0 ? [errorWords(errors)] : []),
    markdownTable(['', ...clouds.map((cloud) => markdownText(cloud.name))], rowsOf(view).map((row) => [markdownText(row.product.name), ...row.cells.map(cellText)])),
    ...(open.length > 0 ? [`\\${DEPENDS} depends on what is not known; the status shown first holds while nothing more is known:`, open.map((cell) => `- ${name(cell)}: ${conditions(cell)}`).join('\n')] : []),
    ...(noted.length > 0 ? [`${NOTED} notes:`, noted.map((cell) => `- ${name(cell)}: ${cell.marks.map(markdownText).join('; ')}`).join('\n')] : []),
    ...(cells.some(({ because }) => because.length > 0) ? ['Decided by:', cells.filter(({ because }) => because.length > 0).map((cell) => `- ${name(cell)}: ${cell.because.map(markdownCode).join(', ')}`).join('\n')] : []),
  ].join('\n\n')}\n`;
}

function cellText(cell: CellView): string {
  const words = statuses(cell).replaceAll('|', '\\|');
  return `${cell.status === 'conflict' ? words.replace('conflict', '**conflict**') : words}${isOpen(cell) ? ` \\${DEPENDS}` : ''}${cell.marks.length > 0 ? ` ${NOTED}` : ''}`;
}

const setOf = (set: Assume): string => Object.entries(set).map(([name, value]) => markdownCode(`${name}=${String(value)}`)).join(' and ');

const conditions = ({ possible }: CellView): string =>
  possible.map(({ status, when }) => [status, when.map(setOf).filter((words) => words !== '').join(', or ')].filter((part) => part !== '').join(' where ')).join('; ');
