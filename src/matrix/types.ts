import type { Day, Interval } from '../base/dates.js';
import type { Assumptions } from '../model/types.js';

/** In the order of section 2: the first that applies is the cell's status. */
export const STATUSES = ['conflict', 'barred', 'exclusive', 'first', 'after-first', 'available', 'unspecified'] as const;
export type Status = (typeof STATUSES)[number];

export interface Possible {
  readonly status: Status;
  /** The smallest assumption sets that lead to it (prime implicants); one empty list where the status is certain. */
  readonly when: readonly Assumptions[];
  /** True where the list was cut at the documented limit. */
  readonly more: boolean;
}

/** One product on one cloud on one day, in every world that is still open (language, sections 2 and 3). */
export interface Cell {
  readonly product: string;
  readonly cloud: string;
  /** The baseline's status; `undecided` where there were too many unknowns. */
  readonly status: Status | 'undecided';
  readonly certain: boolean;
  /** The baseline's first. Empty where undecided. */
  readonly possible: readonly Possible[];
  /** Clauses that decide the baseline's status, by id, sorted. */
  readonly because: readonly string[];
  /** Unknowns that can change the status. */
  readonly unknowns: readonly string[];
  /** `agreement` or clause ids with text that no clause type carries, touching this cell. */
  readonly unmodelled: readonly string[];
  /** Deciding clauses whose source is inferred or disputed. */
  readonly doubtful: readonly string[];
}

/** A cell over a run of days in which nothing about it changes. */
export interface CellInterval extends Interval {
  readonly cell: Cell;
}

/** A set of clauses that clash on a cell. */
export interface Clash {
  readonly product: string;
  readonly cloud: string;
  readonly from: Day;
  readonly to: Day;
  readonly certain: boolean;
  /** Sorted ids of every claim, leave and bar of the clash in some world. */
  readonly clauses: readonly string[];
  readonly witness: Witness;
}

/** One concrete day and world in which a cell is in conflict. */
export interface Witness {
  /** The earliest day of the clash that is not past, where there is one. */
  readonly at: Day;
  /** The departures from the baseline, beside what is assumed anyway; no world with fewer shows a conflict. Empty for the baseline itself. */
  readonly assume: Assumptions;
}

/** What happens to a cell on the day on which a pending event occurs, whichever day that is. */
export interface EventChange {
  readonly event: string;
  readonly product: string;
  readonly cloud: string;
  /** The days on which the event may occur so that it has this effect, all after the as-of day. */
  readonly days: Interval;
  readonly cases: readonly {
    readonly before: Status;
    readonly after: Status;
    /** The smallest sets of other unknowns, as they are on that day, in which it has this effect: one empty set where it always has. */
    readonly when: readonly Assumptions[];
    readonly more: boolean;
  }[];
}
