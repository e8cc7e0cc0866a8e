import { formatDay } from '../base/dates.js';
import { count } from '../base/words.js';
import type { Rule } from './rule.js';
import { quoted } from './support/names.js';
import { mainAgreements } from './support/places.js';

export const retroactiveSupersession: Rule = {
  code: 'retroactive-supersession',
  severity: 'information',
  title: 'Older terms ended for days that had passed',
  rationale:
    'The agreement takes effect before it was signed, and it ends or changes another agreement. On the days between, the older terms were in force as far as anybody could know; the matrix shows them as ended all the same. That may be meant. If not, put right `effective` or `signed`.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2024-02
    through: 2028
    clauses:
      on-cirrus: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  new-deal:
    parties: [meteo, cirrus]
    signed: 2026-03-20
    effective: 2026-01-01
    #          ^^^^^^^^^^ retroactive-supersession
    through: 2030
    supersedes: [cirrus-deal]
    clauses:
      on-stratus: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: stratus-eu }
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2024-02
    through: 2028
    clauses:
      on-cirrus: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  new-deal:
    parties: [meteo, cirrus]
    signed: 2026-03-20
    effective: 2026-04-01
    through: 2030
    supersedes: [cirrus-deal]
    clauses:
      on-stratus: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: stratus-eu }
` },
  *check({ partnership }) {
    for (const { id, signed, effective, supersedes, amends } of mainAgreements(partnership)) {
      const targets = [...supersedes.map(({ agreement }) => agreement), ...amends.map(({ target }) => target)];
      if (signed?.kind !== 'date' || effective?.kind !== 'date' || targets.length === 0 || effective.date.first >= signed.date.first) continue;
      // A month or a year may hold the day of the signature: then nothing is certain.
      if (effective.date.next > signed.date.first && effective.date.precision !== 'day') continue;
      const days = signed.date.first - effective.date.first;
      yield {
        place: effective.place,
        message: `\`${id}\` ends terms of ${quoted(new Set(targets))} from ${formatDay(effective.date.first)} on, ${count(days, 'day')} before ${signed.date.precision === 'day' ? 'it was signed' : `${signed.date.text}, when it was signed`}.`,
        related: [{ place: signed.place, message: 'Signed' }],
      };
    }
  },
};
