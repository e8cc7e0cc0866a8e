import { problemsOf, type Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';

export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  title: 'Value of the wrong kind',
  rationale:
    'The key takes another kind of value, so this one is not read. Note that YAML 1.2 knows only `true` and `false`: `yes` and `no` are texts.',
  bad: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
agreements:
  catalogue:
    parties: [lyra, stageline]
    signed: 2025-03
    through: 2028
    clauses:
      recordings:
        type: license
        by: lyra
        to: stageline
        subject: [recordings]
        exclusive: yes
`,
  },
  good: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
agreements:
  catalogue:
    parties: [lyra, stageline]
    signed: 2025-03
    through: 2028
    clauses:
      recordings:
        type: license
        by: lyra
        to: stageline
        subject: [recordings]
        exclusive: true
`,
  },
  check: problemsOf('wrong-type'),
  fixes: useSuggestion,
};
