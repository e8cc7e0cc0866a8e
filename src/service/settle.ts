import type { Assumptions } from '../model/types.js';
import type { Day } from '../base/dates.js';
import type { StatusName } from '../protocol.js';
import type { Analysis } from './analysis.js';
import { clashOn } from './conflict-candidates.js';
import { type ConflictFix, ranked, tryCandidates } from './conflict-fixes.js';

/** A precedence edit that was tried: it clears the conflict on a cell as it is shown, and brings no finding but failed expectations. */
export interface CellFix {
  readonly fix: ConflictFix;
  /** The cell after it. */
  readonly status: StatusName;
}

export interface CellToSettle {
  readonly product: string;
  readonly cloud: string;
  readonly at: Day;
  readonly assume: Assumptions;
}

/** Tries the edits that may clear the conflict on a cell, one with each step; none where it is in none. */
export function* trySettling(analysis: Analysis, { product, cloud, at, assume }: CellToSettle): Generator<CellFix | undefined> {
  if (analysis.matrix.cell(product, cloud, at, assume).status !== 'conflict') return;
  const clash = clashOn(analysis, product, cloud, at);
  if (!clash) return;
  const clears = (trial: { readonly analysis: Analysis }): boolean => !['conflict', 'undecided'].includes(trial.analysis.matrix.cell(product, cloud, at, assume).status);
  for (const tried of tryCandidates(analysis, clash, clears)) yield tried && { fix: tried.fix, status: tried.trial.analysis.matrix.cell(product, cloud, at, assume).status };
}

/** The one that changes least first; equal edits are one. */
export function rankedCellFixes(found: readonly CellFix[]): readonly CellFix[] {
  const status = new Map(found.map((one) => [JSON.stringify(one.fix.edits), one.status]));
  return ranked(found.map(({ fix }) => fix)).map((fix) => ({ fix, status: status.get(JSON.stringify(fix.edits)) ?? 'undecided' }));
}
