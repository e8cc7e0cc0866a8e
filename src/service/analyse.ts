import { NEWER } from '../grammar/check.js';
import { matrixOf } from '../matrix/build.js';
import { resolvePath } from '../model/imports.js';
import { resolve } from '../model/resolve.js';
import type { Partnership } from '../model/types.js';
import { runRules } from '../rules/registry.js';
import type { Analysis, AnalysisInput } from './analysis.js';
import { isDocumentPath, treeOf } from './load.js';

/** Names and values only: who declares and uses what, without cells and findings. */
export const resolveInput = ({ file, texts, workspace, today, asOf }: AnalysisInput): Partnership => resolve({
  file, workspace, today, asOf,
  treeOf: (uri) => {
    const text = texts.get(uri);
    return text === undefined || text === null ? null : treeOf(text);
  },
});

/** Analyses one file with its imports: pure, deterministic, never throws on bad input. */
export function analyse(input: AnalysisInput): Analysis {
  const { file, documents, workspace } = input;
  const partnership = resolveInput(input);
  const matrix = matrixOf(partnership);
  const named = new Map<string, string | null>();
  const holders = [...partnership.agreements.values()].flatMap((agreement) => [agreement, ...agreement.clauses]);
  for (const { source } of holders) {
    const document = source?.document;
    if (document === undefined || !isDocumentPath(document) || source?.place.file !== file) continue;
    const target = resolvePath(document, file, workspace);
    named.set(document, target === undefined ? null : documents.get(target) ?? null);
  }
  const outcome = runRules({ partnership, matrix, documents: named });
  // What a later version of the language means by the rest nobody knows here: it is told once, and nothing is guessed.
  const newer = outcome.findings.filter(({ payload }) => payload === NEWER);
  return { input, partnership, matrix, ...(newer.length > 0 ? { findings: newer, silenced: [] } : outcome) };
}
