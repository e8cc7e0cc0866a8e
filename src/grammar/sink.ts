import type { PartialDate, Duration } from '../base/dates.js';
import type { Amount } from '../base/money.js';
import type { Span } from '../base/span.js';
import type { Entry, MapNode } from '../syntax/tree.js';
import type { Namespace } from './types.js';

/** Where in the file a value stands, as far as names inside it depend on that. */
export interface Scope {
  readonly agreement?: string;
  readonly clause?: string;
  /** The reading whose choices, or the cloud whose services, a name here belongs to. */
  readonly owner?: string;
}

/** A name as written. `condition` is an event or a fact, `assumption` any unknown. */
export interface NameUse {
  readonly namespace: Namespace | 'condition' | 'assumption';
  readonly name: string;
  readonly span: Span;
  readonly scope: Scope;
  /** The target of `supersedes` or `amends`. */
  readonly supersession: boolean;
  /** For an assumption: the value as written, which may be a choice of a reading. */
  readonly value?: { readonly text: string; readonly span: Span } | undefined;
}

export interface Declaration {
  readonly namespace: Namespace;
  readonly id: string;
  readonly span: Span;
  readonly whole: Span;
  readonly node: MapNode | undefined;
  readonly scope: Scope;
}

/** Receives what the walk over a file sees. */
export interface Sink {
  /** What the walk sees in a declared entry, which may be known from an earlier walk; `walk` then is not called. */
  part(entry: Entry, namespace: Namespace, scope: Scope, walk: () => void): void;
  problem(code: string, span: Span, message: string, payload?: unknown): void;
  use(use: NameUse): void;
  declare(declaration: Declaration): void;
  date(date: PartialDate, key: string, span: Span): void;
  amount(amount: Amount, span: Span): void;
  duration(duration: Duration, span: Span): void;
}
