import type { Origin, Span } from '../base/span.js';

/** A YAML document as plain data: every node and key has the exact range it was written in. */
export type Node = MapNode | SeqNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** The key's text; keys that are not scalars are reported and left out. */
  readonly key: string;
  readonly keySpan: Span;
  /** From the start of the key to the end of the value. */
  readonly span: Span;
  readonly value: Node;
  /** The start of the line where its block begins, if it is a block that can be read by itself. */
  readonly block?: Origin;
}

export interface SeqNode {
  readonly kind: 'seq';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  /** The value in the YAML 1.2 core schema. */
  readonly value: string | number | bigint | boolean | null;
  /** The characters of the value: as written for plain scalars, unescaped for quoted and block ones. */
  readonly text: string;
  readonly plain: boolean;
}

export type SyntaxCode = 'yaml-syntax' | 'duplicate-key' | 'resource-limit' | 'not-a-mapping' | 'several-documents';

/** A problem found while reading the text. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly span: Span;
  readonly message: string;
  readonly related?: { readonly span: Span; readonly message: string };
}

/** The outcome of reading a text; it never fails. `root` is null where there is no mapping to read. */
export interface Tree {
  readonly text: string;
  readonly root: MapNode | null;
  readonly problems: readonly SyntaxProblem[];
  /** What its spans count from, in the order of the text. */
  readonly origins: readonly Origin[];
}

const INDEXES = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

export function entryOf({ entries }: MapNode, key: string): Entry | undefined {
  if (entries.length <= 16) {
    for (const entry of entries) if (entry.key === key) return entry;
    return undefined;
  }
  const index = INDEXES.get(entries) ?? new Map(entries.map((entry) => [entry.key, entry]));
  INDEXES.set(entries, index);
  return index.get(key);
}

/** Whether two trees hold the same keys and values; the order of keys does not count, that of items does. */
export function sameData(a: Tree, b: Tree): boolean {
  return a.root === null || b.root === null ? a.root === b.root : sameNode(a.root, b.root);
}

function sameNode(a: Node, b: Node): boolean {
  if (a.kind === 'map') {
    if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
    const others = new Map(b.entries.map(({ key, value }) => [key, value]));
    return a.entries.every(({ key, value }) => {
      const other = others.get(key);
      return other !== undefined && sameNode(value, other);
    });
  }
  if (a.kind === 'seq') return b.kind === 'seq' && a.items.length === b.items.length && a.items.every((item, index) => sameNode(item, b.items[index] as Node));
  return b.kind === 'scalar' && a.text === b.text && Object.is(a.value, b.value);
}
