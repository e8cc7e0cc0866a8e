import { formatDay } from '../base/dates.js';
import { type Span, span } from '../base/span.js';
import { count } from '../base/words.js';
import type { Analysis } from './analysis.js';
import { cellsOn } from './cells.js';
import { LENS_KINDS, type LensKind } from './kinds.js';
import { testsOf } from './tests.js';

export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  /** `expectations` runs them, `plan` shows what an agreement changes; the other kinds open the availability matrix. */
  readonly kind: LensKind;
  /** The id of the agreement that it stands above, if any. */
  readonly agreement?: string;
}

/** What stands above the file, above each of its agreements, and above `expect`. */
export function codeLenses(analysis: Analysis, file: string, kinds: readonly LensKind[] = LENS_KINDS): readonly CodeLens[] {
  const { partnership } = analysis;
  if (partnership.file !== file) return [];
  const root = partnership.files.get(file)?.tree.root;
  const first = root?.entries[0]?.keySpan;
  return [
    ...(kinds.includes('matrix') && first && partnership.products.size > 0 && partnership.clouds.size > 0 ? [{ span: first, title: 'Show availability matrix', kind: 'matrix' } as const] : []),
    ...(kinds.includes('agreement') ? agreementLenses(analysis, file) : []),
    ...(kinds.includes('plan') && partnership.products.size > 0 && partnership.clouds.size > 0 ? planLenses(analysis, file) : []),
    ...(kinds.includes('expectations') ? expectationLenses(analysis, root?.entries.find(({ key }) => key === 'expect')?.keySpan) : []),
  ];
}

const planLenses = ({ partnership }: Analysis, file: string): CodeLens[] => [...partnership.agreements.values()].filter(({ place }) => place.file === file)
  .map(({ id, place }) => ({ span: span(place.start, place.end), title: 'What does this agreement change?', kind: 'plan', agreement: id }));

function expectationLenses(analysis: Analysis, at: Span | undefined): CodeLens[] {
  const tests = at ? testsOf(analysis).tests.filter(({ kind }) => kind === 'expectation') : [];
  if (!at || tests.length === 0) return [];
  const holding = tests.filter(({ outcome }) => outcome === 'passed').length;
  return [{ span: at, title: `Run ${count(tests.length, 'expectation')} (${holding} of ${tests.length} ${tests.length === 1 ? 'holds' : 'hold'})`, kind: 'expectations' }];
}

function agreementLenses(analysis: Analysis, file: string): CodeLens[] {
  const { partnership, matrix } = analysis;
  const own = [...partnership.agreements.values()].filter(({ place }) => place.file === file);
  if (own.length === 0) return [];
  const decided = new Map<string, number>();
  for (const { because } of cellsOn(analysis, partnership.asOf)) {
    for (const agreement of new Set(because.map((id) => partnership.clauses.get(id)?.agreement ?? ''))) decided.set(agreement, (decided.get(agreement) ?? 0) + 1);
  }
  const conflicts = new Map<string, Set<string>>();
  for (const { product, cloud, clauses } of matrix.clashes()) {
    for (const id of clauses) {
      const agreement = partnership.clauses.get(id)?.agreement ?? '';
      conflicts.set(agreement, (conflicts.get(agreement) ?? new Set()).add(`${product} ${cloud}`));
    }
  }
  return own.flatMap(({ id, place }): CodeLens[] => {
    const at = span(place.start, place.end);
    const clashing = conflicts.get(id)?.size ?? 0;
    return [
      { span: at, title: `${count(decided.get(id) ?? 0, 'cell')} decided on ${formatDay(partnership.asOf)}`, kind: 'agreement' },
      ...(clashing > 0 ? [{ span: at, title: `conflicts on ${count(clashing, 'cell')}`, kind: 'agreement' } as const] : []),
    ];
  });
}
