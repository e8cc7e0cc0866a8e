import { problemsOf, type Rule } from './rule.js';

export const importOutsideWorkspace: Rule = {
  code: 'import-outside-workspace',
  severity: 'error',
  title: 'Import from outside the workspace',
  rationale:
    'Imports stay inside the workspace folder, so that opening a file never reads anything else and everybody who has the folder gets the same result. Copy the file into the workspace.',
  bad: {
    text: `entente: 1
import:
  - ../../../elsewhere/clouds.entente.yaml
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ import-outside-workspace
title: Nowcasting
`,
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
  check: problemsOf('import-outside-workspace'),
};
