/** Which rows and columns the grid has, in which order, and what is said about them. Nothing here knows the page. */
import type { CellName, CellView, CloudView, GridChoice, MatrixView, ProductView, StatusName } from '../protocol.js';
import * as l10n from './l10n.js';
import { STATUSES } from './words.js';

export const FILE_ORDER: GridChoice = { rows: 'none', columns: 'none', sort: 'file', filter: '', statuses: [], hideSame: false, fit: false };

export interface Row { readonly kind: 'row'; /** Its number among the rows. */ readonly row: number; readonly product: ProductView; readonly summary: string; /** In the order of the columns. */ readonly cells: readonly (CellView | undefined)[] }
export interface GroupLine { readonly kind: 'group'; readonly label: string; readonly summary: string; readonly products: number }
export interface Column { readonly cloud: CloudView; readonly summary: string; /** Empty where columns are not grouped. */ readonly group: string }
/** Products or clouds that have one and the same status wherever one looks. */
export interface Fold { readonly what: 'product' | 'cloud'; readonly names: readonly string[]; readonly status: StatusName; readonly certain: boolean }

export interface Layout {
  readonly lines: readonly (Row | GroupLine)[];
  /** Lines that are rows, as indices into `lines`. */
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  /** Those of the columns. */
  readonly clouds: readonly CloudView[];
  readonly folds: readonly Fold[];
  readonly of: { readonly products: number; readonly clouds: number };
}

const RANK: ReadonlyMap<StatusName, number> = new Map(STATUSES.map((status, index) => [status, index]));
const rankOf = (cells: readonly (CellView | undefined)[]): number => Math.min(...cells.map((cell) => RANK.get(cell?.status ?? 'undecided') ?? RANK.size), RANK.size);

/** Rows and clouds that are as in `before` are the same objects. */
export function layoutOf(view: Pick<MatrixView, 'cells' | 'products' | 'clouds'>, choice: GridChoice, before?: Layout): Layout {
  const width = view.clouds.length;
  // Cells come row by row; one that is not where it should be counts as missing.
  const cellAt = (row: number, column: number): CellView | undefined => {
    const cell = view.cells[row * width + column];
    return cell?.product === view.products[row]?.id && cell?.cloud === view.clouds[column]?.id ? cell : undefined;
  };
  const { rows, columns } = filtered(view, choice, cellAt);
  const equalRows = choice.hideSame && columns.length > 1 ? rows.filter((row) => allEqual(columns.map((column) => cellAt(row, column)))) : [];
  const equalColumns = choice.hideSame && rows.length > 1 ? columns.filter((column) => allEqual(rows.map((row) => cellAt(row, column)))) : [];
  const shownRows = without(rows, equalRows);
  const shownColumns = groupedBy(without(columns, equalColumns), (column) => (choice.columns === 'operator' ? view.clouds[column]?.operator ?? l10n.t('No operator') : ''));
  const places = shownColumns.flatMap(([, members]) => members);

  const rowOf = (row: number): Omit<Row, 'row'> | undefined => {
    const product = view.products[row];
    const cells = places.map((column) => cellAt(row, column));
    return product && { kind: 'row', product, cells, summary: countsInWords(cells) };
  };
  const { rows: by } = choice;
  let next = 0;
  const groups = groupedBy(shownRows, (row) => (by === 'none' ? '' : view.products[row]?.[by] ?? (by === 'kind' ? l10n.t('No kind') : l10n.t('No owner'))));
  const old = new Map(before?.lines.flatMap((line) => (line.kind === 'row' ? [[line.product, line]] : [])));
  const lines = groups.flatMap(([label, members]): (Row | GroupLine)[] => {
    const inGroup = sorted(members.flatMap((row) => rowOf(row) ?? []), choice.sort).map((row): Row => {
      const known = old.get(row.product);
      const number = next++;
      return known?.row === number && equal(known.cells, row.cells) ? known : { ...row, row: number };
    });
    if (by === 'none') return inGroup;
    return [{ kind: 'group', label, products: inGroup.length, summary: countsInWords(inGroup.flatMap(({ cells }) => cells)) }, ...inGroup];
  });
  const clouds = places.flatMap((column) => view.clouds[column] ?? []);
  return {
    lines, clouds: before && equal(before.clouds, clouds) ? before.clouds : clouds,
    rows: lines.flatMap(({ kind }, index) => (kind === 'row' ? [index] : [])),
    columns: shownColumns.flatMap(([group, members]) => members.flatMap((column): Column[] => {
      const cloud = view.clouds[column];
      return cloud ? [{ cloud, group, summary: countsInWords(shownRows.map((row) => cellAt(row, column))) }] : [];
    })),
    folds: [
      ...foldsOf('product', equalRows, (row) => view.products[row]?.name ?? '', (row) => cellAt(row, columns[0] ?? 0)),
      ...foldsOf('cloud', equalColumns, (column) => view.clouds[column]?.name ?? '', (column) => cellAt(rows[0] ?? 0, column)),
    ],
    of: { products: view.products.length, clouds: view.clouds.length },
  };
}

