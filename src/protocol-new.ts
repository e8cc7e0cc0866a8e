/** What server and client share about files that somebody starts from nothing. */

export interface NewFileParams {
  /** Names, in the order in which they take part: who promises, who holds the promise, others. */
  readonly parties: readonly string[];
  readonly clouds: readonly string[];
  readonly products: readonly string[];
  /** The name of a clause type. */
  readonly type: string;
  readonly title?: string | undefined;
  /** YYYY-MM-DD: the as-of day. */
  readonly day: string;
}
export interface NewFileResult { readonly text: string }

/** What an agreement can be about, in the order of the reference. */
export interface AgreementTypesView { readonly types: readonly { readonly name: string; readonly summary: string }[] }
