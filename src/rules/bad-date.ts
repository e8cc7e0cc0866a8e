import { problemsOf, type Rule } from './rule.js';

export const badDate: Rule = {
  code: 'bad-date',
  severity: 'error',
  title: 'Date that is none',
  rationale:
    'A date is a year, a month or a day of the calendar: `2026`, `2026-02` or `2026-02-27`. A date that cannot be read leaves the term without that bound.',
  bad: {
    text: `entente: 1
as-of: 2026-02-30
#      ^^^^^^^^^^ bad-date
title: Payroll hosting
`,
  },
  good: {
    text: `entente: 1
as-of: 2026-02-28
title: Payroll hosting
`,
  },
  check: problemsOf('bad-date'),
};
