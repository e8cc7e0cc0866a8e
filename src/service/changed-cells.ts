import { BEGINNING, type Day, FOREVER } from '../base/dates.js';
import type { Matrix } from '../matrix/matrix.js';
import type { CellInterval } from '../matrix/types.js';

/**
 * Cells of the products that have another status, or other possible ones, on some day. A cell of `meant` counts only
 * where it differs on a day on which it did not have the status `was`, certainly or possibly.
 */
export function changedCells(before: Matrix, after: Matrix, products: Iterable<string>, meant: (product: string, cloud: string) => boolean, was: string): number {
  let changed = 0;
  for (const product of products) {
    for (const cloud of before.partnership.clouds.keys()) {
      const [old, now] = [before.timeline(product, cloud), after.timeline(product, cloud)];
      const days = [BEGINNING, ...[...old, ...now].map(({ from }) => from)].filter((day) => day !== FOREVER);
      const differs = days.some((day) => {
        const [a, b] = [on(old, day), on(now, day)];
        return statuses(a) !== statuses(b) && !(meant(product, cloud) && a?.cell.possible.some(({ status }) => status === was));
      });
      if (differs) changed += 1;
    }
  }
  return changed;
}

const on = (runs: readonly CellInterval[], day: Day): CellInterval | undefined => runs.find(({ from, to }) => from <= day && day < to);

const statuses = (run: CellInterval | undefined): string =>
  (run ? [run.cell.status, ...run.cell.possible.map(({ status }) => status).sort()].join(' ') : '');
