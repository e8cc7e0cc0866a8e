import type { Field } from '../grammar/types.js';
import type { Clause } from '../model/types.js';

/** What a clause in force does to a cell (language, section 2). */
export type Role = 'claim' | 'bar' | 'leave' | 'priority';

export interface Contribution {
  readonly role: Role;
  readonly clouds: ReadonlySet<string>;
  /** A claim that makes the cell `exclusive`. */
  readonly exclusive?: boolean;
}

/** Names in words, for sentences. */
export interface Names {
  party(id: string): string;
  cloud(id: string): string;
  products(clause: Clause): string;
  clouds(clause: Clause): string;
}

/** One clause type: its keys, what it does to a cell and how it reads. One file each, one registry. */
export interface ClauseType {
  readonly name: string;
  /** One sentence for completion and the reference. */
  readonly summary: string;
  /** What it does to a cell, in one plain sentence. */
  readonly effect: string;
  /** The keys beyond those that every clause has. */
  readonly fields: readonly Field[];
  /** A whole clause as one would write it, without its id. */
  readonly example: string;
  /** What it contributes on the cells of its products; `all` is every declared cloud. Empty: it changes no cell. */
  contributions(clause: Clause, all: ReadonlySet<string>): readonly Contribution[];
  /** The clause in plain English, without its term and conditions, ending in a full stop. */
  describe(clause: Clause, names: Names): string;
}
