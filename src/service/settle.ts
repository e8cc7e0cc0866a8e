import type { Day } from '../base/dates.js';
import type { Flip } from '../matrix/matrix.js';
import { SERVED } from '../matrix/release.js';
import type { Assumptions } from '../model/types.js';
import type { StatusName } from '../protocol.js';
import type { Analysis } from './analysis.js';
import type { Candidate } from './conflict-candidates.js';
import { type ConflictFix, fixOf, isClean, ranked, triesFor } from './conflict-fixes.js';
import { editsOf, writtenEdit } from './precedence-edits.js';
import { tryEdits } from './try-edits.js';

/**
 * Precedence edits that were tried: they clear the conflict on a cell as it is shown, or have the product served where it
 * is not, and bring no finding but failed expectations.
 */
export interface CellFix {
  readonly fix: ConflictFix;
  /** The cell after it. */
  readonly status: StatusName;
  /** Entries that are written. */
  readonly size: number;
}

export interface CellToSettle {
  readonly product: string;
  readonly cloud: string;
  readonly at: Day;
  readonly assume: Assumptions;
}

/** Tries the edits that settle a cell, in parts; none where the product is served there. */
export function* trySettling(analysis: Analysis, { product, cloud, at, assume }: CellToSettle): Generator<CellFix | undefined> {
  const { matrix } = analysis;
  const { status: was } = matrix.cell(product, cloud, at, assume);
  if (was === 'undecided' || SERVED.has(was)) return;
  const ways = was === 'conflict' ? matrix.flips(product, cloud, at, assume) : matrix.waysToServe(product, cloud, at, assume);
  const settled = (status: StatusName): boolean => (was === 'conflict' ? !['conflict', 'undecided'].includes(status) : SERVED.has(status));
  let left = triesFor(analysis);
  for (const way of ways.filter((each) => each.edits.length > 0 && Object.keys(each.assume).length === 0)) {
    const candidate = candidateOf(analysis, way);
    if (!candidate) continue;
    if (left-- === 0) return;
    const trial = yield* tryEdits(analysis, candidate.edits);
    const { status } = trial.analysis.matrix.cell(product, cloud, at, assume);
    yield settled(status) && isClean(trial) ? { fix: fixOf(analysis, { cells: [{ product, cloud }], status: was }, candidate, trial), status, size: way.edits.length } : undefined;
  }
}

function candidateOf({ partnership }: Analysis, { edits }: Flip): Candidate | undefined {
  const written = edits.map((edit) => writtenEdit(partnership, edit));
  if (!written.every((one) => one !== undefined)) return undefined;
  const texts = editsOf(partnership, written.map(({ write }) => write));
  return texts && { title: written.map(({ title }) => title).join('; '), edits: texts, losers: written.flatMap(({ losers }) => losers), family: '', several: false };
}

/** The smallest first, then the one that changes least; equal edits are one. */
export function rankedCellFixes(found: readonly CellFix[]): readonly CellFix[] {
  const known = new Map(found.map((one) => [JSON.stringify(one.fix.edits), one]));
  return ranked(found.map(({ fix }) => fix)).flatMap((fix) => {
    const one = known.get(JSON.stringify(fix.edits));
    return one ? [{ ...one, fix }] : [];
  }).sort((a, b) => a.size - b.size);
}
