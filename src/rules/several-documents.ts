import { problemsOf, type Rule } from './rule.js';

export const severalDocuments: Rule = {
  code: 'several-documents',
  severity: 'error',
  title: 'More than one document',
  rationale:
    'A line `---` starts another YAML document. Only the first one is read; what follows would be left out without a word. Put it into a file of its own and import it.',
  bad: {
    text: `entente: 1
title: Imaging archive, hosting
---
# <-- several-documents
entente: 1
title: Imaging archive, support
`,
  },
  good: {
    text: `entente: 1
title: Imaging archive, hosting and support
`,
  },
  check: problemsOf('several-documents'),
};
