import { problemsOf, type Rule } from './rule.js';

export const unsupportedVersion: Rule = {
  code: 'unsupported-version',
  severity: 'error',
  title: 'Version that cannot be read',
  rationale:
    'The first key of every file says in which version of the language it is written. Another version may give the same words another meaning, so these tools do not guess.',
  bad: {
    text: `entente: 2
#        ^ unsupported-version
title: Weather models on two clouds
`,
  },
  good: {
    text: `entente: 1
title: Weather models on two clouds
`,
  },
  check: problemsOf('unsupported-version'),
};
