import { Remembered } from '../../base/remembered.js';
import { type Place, placeIn } from '../../base/span.js';
import type { Agreement, Clause, Partnership } from '../../model/types.js';
import { entryOf, type MapNode, type Node, type SeqNode } from '../../syntax/tree.js';
import type { RuleInput } from '../rule.js';

/** The value at a path of keys in a file. */
export function nodeAt(partnership: Partnership, file: string, path: readonly string[]): Node | undefined {
  let node: Node | undefined = partnership.files.get(file)?.tree.root ?? undefined;
  for (const key of path) node = node?.kind === 'map' ? entryOf(node, key)?.value : undefined;
  return node;
}

export const placeOf = (file: string, node: Node): Place => (placeIn(file, node.span));

export const agreementPath = (agreement: Agreement): readonly string[] => ['agreements', agreement.id];
export const clausePath = (clause: Clause): readonly string[] => ['agreements', clause.agreement, 'clauses', clause.local];

/** Where the value of a clause's key is written; undefined where the clause does not have the key. */
export function clauseValue(partnership: Partnership, clause: Clause, key: string): Place | undefined {
  const node = nodeAt(partnership, clause.place.file, [...clausePath(clause), key]);
  return node && placeOf(clause.place.file, node);
}

export function agreementValue(partnership: Partnership, agreement: Agreement, key: string): Place | undefined {
  const node = nodeAt(partnership, agreement.place.file, [...agreementPath(agreement), key]);
  return node && placeOf(agreement.place.file, node);
}

/** Every mapping in a node, the outer one before those inside it. */
export function* mappingsOf(node: Node): Iterable<MapNode> {
  if (node.kind === 'map') {
    yield node;
    for (const entry of node.entries) yield* mappingsOf(entry.value);
  } else if (node.kind === 'seq') {
    for (const item of node.items) yield* mappingsOf(item);
  }
}

/** The mapping that is written at exactly this place. */
export function mappingAt(partnership: Partnership, place: Place): MapNode | undefined {
  let node: Node | undefined = partnership.files.get(place.file)?.tree.root ?? undefined;
  while (node && !(node.kind === 'map' && node.span.start === place.start && node.span.end === place.end)) {
    const parts: readonly Node[] = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'seq' ? node.items : [];
    node = parts.find(({ span: { start, end } }) => start <= place.start && place.end <= end);
  }
  return node?.kind === 'map' ? node : undefined;
}

/** The list at a path of keys in a file. */
export function listAt(partnership: Partnership, file: string, path: readonly string[]): SeqNode | undefined {
  const node = nodeAt(partnership, file, path);
  return node?.kind === 'seq' ? node : undefined;
}

export const inMain = (partnership: Partnership, declared: { readonly place: Place }): boolean => declared.place.file === partnership.file;

const BY_TYPE = new Remembered<ReadonlyMap<string, readonly Clause[]>>();
const PRODUCTS = new Remembered<readonly string[]>();

/** The clauses of one type, in the order of the text. */
export const clausesOfType = ({ agreements }: Partnership, type: string): readonly Clause[] => [...agreements.values()].flatMap((agreement) =>
  BY_TYPE.of(agreement, [], () => {
    const found = new Map<string, Clause[]>();
    for (const clause of agreement.clauses) found.set(clause.type.name, [...found.get(clause.type.name) ?? [], clause]);
    return found;
  }).get(type) ?? []);

/** The cells that the clauses of an agreement speak of, for `turnsOn`. */
export const cellsOf = (agreement: Agreement, { matrix }: RuleInput): readonly unknown[] =>
  PRODUCTS.of(agreement, [], () => [...new Set(agreement.clauses.flatMap(({ products }) => [...products]))]).map((product) => matrix.key(product));

export const mainClauses = (partnership: Partnership): readonly Clause[] =>
  [...partnership.clauses.values()].filter((clause) => inMain(partnership, clause));

export const mainAgreements = (partnership: Partnership): readonly Agreement[] =>
  [...partnership.agreements.values()].filter((agreement) => inMain(partnership, agreement));

/** Clauses by the start of their agreement, then in text order: the last one is the one written against the others. */
export function latestFirst(partnership: Partnership, clauses: readonly Clause[]): readonly Clause[] {
  const start = (clause: Clause): number => partnership.agreements.get(clause.agreement)?.start ?? clause.start;
  // Two unstated starts are both -Infinity, whose difference is not a number.
  return [...clauses].sort((a, b) => (start(a) === start(b) ? b.place.start - a.place.start : start(b) - start(a)));
}

/** Each direct import of the main file with every file that it brings. */
export function importClosures(partnership: Partnership): readonly { readonly place: Place; readonly files: ReadonlySet<string> }[] {
  return (partnership.files.get(partnership.file)?.imports ?? []).map(({ place, file }) => {
    const files = new Set<string>();
    const open = [file];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (files.has(next)) continue;
      files.add(next);
      open.push(...(partnership.files.get(next)?.imports ?? []).map((imported) => imported.file));
    }
    return { place, files };
  });
}

/**
 * Where the main file can do something about clauses that do not go together: at the key of the latest one that it
 * holds, else at the import that brings the latest. Undefined where one import brings everything in `files`: that
 * file reports it itself.
 */
export function placeAmong(partnership: Partnership, clauses: readonly Clause[], files: readonly string[]): Place | undefined {
  const ordered = latestFirst(partnership, clauses);
  const own = ordered.find((clause) => inMain(partnership, clause));
  if (own) return own.place;
  const closures = importClosures(partnership);
  if (closures.some((closure) => files.every((file) => closure.files.has(file)))) return undefined;
  const latest = ordered[0];
  return closures.find((closure) => latest !== undefined && closure.files.has(latest.place.file))?.place;
}
