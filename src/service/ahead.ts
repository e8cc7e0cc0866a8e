import type { Day } from '../base/dates.js';
import type { Steps } from '../base/steps.js';
import type { Assumptions } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { effective } from './assume.js';

/**
 * Computes ahead what an answer about a whole file is put together from, one cell with each step: on one day, or on every day
 * where there is none. It is remembered, so the answer finds it.
 */
export function* cellsAhead({ partnership, matrix }: Analysis, assume: Assumptions, at?: Day): Steps<void> {
  const assumed = effective(assume, partnership);
  for (const product of partnership.products.keys()) {
    for (const cloud of partnership.clouds.keys()) {
      if (at === undefined) matrix.timeline(product, cloud, assumed);
      else matrix.cell(product, cloud, at, assumed);
      yield;
    }
  }
}
