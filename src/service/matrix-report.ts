import { type Day, longDay } from '../base/dates.js';
import type { Clause } from '../model/types.js';
import type { CellView, MatrixView } from '../protocol.js';
import type { Analysis } from './analysis.js';
import { fileName, matrixView, type MatrixOptions } from './matrix-view.js';
import { describeClause } from './names.js';
import { alternativesOf, assumptionWords, capital, conditionWords, sourceWords, STATUS_WORDS, termWords } from './phrases.js';

/** One row with `product` alone, one column with `cloud` alone, one cell with both. Ids that are not declared leave nothing. */
export interface Scope { readonly product?: string | undefined; readonly cloud?: string | undefined }

/** A matrix with all that a reader needs who has nothing else at hand. Plain text throughout. */
export interface MatrixReport {
  readonly view: MatrixView;
  /** `1 May 2026`. */
  readonly day: string;
  readonly asOf: string;
  /** One phrase for each assumption. */
  readonly assumptions: readonly string[];
  /** In the order of `view.cells`. */
  readonly reasons: readonly CellReason[];
  /** Every clause that decides some cell, in the order of the text. */
  readonly clauses: readonly ClauseNote[];
}
export interface CellReason {
  readonly says: string;
  /** Each possible status with what leads to it, the one shown first; empty where the cell is certain or undecided. */
  readonly depends: readonly string[];
}
export interface ClauseNote {
  readonly id: string;
  readonly name: string;
  /** The promise, its term and its conditions. */
  readonly says: string;
  readonly source: string | undefined;
}

export function matrixReport(analysis: Analysis, options: MatrixOptions & Scope): MatrixReport {
  const { partnership } = analysis;
  const view = narrowed(matrixView(analysis, options), options);
  const day: Day = options.at ?? partnership.asOf;
  const deciding = new Set(view.cells.flatMap(({ because }) => because));
  return {
    view, day: longDay(day), asOf: longDay(partnership.asOf),
    assumptions: Object.entries(view.assumed).map(([name, value]) => assumptionWords(name, value, partnership)),
    reasons: view.cells.map((cell) => reasonOf(cell, analysis)),
    clauses: [...partnership.clauses.values()].filter(({ id }) => deciding.has(id)).map((clause) => noteOf(clause, analysis)),
  };
}

/** The rows and columns that are asked for. */
export function narrowed(view: MatrixView, { product, cloud }: Scope): MatrixView {
  if (product === undefined && cloud === undefined) return view;
  const row = (id: string): boolean => product === undefined || id === product;
  const column = (id: string): boolean => cloud === undefined || id === cloud;
  return {
    ...view, products: view.products.filter(({ id }) => row(id)), clouds: view.clouds.filter(({ id }) => column(id)),
    cells: view.cells.filter((cell) => row(cell.product) && column(cell.cloud)),
  };
}

function reasonOf({ status, certain, possible, because }: CellView, { partnership }: Analysis): CellReason {
  const says = `${capital(status)}: ${STATUS_WORDS[status]}.`;
  if (certain || status === 'undecided') return { says: because.length === 0 && status === 'unspecified' ? 'No clause in force on this day speaks of this product on this cloud.' : says, depends: [] };
  return {
    says,
    depends: possible.map(({ status: one, when }, index) => `${capital(one)}${index === 0 ? ' (shown)' : ''} if ${alternativesOf(when, partnership)}.`),
  };
}

function noteOf(clause: Clause, { partnership }: Analysis): ClauseNote {
  const when = clause.when ? `, only where ${conditionWords(clause.when, partnership)}` : '';
  const unless = clause.unless ? `, unless ${conditionWords(clause.unless, partnership)}` : '';
  const source = clause.source && sourceWords(clause.source);
  return {
    id: clause.id, name: clause.name, source: source === '' ? undefined : source,
    says: `${describeClause(clause, partnership)} In force ${termWords(clause.start, clause.end, partnership)}${when}${unless}.`,
  };
}

/** A file name for what is taken along, without folder and extension: `cloud-alliances-2026-05-01-frontier`. */
export function exportName({ uri, at }: { readonly uri: string; readonly at: string }, { product, cloud }: Scope): string {
  const base = fileName(uri).replace(/(\.entente)?\.ya?ml$/i, '');
  const name = [base, at, product, cloud].filter((part) => part !== undefined && part !== '').join('-').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '');
  return name.slice(0, new TextEncoder().encodeInto(name, new Uint8Array(NAME_BYTES)).read) || `matrix-${at}`;
}

/** A disk takes 255 bytes; some are left for the extension and what an editor may add. */
const NAME_BYTES = 180;
