import { type Day, describeInterval, type Interval } from '../base/dates.js';
import { compareText } from '../base/findings.js';
import type { Cell, Clash } from '../matrix/types.js';
import type { Assumptions } from '../model/types.js';
import type { Analysis } from './analysis.js';

/** One of two matrices: a text on a day in the worlds that some assumptions leave. */
export interface Side {
  readonly analysis: Analysis;
  readonly at: Day;
  /** Only what is unknown there. */
  readonly assume: Assumptions;
}

/** A cell that differs. Undefined where that side has no such product or cloud. */
export interface CellChange {
  readonly product: string;
  readonly cloud: string;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

/** The same clauses in conflict on the same cell. */
export interface ComparedConflict {
  readonly product: string;
  readonly cloud: string;
  /** Ids, sorted. */
  readonly clauses: readonly string[];
  /** Days on which they clash on each side; none on one of them where it is introduced or resolved. */
  readonly before: readonly ConflictDays[];
  readonly after: readonly ConflictDays[];
}
export interface ConflictDays extends Interval { readonly certain: boolean }

/** What changes from one matrix to another, in the manner of a plan. */
export interface Comparison {
  /** Every product and cloud of either side, those of the second first in its order. */
  readonly products: readonly string[];
  readonly clouds: readonly string[];
  readonly cells: readonly CellChange[];
  readonly introduced: readonly ComparedConflict[];
  readonly resolved: readonly ComparedConflict[];
  readonly remaining: readonly ComparedConflict[];
  /** Clauses of the second side's own file that change no cell on any day in any world. */
  readonly withoutEffect: readonly string[];
}

/**
 * Compares two matrices cell by cell. Their conflicts are compared on their days (`day`), for two days or two worlds of
 * one text, or on every day (`ever`), for two texts.
 */
export function compare(before: Side, after: Side, conflicts: 'day' | 'ever'): Comparison {
  const products = union(after, before, ({ analysis }) => analysis.partnership.products);
  const clouds = union(after, before, ({ analysis }) => analysis.partnership.clouds);
  const cells = products.flatMap((product) => clouds.flatMap((cloud): CellChange[] => {
    const [one, other] = [before, after].map((side) => cellOf(side, product, cloud));
    return sameCell(one, other) ? [] : [{ product, cloud, before: one, after: other }];
  }));
  const all = pairs(clashesOf(before, conflicts), clashesOf(after, conflicts));
  return {
    products, clouds, cells,
    introduced: all.filter((pair) => pair.before.length === 0), resolved: all.filter((pair) => pair.after.length === 0),
    remaining: all.filter((pair) => pair.before.length > 0 && pair.after.length > 0),
    withoutEffect: withoutEffect(after.analysis),
  };
}

/** Whether the same clauses clash on the same days and are as certain as before. */
export const isUnchanged = ({ before, after }: ComparedConflict): boolean => JSON.stringify(before) === JSON.stringify(after);

/** `through 2026-04-26`, or several of these; `(depends)` where it is not certain. */
export const conflictDays = (days: readonly ConflictDays[]): string =>
  days.map(({ certain, ...interval }) => `${describeInterval(interval)}${certain ? '' : ' (depends)'}`).join(', ');

/** The days of a conflict, and what they become where they move. */
export function conflictTerm(conflict: ComparedConflict): string {
  const { before, after } = conflict;
  return isUnchanged(conflict) || after.length === 0 ? conflictDays(before) : before.length === 0 ? conflictDays(after) : `${conflictDays(before)}, now ${conflictDays(after)}`;
}

function union(first: Side, second: Side, pick: (side: Side) => ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...pick(first).keys(), ...pick(second).keys()])];
}

function cellOf({ analysis: { partnership, matrix }, at, assume }: Side, product: string, cloud: string): Cell | undefined {
  return partnership.products.has(product) && partnership.clouds.has(cloud) ? matrix.cell(product, cloud, at, assume) : undefined;
}

/** Marks do not count: they say something about the texts, not about the cell. */
function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  const said = (cell: Cell | undefined) => cell && [cell.status, cell.certain, cell.possible.map(({ status }) => status).sort(), cell.because];
  return JSON.stringify(said(a)) === JSON.stringify(said(b));
}

function clashesOf({ analysis, at, assume }: Side, conflicts: 'day' | 'ever'): readonly Clash[] {
  const all = analysis.matrix.clashes(assume);
  return conflicts === 'ever' ? all : all.filter(({ from, to }) => from <= at && at < to);
}

function pairs(before: readonly Clash[], after: readonly Clash[]): readonly ComparedConflict[] {
  const found = new Map<string, { product: string; cloud: string; clauses: readonly string[]; before: ConflictDays[]; after: ConflictDays[] }>();
  for (const [side, clashes] of [['before', before], ['after', after]] as const) {
    for (const { product, cloud, clauses, from, to, certain } of clashes) {
      const key = JSON.stringify([product, cloud, clauses]);
      const pair = found.get(key) ?? { product, cloud, clauses, before: [], after: [] };
      pair[side].push({ from, to, certain });
      found.set(key, pair);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.product, b.product) || compareText(a.cloud, b.cloud) || compareText(a.clauses.join(), b.clauses.join()));
}

function withoutEffect({ partnership, matrix }: Analysis): readonly string[] {
  const clouds = new Set(partnership.clouds.keys());
  return [...partnership.clauses.values()]
    .filter((clause) => clause.place.file === partnership.file && clause.type.contributions({ ...clause, clouds }, clouds).length > 0 && !matrix.everContributes(clause.id))
    .map(({ id }) => id);
}
