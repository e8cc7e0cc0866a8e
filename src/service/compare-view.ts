import { formatDay } from '../base/dates.js';
import type { Cell } from '../matrix/types.js';
import type { ComparedCell, ComparedConflictView, CompareView, ShownCell, SideView } from '../protocol.js';
import { unreadErrors } from './analysis.js';
import { unknownsOf } from './assume.js';
import { compare, type ComparedConflict, conflictDays, type Side } from './compare.js';
import { fileName } from './matrix-view.js';

/** A side and the name of its text. */
export interface LabelledSide extends Side { readonly label: string }

/** Two matrices as plain data for a view. Texts that differ are compared over all days, else the days and worlds are. */
export function compareView(before: LabelledSide, after: LabelledSide, version: number | null): CompareView {
  const { partnership } = after.analysis;
  const found = compare(before, after, before.analysis === after.analysis ? 'day' : 'ever');
  const changed = new Map(found.cells.map((cell) => [`${cell.product} ${cell.cloud}`, cell]));
  const named = (id: string, pick: (side: Side) => ReadonlyMap<string, { readonly name: string }>) => ({ id, name: (pick(after).get(id) ?? pick(before).get(id))?.name ?? id });
  return {
    uri: partnership.file, version, title: partnership.title ?? fileName(partnership.file), before: sideView(before), after: sideView(after),
    products: found.products.map((id) => named(id, ({ analysis }) => analysis.partnership.products)),
    clouds: found.clouds.map((id) => named(id, ({ analysis }) => analysis.partnership.clouds)),
    cells: found.products.flatMap((product) => found.clouds.map((cloud): ComparedCell => {
      const change = changed.get(`${product} ${cloud}`);
      if (change) return { product, cloud, change: kindOf(change.before, change.after), before: shown(change.before), after: shown(change.after) };
      const here = after.analysis.partnership;
      const cell = here.products.has(product) && here.clouds.has(cloud) ? shown(after.analysis.matrix.cell(product, cloud, after.at, after.assume)) : null;
      return { product, cloud, change: 'none', before: cell, after: cell };
    })),
    introduced: found.introduced.map(conflictView), resolved: found.resolved.map(conflictView), remaining: found.remaining.map(conflictView),
    withoutEffect: found.withoutEffect,
    errors: [...new Set([before.analysis, after.analysis])].map(unreadErrors).reduce((sum, { own, imported }) => sum + own + imported, 0),
  };
}

const sideView = ({ analysis: { partnership }, at, assume, label }: LabelledSide): SideView =>
  ({ label, at: formatDay(at), asOf: formatDay(partnership.asOf), assumed: assume, unknowns: unknownsOf(partnership) });

const shown = (cell: Cell | undefined): ShownCell | null =>
  (cell ? { status: cell.status, certain: cell.certain, possible: cell.possible.map(({ status }) => status), because: cell.because } : null);

function kindOf(before: Cell | undefined, after: Cell | undefined): ComparedCell['change'] {
  if (!before) return 'added';
  if (!after) return 'removed';
  const statuses = ({ status, possible }: Cell): string => [status, ...possible.map((one) => one.status).sort()].join(' ');
  return statuses(before) === statuses(after) ? 'reasons' : 'status';
}

const conflictView = ({ product, cloud, clauses, before, after }: ComparedConflict): ComparedConflictView =>
  ({ product, cloud, clauses, before: conflictDays(before), after: conflictDays(after) });
