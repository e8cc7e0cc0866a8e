import { LIMITS } from '../syntax/limits.js';
import { problemsOf, type Rule } from './rule.js';

const deep = `note: ${'['.repeat(LIMITS.depth + 1)}${']'.repeat(LIMITS.depth + 1)}`;

export const resourceLimit: Rule = {
  code: 'resource-limit',
  severity: 'error',
  title: 'File beyond a limit',
  rationale:
    'Size, nesting, anchors, aliases and imports have limits, far beyond what an agreement needs, so that no file can keep the tools busy for ever. Nothing after the limit is read. Split the file, or look for what made it so large.',
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
  check: problemsOf('resource-limit'),
};
