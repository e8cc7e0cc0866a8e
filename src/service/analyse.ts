import { Remembered } from '../base/remembered.js';
import { outcomeOf, type Steps } from '../base/steps.js';
import { NEWER } from '../grammar/check.js';
import { matrixOf } from '../matrix/build.js';
import { givenSteps } from '../matrix/given.js';
import type { Matrix } from '../matrix/matrix.js';
import { resolvePath } from '../model/imports.js';
import { resolveSteps } from '../model/resolve.js';
import type { Tree } from '../syntax/tree.js';
import type { Partnership, Source } from '../model/types.js';
import { ruleSteps } from '../rules/registry.js';
import { sourcesOf } from '../rules/support/sources.js';
import type { Analysis, AnalysisInput, Judgment } from './analysis.js';
import { isDocumentPath, treeOf } from './load.js';

/** Names and values only: who declares and uses what, without cells and findings. */
export const resolveInput = (input: AnalysisInput): Partnership => outcomeOf(resolved(input, treeOf));

const resolved = ({ file, texts, workspace, today, asOf }: AnalysisInput, read: (text: string, file: string) => Tree): Steps<Partnership> => resolveSteps({
  file, workspace, today, asOf,
  treeOf: (uri) => {
    const text = texts.get(uri);
    return text === undefined || text === null ? null : read(text, uri);
  },
});

const SOURCES = new Remembered<readonly Source[]>();

/**
 * Analyses one file with its imports: deterministic, never throws on bad input. What it computes of parts of a tree is
 * remembered with them; the same is found with trees that `read` makes anew. Cells and findings are computed once they
 * are asked for: until then nothing that the analysis was computed from may be followed through an edit.
 */
export const analyse = (input: AnalysisInput, read?: (text: string, file: string) => Tree): Analysis => outcomeOf(analyseSteps(input, read));

/** As `analyse`, in parts. Once a text of it was followed through an edit, the rest is of no use. */
export function* analyseSteps(input: AnalysisInput, read: (text: string, file: string) => Tree = treeOf): Steps<Analysis> {
  const { documents, workspace } = input;
  const partnership = yield* resolved(input, read);
  yield* givenSteps(partnership);
  const matrix = matrixOf(partnership);
  let judgment: Judgment | undefined;
  function* judged(): Steps<Judgment> {
    return (judgment ??= yield* judge(partnership, matrix, documents, workspace));
  }
  return { input, partnership, matrix, judged, get findings() { return outcomeOf(judged()).findings; }, get silenced() { return outcomeOf(judged()).silenced; } };
}

/** A step for each rule, or for what one looks at by itself. */
function* judge(partnership: Partnership, matrix: Matrix, documents: AnalysisInput['documents'], workspace: string): Steps<Judgment> {
  const { file } = partnership;
  const named = new Map<string, string | null>();
  for (const agreement of partnership.agreements.values()) {
    for (const { document = '', place } of SOURCES.of(agreement, [], () => sourcesOf(agreement))) {
      if (!isDocumentPath(document) || place.file !== file) continue;
      const target = resolvePath(document, file, workspace);
      named.set(document, target === undefined ? null : documents.get(target) ?? null);
    }
  }
  const outcome = yield* ruleSteps({ partnership, matrix, documents: named });
  // What a later version of the language means by the rest nobody knows here: it is told once, and nothing is guessed.
  const newer = outcome.findings.filter(({ payload }) => payload === NEWER);
  return newer.length > 0 ? { findings: newer, silenced: [] } : outcome;
}
