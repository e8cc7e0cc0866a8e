import type { Rule } from './rule.js';
import { cellsOf, clauseValue } from './support/places.js';

export const swallowingException: Rule = {
  code: 'swallowing-exception',
  severity: 'warning',
  title: 'Exception that swallows its rule',
  rationale:
    'The exception (`unless`) holds on every day and in every world in which the clause would be in force: nothing is left of the promise. Perhaps the exception was meant to be narrower, or `when` and `unless` say the same thing.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  outage: { name: Cirrus North is down }
  announced: { name: It was announced in time }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      on-cirrus:
        type: availability
        by: meteo
        to: cirrus
        products: [nowcast]
        cloud: cirrus-north
        strength: must
        when: { all: [outage, announced] }
        unless: { any: [outage, { not: announced }] }
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ swallowing-exception
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  outage: { name: Cirrus North is down }
  announced: { name: It was announced in time }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      on-cirrus:
        type: availability
        by: meteo
        to: cirrus
        products: [nowcast]
        cloud: cirrus-north
        strength: must
        when: outage
        unless: { all: [outage, { not: announced }] }
` },
  turnsOn: cellsOf,
  *checkAgreement(agreement, { partnership, matrix }) {
    for (const clause of agreement.clauses) {
      if (!clause.unless || !matrix.swallowed(clause.id)) continue;
      yield {
        place: clauseValue(partnership, clause, 'unless') ?? clause.place,
        message: `The exception of \`${clause.id}\` swallows the rule: it holds on every day and in every world in which ${clause.when ? 'the clause\'s `when` holds' : 'the clause is in force'}, so the clause never counts.`,
        related: [{ place: clause.place, message: `\`${clause.id}\`` }],
      };
    }
  },
};
