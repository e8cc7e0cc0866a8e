import { describeInterval, type Interval } from '../base/dates.js';
import { count } from '../base/words.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { namesOf } from './support/names.js';
import { inMain } from './support/places.js';
import { eventsOf, inForce, latestEnd } from './support/terms.js';

/** Days that successive exclusivities may miss or share and still be meant to meet. */
const NEAR = 31;

export const exclusivityGap: Rule = {
  code: 'exclusivity-gap',
  severity: 'warning',
  title: 'Successive exclusivities that do not meet',
  rationale:
    'One party promises the same exclusivity to the same holder twice, in agreements that follow each other, and for a few days neither or both are in force. In the days between, others may be served; in days of both, two agreements govern the same right. Most often an `until` and a `through` were mixed up, or an effective date was taken for a signature.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  first-term:
    parties: [meteo, cirrus]
    effective: 2024-01-01
    until: 2026-12-31
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  second-term:
    parties: [meteo, cirrus]
    effective: 2027-01-01
    through: 2029
    clauses:
      still-only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
    # ^^^^^^^^^^^^^^^^^ exclusivity-gap
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  first-term:
    parties: [meteo, cirrus]
    effective: 2024-01-01
    through: 2026-12-31
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  second-term:
    parties: [meteo, cirrus]
    effective: 2027-01-01
    through: 2029
    clauses:
      still-only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
` },
  *check({ partnership, matrix }) {
    const all = [...partnership.clauses.values()].filter((clause) => clause.type.name === 'exclusivity' && isDated(clause, partnership));
    for (const later of all) {
      if (!inMain(partnership, later)) continue;
      for (const earlier of all) {
        if (earlier.agreement === later.agreement || earlier.start >= later.start || !sameRight(earlier, later)) continue;
        const end = inForce(earlier, latestEnd(earlier.end, partnership.events), matrix.precedence.endings.get(earlier.id)).at(-1)?.to;
        const start = inForce(later, latestEnd(later.end, partnership.events), matrix.precedence.endings.get(later.id))[0]?.from;
        if (end === undefined || start === undefined || end === start || Math.abs(end - start) > NEAR) continue;
        const days: Interval = { from: Math.min(end, start), to: Math.max(end, start) };
        if (end < start && all.some((other) => other !== earlier && other !== later && sameRight(other, later) && covers(other, days, partnership, matrix))) continue;
        const shared = [...later.products].filter((product) => earlier.products.has(product));
        yield {
          place: later.place,
          severity: days.to <= partnership.asOf ? 'information' : 'warning',
          message: `${end < start ? 'Neither' : 'Both'} \`${earlier.id}\` ${end < start ? 'nor' : 'and'} \`${later.id}\` ${end < start ? 'is' : 'are'} in force ${describeInterval(days)} (${count(days.to - days.from, 'day')}), for ${namesOf(partnership.products, shared)}.`,
          related: [{ place: earlier.place, message: `\`${earlier.id}\` ends with ${describeInterval({ from: earlier.start, to: end })}` }],
        };
      }
    }
  },
};

/** Its days are known: no event and no condition decides them. */
const isDated = ({ end, when, unless }: Clause, { events }: Partnership): boolean =>
  !when && !unless && eventsOf(end).every((id) => events.get(id)?.status !== 'pending');

const sameRight = (a: Clause, b: Clause): boolean =>
  a.by === b.by && a.to === b.to && [...a.clouds].sort().join() === [...b.clouds].sort().join() && [...a.products].some((product) => b.products.has(product));

const covers = (clause: Clause, days: Interval, { events }: Partnership, { precedence }: Matrix): boolean =>
  inForce(clause, latestEnd(clause.end, events), precedence.endings.get(clause.id)).some(({ from, to }) => from <= days.from && days.to <= to);
