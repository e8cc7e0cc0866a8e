import type { Finding } from '../base/findings.js';
import type { Span } from '../base/span.js';
import { count } from '../base/words.js';
import type { Analysis } from './analysis.js';
import { changedCells } from './changed-cells.js';
import type { FileEdits } from './code-actions.js';
import { type Candidate, candidatesFor, type Clash, clashOf, isClash } from './conflict-candidates.js';
import { type Trial, tryEdits } from './try-edits.js';

/** A precedence edit that was tried: it clears what it says and brings no finding but expectations that no longer hold. */
export interface ConflictFix {
  /** What it does, what that means, and what else it changes. */
  readonly title: string;
  /** The clashes that it clears, of those asked about. */
  readonly findings: readonly Finding[];
  readonly edits: readonly FileEdits[];
  /** Cells outside the clash, or days outside it, that change. */
  readonly changed: number;
  /** Expectations of the file that no longer hold. */
  readonly failing: number;
}

/** Each try costs an analysis, so there are fewer of them in long files: so many, times clauses, and at most 16 for a finding. */
const TRIED = { most: 16, clauses: 4_000 } as const;
/** Findings at one place for which fixes are sought, the gravest first. */
const SOUGHT = 4;

/** The findings that precedence can clear and that touch the span; at most four. */
export const clashesAt = (analysis: Analysis, file: string, { start, end }: Span): readonly Finding[] =>
  analysis.findings.filter((finding) => finding.place.file === file && finding.place.start <= end && start <= finding.place.end && isClash(finding)).slice(0, SOUGHT);

/** How many edits are tried at most. */
export const triesFor = ({ partnership }: Analysis): number => Math.min(TRIED.most, Math.floor(TRIED.clauses / Math.max(1, partnership.clauses.size)));

/** Whether edits bring no finding but expectations that no longer hold. */
export const isClean = ({ added }: Trial): boolean => added.every(({ code }) => code === 'failed-expectation');

/** Tries the edits that may clear a finding, in parts, so that the caller can do other things in between. */
export function* tryFixes(analysis: Analysis, finding: Finding): Generator<ConflictFix | undefined> {
  const clash = clashOf(analysis, finding);
  if (!clash) return;
  const enough = new Set<string>();
  let left = triesFor(analysis);
  for (const candidate of candidatesFor(analysis, clash)) {
    if (candidate.several && enough.has(candidate.family)) continue;
    if (left-- === 0) return;
    const trial = yield* tryEdits(analysis, candidate.edits);
    const clears = trial.removed.some(({ code, message }) => code === finding.code && message === finding.message);
    const fix = clears && isClean(trial) ? { ...fixOf(analysis, clash, candidate, trial), findings: [finding] } : undefined;
    if (fix) enough.add(candidate.family);
    yield fix;
  }
}

/** Every fix of a finding, the one that changes least first. */
export const conflictFixes = (analysis: Analysis, finding: Finding): readonly ConflictFix[] =>
  ranked([...tryFixes(analysis, finding)].filter((fix) => fix !== undefined));

/** Those that change fewest cells first, then those that break fewest expectations. Equal edits are put together. */
export function ranked(fixes: readonly ConflictFix[]): readonly ConflictFix[] {
  const byEdits = new Map<string, ConflictFix>();
  for (const fix of fixes) {
    const key = JSON.stringify(fix.edits);
    const same = byEdits.get(key);
    byEdits.set(key, same ? { ...same, findings: [...same.findings, ...fix.findings] } : fix);
  }
  return [...byEdits.values()].sort((a, b) => a.changed - b.changed || a.failing - b.failing);
}

/** The fix that a trial has shown to work; cells of the clash are meant to lose their status. */
export function fixOf(analysis: Analysis, clash: Pick<Clash, 'cells' | 'status'>, { title, edits, losers }: Candidate, { analysis: after, added }: Trial): ConflictFix {
  const products = new Set(losers.flatMap((clause) => [...clause.products]));
  const meant = (product: string, cloud: string): boolean => clash.cells.some((cell) => cell.product === product && cell.cloud === cloud);
  const changed = changedCells(analysis.matrix, after.matrix, products, meant, clash.status);
  const failing = added.length;
  const aside = [
    ...(changed > 0 ? [`changes ${count(changed, 'more cell')}`] : []),
    ...(failing > 0 ? [`${count(failing, 'expectation')} ${failing === 1 ? 'then fails' : 'then fail'}`] : []),
  ];
  return { title: aside.length > 0 ? `${title} (${aside.join(', ')})` : title, findings: [], edits, changed, failing };
}
