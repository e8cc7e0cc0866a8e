import type { Assume, CellView, MatrixView, StatusName } from '../protocol.js';
import { columnsOf, padTo, plain } from './text.js';

/** What a reader of a cell is told beside the clauses that every renderer shows. */
export type CellState = Pick<CellView, 'status' | 'certain' | 'possible' | 'because'>;

/** Behind a status that is not certain. */
export const DEPENDS = '*';
/** Behind a status with a note. */
export const NOTED = '†';

/** `first | available`, the baseline's first; `undecided` stays what it is. */
export const statuses = ({ status, possible }: Pick<CellState, 'status' | 'possible'>): string =>
  possible.length < 2 ? status : possible.map((each) => each.status).join(' | ');

export const isOpen = ({ status, certain }: Pick<CellState, 'status' | 'certain'>): boolean => !certain && status !== 'undecided';

/** `first | available *`. */
export const statusWithMark = (state: CellState): string => `${statuses(state)}${isOpen(state) ? ` ${DEPENDS}` : ''}`;

/** `name=value, name=value`, as on the command line. */
export const assumptionList = (assume: Assume, joint = ', '): string =>
  Object.entries(assume).map(([name, value]) => plain(`${name}=${String(value)}`)).join(joint);

/** `a=true and b=true, or c=never`; empty where it needs no assumption. */
export const whenWords = (when: readonly Assume[]): string =>
  when.map((set) => assumptionList(set, ' and ')).filter((words) => words !== '').join(', or ');

/** `first where …; available where …`; the status alone where it is certain. */
export const conditionsOf = ({ status, possible }: CellState): readonly string[] =>
  possible.length === 0 ? [status] : possible.map((each) => [each.status, whenWords(each.when)].filter((part) => part !== '').join(' where '));

/** `on 2026-05-01, known as of 2026-04-27, assuming a=true`. */
export function momentWords({ at, asOf, assumed }: Pick<MatrixView, 'at' | 'asOf' | 'assumed'>): string {
  const assuming = assumptionList(assumed);
  return `on ${at}, known as of ${asOf}${assuming === '' ? '' : `, assuming ${assuming}`}`;
}

/** One sentence that no view of a file with errors leaves out. */
export const errorWords = (errors: number): string =>
  errors === 0 ? '' : `The text has ${errors === 1 ? 'an error' : `${errors} errors`}: what could not be read is left out.`;

export const LEGEND: Readonly<Record<StatusName, string>> = {
  conflict: 'promised here and forbidden here at once',
  barred: 'somebody may insist that it is not served here',
  exclusive: 'promised here and on no other cloud',
  first: 'served here before other clouds',
  'after-first': 'allowed, once another cloud has had its lead',
  available: 'promised or allowed here',
  unspecified: 'no term speaks of it, which is not the same as barred',
  undecided: 'more is unknown than can be decided',
};

/** The statuses that occur, in the order of the language's section 2. */
export function statusesIn(cells: readonly CellView[]): readonly StatusName[] {
  const found = new Set(cells.flatMap(({ status, possible }) => [status, ...possible.map((each) => each.status)]));
  return (Object.keys(LEGEND) as StatusName[]).filter((status) => found.has(status));
}

/** The cell of each cloud for each product, in the order of the view. */
export function rowsOf({ products, clouds, cells }: MatrixView): readonly { readonly product: MatrixView['products'][number]; readonly cells: readonly CellView[] }[] {
  return products.map((product, row) => ({ product, cells: cells.slice(row * clouds.length, (row + 1) * clouds.length) }));
}

export const nameOf = (id: string, list: readonly { readonly id: string; readonly name: string }[]): string => list.find((each) => each.id === id)?.name ?? id;

/** Columns of safe text, two blanks apart; the last one is not padded. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : padTo(cell, widths[column] ?? 0))).join('  ').trimEnd());
}

export const widthsOf = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
