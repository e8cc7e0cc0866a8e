import { problemsOf, type Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';

export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  title: 'Name that is not declared',
  rationale:
    'The id names nothing in this file or its imports, so the part that uses it is left out. It may be misspelt, or its declaration or import may be missing.',
  bad: {
    text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirus }
  #                                             ^^^^^ unknown-reference
products:
  nowcast: { name: Nowcast, owner: meteo }
`,
  },
  good: {
    text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
`,
  },
  check: problemsOf('unknown-reference'),
  fixes: useSuggestion,
};
