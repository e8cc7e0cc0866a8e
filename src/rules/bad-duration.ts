import { problemsOf, type Rule } from './rule.js';

export const badDuration: Rule = {
  code: 'bad-duration',
  severity: 'error',
  title: 'Duration that is none',
  rationale:
    'A duration is written in words, such as `6 months`, or in ISO 8601, such as `P6M`; a lead may also be `open-ended` or `none`. A lead that cannot be read counts as open-ended.',
  bad: {
    text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    signed: 2026-01-15
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: half a year
        #     ^^^^^^^^^^^ bad-duration
`,
  },
  good: {
    text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    signed: 2026-01-15
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: 6 months
`,
  },
  check: problemsOf('bad-duration'),
};
