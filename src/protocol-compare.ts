/** What server, client and the comparison view share. */
import type { Assume, StatusName, UnknownView } from './protocol.js';

/** One side of a comparison. */
export interface CompareSide { readonly at?: string | undefined; readonly assume?: Assume | undefined }
/** What stands on the first side: the same text, that of another file, or an older text of the same file. */
export type CompareBase =
  | { readonly kind: 'same' }
  | { readonly kind: 'file'; readonly uri: string }
  /** The same text as if an agreement did not exist. */
  | { readonly kind: 'without'; readonly agreement: string }
  | { readonly kind: 'text'; readonly text: string; /** For example `last commit`. */ readonly label: string };
export interface CompareParams { readonly uri: string; readonly base: CompareBase; readonly before: CompareSide; readonly after: CompareSide }

export interface CompareView {
  readonly uri: string;
  readonly version: number | null;
  readonly title: string;
  readonly before: SideView;
  readonly after: SideView;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly clouds: readonly { readonly id: string; readonly name: string }[];
  /** Row by row; those that do not differ, too. */
  readonly cells: readonly ComparedCell[];
  readonly introduced: readonly ComparedConflictView[];
  readonly resolved: readonly ComparedConflictView[];
  readonly remaining: readonly ComparedConflictView[];
  /** Ids of clauses of the second side that change no cell. */
  readonly withoutEffect: readonly string[];
  /** Errors on either side in text that could not be read. */
  readonly errors: number;
}
export interface SideView {
  /** Names the text. */
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly at: string;
  readonly asOf: string;
  readonly assumed: Assume;
  readonly unknowns: readonly UnknownView[];
}
export interface ComparedCell {
  readonly product: string;
  readonly cloud: string;
  /** `reasons`: the status stays, what it rests on changes. */
  readonly change: 'none' | 'status' | 'reasons' | 'added' | 'removed';
  readonly before: ShownCell | null;
  readonly after: ShownCell | null;
}
export interface ShownCell { readonly status: StatusName; readonly certain: boolean; readonly possible: readonly StatusName[]; readonly because: readonly string[] }
/** Days in words; empty where there is no conflict on that side. */
export interface ComparedConflictView { readonly product: string; readonly cloud: string; readonly clauses: readonly string[]; readonly before: string; readonly after: string }

/** Extension → comparison view. */
export type ToCompareView =
  | { readonly type: 'comparison'; readonly view: CompareView }
  | { readonly type: 'stale'; readonly reason: string }
  | { readonly type: 'error'; readonly message: string };
/** Comparison view → extension. */
export type FromCompareView =
  | { readonly type: 'ready' }
  | { readonly type: 'sides'; readonly before: CompareSide; readonly after: CompareSide }
  | { readonly type: 'copy' }
  | { readonly type: 'reveal'; readonly clause: string };
/** What the comparison view keeps across a reload of the window. A text of the version control is read again. */
export interface CompareState {
  readonly uri: string;
  readonly base: Exclude<CompareBase, { readonly kind: 'text' }> | { readonly kind: 'commit' };
  readonly before: CompareSide;
  readonly after: CompareSide;
}
