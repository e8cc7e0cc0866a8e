import type { TextEdit } from '../base/edits.js';
import type { Finding, Severity } from '../base/findings.js';
import type { Place } from '../base/span.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Agreement, Partnership, Product } from '../model/types.js';
import type { Judged } from './support/silences.js';

/** What a rule may look at. */
export interface RuleInput {
  readonly partnership: Partnership;
  readonly matrix: Matrix;
  /** Text of the documents that `source: { document }` names, by the name as written; null where there is none to be had. */
  readonly documents: ReadonlyMap<string, string | null>;
  /** The silencing comments of the main file, for the rules about them. */
  readonly silences: readonly Judged[];
  /** The codes of all rules. */
  readonly codes: readonly string[];
}

export type Report = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** In which file; the finding's own when absent. */
  readonly file?: string;
  /** May be applied to many findings at once without a look. */
  readonly safe: boolean;
}

/** An example file and, for the bad one, where the finding must be: under `^^^` marks. */
export interface RuleExample {
  /** Text of the main file. A line such as `#  ^^^^ code` marks the range above it; `# <--- code` one that starts in the first column. */
  readonly text: string;
  /** Other files by relative path, for imports and documents. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file's `today`; default 2026-06-01. */
  readonly today?: string;
}

/** One rule: one file, named after its code. Examples are docs and tests alike. */
export type Rule = Described & (OfFile | OfAgreement | OfProduct);

/** Looks at the whole file each time. Where that takes longer, it gives nothing now and then, so that others can be looked at in between. */
interface OfFile {
  check(input: RuleInput): Iterable<Report | undefined>;
}

/**
 * Looks at one agreement of the main file at a time. What it finds is remembered as long as the agreement, the products, events,
 * facts and readings, the ids of clouds, the as-of day, what ends and overrides its clauses, the documents and what `alsoReads` and
 * `turnsOn` list stay the same.
 */
interface OfAgreement extends Remembering {
  checkAgreement(agreement: Agreement, input: RuleInput): Iterable<Report>;
  /** What else it looks at: objects and values that are the very same as long as nothing has changed there. */
  turnsOn?(agreement: Agreement, input: RuleInput): readonly unknown[];
}

/**
 * Looks at one product at a time: at its cells, at the clauses that speak of it, and at other products of these. Remembered as what is
 * found in an agreement.
 */
interface OfProduct extends Remembering {
  checkProduct(product: Product, input: RuleInput): Iterable<Report>;
}

interface Remembering {
  /** What else is declared that it looks at: of clouds, more than their ids. */
  readonly alsoReads?: readonly ('parties' | 'clouds')[];
}

interface Described {
  readonly code: string;
  readonly severity: Severity;
  /** A noun phrase. */
  readonly title: string;
  /** Why it matters and what to do, in a few plain sentences. */
  readonly rationale: string;
  readonly bad: RuleExample;
  readonly good: RuleExample;
  fixes?(finding: Finding, partnership: Partnership): readonly Fix[];
}

/** Findings that reading the file already saw, as reports of the rule with their code. */
export function problemsOf(code: string): (input: RuleInput) => Iterable<Report> {
  return function* ({ partnership }) {
    for (const problem of partnership.problems) {
      if (problem.code === code && problem.place.file === partnership.file) {
        yield { place: problem.place, message: problem.message, related: problem.related ?? [], payload: problem.payload };
      }
    }
  };
}

export const within = (inner: Place, outer: Place): boolean => inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
