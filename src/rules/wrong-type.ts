import { problemsOf, type Rule, within } from './rule.js';
import { useSuggestion } from './support/edits.js';

const reported = problemsOf('wrong-type');

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
        #          ^^^ wrong-type
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
  *check(input) {
    // Where the text is no YAML, what was read there is not what was written.
    const broken = input.partnership.problems.filter(({ code }) => code === 'yaml-syntax');
    for (const report of reported(input)) if (!broken.some(({ place }) => within(place, report.place))) yield report;
  },
  fixes: useSuggestion,
};
