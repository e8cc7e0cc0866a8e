import { problemsOf, type Rule } from './rule.js';
import { payloadText } from './support/edits.js';
import { importClosures } from './support/places.js';

const inMainFile = problemsOf('import-cycle');

export const importCycle: Rule = {
  code: 'import-cycle',
  severity: 'error',
  title: 'Imports that go in a circle',
  rationale:
    'Files that import each other in a circle have no first one, so which of two declarations counts would depend on where one starts to read. Move what both need into a third file that imports neither.',
  bad: {
    text: `entente: 1
import: [./hosting.entente.yaml]
#        ^^^^^^^^^^^^^^^^^^^^^^ import-cycle
parties:
  aldgate: { name: Aldgate Insurance }
`,
    files: {
      'hosting.entente.yaml': `entente: 1
import: [./main.entente.yaml]
parties:
  basalt: { name: Basalt Hosting }
`,
    },
  },
  good: {
    text: `entente: 1
import: [./hosting.entente.yaml]
parties:
  aldgate: { name: Aldgate Insurance }
`,
    files: {
      'hosting.entente.yaml': `entente: 1
parties:
  basalt: { name: Basalt Hosting }
`,
    },
  },
  *check(input) {
    yield* inMainFile(input);
    const { partnership } = input;
    // The circle is cut in the file that closes it; this file takes part where it is what that file imports.
    for (const { code, place, payload } of partnership.problems) {
      if (code !== 'import-cycle' || place.file === partnership.file || payloadText(payload, 'target') !== partnership.file) continue;
      const through = importClosures(partnership).find(({ files }) => files.has(place.file));
      if (!through) continue;
      yield {
        place: through.place,
        message: 'What is imported here imports this file in turn; the circle is cut there.',
        related: [{ place, message: 'Here the circle closes' }],
      };
    }
  },
};
