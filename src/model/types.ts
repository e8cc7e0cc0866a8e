import type { Day, Duration, PartialDate } from '../base/dates.js';
import type { Amount } from '../base/money.js';
import type { Place } from '../base/span.js';
import type { ClauseType } from '../clauses/clause-type.js';
import type { Namespace } from '../grammar/types.js';
import type { Tree } from '../syntax/tree.js';

/** A resolved file with all that it imports: what the matrix is computed from. Plain data, never changed. */
export interface Partnership {
  /** The file that was asked for; the others are its imports. */
  readonly file: string;
  readonly title: string | undefined;
  /** The day the author's knowledge ends. */
  readonly asOf: Day;
  /** Every file read, by URI, the main one first. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly parties: ReadonlyMap<string, Declared>;
  readonly clouds: ReadonlyMap<string, Cloud>;
  readonly products: ReadonlyMap<string, Product>;
  readonly events: ReadonlyMap<string, EventDeclaration>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** Every clause of every agreement, by `agreement/clause`. */
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Of the main file only. */
  readonly expectations: readonly Expectation[];
  /** Every use and declaration of an id, in every file. */
  readonly references: readonly Reference[];
  /** The same with what was wrong with names, by declared entry of a file; an entry that stays is the very same. */
  readonly named: readonly { readonly references: readonly Reference[]; readonly problems: readonly Problem[] }[];
  /** Every value worth a hover, in every file. */
  readonly literals: readonly Literal[];
  /** What was wrong in any file; rules turn these into findings. */
  readonly problems: readonly Problem[];
}

export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly tree: Tree;
  /** Direct imports, resolved; those that failed are in `problems`. */
  readonly imports: readonly { readonly path: string; readonly place: Place; readonly file: string }[];
}

export interface Declared {
  readonly id: string;
  /** The name in words; the id where none is given. */
  readonly name: string;
  readonly note: string | undefined;
  /** The id where it is declared. */
  readonly place: Place;
  /** The whole declaration. */
  readonly whole: Place;
}
export interface Cloud extends Declared {
  readonly operator: string | undefined;
  readonly kind: string | undefined;
  readonly services: ReadonlyMap<string, string>;
}
export interface Product extends Declared {
  readonly owner: string | undefined;
  readonly kind: string | undefined;
}
export interface EventDeclaration extends Declared {
  readonly status: 'pending' | 'never' | 'occurred';
  /** For `occurred`: the first day on which it counts as having happened. */
  readonly on: Day | undefined;
}
export type Truth = boolean | 'unknown';
export interface Fact extends Declared {
  readonly value: Truth;
  readonly per: ReadonlyMap<string, Truth>;
}
export interface Reading extends Declared {
  readonly question: string;
  /** In the order written; the first is the baseline's. */
  readonly choices: ReadonlyMap<string, string>;
  readonly adopted: string | undefined;
  readonly by: string | undefined;
  readonly because: string | undefined;
}

export interface Agreement extends Declared {
  readonly parties: ReadonlySet<string>;
  readonly signed: StatedDate | undefined;
  readonly effective: StatedDate | undefined;
  /** First day in force; BEGINNING where unstated. */
  readonly start: Day;
  readonly end: End;
  readonly supersedes: readonly { readonly agreement: string; readonly place: Place }[];
  readonly amends: readonly Amendment[];
  readonly clauses: readonly Clause[];
  readonly source: Source | undefined;
  readonly unmodelled: readonly Unmodelled[];
}
/** A date that the source gives, or does not give. */
export type StatedDate = { readonly kind: 'date'; readonly date: PartialDate; readonly place: Place } | { readonly kind: 'unstated'; readonly place: Place };

export interface Amendment {
  readonly target: string;
  readonly effect: 'end' | 'replace' | 'suspend';
  readonly with: string | undefined;
  /** For `suspend`: first day on which the target contributes again. */
  readonly until: Day | undefined;
  readonly place: Place;
  readonly targetPlace: Place;
}

/** When a term ends. A day is the first on which the clause is no longer in force. */
export type End =
  | { readonly kind: 'open'; readonly unstated: boolean }
  | { readonly kind: 'day'; readonly day: Day; readonly text: string }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'earliest' | 'latest'; readonly of: readonly End[] };

