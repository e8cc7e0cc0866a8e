import { formatDay } from '../base/dates.js';
import type { AnalysisSummary } from '../protocol.js';
import { type Analysis, unreadErrors } from './analysis.js';
import { unknownsOf } from './assume.js';
import { worldsOf } from './coverage.js';

/** What is not over at the as-of day, in numbers of cells. */
export function summaryOf(analysis: Analysis): AnalysisSummary {
  const { partnership, matrix } = analysis;
  const { asOf, products, clouds } = partnership;
  const certain = new Set<string>();
  const clashing = new Set<string>();
  for (const clash of matrix.clashes()) {
    if (clash.to <= asOf) continue;
    const cell = `${clash.product} ${clash.cloud}`;
    clashing.add(cell);
    if (clash.certain) certain.add(cell);
  }
  const undecided = [...products.keys()].flatMap((product) => [...matrix.undecided(product).values()].filter((runs) => runs.some(({ to }) => to > asOf)));
  const unknowns = unknownsOf(partnership, { money: false });
  const unread = unreadErrors(analysis);
  const lastChange = matrix.changeBounds()?.last;
  return {
    cells: products.size * clouds.size,
    certainConflicts: certain.size,
    possibleConflicts: clashing.size - certain.size,
    undecided: undecided.length,
    unknowns: unknowns.length,
    worlds: worldsOf(partnership).toString(),
    asOf: formatDay(asOf),
    lastChange: lastChange === undefined ? null : formatDay(lastChange),
    errors: unread.own + unread.imported,
  };
}
