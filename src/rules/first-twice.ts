import { describeInterval, type Interval } from '../base/dates.js';
import { leadEnd } from '../matrix/days.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { namesOf, nameOf } from './support/names.js';
import { inMain } from './support/places.js';
import { inForce, latestEnd, overlaps } from './support/terms.js';

export const firstTwice: Rule = {
  code: 'first-twice',
  severity: 'warning',
  title: 'First place promised twice',
  rationale:
    'One party promises two holders that the same product comes to their cloud first, for days on which other clouds are to wait. Both can insist on being served, so no cell is in conflict; but only one can be first. Let one of the two give way, or share the first place.',
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
    signed: 2026-02
    through: 2028
    clauses:
      first-on-cirrus: { type: first-availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, lead: 12 months }
  stratus-deal:
    parties: [meteo, cirrus]
    signed: 2026-05
    through: 2028
    clauses:
      first-on-stratus: { type: first-availability, by: meteo, to: cirrus, products: [nowcast], cloud: stratus-eu, lead: 6 months }
    # ^^^^^^^^^^^^^^^^ first-twice
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
    signed: 2026-02
    through: 2028
    clauses:
      first-on-cirrus: { type: first-availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, lead: 2 months }
  stratus-deal:
    parties: [meteo, cirrus]
    signed: 2026-05
    through: 2028
    clauses:
      first-on-stratus: { type: first-availability, by: meteo, to: cirrus, products: [nowcast], cloud: stratus-eu, lead: 6 months }
` },
  *check({ partnership, matrix }) {
    const all = [...partnership.clauses.values()].filter(({ type }) => type.name === 'first-availability');
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        const later = other.start < one.start || !inMain(partnership, other) ? one : other;
        const earlier = later === one ? other : one;
        const shared = [...one.products].filter((product) => other.products.has(product));
        if (!inMain(partnership, later) || one.by !== other.by || shared.length === 0 || [...one.clouds].some((cloud) => other.clouds.has(cloud))) continue;
        if (matrix.precedence.yieldsTo.get(one.id)?.has(other.id) || matrix.precedence.yieldsTo.get(other.id)?.has(one.id)) continue;
        const days = overlaps(leadDays(one, partnership, matrix), leadDays(other, partnership, matrix)).at(-1);
        if (!days) continue;
        const certain = [one, other].every(({ when, unless, lead }) => !when && !unless && lead.kind !== 'reading');
        yield {
          place: later.place,
          severity: days.to <= partnership.asOf ? 'information' : 'warning',
          message: `${certain ? '' : 'In some worlds, '}${nameOf(partnership.parties, one.by)} promises that ${namesOf(partnership.products, shared)} will be first on ${namesOf(partnership.clouds, earlier.clouds)} and first on ${namesOf(partnership.clouds, later.clouds)} ${describeInterval(days)}: \`${earlier.id}\` and \`${later.id}\`.`,
          related: [{ place: earlier.place, message: `\`${earlier.id}\`` }],
        };
      }
    }
  },
};

/** The days on which other clouds wait, under the reading that makes them wait longest. */
function leadDays(clause: Clause, { events }: Partnership, { precedence }: Matrix): readonly Interval[] {
  const leads = clause.lead.kind === 'reading' ? [...clause.lead.by.values()] : [clause.lead];
  const to = Math.max(...leads.map((lead) => leadEnd(lead, clause.start)));
  return overlaps(inForce(clause, latestEnd(clause.end, events), precedence.endings.get(clause.id)), [{ from: clause.start, to }]);
}
