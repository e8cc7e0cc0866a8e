import { problemsOf, type Rule } from './rule.js';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  title: 'Key written twice',
  rationale:
    'Two entries of one mapping have the same name. Only the first one counts, so a promise may be lost without anybody noticing. Give the second a name of its own, or remove it.',
  bad: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
  helix: { name: Helix Genomics Europe }
# ^^^^^ duplicate-key
`,
  },
  good: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
  helix-europe: { name: Helix Genomics Europe }
`,
  },
  check: problemsOf('duplicate-key'),
};
