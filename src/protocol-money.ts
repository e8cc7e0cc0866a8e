/** What server, client and web view share about money and terms. */
import type { Assume } from './protocol.js';

export interface CommitmentsView {
  readonly uri: string;
  /** As in `MatrixView`. */
  readonly version: number | null;
  readonly title: string;
  /** YYYY-MM-DD, as all days here. */
  readonly at: string;
  readonly asOf: string;
  readonly assumed: Assume;
  /** By the party that promises, in the order of declaration, then in the order of the text. */
  readonly commitments: readonly CommitmentView[];
  /** By currency: over all, then, where several kinds have it, for each kind. What is not in force on the day is in none. */
  readonly totals: readonly TotalView[];
  /** The same for each party that promises, without kinds. */
  readonly byParty: readonly TotalView[];
  readonly errors: number;
}
export type CommitmentKind = 'investment' | 'purchase' | 'licence' | 'revenue share';
export type Standing = 'in force' | 'conditional' | 'not yet' | 'over' | 'ended' | 'suspended' | 'without effect' | 'unreadable';
export interface CommitmentView {
  /** `agreement/clause`. */
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly name: string;
  readonly agreement: Named;
  readonly by: Named;
  readonly to: Named;
  /** The promise in one sentence. */
  readonly says: string;
  readonly standing: Standing;
  /** Why it stands so: a sentence, empty where there is nothing to add. */
  readonly why: string;
  /** Like `2026-04-27 → 2032-12-31`. */
  readonly term: string;
  /** First day in force; null where the source does not give it. */
  readonly from: string | null;
  /** Last day in force; null where no day is known. */
  readonly last: string | null;
  /** What bounds it where `last` is null. */
  readonly end: 'day' | 'event' | 'unstated' | 'none';
  /** As written, with `up to`; null where none is stated. */
  readonly amount: string | null;
  readonly parts: readonly MoneyPart[];
  /** Why its amounts are in no total; null where they are, or where it has none. */
  readonly left: string | null;
  readonly source: string | null;
}
/** Something that is paid as a whole: a tranche, an amount without tranches, or what a ceiling leaves beyond the tranches. */
export interface MoneyPart {
  readonly words: string;
  /** Exact, in plain digits. */
  readonly value: string;
  readonly currency: string;
  /** Written with `up to`: not more than this. */
  readonly ceiling: boolean;
  /** `void`: its condition cannot be met. */
  readonly state: 'certain' | 'conditional' | 'void';
  /** `signing`, a date as written, or null. */
  readonly due: string | null;
  readonly condition: string | null;
}
/** Four sums that are never added: what is certain, what hangs on a condition, and ceilings of either kind. */
export interface TotalView {
  readonly party: Named | null;
  readonly kind: CommitmentKind | null;
  readonly currency: string;
  readonly certain: Sum;
  readonly conditional: Sum;
  readonly certainUpTo: Sum;
  readonly conditionalUpTo: Sum;
}
/** Exact plain digits, and the same in words. */
export interface Sum { readonly value: string; readonly words: string }
export interface Named { readonly id: string; readonly name: string }