/** Whether a cell has one of the statuses that are looked for, now or possibly. */
export const wanted = ({ status, possible }: CellView, { statuses }: GridChoice): boolean =>
  statuses.length === 0 || statuses.includes(status) || possible.some((each) => statuses.includes(each.status));

/** Rows and columns with at least one cell that the filter lets through: each word is in the product or in the cloud. */
function filtered(view: Pick<MatrixView, 'products' | 'clouds'>, choice: GridChoice, cellAt: (row: number, column: number) => CellView | undefined) {
  const words = choice.filter.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 30);
  const all = 2 ** words.length - 1;
  const found = (...texts: readonly (string | undefined)[]): number => {
    const text = texts.filter((each) => each !== undefined).join('\n').toLocaleLowerCase();
    return words.reduce((bits, word, index) => (text.includes(word) ? bits | (1 << index) : bits), 0);
  };
  const inProduct = view.products.map(({ id, name, kind, owner }) => found(id, name, kind, owner));
  const inCloud = view.clouds.map(({ id, name, operator }) => found(id, name, operator));
  const rows = new Set<number>();
  const columns = new Set<number>();
  inProduct.forEach((ofRow, row) => inCloud.forEach((ofColumn, column) => {
    if (((ofRow | ofColumn) & all) !== all) return;
    const cell = cellAt(row, column);
    if (choice.statuses.length > 0 && !(cell && wanted(cell, choice))) return;
    rows.add(row);
    columns.add(column);
  }));
  const ascending = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => a - b);
  return { rows: ascending(rows), columns: ascending(columns) };
}

function sorted<T extends Omit<Row, 'row'>>(rows: readonly T[], sort: GridChoice['sort']): readonly T[] {
  if (sort === 'name') return rows.toSorted((a, b) => a.product.name.localeCompare(b.product.name));
  if (sort === 'status') return rows.map((row) => ({ row, rank: rankOf(row.cells) })).sort((a, b) => a.rank - b.rank).map(({ row }) => row);
  return rows;
}

/** Groups in the order of their first members. */
function groupedBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}

function foldsOf(what: Fold['what'], items: readonly number[], name: (item: number) => string, cell: (item: number) => CellView | undefined): readonly Fold[] {
  return groupedBy(items, (item) => sameness(cell(item))).flatMap(([, members]) => {
    const one = cell(members[0] ?? -1);
    return one ? [{ what, names: members.map(name), status: one.status, certain: one.certain }] : [];
  });
}

const sameness = (cell: CellView | undefined): string =>
  cell ? [cell.status, cell.certain, ...cell.possible.map(({ status }) => status)].join(' ') : '';

function allEqual(cells: readonly (CellView | undefined)[]): boolean {
  const first = sameness(cells[0]);
  return first !== '' && cells.every((cell) => sameness(cell) === first);
}

const equal = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, index) => item === b[index]);

const without = (all: readonly number[], some: readonly number[]): readonly number[] => {
  const gone = new Set(some);
  return all.filter((item) => !gone.has(item));
};

/** “2 conflicts, 1 possible conflict”; empty where there is none. */
export function countsInWords(cells: readonly (CellView | undefined)[]): string {
  let conflicts = 0;
  let possible = 0;
  let undecided = 0;
  for (const cell of cells) {
    if (cell?.status === 'conflict') conflicts += 1;
    else if (cell?.possible.some(({ status }) => status === 'conflict')) possible += 1;
    if (cell?.status === 'undecided') undecided += 1;
  }
  return [
    ...(conflicts > 0 ? [conflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', conflicts)] : []),
    ...(possible > 0 ? [possible === 1 ? l10n.t('1 possible conflict') : l10n.t('{0} possible conflicts', possible)] : []),
    ...(undecided > 0 ? [l10n.t('{0} undecided', undecided)] : []),
  ].join(', ');
}

export const productsInWords = (count: number): string => (count === 1 ? l10n.t('1 product') : l10n.t('{0} products', count));
export const cloudsInWords = (count: number): string => (count === 1 ? l10n.t('1 cloud') : l10n.t('{0} clouds', count));

/** Where a cell is: its row among the rows, its column. */
export function placeOf({ lines, rows, columns }: Layout, cell: CellName | undefined): { readonly row: number; readonly column: number } | undefined {
  const row = rows.findIndex((line) => { const at = lines[line]; return at?.kind === 'row' && at.product.id === cell?.product; });
  const column = columns.findIndex(({ cloud }) => cloud.id === cell?.cloud);
  return row < 0 || column < 0 ? undefined : { row, column };
}
