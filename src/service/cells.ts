import type { Day } from '../base/dates.js';
import type { Cell } from '../matrix/types.js';
import type { Analysis } from './analysis.js';

const KNOWN = new WeakMap<Analysis, Map<Day, readonly Cell[]>>();

/** Every cell on a day without assumptions, row by row in file order; remembered with the analysis. */
export function cellsOn(analysis: Analysis, day: Day): readonly Cell[] {
  const days = KNOWN.get(analysis) ?? new Map<Day, readonly Cell[]>();
  KNOWN.set(analysis, days);
  const known = days.get(day);
  if (known) return known;
  const { products, clouds } = analysis.partnership;
  const cells = [...products.keys()].flatMap((product) => [...clouds.keys()].map((cloud) => analysis.matrix.cell(product, cloud, day)));
  days.set(day, cells);
  return cells;
}
