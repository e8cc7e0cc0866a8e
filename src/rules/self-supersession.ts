import type { Rule } from './rule.js';
import { mainAgreements } from './support/places.js';

export const selfSupersession: Rule = {
  code: 'self-supersession',
  severity: 'error',
  title: 'Agreement that supersedes itself',
  rationale:
    'An agreement cannot end itself or one of its own clauses on the day it takes effect. Most often the id of the older agreement was meant; to limit a clause of this one, give it a term or a condition.',
  bad: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting-2022:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-2025:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting-2025]
    #            ^^^^^^^^^^^^ self-supersession
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  good: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting-2022:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-2025:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting-2022]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  *check({ partnership }) {
    for (const agreement of mainAgreements(partnership)) {
      for (const { agreement: target, place } of agreement.supersedes) {
        if (target === agreement.id) yield { place, message: `\`${target}\` supersedes itself. This has no effect.`, related: [] };
      }
      for (const { target, targetPlace } of agreement.amends) {
        const clause = partnership.clauses.get(target);
        if (clause?.agreement !== agreement.id) continue;
        yield {
          place: targetPlace,
          message: `\`${agreement.id}\` amends its own clause \`${clause.local}\`. Write what is meant into the clause itself.`,
          related: [{ place: clause.place, message: 'The clause' }],
        };
      }
    }
  },
};
