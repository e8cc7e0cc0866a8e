import { describeInterval } from '../base/dates.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Clause } from '../model/types.js';
import type { Rule } from './rule.js';
import { namesOf, nameOf } from './support/names.js';
import { inMain } from './support/places.js';

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
  alsoReads: ['parties', 'clouds'],
  *checkProduct(product, { partnership, matrix }) {
    for (const [one, other] of pairsOf(product.id, matrix)) {
      const later = other.start < one.start || !inMain(partnership, other) ? one : other;
      const earlier = later === one ? other : one;
      if (!inMain(partnership, later)) continue;
      const found = matrix.waitForEachOther(one.id, other.id);
      if (!found) continue;
      const { days, products, certain } = found;
      yield {
        place: later.place,
        severity: days.to <= partnership.asOf ? 'information' : 'warning',
        message: `${certain ? '' : 'In some worlds, '}${nameOf(partnership.parties, one.by)} promises that ${namesOf(partnership.products, products)} will be first on ${namesOf(partnership.clouds, earlier.clouds)} and first on ${namesOf(partnership.clouds, later.clouds)} ${describeInterval(days)}: \`${earlier.id}\` and \`${later.id}\`.`,
        related: [{ place: earlier.place, message: `\`${earlier.id}\`` }],
      };
    }
  },
};

/** Clauses of one party that give the product the first place on different clouds; each pair with the first product that they share. */
function* pairsOf(product: string, matrix: Matrix): Iterable<readonly [Clause, Clause]> {
  const first = matrix.clausesOf(product).filter(({ type }) => type.name === 'first-availability');
  for (const [index, other] of first.entries()) {
    for (const one of first.slice(0, index)) {
      const shared = [...other.products].find((id) => one.products.has(id));
      if (shared === product && one.by === other.by && ![...other.clouds].some((cloud) => one.clouds.has(cloud))) yield [one, other];
    }
  }
}
