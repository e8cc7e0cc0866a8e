import { problemsOf, type Rule } from './rule.js';

export const badCurrency: Rule = {
  code: 'bad-currency',
  severity: 'error',
  title: 'Currency that is not known',
  rationale:
    'Currencies are written with their ISO 4217 code. Codes that were withdrawn, such as those of the euro\'s predecessors, are not known.',
  bad: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round: { type: investment, by: harbour, to: tidal, amount: 50 million DEM }
      #                                                          ^^^^^^^^^^^^^^ bad-currency
`,
  },
  good: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round: { type: investment, by: harbour, to: tidal, amount: 50 million EUR }
`,
  },
  check: problemsOf('bad-currency'),
};