export type Condition =
  | { readonly kind: 'event' | 'fact'; readonly id: string }
  | { readonly kind: 'reading'; readonly id: string; readonly choice: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

export type LeadValue = { readonly kind: 'open-ended' } | { readonly kind: 'none' } | { readonly kind: 'duration'; readonly duration: Duration };
export type Lead = LeadValue | { readonly kind: 'reading'; readonly reading: string; readonly by: ReadonlyMap<string, LeadValue> };

export interface Clause extends Declared {
  /** `agreement/clause`. */
  readonly id: string;
  /** `clause`. */
  readonly local: string;
  readonly title: string | undefined;
  readonly agreement: string;
  readonly type: ClauseType;
  readonly by: string;
  readonly to: string;
  /** The products it speaks of; every product of the parties where it names none. */
  readonly products: ReadonlySet<string>;
  /** The clouds it names. */
  readonly clouds: ReadonlySet<string>;
  readonly service: string | undefined;
  readonly strength: 'may' | 'must';
  readonly lead: Lead;
  readonly amount: Amount | undefined;
  readonly share: string | undefined;
  readonly tranches: readonly Tranche[];
  /** An amount, a tranche or the condition of one stands there and cannot be read: no sum may count on the others. */
  readonly unreadableMoney: boolean;
  /** What a licence covers, in words. */
  readonly subject: readonly string[];
  readonly exclusive: boolean;
  readonly start: Day;
  readonly end: End;
  readonly when: Condition | undefined;
  readonly unless: Condition | undefined;
  /** Its term, lead or conditions hold something that cannot be read: the cells that it may touch are undecided. */
  readonly unreadable: boolean;
  readonly subjectTo: readonly { readonly clause: string; readonly place: Place }[];
  readonly notwithstanding: readonly { readonly clause: string; readonly place: Place }[];
  readonly source: Source | undefined;
  readonly unmodelled: readonly Unmodelled[];
}

export interface Tranche {
  readonly amount: Amount | undefined;
  /** A date, `signing`, or undefined. */
  readonly due: string | undefined;
  readonly when: Condition | undefined;
  readonly place: Place;
}
export interface Source {
  readonly document: string | undefined;
  readonly quote: string | undefined;
  readonly at: string | undefined;
  readonly status: 'primary' | 'reported' | 'inferred' | 'disputed' | undefined;
  readonly place: Place;
  readonly quotePlace: Place | undefined;
  readonly documentPlace: Place | undefined;
}
export interface Unmodelled {
  readonly excerpt: string;
  readonly reason: string | undefined;
  readonly products: ReadonlySet<string>;
  readonly clouds: ReadonlySet<string>;
  /** `agreement` or `agreement/clause` that holds it. */
  readonly owner: string;
  readonly place: Place;
}

export type Assumptions = Readonly<Record<string, string | boolean>>;

export interface Expectation {
  readonly at: Day | undefined;
  readonly product: string | undefined;
  readonly cloud: string | undefined;
  readonly status: string | undefined;
  readonly certain: boolean | undefined;
  readonly possible: readonly string[] | undefined;
  readonly because: readonly string[] | undefined;
  readonly assume: Assumptions;
  readonly place: Place;
}

export interface Reference {
  readonly namespace: Namespace;
  /** The full id: clauses as `agreement/clause`, services as `cloud/service`, choices as `reading/choice`. */
  readonly id: string;
  readonly place: Place;
  readonly role: 'declaration' | 'use';
  /** False where nothing of that name is declared. */
  readonly known: boolean;
}

export type Literal =
  | { readonly kind: 'date'; readonly date: PartialDate; readonly key: string; readonly place: Place }
  | { readonly kind: 'amount'; readonly amount: Amount; readonly place: Place }
  | { readonly kind: 'duration'; readonly duration: Duration; readonly place: Place };

/** Something wrong that was seen while reading or resolving. The code is that of the rule that reports it. */
export interface Problem {
  readonly code: string;
  readonly place: Place;
  readonly message: string;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly payload?: unknown;
}
