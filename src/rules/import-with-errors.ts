import { count } from '../base/words.js';
import type { Rule } from './rule.js';
import { importClosures } from './support/places.js';

export const importWithErrors: Rule = {
  code: 'import-with-errors',
  severity: 'error',
  title: 'Imported file with errors',
  rationale:
    'Something in the imported file, or in a file that it imports, cannot be read. What it says is missing here, so the matrix may lack a promise. Open the file, or check it on its own, to see what is wrong.',
  bad: {
    text: `entente: 1
import:
  - ./shared/clouds.entente.yaml
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ import-with-errors
title: Nowcasting
`,
    files: {
      'shared/clouds.entente.yaml': `entente: 1
clouds:
  cirrus-north: { name: Cirrus North, operater: cirrus }
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
  *check({ partnership }) {
    for (const { place, files } of importClosures(partnership)) {
      // A circle brings the main file back in, and has a finding of its own.
      const problems = partnership.problems.filter((problem) => problem.place.file !== partnership.file && files.has(problem.place.file) && problem.code !== 'import-cycle');
      const [first] = problems;
      if (!first) continue;
      yield {
        place,
        message: `The imported file, or one that it imports, has ${count(problems.length, 'error')}; what cannot be read there is missing here.`,
        related: [{ place: first.place, message: first.message }],
      };
    }
  },
};
