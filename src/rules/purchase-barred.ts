import { describeInterval, type Interval } from '../base/dates.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule, RuleInput } from './rule.js';
import { nameOf, namesOf, quoted } from './support/names.js';
import { clauseValue, clausesOfType, inMain } from './support/places.js';
import { inForce, latestEnd, overlaps } from './support/terms.js';

export const purchaseBarred: Rule = {
  code: 'purchase-barred',
  severity: 'warning',
  title: 'Purchase for a cloud from which the buyer is barred',
  rationale:
    'The buyer commits to pay for a cloud on which none of its products may be served. It can buy the services, but has nothing to put there. Settle the exclusivity first, or limit the commitment to the days after it.',
  bad: { text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
  basalt: { name: Basalt Hosting }
  terrace: { name: Terrace Cloud }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
  terrace-west: { name: Terrace West, operator: terrace }
products:
  claims: { name: Claims portal, owner: aldgate }
agreements:
  basalt-deal:
    parties: [aldgate, basalt]
    signed: 2025-01
    through: 2028
    clauses:
      only-basalt: { type: exclusivity, by: aldgate, to: basalt, products: [claims], cloud: basalt-eu }
  terrace-deal:
    parties: [aldgate, terrace]
    signed: 2026-05
    through: 2027
    clauses:
      capacity: { type: purchase-commitment, by: aldgate, to: terrace, cloud: terrace-west, amount: 40 million GBP }
      #                                                                       ^^^^^^^^^^^^ purchase-barred
` },
  good: { text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
  basalt: { name: Basalt Hosting }
  terrace: { name: Terrace Cloud }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
  terrace-west: { name: Terrace West, operator: terrace }
products:
  claims: { name: Claims portal, owner: aldgate }
  quotes: { name: Quote engine, owner: aldgate }
agreements:
  basalt-deal:
    parties: [aldgate, basalt]
    signed: 2025-01
    through: 2028
    clauses:
      only-basalt: { type: exclusivity, by: aldgate, to: basalt, products: [claims], cloud: basalt-eu }
  terrace-deal:
    parties: [aldgate, terrace]
    signed: 2026-05
    through: 2027
    clauses:
      capacity: { type: purchase-commitment, by: aldgate, to: terrace, cloud: terrace-west, amount: 40 million GBP }
      quotes-on-terrace: { type: availability, by: aldgate, to: terrace, products: [quotes], cloud: terrace-west, strength: must }
` },
  *check(input) {
    const { partnership } = input;
    for (const clause of clausesOfType(partnership, 'purchase-commitment')) {
      if (!inMain(partnership, clause)) continue;
      const products = productsOf(clause, partnership);
      for (const cloud of clause.clouds) {
        const days = products.length === 0 ? undefined : barredDays(input, clause, products, cloud)[0];
        if (!days) continue;
        const because = barring(input, products, cloud, days);
        yield {
          place: clauseValue(partnership, clause, 'cloud') ?? clause.place,
          severity: days.to > partnership.asOf ? 'warning' : 'information',
          message: `${nameOf(partnership.parties, clause.by)} buys services of ${nameOf(partnership.clouds, cloud)}, but ${describeInterval(days)} ${namesOf(partnership.products, products)} ` +
            `${products.length === 1 ? 'is' : 'are all'} barred there by ${quoted(because)}.`,
          related: because.flatMap((id) => {
            const barrer = partnership.clauses.get(id);
            return barrer ? [{ place: barrer.place, message: `\`${id}\`` }] : [];
          }),
          payload: { clause: clause.id, barring: because, cloud, products, days },
        };
      }
    }
  },
};

/** The products that the clause names; where it names none the buyer's own, and where it has none, those without an owner. */
function productsOf(clause: Clause, partnership: Partnership): readonly string[] {
  if (clauseValue(partnership, clause, 'products')) return [...clause.products];
  const { products } = partnership;
  const owned = [...products.values()].filter(({ owner }) => owner === clause.by);
  return (owned.length > 0 ? owned : [...products.values()].filter(({ owner }) => owner === undefined)).map(({ id }) => id);
}

/** Days of the commitment on which every product is certainly barred, those not yet over first. */
function barredDays({ partnership, matrix }: RuleInput, clause: Clause, products: readonly string[], cloud: string): readonly Interval[] {
  let days = inForce(clause, latestEnd(clause.end, partnership.events), matrix.precedence.endings.get(clause.id));
  for (const product of products) {
    const barred = matrix.timeline(product, cloud).filter(({ cell }) => cell.status === 'barred' && cell.certain);
    days = overlaps(days, joined(barred));
  }
  return [...days].sort((a, b) => Number(b.to > partnership.asOf) - Number(a.to > partnership.asOf) || a.from - b.from);
}

/** Runs of days with neighbours put together. */
function joined(runs: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const { from, to } of runs) {
    const last = result[result.length - 1];
    if (last && last.to === from) result[result.length - 1] = { from: last.from, to };
    else result.push({ from, to });
  }
  return result;
}

function barring({ matrix }: RuleInput, products: readonly string[], cloud: string, days: Interval): readonly string[] {
  const ids = new Set<string>();
  for (const product of products) {
    for (const run of matrix.timeline(product, cloud)) if (run.from < days.to && days.from < run.to) for (const id of run.cell.because) ids.add(id);
  }
  return [...ids].sort();
}
