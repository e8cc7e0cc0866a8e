import type { Day, Interval } from '../base/dates.js';
import type { Steps } from '../base/steps.js';
import type { Role } from '../clauses/clause-type.js';
import type { Assumptions, Clause, Condition, Partnership } from '../model/types.js';
import type { Precedence } from './precedence.js';
import type { Cell, CellInterval, Clash, EventChange, Status } from './types.js';

/** The availability matrix of a partnership. Computed on demand and remembered; the answers are plain data. */
export interface Matrix {
  readonly partnership: Partnership;
  readonly precedence: Precedence;
  /** Stands for all that the cells of a product turn on: the very same object as long as nothing of it changes. */
  key(product: string): object;
  /** The clauses that can contribute to some cell of the product, in file order. */
  clausesOf(product: string): readonly Clause[];
  /** One cell on one day. Unknown product or cloud ids give `unspecified`. */
  cell(product: string, cloud: string, day: Day, assume?: Assumptions): Cell;
  /** The cell on every day, as maximal runs of equal days from BEGINNING to FOREVER. */
  timeline(product: string, cloud: string, assume?: Assumptions): readonly CellInterval[];
  /** Every day on which some cell changes, sorted. */
  changes(assume?: Assumptions): readonly Day[];
  /** The first and the last of them, found without the others; undefined where nothing ever changes. */
  changeBounds(assume?: Assumptions): { readonly first: Day; readonly last: Day } | undefined;
  /** Every clash of every cell, in every world that the assumptions leave, by run of days. */
  clashes(assume?: Assumptions): readonly Clash[];
  /** As `clashes`, a step for each product. */
  clashSteps(assume?: Assumptions): Steps<readonly Clash[]>;
  /** What changes on the day on which a pending event occurs, by event; for days that have no date yet. */
  eventChanges(assume?: Assumptions): readonly EventChange[];
  /** What each clause that speaks of the product does to the cell on that day. */
  traces(product: string, cloud: string, day: Day, assume?: Assumptions): readonly ClauseTrace[];
  /** Smallest changes of assumptions or precedence that clear or create a conflict, each checked by evaluating again. */
  flips(product: string, cloud: string, day: Day, assume?: Assumptions): readonly Flip[];
  /** Smallest changes of assumptions and precedence after which the product is served on the cloud on that day; none where it is. */
  waysToServe(product: string, cloud: string, day: Day, assume?: Assumptions): readonly Flip[];
  /** Whether the product is served on any of the clouds on that day, in the same world; undefined where that cannot be decided. */
  anywhere(product: string, clouds: readonly string[], day: Day, assume?: Assumptions): Anywhere | undefined;
  /** A clause on each cell that it speaks of, day by day of its term, and what goes against it there: clauses for which `rivals` holds. */
  standings(clause: string, rivals?: (clause: Clause) => boolean, assume?: Assumptions): readonly Standing[];
  /** What would have to end for the product to be served on the cloud on that day; undefined where the cell is undecided. */
  release(product: string, cloud: string, day: Day, assume?: Assumptions): Release | undefined;
  /** Whether a condition of a clause holds for a cell on that day; undefined where the cell is undecided. */
  truth(condition: Condition, product: string, cloud: string, day: Day, assume?: Assumptions): Truth | undefined;
  /** By cloud: the maximal runs of days on which the cell is undecided; clouds without such days are left out. */
  undecided(product: string): ReadonlyMap<string, readonly Interval[]>;
  /** True where the clause contributes to some cell on some day in some world. */
  everContributes(clause: string): boolean;
  /** True where two clauses clash on every day and in every world in which both are in force, and there are some. */
  neverTogether(one: string, other: string): boolean;
  /** On which days each of two clauses makes the other's cloud wait in some world; undefined where on none. */
  waitForEachOther(one: string, other: string): { readonly days: Interval; readonly products: readonly string[]; readonly certain: boolean } | undefined;
  /** True where the clause would be in force on some day in some world, and its `unless` holds in all of them. */
  swallowed(clause: string): boolean;
  /** Another clause between the same parties that gives the same holder the same right wherever this one does; undefined where there is none. */
  impliedBy(clause: string): string | undefined;
}

export type TraceState =
  | { readonly kind: 'contributes' }
  | { readonly kind: 'not-yet'; readonly from: Day }
  | { readonly kind: 'over'; readonly day: Day | undefined; /** An agreement or clause id, where something other than its term ended it. */ readonly by: string | undefined }
  | { readonly kind: 'suspended'; readonly until: Day; readonly by: string }
  | { readonly kind: 'condition' }
  | { readonly kind: 'exception' }
  | { readonly kind: 'yields'; readonly to: readonly string[] };

export interface ClauseTrace {
  readonly clause: string;
  /** What it does to this cell when it contributes; empty where it only makes this cell wait. */
  readonly roles: readonly Role[];
  /** It makes this cell wait for another cloud. */
  readonly waits: boolean;
  /** In the baseline. */
  readonly state: TraceState;
  /** Whether it contributes in every world, in some, or in none. */
  readonly worlds: 'all' | 'some' | 'none';
  /** The smallest assumption sets in which it contributes, where it does in some worlds only. */
  readonly when: readonly Assumptions[];
}

/** One entry of the text that sets precedence, to be written, or taken out where `drop` says so. */
export interface PrecedenceEdit {
  readonly key: 'supersedes' | 'amends' | 'subject-to' | 'notwithstanding';
  /** The agreement or clause in which it stands. */
  readonly holder: string;
  /** The agreement or clause that it names. */
  readonly target: string;
  /** For `amends`: the first day on which the target counts again; it ends for good where absent. */
  readonly until?: Day;
  readonly drop?: true;
}

/** Changes that belong together, and the status of the cell after all of them. */
export interface Flip {
  /** Empty where only the text changes. */
  readonly assume: Assumptions;
  readonly edits: readonly PrecedenceEdit[];
  readonly status: Status;
}

export interface Release {
  /** Every bar and wait of the baseline, then those that come into force once these have ended; in that order. */
  readonly ended: readonly { readonly clause: string; readonly role: 'bar' | 'wait' }[];
  /** The cell without them, evaluated. */
  readonly cell: Cell;
}

/** Served on some cloud, not the same one in every world. */
export interface Anywhere extends Truth {
  /** The smallest assumption sets in which it is, where it is in some worlds only. */
  readonly when: readonly Assumptions[];
}

/** A clause on a cell over a run of days: in which worlds it counts there, and in which something goes against it. */
export interface Standing extends Interval {
  readonly product: string;
  readonly cloud: string;
  /** What it does to the cell when it counts. */
  readonly roles: readonly Role[];
  /** `undecided` where the cell is. */
  readonly holds: 'all' | 'some' | 'none' | 'undecided';
  /** The smallest assumption sets in which it counts, where it does in some worlds only. */
  readonly holdsWhen: readonly Assumptions[];
  /** In the baseline: why it does not count. */
  readonly state: TraceState;
  /** Whether it counts and something goes against it, in every world, in some, or in none. */
  readonly broken: 'all' | 'some' | 'none';
  readonly brokenWhen: readonly Assumptions[];
  /** Ids of what goes against it, sorted. */
  readonly against: readonly string[];
}

export interface Truth {
  readonly baseline: boolean;
  readonly worlds: 'all' | 'some' | 'none';
}
