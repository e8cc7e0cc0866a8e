import { formatDay } from '../base/dates.js';
import { type Span, span } from '../base/span.js';
import { count } from '../base/words.js';
import type { Analysis } from './analysis.js';
import { cellsOn } from './cells.js';

export interface CodeLens {
  readonly span: Span;
  readonly title: string;
}

/** What stands above the file and above each of its agreements. Each opens the availability matrix. */
export function codeLenses(analysis: Analysis, file: string): readonly CodeLens[] {
  const { partnership } = analysis;
  if (partnership.file !== file) return [];
  const root = partnership.files.get(file)?.tree.root;
  const first = root?.entries[0]?.keySpan;
  const top: CodeLens[] = first && partnership.products.size > 0 && partnership.clouds.size > 0 ? [{ span: first, title: 'Show availability matrix' }] : [];
  return [...top, ...agreementLenses(analysis, file)];
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
  return own.flatMap(({ id, place }) => {
    const at = span(place.start, place.end);
    const clashing = conflicts.get(id)?.size ?? 0;
    return [
      { span: at, title: `${count(decided.get(id) ?? 0, 'cell')} decided on ${formatDay(partnership.asOf)}` },
      ...(clashing > 0 ? [{ span: at, title: `conflicts on ${count(clashing, 'cell')}` }] : []),
    ];
  });
}
