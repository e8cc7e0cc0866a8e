import { type Day, formatDay } from '../base/dates.js';
import type { Place } from '../base/span.js';
import type { Report, Rule } from './rule.js';
import { agreementValue, clauseValue, mappingAt, placeOf } from './support/places.js';
import { datedEnd } from './support/terms.js';

export const endBeforeStart: Rule = {
  code: 'end-before-start',
  severity: 'error',
  title: 'Term that ends before it starts',
  rationale:
    'A term with no day in it is never in force. One of the two dates is wrong. Remember that `until` ends the term the day before, while `through` includes the whole of its day, month or year.',
  bad: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2026-07-01
    through: 2028
    clauses:
      tiles-on-terrace:
        type: availability
        by: orbit
        to: terrace
        products: [tiles]
        cloud: terrace-west
        strength: must
        until: 2026
        #      ^^^^ end-before-start
`,
  },
  good: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2026-07-01
    through: 2028
    clauses:
      tiles-on-terrace:
        type: availability
        by: orbit
        to: terrace
        products: [tiles]
        cloud: terrace-west
        strength: must
        through: 2026
`,
  },
  *checkAgreement(agreement, { partnership }) {
    const started = agreement.effective?.place ?? agreement.signed?.place;
    const place = agreementValue(partnership, agreement, 'until') ?? agreementValue(partnership, agreement, 'through');
    if (place) yield* compare('The agreement', agreement.start, datedEnd(agreement.end), place, started);
    for (const amendment of agreement.amends) {
      if (amendment.effect !== 'suspend' || amendment.until === undefined) continue;
      const until = mappingAt(partnership, amendment.place)?.entries.find(({ key }) => key === 'until');
      yield* compare('The suspension', agreement.start, amendment.until, until ? placeOf(agreement.place.file, until.value) : amendment.place, started);
    }
    for (const clause of agreement.clauses) {
      const from = clauseValue(partnership, clause, 'from');
      const end = clauseValue(partnership, clause, 'until') ?? clauseValue(partnership, clause, 'through');
      const place = end ?? from; // With neither, the term is the agreement's, which has been looked at.
      if (place) yield* compare('The clause', clause.start, datedEnd(clause.end), place, from ?? started);
    }
  },
};

function* compare(what: string, start: Day, end: Day, place: Place, started: Place | undefined): Iterable<Report> {
  if (end > start) return;
  yield {
    place,
    message: `${what} starts on ${formatDay(start)}, but its last day would be ${formatDay(end - 1)}: it has no day.`,
    related: started && started.start !== place.start ? [{ place: started, message: 'The start' }] : [],
  };
}
