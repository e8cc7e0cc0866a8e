import { BEGINNING, type Day } from '../base/dates.js';
import type { Cell } from '../matrix/types.js';
import type { Assumptions } from '../model/types.js';
import type { Analysis } from './analysis.js';

export interface Change { readonly from: Cell; readonly to: Cell }

/** Every day on which a cell changes, sorted, with what changes on it: by product, then by cloud. */
export function changesOf({ partnership, matrix }: Analysis, assume: Assumptions): readonly (readonly [Day, readonly Change[]])[] {
  const byDay = new Map<Day, Change[]>();
  for (const product of partnership.products.keys()) {
    for (const cloud of partnership.clouds.keys()) {
      const runs = matrix.timeline(product, cloud, assume);
      for (const [index, { from, cell }] of runs.entries()) {
        if (from === BEGINNING) continue;
        const list = byDay.get(from) ?? [];
        list.push({ from: runs[index - 1]!.cell, to: cell });
        byDay.set(from, list);
      }
    }
  }
  return [...byDay].sort(([a], [b]) => a - b);
}
