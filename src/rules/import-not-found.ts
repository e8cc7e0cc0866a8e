import { problemsOf, type Rule } from './rule.js';

export const importNotFound: Rule = {
  code: 'import-not-found',
  severity: 'error',
  title: 'Import that cannot be read',
  rationale:
    'The imported file is not there or cannot be read. Everything that it declares is missing, so other findings may only follow from this one. The path is relative to this file.',
  bad: {
    text: `entente: 1
import:
  - ./shared/cloud.entente.yaml
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ import-not-found
title: Nowcasting
`,
    files: {
      'shared/clouds.entente.yaml': `entente: 1
clouds:
  cirrus-north: { name: Cirrus North }
`,
    },
  },
  good: {
    text: `entente: 1
import:
  - ./shared/clouds.entente.yaml
title: Nowcasting
`,
    files: {
      'shared/clouds.entente.yaml': `entente: 1
clouds:
  cirrus-north: { name: Cirrus North }
`,
    },
  },
  check: problemsOf('import-not-found'),
};
