import { matrixOf } from '../matrix/build.js';
import { resolvePath } from '../model/imports.js';
import { resolve } from '../model/resolve.js';
import type { Tree } from '../syntax/tree.js';
import type { Partnership } from '../model/types.js';
import { runRules } from '../rules/registry.js';
import type { Analysis, AnalysisInput } from './analysis.js';
import { isDocumentPath, treeOf } from './load.js';

/** Names and values only: who declares and uses what, without cells and findings. */
export const resolveInput = ({ file, texts, workspace, today, asOf }: AnalysisInput, read: (text: string, file: string) => Tree = treeOf): Partnership => resolve({
  file, workspace, today, asOf,
  treeOf: (uri) => {
    const text = texts.get(uri);
    return text === undefined || text === null ? null : read(text, uri);
  },
});

/**
 * Analyses one file with its imports: deterministic, never throws on bad input. What it computes of parts of a tree is
 * remembered with them; the same is found with trees that `read` makes anew.
 */
export function analyse(input: AnalysisInput, read?: (text: string, file: string) => Tree): Analysis {
  const { file, documents, workspace } = input;
  const partnership = resolveInput(input, read);
  const matrix = matrixOf(partnership);
  const named = new Map<string, string | null>();
  const holders = [...partnership.agreements.values()].flatMap((agreement) => [agreement, ...agreement.clauses]);
  for (const { source } of holders) {
    const document = source?.document;
    if (document === undefined || !isDocumentPath(document) || source?.place.file !== file) continue;
    const target = resolvePath(document, file, workspace);
    named.set(document, target === undefined ? null : documents.get(target) ?? null);
  }
  return { input, partnership, matrix, ...runRules({ partnership, matrix, documents: named }) };
}
