import { describeInterval, type Interval } from '../base/dates.js';
import type { Role } from '../clauses/clause-type.js';
import { plays } from '../matrix/given.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { nameOf, namesOf } from './support/names.js';
import { placeAmong } from './support/places.js';

export const leaveAgainstExclusivity: Rule = {
  code: 'leave-against-exclusivity',
  severity: 'warning',
  title: 'Leave against one\'s own exclusivity',
  rationale:
    'A party permits what its own exclusivity forbids. It probably meant to give the exclusivity up, but a leave does not end or change another clause. If it did mean that, let the newer agreement say so: supersede or amend the exclusivity, or make it yield.',
  bad: { text: `entente: 1
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
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  side-letter:
    parties: [meteo, cirrus]
    signed: 2026-03
    through: 2028
    clauses:
      also-stratus: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: stratus-eu }
    # ^^^^^^^^^^^^ conflict
    # ^^^^^^^^^^^^ leave-against-exclusivity
` },
  good: { text: `entente: 1
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
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  side-letter:
    parties: [meteo, cirrus]
    signed: 2026-03
    through: 2028
    amends: [{ target: cirrus-deal/only-cirrus, effect: end }]
    clauses:
      also-stratus: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: stratus-eu }
` },
  *check({ partnership, matrix }) {
    const pairs = new Map<string, { leave: Clause; exclusivity: Clause; products: Set<string>; clouds: Set<string>; days: Interval }>();
    for (const clash of matrix.clashes()) {
      const clauses = clash.clauses.map((id) => partnership.clauses.get(id)).filter((clause) => clause !== undefined);
      for (const [leave, exclusivity] of pairsOn(clauses, partnership, clash.product, clash.cloud)) {
        const key = `${leave.id} ${exclusivity.id}`;
        const pair = pairs.get(key) ?? { leave, exclusivity, products: new Set(), clouds: new Set(), days: clash };
        pair.products.add(clash.product);
        pair.clouds.add(clash.cloud);
        pairs.set(key, { ...pair, days: { from: Math.min(pair.days.from, clash.from), to: Math.max(pair.days.to, clash.to) } });
      }
    }
    for (const { leave, exclusivity, products, clouds, days } of pairs.values()) {
      const place = placeAmong(partnership, [leave, exclusivity], [leave.place.file, exclusivity.place.file]);
      if (!place) continue;
      const holder = nameOf(partnership.parties, leave.by);
      yield {
        place,
        severity: days.to > partnership.asOf ? 'warning' : 'information',
        message: `${holder} permits ${namesOf(partnership.products, products)} on ${namesOf(partnership.clouds, clouds)} by \`${leave.id}\`, but ${holder} also holds the exclusivity ` +
          `\`${exclusivity.id}\`, which forbids it ${describeInterval(days)}. A leave does not end an exclusivity.`,
        related: [leave, exclusivity].filter((clause) => clause.place !== place).map((clause) => ({ place: clause.place, message: `\`${clause.id}\`` })),
        payload: { leave: leave.id, exclusivity: exclusivity.id },
      };
    }
  },
};

/** Leaves and exclusivities of one holder that do not go together on a cell. */
function* pairsOn(clauses: readonly Clause[], partnership: Partnership, product: string, cloud: string): Iterable<readonly [Clause, Clause]> {
  const has = (clause: Clause, role: Role): boolean => clause.products.has(product) && plays(partnership, clause, role, cloud);
  for (const leave of clauses.filter((clause) => has(clause, 'leave'))) {
    for (const exclusivity of clauses.filter((clause) => clause.type.name === 'exclusivity' && has(clause, 'bar'))) {
      if (leave.by === exclusivity.to) yield [leave, exclusivity];
    }
  }
}
