import { applyEdits } from '../base/edits.js';
import type { Finding } from '../base/findings.js';
import type { Steps } from '../base/steps.js';
import { analyse, analyseSteps } from './analyse.js';
import type { Analysis, AnalysisInput } from './analysis.js';
import type { FileEdits } from './code-actions.js';

/** What becomes of the findings of every file that is edited, each looked at as a file of its own, and of the main file. */
export interface Trial {
  /** Of the main file, after the edits. */
  readonly analysis: Analysis;
  /** Findings that were not there before; findings are the same where code and message are. */
  readonly added: readonly Finding[];
  /** Findings of the main file that are gone. */
  readonly removed: readonly Finding[];
}

/** Applies the edits and analyses again. Nothing is changed but the copy. */
export function* tryEdits({ input, findings }: Analysis, edits: readonly FileEdits[]): Steps<Trial> {
  const after = edited(input, edits);
  const analysis = yield* analyseSteps(after);
  yield* analysis.judged();
  const imported = edits.map(({ file }) => file).filter((file) => file !== input.file);
  return {
    analysis,
    added: [
      ...without(analysis.findings, findings),
      ...imported.flatMap((file) => without(analyse({ ...after, file }).findings, input.texts.has(file) ? analyse({ ...input, file }).findings : [])),
    ],
    removed: without(findings, analysis.findings),
  };
}

/** The input with its texts edited; a file that is not there yet is written. */
export function edited(input: AnalysisInput, edits: readonly FileEdits[]): AnalysisInput {
  const texts = new Map(input.texts);
  for (const { file, edits: list } of edits) texts.set(file, applyEdits(texts.get(file) ?? '', list));
  return { ...input, texts };
}

/** The findings of the first list that the second has not, or not as often. */
export function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const key = ({ code, message }: Finding): string => `${code} ${message}`;
  const left = new Map<string, number>();
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(key(finding)) ?? 0;
    left.set(key(finding), count - 1);
    return count <= 0;
  });
}
