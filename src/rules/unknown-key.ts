import { problemsOf, type Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';

export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'error',
  title: 'Key that the language does not have',
  rationale:
    'A key that is not known is not read, so what it says has no effect. It is most often a slip of the pen. A remark belongs under `note`, text that no key can carry under `unmodelled`.',
  bad: {
    text: `entente: 1
as-off: 2026-04-27
# <----- unknown-key
title: Weather models on two clouds
parties:
  meteo: { name: Meteo Analytics }
`,
  },
  good: {
    text: `entente: 1
as-of: 2026-04-27
title: Weather models on two clouds
parties:
  meteo: { name: Meteo Analytics }
`,
  },
  check: problemsOf('unknown-key'),
  fixes: useSuggestion,
};
