import { problemsOf, type Rule } from './rule.js';

export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  severity: 'error',
  title: 'Text that is not YAML',
  rationale:
    'The file cannot be read as YAML from this point on, so nothing after it can be relied upon. Usual causes are a missing bracket or quotation mark, and a colon followed by a space inside a text: put such a text in quotation marks.',
  bad: {
    text: `entente: 1
title: Hosting of the claims portal: first draft
#      ^ yaml-syntax
parties:
  aldgate: { name: Aldgate Insurance }
`,
  },
  good: {
    text: `entente: 1
title: 'Hosting of the claims portal: first draft'
parties:
  aldgate: { name: Aldgate Insurance }
`,
  },
  check: problemsOf('yaml-syntax'),
};
