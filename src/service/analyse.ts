import { matrixOf } from '../matrix/build.js';
import { resolvePath } from '../model/imports.js';
import { resolve } from '../model/resolve.js';
import { runRules } from '../rules/registry.js';
import type { Analysis, AnalysisInput } from './analysis.js';
import { isDocumentPath, treeOf } from './load.js';

/** Analyses one file with its imports: pure, deterministic, never throws on bad input. */
export function analyse(input: AnalysisInput): Analysis {
  const { file, texts, documents, workspace, today, asOf } = input;
  const partnership = resolve({
    file, workspace, today, asOf,
    treeOf: (uri) => {
      const text = texts.get(uri);
      return text === undefined || text === null ? null : treeOf(text);
    },
  });
  const matrix = matrixOf(partnership);
  const named = new Map<string, string | null>();
  const holders = [...partnership.agreements.values()].flatMap((agreement) => [agreement, ...agreement.clauses]);
  for (const { source } of holders) {
    const document = source?.document;
    if (document === undefined || !isDocumentPath(document) || source?.place.file !== file) continue;
    const target = resolvePath(document, file, workspace);
    named.set(document, target === undefined ? null : documents.get(target) ?? null);
  }
  return { input, partnership, matrix, findings: runRules({ partnership, matrix, documents: named }) };
}
