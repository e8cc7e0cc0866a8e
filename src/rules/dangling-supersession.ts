import { problemsOf, type Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';

export const danglingSupersession: Rule = {
  code: 'dangling-supersession',
  severity: 'error',
  title: 'Supersession of something that does not exist',
  rationale:
    'The agreement or clause that is to be ended is not in this file or its imports, so nothing ends. If the old text is in another file, import it; if nobody has it, write that in a `note`.',
  bad: {
    text: `entente: 1
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
    supersedes: [hosting-2020]
    #            ^^^^^^^^^^^^ dangling-supersession
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
`,
  },
  good: {
    text: `entente: 1
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
`,
  },
  check: problemsOf('dangling-supersession'),
  fixes: useSuggestion,
};
