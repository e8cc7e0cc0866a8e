import { BEGINNING } from '../base/dates.js';
import type { Lead } from '../model/types.js';
import type { Rule } from './rule.js';
import { clauseValue } from './support/places.js';

export const leadWithoutStart: Rule = {
  code: 'lead-without-start',
  severity: 'warning',
  title: 'Lead that is counted from an unstated day',
  rationale:
    'A lead such as `6 months` is counted from the first day of the term. Where that day is not stated, the lead counts as run out on every day of the matrix, which may be wrong for the first days. Find the date, if only the year.',
  bad: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
  cirrus-north: { name: Cirrus North }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    effective: unstated
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: 6 months
        #     ^^^^^^^^ lead-without-start
      elsewhere-later: { type: availability, by: stratus, to: vox, products: [dictation], cloud: cirrus-north }
` },
  good: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
  cirrus-north: { name: Cirrus North }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    effective: 2026-01
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: 6 months
      elsewhere-later: { type: availability, by: stratus, to: vox, products: [dictation], cloud: cirrus-north }
` },
  *checkAgreement(agreement, { partnership }) {
    for (const clause of agreement.clauses) {
      if (clause.type.name !== 'first-availability' || clause.start !== BEGINNING || !hasDuration(clause.lead)) continue;
      const start = agreement.effective ?? agreement.signed;
      yield {
        place: clauseValue(partnership, clause, 'lead') ?? clause.place,
        message: 'The start of the term is not stated, so this lead counts as run out on every day.',
        related: start ? [{ place: start.place, message: 'The start of the term' }] : [],
      };
    }
  },
};

const hasDuration = (lead: Lead): boolean =>
  (lead.kind === 'reading' ? [...lead.by.values()].some(({ kind }) => kind === 'duration') : lead.kind === 'duration');
