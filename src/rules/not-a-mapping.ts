import { problemsOf, type Rule } from './rule.js';

export const notAMapping: Rule = {
  code: 'not-a-mapping',
  severity: 'error',
  title: 'File that is not a mapping',
  rationale:
    'An agreement file is a mapping of keys to values that starts with `entente: 1`. An empty file, a list or a plain text is none.',
  bad: {
    text: `- Helix Genomics
# <--------------- not-a-mapping
- Northwind Cloud
`,
  },
  good: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
`,
  },
  check: problemsOf('not-a-mapping'),
};
