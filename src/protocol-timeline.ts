import type { CellView } from './protocol.js';

/** Every day of a matrix, under its assumptions. Days are YYYY-MM-DD. */
export interface TimelineView {
  readonly today: string;
  /** In the order of the text. */
  readonly agreements: readonly AgreementBar[];
  readonly matters: readonly Matters[];
  /** null where there is too much for one message: then each day is asked for. */
  readonly cells: CellsOverTime | null;
  /** Days of pending events, which have no date yet; empty where that is too much to compute. */
  readonly undated: readonly UndatedDay[];
}
export interface UndatedDay {
  /** The event in words. */
  readonly event: string;
  /** Between which dates the day must lie, in words. */
  readonly bounds: string;
  /** What changes on it, one line for each cell and way. */
  readonly changes: readonly string[];
}
/** The term of an agreement, as its clauses have it. */
export interface AgreementBar {
  readonly id: string;
  readonly name: string;
  /** First day in force; null where it is in force before every date. */
  readonly from: string | null;
  /** First day on which it may be over, and on which it is over for certain; null where there is none. */
  readonly sure: string | null;
  readonly last: string | null;
  readonly end: 'day' | 'event' | 'open' | 'unstated' | 'ended';
  /** The end in a few words, and the whole term. */
  readonly label: string;
  readonly words: string;
}
/** For how many cells an unknown can change the status; one that is assumed, if it were open again. */
export interface Matters {
  /** As in `UnknownView`. */
  readonly name: string;
  /** Sorted days on which the number changes. */
  readonly days: readonly string[];
  /** One more than `days`: before the first of them, then from each of them on. Empty where it is too much to compute. */
  readonly cells: readonly number[];
}
/** Cells with equal content share it. */
export interface CellsOverTime {
  /** Ids that `because` counts into. */
  readonly clauses: readonly string[];
  readonly contents: readonly CellContent[];
  /**
   * For each cell, in the order of `MatrixView.cells`: its first content, then pairs of a place in `MatrixView.changes`
   * and the content from that day on.
   */
  readonly runs: readonly (readonly number[])[];
}
export interface CellContent extends Pick<CellView, 'status' | 'certain' | 'possible' | 'marks'> { readonly because: readonly number[] }
