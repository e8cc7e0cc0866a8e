import { problemsOf, type Rule } from './rule.js';

export const badId: Rule = {
  code: 'bad-id',
  severity: 'error',
  title: 'Id in the wrong form',
  rationale:
    'Ids are small letters, digits and single hyphens, such as `claims-portal`. One form everywhere means that an id can be found, renamed and quoted on a command line. The name in words goes under `name`.',
  bad: {
    text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
products:
  Claims_Portal: { name: Claims portal, owner: aldgate }
# ^^^^^^^^^^^^^ bad-id
`,
  },
  good: {
    text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
products:
  claims-portal: { name: Claims portal, owner: aldgate }
`,
  },
  check: problemsOf('bad-id'),
};
