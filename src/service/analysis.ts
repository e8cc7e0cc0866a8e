import type { Day } from '../base/dates.js';
import type { Finding } from '../base/findings.js';
import type { Steps } from '../base/steps.js';
import type { Matrix } from '../matrix/matrix.js';
import { RULES } from '../rules/registry.js';
import type { Partnership } from '../model/types.js';

/** Everything the services read: the outcome of one file with its imports at one moment. */
export interface Analysis extends Judgment {
  /** What it was computed from, for trying out edits. */
  readonly input: AnalysisInput;
  readonly partnership: Partnership;
  readonly matrix: Matrix;
  /** Computes its findings in parts, so that they are there once somebody asks for them. */
  readonly judged: () => Steps<Judgment>;
}

/** What the rules find. */
export interface Judgment {
  /** Of the main file, sorted. */
  readonly findings: readonly Finding[];
  /** Those that comments in the file silence; they are not among the others. */
  readonly silenced: readonly Finding[];
}

/** What an analysis is computed from; nothing else is read. */
export interface AnalysisInput {
  /** URI (or absolute path as file: URI) of the main file. */
  readonly file: string;
  /** Text of the main file and of every file it imports, by URI; null where a file could not be read. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Text of source documents by URI; null where they could not be read. */
  readonly documents: ReadonlyMap<string, string | null>;
  /** URI of the folder that imports and documents must stay inside. */
  readonly workspace: string;
  /** Today, used where the file has no `as-of`. */
  readonly today: Day;
  /** Replaces the file's `as-of`. */
  readonly asOf?: Day | undefined;
}

/** Error-level findings about text that could not be read, in the main file or its imports: what a matrix then lacks. */
export function unreadErrors({ partnership, findings }: Analysis): { readonly own: number; readonly imported: number } {
  const codes = new Set(partnership.problems.map(({ code }) => code));
  const severe = new Set(RULES.filter(({ severity }) => severity === 'error').map(({ code }) => code));
  return {
    own: findings.filter(({ code, severity }) => severity === 'error' && codes.has(code)).length,
    imported: partnership.problems.filter(({ code, place }) => place.file !== partnership.file && severe.has(code)).length,
  };
}
