import { describeInterval, type Interval } from '../base/dates.js';
import type { Role } from '../clauses/clause-type.js';
import { plays } from '../matrix/given.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule, RuleInput } from './rule.js';
import { quoted } from './support/names.js';
import { latestFirst, placeAmong } from './support/places.js';
import { inForce, latestEnd, overlaps } from './support/terms.js';

export const contradiction: Rule = {
  code: 'contradiction',
  severity: 'information',
  title: 'Clauses that can never both be kept',
  rationale:
    'The conflict of these clauses depends on something unknown, so it may look as if an event, a fact or a reading could settle it. It cannot: on every day on which both are in force, and in every world in which both are, they clash. What is unknown decides only whether both are in force. A clause that has to give way must be named: let a holder give up its right, or let one clause yield. A conflict that is certain says so itself.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  peak: { name: Demand is at its peak }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2028
    clauses:
      at-peak: { type: availability, by: meteo, to: stratus, products: [nowcast], cloud: stratus-eu, strength: must, when: peak }
    # ^^^^^^^ conflict
    # ^^^^^^^ contradiction
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  peak: { name: Demand is at its peak }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, unless: peak }
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2028
    clauses:
      at-peak: { type: availability, by: meteo, to: stratus, products: [nowcast], cloud: stratus-eu, strength: must, when: peak }
` },
  *check(input) {
    const { partnership } = input;
    for (const [clause, others] of contradicting(input)) {
      const place = placeAmong(partnership, [clause, ...others], [clause, ...others].map((each) => each.place.file));
      if (!place) continue;
      const days = others.flatMap((other) => commonDays(clause, other, input));
      if (days.every(({ to }) => to <= partnership.asOf)) continue;
      const hull: Interval = { from: Math.min(...days.map(({ from }) => from)), to: Math.max(...days.map(({ to }) => to)) };
      yield {
        place,
        message: `\`${clause.id}\` can never be kept together with ${quoted(others.map(({ id }) => id))}: on every day and in every world in which both are in force, they clash (${describeInterval(hull)}).`,
        related: [clause, ...others].filter((each) => each.place !== place).map((each) => ({ place: each.place, message: `\`${each.id}\`` })),
      };
    }
  },
};

/** By the later clause of each pair, those that it contradicts; of conflicts that depend and are not over. */
function contradicting({ partnership, matrix }: RuleInput): ReadonlyMap<Clause, readonly Clause[]> {
  const found = new Map<Clause, Clause[]>();
  const seen = new Set<string>();
  for (const { product, cloud, clauses, certain, to } of matrix.clashes()) {
    if (certain || to <= partnership.asOf) continue;
    const of = (role: Role): readonly Clause[] => clauses.map((id) => partnership.clauses.get(id)!)
      .filter((clause) => clause.products.has(product) && plays(partnership, clause, role, cloud));
    const bars = of('bar');
    for (const serving of [...of('claim'), ...of('leave')]) {
      for (const bar of bars) {
        const key = [serving.id, bar.id].sort().join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        if (!matrix.neverTogether(serving.id, bar.id)) continue;
        const [later, earlier] = latestFirst(partnership, [serving, bar]) as [Clause, Clause];
        found.set(later, [...(found.get(later) ?? []), earlier]);
      }
    }
  }
  return found;
}

/** The days on which both may be in force. */
function commonDays(one: Clause, other: Clause, { partnership, matrix }: { readonly partnership: Partnership; readonly matrix: RuleInput['matrix'] }): readonly Interval[] {
  const days = (clause: Clause): readonly Interval[] => inForce(clause, latestEnd(clause.end, partnership.events), matrix.precedence.endings.get(clause.id));
  return overlaps(days(one), days(other));
}
