import { problemsOf, type Rule } from './rule.js';

export const conflictingKeys: Rule = {
  code: 'conflicting-keys',
  severity: 'error',
  title: 'Two keys that exclude each other',
  rationale:
    '`until` and `through` both end the term, and `cloud` and `clouds` both name where. With both of a pair a reader cannot tell which one the parties meant. Keep one. To end a term on the earlier of two days, write `until: { earliest: [..] }`.',
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
    until: 2028-01-01
    through: 2028
  # ^^^^^^^ conflicting-keys
    clauses:
      tiles-on-terrace: { type: availability, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
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
  check: problemsOf('conflicting-keys'),
};
