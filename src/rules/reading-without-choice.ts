import type { Rule } from './rule.js';
import { inMain, nodeAt } from './support/places.js';

export const readingWithoutChoice: Rule = {
  code: 'reading-without-choice',
  severity: 'warning',
  title: 'Reading with nothing to choose',
  rationale:
    'A reading is for wording that can be read in at least two ways that somebody could defend. With fewer, nothing is open: add the other reading, or write the one meaning into the clause.',
  bad: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
readings:
  launch-means:
# ^^^^^^^^^^^^ reading-without-choice
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
` },
  good: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
readings:
  launch-means:
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
      first-quarter: Stratus is one of those who start in that quarter
` },
  *check({ partnership }) {
    for (const reading of partnership.readings.values()) {
      const choices = inMain(partnership, reading) ? nodeAt(partnership, reading.place.file, ['readings', reading.id, 'choices']) : undefined;
      if (choices?.kind !== 'map' || reading.choices.size > 1) continue;
      yield { place: reading.place, message: `\`${reading.id}\` has ${reading.choices.size === 0 ? 'no choices' : 'only one choice'}.`, related: [] };
    }
  },
};
