import type { Day } from '../base/dates.js';
import type { Assumptions } from '../model/types.js';
import type { QuestionKind } from '../protocol.js';
import type { Analysis } from './analysis.js';
import { effective } from './assume.js';
import { exposure } from './questions-exposure.js';
import { listed } from './questions-findings.js';
import { infringed } from './questions-infringed.js';
import { plan } from './questions-plan.js';
import { serve } from './questions-serve.js';

/** The answer to a question about a whole file, in words and as plain data. */
export interface Answer {
  /** One sentence. */
  readonly summary: string;
  /** Plain text. */
  readonly lines: readonly Line[];
  /** What the JSON of the command line has beside the common fields; days are written out. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The day that it is about; absent where it is about every day. */
  readonly at?: Day;
}
export interface Line { readonly text: string; readonly children?: readonly Line[] }

/** A question with everything that it needs; ids must be declared. */
export type Question = { readonly at?: Day | undefined; readonly assume?: Assumptions | undefined } & (
  | { readonly question: 'serve'; readonly party: string; readonly product: string }
  | { readonly question: 'plan'; readonly agreement: string }
  | { readonly question: 'infringed'; readonly agreements: readonly string[] }
  | { readonly question: 'exposure' | 'idle' | 'unmet' });

export const QUESTION_WORDS: Readonly<Record<QuestionKind, string>> = {
  serve: 'Can this party serve this product anywhere?',
  plan: 'What does this agreement change?',
  infringed: 'Which rights of whom does a draft infringe?',
  exposure: 'Until when is each exclusivity exposed?',
  idle: 'Which clauses does no world make matter?',
  unmet: 'Which commitments does no world let a party meet?',
};

/** Answers a question; assumptions without effect are left out. */
export function ask(analysis: Analysis, question: Question): Answer {
  const { partnership } = analysis;
  const assume = effective(question.assume ?? {}, partnership);
  switch (question.question) {
    case 'serve': return serve(analysis, question.party, question.product, question.at ?? partnership.asOf, assume);
    case 'plan': return plan(analysis, question.agreement, assume);
    case 'infringed': return infringed(analysis, question.agreements, assume);
    case 'exposure': return exposure(analysis, assume);
    case 'idle':
    case 'unmet': return listed(analysis, question.question);
  }
}
