import { interned, Owner, Remembered, RememberedBy } from '../base/remembered.js';
import type { Clause, Partnership } from '../model/types.js';
import { givenBy } from './given.js';
import type { Precedence } from './precedence.js';

/** Stands for everything that the cells of one product, or one cell, turn on. */
export type CellKey = Owner;

const PRODUCTS = new RememberedBy<CellKey>();
const CELLS = new RememberedBy<CellKey>();
const SHARED = new Remembered<object>();
const SAME = new Remembered<CellKey>();

export interface CellKeys {
  ofProduct(product: string): CellKey;
  ofCell(product: string, cloud: string): CellKey;
  /** The clauses that a cell turns on: those that speak of it, those that may make it wait, and all that these yield to. */
  clausesOf(product: string, cloud: string): readonly Clause[];
}

/**
 * Objects that are the very same as long as nothing has changed that the cells of a product, or one cell, turn on (language,
 * sections 2 and 3): the clauses that speak of it and those that they yield to, what ends them, what is known and unknown,
 * the clouds, the as-of day, text that no clause type carries, and how well the sources of agreements are known.
 */
export function cellKeys(partnership: Partnership, precedence: Precedence): CellKeys {
  const { file, files, events, facts, readings, clouds, asOf, agreements } = partnership;
  // Stays with a text through its edits.
  const [owner = events] = files.get(file)?.tree.origins ?? [];
  const given = givenBy(partnership);
  const endingsOf = (id: string): readonly unknown[] => (precedence.endings.get(id) ?? []).map((ending) => [ending.by, ending.kind, ending.from, ending.to, ending.with]);
  const shared = SHARED.of(owner, [events, facts, readings, interned(JSON.stringify([...clouds.keys()])), asOf, interned(JSON.stringify([
    given.unmodelled.map((holder) => [holder.id, holder.start, holder.end, endingsOf(holder.id), holder.unmodelled.map((text) => [[...text.products], [...text.clouds]])]),
    [...agreements.values()].flatMap(({ id, source }) => (source?.status === 'inferred' || source?.status === 'disputed' ? [id] : [])),
  ]))], () => ({}));
  const ended = (clauses: readonly Clause[]): string => (precedence.endings.size === 0 && precedence.rank.size === 0 ? '' : JSON.stringify(clauses.flatMap(({ id }) =>
    (precedence.endings.has(id) || precedence.rank.has(id) ? [[id, endingsOf(id), [...precedence.yieldsTo.get(id) ?? []]]] : []))));
  const products = new Map<string, CellKey>();
  const ofProduct = (product: string): CellKey => {
    const own = given.clausesOf(product);
    const clauses = withWinners(own, partnership, precedence);
    const besides = [shared, ended(clauses), given.beyond.has(product)];
    const keyOf = (): CellKey => PRODUCTS.of(owner, JSON.stringify([file, product]), [...clauses.map(meaningOf), ...besides], () => new Owner());
    // Where the very same clauses are there, their meaning need not be compared.
    return own.length > 0 ? SAME.of(own, [owner, product, ...clauses.slice(own.length), ...besides], keyOf) : keyOf();
  };
  const byCloud = new Map<string, { readonly lists: ReadonlyMap<string, readonly Clause[]>; readonly others: readonly Clause[]; readonly keys: Map<string, CellKey> }>();
  const cellsOf = (product: string) => {
    const known = byCloud.get(product);
    if (known) return known;
    const lists = new Map<string, Clause[]>();
    const others: Clause[] = [];
    for (const clause of given.clausesOf(product)) {
      const { all, onCloud } = given.of(clause);
      const everywhere = all.some(({ role }) => role === 'priority');
      for (const cloud of onCloud.keys()) if (!lists.has(cloud)) lists.set(cloud, [...others]);
      for (const cloud of everywhere ? lists.keys() : onCloud.keys()) lists.get(cloud)!.push(clause);
      if (everywhere) others.push(clause);
    }
    const cells = { lists, others, keys: new Map<string, CellKey>() };
    byCloud.set(product, cells);
    return cells;
  };
  const clausesOf = (product: string, cloud: string): readonly Clause[] => {
    const { lists, others } = cellsOf(product);
    return withWinners(lists.get(cloud) ?? others, partnership, precedence);
  };
  return {
    ofProduct: (product) => {
      const key = products.get(product) ?? ofProduct(product);
      products.set(product, key);
      return key;
    },
    ofCell: (product, cloud) => {
      const { keys } = cellsOf(product);
      const known = keys.get(cloud);
      if (known) return known;
      const clauses = clausesOf(product, cloud);
      const key = CELLS.of(owner, JSON.stringify([file, product, cloud]), [...clauses.map(meaningOf), shared, ended(clauses), given.beyond.has(product)], () => new Owner());
      keys.set(cloud, key);
      return key;
    },
    clausesOf,
  };
}

const MEANINGS = new Remembered<string>();

/** All of a clause that cells turn on, as text: not how it is called, worded or placed. */
const meaningOf = (clause: Clause): string => MEANINGS.of(clause, [], () => JSON.stringify([
  clause.id, clause.type.name, clause.by, clause.to, [...clause.products], [...clause.clouds], clause.strength, clause.exclusive, clause.start, clause.end,
  clause.lead.kind === 'reading' ? [clause.lead.reading, [...clause.lead.by]] : clause.lead, clause.when, clause.unless, clause.unreadable, clause.source?.status, clause.source === undefined,
]));

function withWinners(clauses: readonly Clause[], partnership: Partnership, { yieldsTo }: Precedence): readonly Clause[] {
  if (yieldsTo.size === 0) return clauses;
  const found = new Set(clauses);
  for (const clause of found) {
    for (const id of yieldsTo.get(clause.id) ?? []) {
      const winner = partnership.clauses.get(id);
      if (winner) found.add(winner);
    }
  }
  return [...found];
}
