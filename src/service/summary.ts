import type { AnalysisSummary } from '../protocol.js';
import { type Analysis, unreadErrors } from './analysis.js';
import { unknownsOf } from './assume.js';

/** Worlds are counted exactly up to this number. */
const MOST_WORLDS = 10_000;

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
  const undecided = [...products.keys()].flatMap((product) => [...clouds.keys()].filter((cloud) => matrix.timeline(product, cloud).some(({ to, cell }) => cell.status === 'undecided' && to > asOf)));
  const unknowns = unknownsOf(partnership, { money: false });
  const worlds = unknowns.reduce((product, { options }) => Math.min(product * options.length, MOST_WORLDS + 1), 1);
  const unread = unreadErrors(analysis);
  return {
    cells: products.size * clouds.size,
    certainConflicts: certain.size,
    possibleConflicts: clashing.size - certain.size,
    undecided: undecided.length,
    unknowns: unknowns.length,
    worlds: worlds > MOST_WORLDS ? null : worlds,
    errors: unread.own + unread.imported,
  };
}
