import type { Fix, Rule } from './rule.js';
import { addEntry, payloadText } from './support/edits.js';
import { quoted } from './support/names.js';
import { inMain, nodeAt } from './support/places.js';
import { inForce, latestEnd, readingsOf } from './support/terms.js';

export const judgmentNeeded: Rule = {
  code: 'judgment-needed',
  severity: 'information',
  title: 'Wording that somebody has to judge',
  rationale:
    'A clause that is in force turns on wording that can be read in more than one way, and nobody has said which reading is adopted. Until then the matrix shows what each reading leads to. Adopt one with `adopted`, and say in `by` and `because` who judged and why.',
  bad: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
  cumulus-eu: { name: Cumulus Europe }
products:
  dictation: { name: Dictation, owner: vox }
readings:
  launch-means:
# ^^^^^^^^^^^^ judgment-needed
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
      first-quarter: Stratus is one of those who start in that quarter
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
        lead: { reading: launch-means, first-day: 3 months, first-quarter: none }
      dictation-anywhere: { type: availability, by: stratus, to: vox, products: [dictation], clouds: any }
` },
  good: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
  cumulus-eu: { name: Cumulus Europe }
products:
  dictation: { name: Dictation, owner: vox }
readings:
  launch-means:
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
      first-quarter: Stratus is one of those who start in that quarter
    adopted: first-day
    by: General counsel of Vox
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
        lead: { reading: launch-means, first-day: 3 months, first-quarter: none }
      dictation-anywhere: { type: availability, by: stratus, to: vox, products: [dictation], clouds: any }
` },
  *check({ partnership, matrix }) {
    const { asOf, events, clauses } = partnership;
    for (const reading of partnership.readings.values()) {
      if (reading.adopted !== undefined || reading.choices.size < 2) continue;
      const users = [...clauses.values()].filter((clause) => readingsOf(clause).has(reading.id) &&
        inForce(clause, latestEnd(clause.end, events), matrix.precedence.endings.get(clause.id)).some(({ to }) => to > asOf));
      const own = users.find((clause) => inMain(partnership, clause));
      const place = inMain(partnership, reading) ? reading.place
        : own && partnership.references.find((use) => use.namespace === 'reading' && use.id === reading.id && use.role === 'use' && use.place.file === partnership.file)?.place;
      if (users.length === 0 || !place) continue;
      const choices = [...reading.choices];
      yield {
        place,
        message: `${reading.question} ${choices.map(([id, text]) => `\`${id}\`: ${text}`).join('; ')}. Nobody has adopted a reading, and ${quoted(users.map(({ id }) => id))} ${users.length === 1 ? 'turns' : 'turn'} on it.`,
        related: users.map((clause) => ({ place: clause.place, message: `\`${clause.id}\` turns on it` })),
        payload: { reading: reading.id, choices: choices.map(([id]) => id) },
      };
    }
  },
  fixes({ payload }, partnership) {
    const reading = partnership.readings.get(payloadText(payload, 'reading') ?? '');
    const file = reading?.place.file;
    const text = file === undefined ? undefined : partnership.files.get(file)?.text;
    const map = file === undefined ? undefined : nodeAt(partnership, file, ['readings', reading?.id ?? '']);
    if (!reading || file === undefined || text === undefined || map?.kind !== 'map') return [];
    return [...reading.choices.keys()].map((choice): Fix => ({
      title: `Adopt \`${choice}\` for \`${reading.id}\``, edits: [addEntry(text, map, 'adopted', choice)], file, safe: false,
    }));
  },
};
