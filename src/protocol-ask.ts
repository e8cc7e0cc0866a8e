/** What server and client share about questions on whole agreements. */
import type { MatrixParams } from './protocol.js';

/** In the order in which they are offered. */
export const QUESTIONS = ['serve', 'plan', 'infringed', 'exposure', 'idle', 'unmet'] as const;
export type QuestionKind = (typeof QUESTIONS)[number];

/** `serve` needs `party` and `product`, `plan` and `infringed` need `agreements` (ids; one for `plan`). */
export interface AskParams extends MatrixParams {
  readonly question: QuestionKind;
  readonly party?: string | undefined;
  readonly product?: string | undefined;
  readonly agreements?: readonly string[] | undefined;
}
export interface AskResult {
  /** One sentence. */
  readonly summary: string;
  /** The whole answer as Markdown, as the command line prints it. */
  readonly markdown: string;
}

export interface AskableParams { readonly uri: string }
/** What can be asked about, in the order of the text. */
export interface AskableView {
  readonly parties: readonly AskableName[];
  readonly products: readonly AskableName[];
  readonly agreements: readonly AskableAgreement[];
}
export interface AskableName { readonly id: string; readonly name: string }
/** `at` is the day to compare on: its first day in force, else the as-of day. */
export interface AskableAgreement extends AskableName { readonly at: string }
