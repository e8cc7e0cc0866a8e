import { count } from '../base/words.js';
import { givenBy } from '../matrix/given.js';
import { MATRIX_CELLS } from '../matrix/limits.js';
import { LIMITS } from '../syntax/limits.js';
import { problemsOf, type Rule } from './rule.js';

const deep = `note: ${'['.repeat(LIMITS.depth + 1)}${']'.repeat(LIMITS.depth + 1)}`;

export const resourceLimit: Rule = {
  code: 'resource-limit',
  severity: 'error',
  title: 'File beyond a limit',
  rationale:
    'Size, nesting, anchors, aliases and imports have limits, far beyond what an agreement needs, so that no file can keep the tools busy for ever. Nothing after the limit is read; in a matrix with too many cells, those of the last products are undecided. Split the file, or look for what made it so large.',
  bad: {
    text: `entente: 1
${deep}
#${' '.repeat('note: '.length + LIMITS.depth - 1)}^ resource-limit
`,
  },
  good: {
    text: `entente: 1
note: Nested no deeper than an agreement needs.
`,
  },
  *check(input) {
    yield* problemsOf('resource-limit')(input);
    const { partnership } = input;
    const { beyond } = givenBy(partnership);
    const first = [...beyond].map((id) => partnership.products.get(id)).find((product) => product?.place.file === partnership.file);
    if (beyond.size === 0) return;
    yield {
      place: first?.place ?? { file: partnership.file, start: 0, end: 0 }, related: [],
      message: `The matrix would have more than ${MATRIX_CELLS.toLocaleString('en-US')} cells, one for each of ${partnership.products.size} products on ${partnership.clouds.size} clouds: those of the last ${count(beyond.size, 'product')} are undecided.`,
    };
  },
};
