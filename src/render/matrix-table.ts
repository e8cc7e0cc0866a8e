import type { CellView, MatrixView } from '../protocol.js';
import { noPaint, type Paint } from './paint.js';
import { columnsOf, padTo, plain, wrap } from './text.js';
import { DEPENDS, isOpen, momentWords, NOTED, rowsOf, statuses, statusWithMark, widthsOf } from './words.js';

export interface TableOptions {
  /** Columns of the terminal; absent where there is no limit. */
  readonly width?: number | undefined;
  readonly paint?: Paint;
}

/**
 * Aligned text with ids, since those are what `explain` takes. Where it is too wide, cells that depend show the baseline's
 * status only and the others are listed below; where that is still too wide, each product gets a list of its own.
 */
export function matrixTable(view: MatrixView, { width, paint = noPaint }: TableOptions = {}): string {
  const { products, clouds, cells } = view;
  const parts = [[paint(wrap(plain(view.title), width), 'strong'), wrap(momentWords(view), width, '  ')].join('\n')];
  if (products.length === 0 || clouds.length === 0) {
    parts.push(`There is no ${[...(products.length === 0 ? ['product'] : []), ...(clouds.length === 0 ? ['cloud'] : [])].join(' and no ')} to show.`);
    return `${parts.join('\n\n')}\n`;
  }
  const fits = (lines: readonly string[]): boolean => width === undefined || lines.every((line) => columnsOf(line) <= width);
  const grids = [grid(view, full), grid(view, short)];
  const chosen = grids.find(({ bare }) => fits(bare));
  parts.push(chosen ? chosen.painted(paint).join('\n') : list(view, paint));
  const open = cells.filter(isOpen);
  if (chosen === grids[1] && open.length > 0) {
    parts.push(open.map((cell) => wrap(`${plain(cell.product)} on ${plain(cell.cloud)}: ${statuses(cell)}`, width, '  ')).join('\n'));
  }
  const legend = [
    ...(open.length > 0 ? [`${DEPENDS} depends on what is not known; the status shown first holds while nothing more is known`] : []),
    ...(cells.some(({ status }) => status === 'undecided') ? ['undecided: more is unknown than can be decided; assume some of it'] : []),
    ...notes(cells),
  ];
  if (legend.length > 0) parts.push(legend.map((line) => paint(wrap(line, width, '  '), 'quiet')).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

const mark = ({ marks }: CellView): string => (marks.length > 0 ? ` ${NOTED}` : '');
const full = (cell: CellView): string => statusWithMark(cell) + mark(cell);
const short = (cell: CellView): string => `${cell.status}${isOpen(cell) ? ` ${DEPENDS}` : ''}${mark(cell)}`;

function grid(view: MatrixView, text: (cell: CellView) => string): { readonly bare: readonly string[]; readonly painted: (paint: Paint) => readonly string[] } {
  const rows = rowsOf(view);
  const header = ['', ...view.clouds.map(({ id }) => plain(id))];
  const bodies = rows.map(({ product, cells }) => [plain(product.id), ...cells.map(text)]);
  const widths = widthsOf([header, ...bodies]);
  const line = (texts: readonly string[], style: (text: string, column: number) => string): string =>
    texts.map((each, column) => style(padTo(each, widths[column] ?? 0), column)).join('  ').trimEnd();
  const rule = widths.map((columns) => '─'.repeat(columns)).join('──');
  const lines = (paint: Paint): readonly string[] => [
    line(header, (each) => paint(each, 'strong')), paint(rule, 'quiet'),
    ...bodies.map((body, row) => line(body, (each, column) => {
      const status = rows[row]?.cells[column - 1]?.status;
      return status === undefined ? paint(each, 'strong') : paint(each, status);
    })),
  ];
  return { bare: lines(noPaint), painted: lines };
}

function list(view: MatrixView, paint: Paint): string {
  const widest = Math.max(...view.clouds.map(({ id }) => columnsOf(plain(id))));
  return rowsOf(view).map(({ product, cells }) => [
    paint(plain(product.id), 'strong'),
    ...cells.map((cell) => `  ${padTo(plain(cell.cloud), widest)}  ${paint(full(cell), cell.status)}`),
  ].join('\n')).join('\n');
}

/** Each note once, with the cells that it is about. */
function notes(cells: readonly CellView[]): string[] {
  const about = new Map<string, string[]>();
  for (const { product, cloud, marks } of cells) {
    for (const text of marks) about.set(text, [...(about.get(text) ?? []), `${plain(product)} on ${plain(cloud)}`]);
  }
  return [...about].map(([text, where]) => `${NOTED} ${plain(text)} (${where.length > 4 ? `${where.length} cells` : where.join(', ')})`);
}
