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

/** Tries the edits that may clear a finding, one with each step, so that the caller can do other things in between. */
export function* tryFixes(analysis: Analysis, finding: Finding): Generator<ConflictFix | undefined> {
  const clash = clashOf(analysis, finding);
  if (!clash) return;
  const clears = ({ removed }: Trial): boolean => removed.some(({ code, message }) => code === finding.code && message === finding.message);
  for (const tried of tryCandidates(analysis, clash, clears)) yield tried && { ...tried.fix, findings: [finding] };
}

/** Tries the edits that may clear a clash, as long as each brings no finding but failed expectations. */
export function* tryCandidates(analysis: Analysis, clash: Clash, clears: (trial: Trial) => boolean): Generator<{ readonly fix: ConflictFix; readonly trial: Trial } | undefined> {
  const enough = new Set<string>();
  let left = Math.min(TRIED.most, Math.floor(TRIED.clauses / Math.max(1, analysis.partnership.clauses.size)));
  for (const candidate of candidatesFor(analysis, clash)) {
    if (candidate.several && enough.has(candidate.family)) continue;
    if (left-- === 0) return;
    const trial = tryEdits(analysis, candidate.edits);
    const fix = clears(trial) && trial.added.every(({ code }) => code === 'failed-expectation') ? fixOf(analysis, clash, candidate, trial) : undefined;
    if (fix) enough.add(candidate.family);
    yield fix && { fix, trial };
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

function fixOf(analysis: Analysis, clash: Clash, { title, edits, losers }: Candidate, { analysis: after, added }: Trial): ConflictFix {
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
