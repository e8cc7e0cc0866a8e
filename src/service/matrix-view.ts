import { type Day, formatDay, LAST_DAY } from '../base/dates.js';
import type { Cell } from '../matrix/types.js';
import { sourceStatus } from '../model/sources.js';
import type { Assumptions, Partnership } from '../model/types.js';
import type { CellView, MatrixView } from '../protocol.js';
import { nameOf } from '../rules/support/names.js';
import { type Analysis, unreadErrors } from './analysis.js';
import { effective, knownIn, unknownsOf } from './assume.js';
import { cellsOn } from './cells.js';
import { worldsOf } from './coverage.js';
import { clauseName, quoted } from './phrases.js';

export interface MatrixOptions {
  /** The day; the file's as-of where absent. */
  readonly at?: Day | undefined;
  readonly assume?: Assumptions | undefined;
  /** Version of the text; null where it is not open in an editor. */
  readonly version?: number | null | undefined;
}

/** The availability matrix of one day, as plain data for a view (language, sections 2 and 3). */
export function matrixView(analysis: Analysis, { at, assume = {}, version = null }: MatrixOptions = {}): MatrixView {
  const { partnership, matrix } = analysis;
  const unread = unreadErrors(analysis);
  const day = at ?? partnership.asOf;
  const assumed = effective(assume, partnership);
  const cells = cellsUnder(analysis, day, assumed);
  const party = (id: string | undefined): string | undefined => (id === undefined ? undefined : nameOf(partnership.parties, id));
  return {
    uri: partnership.file,
    version,
    title: partnership.title ?? fileName(partnership.file),
    at: formatDay(day),
    asOf: formatDay(partnership.asOf),
    assumed,
    products: [...partnership.products.values()].map(({ id, name, kind, owner }) => ({ id, name, kind, owner: party(owner) })),
    clouds: [...partnership.clouds.values()].map(({ id, name, operator }) => ({ id, name, operator: party(operator) })),
    cells: cells.map((cell) => cellView(cell, partnership)),
    changes: matrix.changes(assumed).filter((change) => change <= LAST_DAY).map(formatDay),
    unknowns: unknownsOf(partnership),
    worlds: { known: worldsOf(partnership, assumed, partnership.asOf).toString(), later: worldsOf(partnership, assumed).toString() },
    known: knownIn(partnership),
    errors: unread.own + unread.imported,
  };
}

/** Every cell on a day under assumptions, row by row in file order. */
export const cellsUnder = (analysis: Analysis, day: Day, assumed: Assumptions): readonly Cell[] => (Object.keys(assumed).length === 0
  ? cellsOn(analysis, day)
  : [...analysis.partnership.products.keys()].flatMap((product) => [...analysis.partnership.clouds.keys()].map((cloud) => analysis.matrix.cell(product, cloud, day, assumed))));

export function cellView(cell: Cell, partnership: Partnership): CellView {
  const { product, cloud, status, certain, possible, because } = cell;
  return { product, cloud, status, certain, possible: possible.map(({ status, when }) => ({ status, when })), because, marks: marksOf(cell, partnership) };
}

/** What a reader of the cell must know beside its status. */
export function marksOf({ product, cloud, unmodelled, doubtful, possible }: Cell, partnership: Partnership): readonly string[] {
  const texts = unmodelledTexts(unmodelled, product, cloud, partnership)
    .map(({ owner, excerpt }) => `Text that no clause carries, in ${ownerName(owner, partnership)}: ${quoted(excerpt)}`);
  const doubts = doubtful.map((id) => `The source of ${clauseName(id, partnership)} is ${sourceStatus(id, partnership) ?? 'in doubt'}`);
  const cut = possible.filter(({ more }) => more).map(({ status }) => `More combinations lead to ${status} than are listed`);
  return [...texts, ...doubts, ...cut];
}

/** Text without a clause type that touches the cell, of the agreements and clauses named. */
export function unmodelledTexts(owners: readonly string[], product: string, cloud: string, { agreements, clauses }: Partnership) {
  return owners.flatMap((owner) => (clauses.get(owner) ?? agreements.get(owner))?.unmodelled ?? [])
    .filter(({ products, clouds }) => products.has(product) && clouds.has(cloud));
}

const ownerName = (owner: string, partnership: Partnership): string =>
  partnership.clauses.has(owner) ? clauseName(owner, partnership) : quoted(nameOf(partnership.agreements, owner));

/** The last part of a URI, decoded where that is possible. */
export function fileName(uri: string): string {
  const last = uri.split('/').pop() ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
