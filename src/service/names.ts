import { listWords } from '../base/words.js';
import type { Names } from '../clauses/clause-type.js';
import type { Clause, Partnership } from '../model/types.js';
import { nameOf } from '../rules/support/names.js';

/** Names listed one by one before the rest is counted. */
const LISTED = 4;

/** Names in words for the sentences of clause types: plain text, as the user wrote them. */
export function namesOf(partnership: Partnership): Names {
  const party = (id: string): string => (id === '' ? 'somebody' : nameOf(partnership.parties, id));
  const cloud = (id: string): string => nameOf(partnership.clouds, id);
  return {
    party,
    cloud,
    products: (clause) => productsOf(clause, partnership, party),
    clouds: (clause) => {
      const { clouds } = partnership;
      if (clause.clouds.size === 0) return 'no cloud';
      if (clause.clouds.size > 1 && clause.clouds.size === clouds.size) return 'any cloud';
      const [only] = clause.clouds;
      const service = clause.service === undefined || only === undefined ? undefined : clouds.get(only)?.services.get(clause.service) ?? clause.service;
      return service === undefined ? shortList([...clause.clouds].map(cloud), 'cloud') : `${shortList([...clause.clouds].map(cloud), 'cloud')} (${service})`;
    },
  };
}

/** The clause in plain English, without its term. */
export const describeClause = (clause: Clause, partnership: Partnership): string => clause.type.describe(clause, namesOf(partnership));

function productsOf(clause: Clause, { products }: Partnership, party: (id: string) => string): string {
  const named = [...clause.products];
  if (named.length === 0) return 'no product';
  if (named.length === products.size && named.length > 1) return 'every product';
  const all = [...products.values()].filter(({ owner }) => owner === undefined || owner === clause.by || owner === clause.to);
  const owners = [...new Set(named.map((id) => products.get(id)?.owner))];
  if (named.length > LISTED && all.length === named.length && all.every(({ id }) => clause.products.has(id))) {
    const known = owners.filter((owner) => owner !== undefined).map(party);
    return known.length === 0 ? 'every product without an owner' : `every product of ${listWords(known)}${owners.includes(undefined) ? ' and those without an owner' : ''}`;
  }
  return shortList(named.map((id) => nameOf(products, id)), 'product');
}

function shortList(names: readonly string[], what: string): string {
  if (names.length <= LISTED) return listWords(names);
  const rest = names.length - (LISTED - 1);
  return `${names.slice(0, LISTED - 1).join(', ')} and ${rest} more ${what}s`;
}
