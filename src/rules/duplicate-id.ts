import { problemsOf, type Rule } from './rule.js';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  title: 'Id declared twice',
  rationale:
    'Two files declare the same id, or an event and a fact share one. References could mean either, so the tools would be guessing. The first declaration counts until one of the two is renamed.',
  bad: {
    text: `entente: 1
import: [./clouds.entente.yaml]
parties:
  basalt: { name: Basalt Hosting }
# ^^^^^^ duplicate-id
`,
    files: {
      'clouds.entente.yaml': `entente: 1
parties:
  basalt: { name: Basalt Limited }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
`,
    },
  },
  good: {
    text: `entente: 1
import: [./clouds.entente.yaml]
parties:
  kestrel: { name: Kestrel Bank }
`,
    files: {
      'clouds.entente.yaml': `entente: 1
parties:
  basalt: { name: Basalt Limited }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
`,
    },
  },
  check: problemsOf('duplicate-id'),
};
