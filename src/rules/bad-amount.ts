import { problemsOf, type Rule } from './rule.js';

export const badAmount: Rule = {
  code: 'bad-amount',
  severity: 'error',
  title: 'Amount that is none',
  rationale:
    'An amount is a number with a currency, such as `50 billion USD`, `USD 50B` or `up to $50B`; a share is a percentage such as `20%`. An amount that cannot be read is left out of every sum.',
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
      round: { type: investment, by: harbour, to: tidal, amount: 50 milion EUR }
      #                                                          ^^^^^^^^^^^^^ bad-amount
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
  check: problemsOf('bad-amount'),
};
