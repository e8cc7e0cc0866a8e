import type { CellView, MatrixView } from '../protocol.js';
import { columnsOf, escapeXml, plain } from './text.js';
import { TONES } from './tones.js';
import { assumptionList, conditionsOf, DEPENDS, errorWords, isOpen, LEGEND, nameOf, NOTED, rowsOf, statusesIn, statusWithMark } from './words.js';

const PAD = 24;
const ROW = 40;
const GAP = 4;
/** An upper estimate of a character's width at the size of the cells' text. */
const CHAR = 7.6;
const SMALL = 6.6;
/** Longer names are cut in the picture; their titles are whole. */
const LONGEST = 36;

/** One picture without scripts, fonts or links: light, for a page or a slide. */
export function matrixSvg(view: MatrixView): string {
  const { products, clouds, cells, title, at, asOf, assumed } = view;
  const rows = rowsOf(view);
  const label = Math.max(80, ...products.map(({ name }) => textWidth(cut(name)))) + 16;
  const widths = clouds.map(({ name }, column) => Math.max(120, textWidth(cut(name)) + 20, ...rows.map((row) => textWidth(cellText(row.cells[column])) + 24)));
  const lefts = widths.map((_, column) => PAD + label + widths.slice(0, column).reduce((sum, width) => sum + width + GAP, 0));
  const assuming = assumptionList(assumed);
  const subtitles = [`On ${at}, known as of ${asOf}`, ...(assuming === '' ? [] : [`Assuming ${assuming}`]), ...(view.errors > 0 ? [errorWords(view.errors)] : [])];
  const top = PAD + 30 + subtitles.length * 20 + 14;
  const gridBottom = top + 30 + rows.length * (ROW + GAP);
  const legend = [
    ...statusesIn(cells).map((status) => `${status}: ${LEGEND[status]}`),
    ...(cells.some(isOpen) ? [`${DEPENDS} depends on what is not known; the status shown first holds while nothing more is known`] : []),
    ...(cells.some(({ marks }) => marks.length > 0) ? [`${NOTED} has a note`] : []),
  ];
  const gridRight = PAD + label + widths.reduce((sum, width) => sum + width + GAP, 0);
  const width = Math.ceil(Math.max(gridRight, PAD + textWidth(plain(title)) * 1.5, ...[...subtitles, ...legend].map((line) => PAD + columnsOf(line) * SMALL)) + PAD);
  const height = Math.ceil(gridBottom + 12 + legend.length * 18 + PAD);
  const text = (x: number, y: number, size: number, content: string, more = ''): string => `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${more}>${content}</text>`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="matrix-title matrix-text" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" fill="#24292f">`,
    `<title id="matrix-title">${escapeXml(`${title}, ${at}`)}</title>`,
    `<desc id="matrix-text">${escapeXml(description(view))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(PAD, PAD + 18, 20, escapeXml(title), ' font-weight="600"'),
    ...subtitles.map((line, index) => text(PAD, PAD + 42 + index * 20, 13, escapeXml(line), ' fill="#4a4f57"')),
    ...clouds.map(({ name }, column) => text((lefts[column] ?? 0) + (widths[column] ?? 0) / 2, top + 16, 13, named(name), ' font-weight="600" text-anchor="middle"')),
    ...rows.flatMap(({ product, cells: row }, index) => {
      const y = top + 30 + index * (ROW + GAP);
      return [
        text(PAD, y + ROW / 2 + 5, 13, named(product.name), ' font-weight="600"'),
        ...row.map((cell, column) => drawn(cell, view, lefts[column] ?? 0, y, widths[column] ?? 0)),
      ];
    }),
    ...legend.map((line, index) => text(PAD, gridBottom + 22 + index * 18, 12, escapeXml(line), ' fill="#4a4f57"')),
    '</svg>',
  ].join('\n')}\n`;
}

function drawn(cell: CellView, view: MatrixView, x: number, y: number, width: number): string {
  const { fill, text, edge } = TONES[cell.status];
  const dashes = cell.certain ? '' : ' stroke-dasharray="5 3"';
  return `<g><title>${escapeXml(cellDescription(cell, view))}</title>` +
    `<rect x="${round(x)}" y="${y}" width="${round(width)}" height="${ROW}" rx="5" fill="${fill}" stroke="${edge}"${dashes}/>` +
    `<text x="${round(x + width / 2)}" y="${y + ROW / 2 + 5}" font-size="13" fill="${text}" text-anchor="middle"${cell.status === 'conflict' ? ' font-weight="600"' : ''}>${escapeXml(cellText(cell))}</text></g>`;
}

const cellText = (cell: CellView | undefined): string => (cell ? `${statusWithMark(cell)}${cell.marks.length > 0 ? ` ${NOTED}` : ''}` : '');

const description = (view: MatrixView): string => view.cells.map((cell) => cellDescription(cell, view)).join(' ');

function cellDescription(cell: CellView, { products, clouds }: MatrixView): string {
  const because = cell.because.length === 0 ? '' : ` Because of ${cell.because.join(', ')}.`;
  const marks = cell.marks.map((mark) => ` ${mark}.`).join('');
  return `${nameOf(cell.product, products)} on ${nameOf(cell.cloud, clouds)}: ${conditionsOf(cell).join('; ')}.${because}${marks}`;
}

const named = (name: string): string => (cut(name) === plain(name) ? escapeXml(name) : `<title>${escapeXml(name)}</title>${escapeXml(cut(name))}`);

function cut(name: string): string {
  const chars = [...plain(name)];
  return chars.length > LONGEST ? `${chars.slice(0, LONGEST - 1).join('')}…` : chars.join('');
}

const textWidth = (text: string): number => columnsOf(text) * CHAR;
const round = (value: number): number => Math.round(value * 10) / 10;
