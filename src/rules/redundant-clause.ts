import type { Rule } from './rule.js';
import { inMain } from './support/places.js';

export const redundantClause: Rule = {
  code: 'redundant-clause',
  severity: 'information',
  title: 'Clause that another one implies',
  rationale:
    'Wherever and whenever this clause gives its holder a right, another clause between the same parties gives the same holder the same right. Without it no cell would have another status. It may be there for clarity; if it was meant to add something, say what: another product, cloud, term or strength.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
      not-on-stratus: { type: restriction, by: meteo, to: cirrus, products: [nowcast], cloud: stratus-eu }
    # ^^^^^^^^^^^^^^ redundant-clause
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, through: 2026 }
      on-cirrus: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, strength: must }
` },
  *checkProduct(product, { partnership, matrix }) {
    for (const clause of matrix.clausesOf(product.id)) {
      const [first] = clause.products;
      if (first !== product.id || !inMain(partnership, clause)) continue;
      const by = matrix.impliedBy(clause.id);
      const other = by === undefined ? undefined : partnership.clauses.get(by);
      if (!other) continue;
      yield {
        place: clause.place,
        message: `\`${clause.id}\` adds no right to \`${other.id}\`: wherever it counts, on every day and in every world, that clause gives its holder the same.`,
        related: [{ place: other.place, message: `\`${other.id}\`` }],
      };
    }
  },
};
