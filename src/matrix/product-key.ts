import { interned, Remembered, RememberedBy } from '../base/remembered.js';
import type { Clause, Partnership } from '../model/types.js';
import { givenBy } from './given.js';
import type { Precedence } from './precedence.js';

/** Stands for everything that the cells of one product turn on. */
export type ProductKey = object;

const KEYS = new RememberedBy<ProductKey>();
const SAME = new Remembered<ProductKey>();

/**
 * By product an object that is the very same as long as nothing has changed that its cells turn on (language, sections 2
 * and 3): the clauses that speak of it and those that they yield to, what ends them, what is known and unknown, the
 * clouds, the as-of day, text that no clause type carries, and how well the sources of agreements are known.
 */
export function productKeys(partnership: Partnership, precedence: Precedence): (product: string) => ProductKey {
  const { events, facts, readings, clouds, asOf, agreements } = partnership;
  // Stays with a text through its edits.
  const [owner = events] = partnership.files.get(partnership.file)?.tree.origins ?? [];
  const given = givenBy(partnership);
  const endingsOf = (id: string): readonly unknown[] => (precedence.endings.get(id) ?? []).map((ending) => [ending.by, ending.kind, ending.from, ending.to, ending.with]);
  const shared = [events, facts, readings, interned(JSON.stringify([...clouds.keys()])), asOf, interned(JSON.stringify([
    given.unmodelled.map((holder) => [holder.id, holder.start, holder.end, endingsOf(holder.id), holder.unmodelled.map((text) => [[...text.products], [...text.clouds]])]),
    [...agreements.values()].flatMap(({ id, source }) => (source?.status === 'inferred' || source?.status === 'disputed' ? [id] : [])),
  ]))];
  const keys = new Map<string, ProductKey>();
  return (product) => {
    const known = keys.get(product);
    if (known) return known;
    const own = given.clausesOf(product);
    const clauses = withWinners(own, partnership, precedence);
    const ended = precedence.endings.size === 0 && precedence.rank.size === 0 ? '' : JSON.stringify(clauses.flatMap(({ id }) =>
      (precedence.endings.has(id) || precedence.rank.has(id) ? [[id, endingsOf(id), [...precedence.yieldsTo.get(id) ?? []]]] : [])));
    const keyOf = (): ProductKey => KEYS.of(owner, JSON.stringify([partnership.file, product]), [...clauses.map(meaningOf), ...shared, ended], () => ({}));
    // Where the very same clauses are there, their meaning need not be compared.
    const key = own.length > 0 ? SAME.of(own, [owner, product, ...clauses.slice(own.length), ...shared, ended], keyOf) : keyOf();
    keys.set(product, key);
    return key;
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
