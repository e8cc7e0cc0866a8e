import { problemsOf, type Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';

export const unknownClauseType: Rule = {
  code: 'unknown-clause-type',
  severity: 'error',
  title: 'Clause of an unknown type',
  rationale:
    'The language has a closed list of clause types, since each has an exact effect on the matrix. A clause of any other type has none. Keep text that no type can carry under `unmodelled`: it then marks the cells that it touches.',
  bad: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2025-07-01
    through: 2028
    clauses:
      tiles-on-terrace: { type: availabilty, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
      #                         ^^^^^^^^^^^ unknown-clause-type
`,
  },
  good: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2025-07-01
    through: 2028
    clauses:
      tiles-on-terrace: { type: availability, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
`,
  },
  check: problemsOf('unknown-clause-type'),
  fixes: useSuggestion,
};
