import { describeInterval, type Interval } from '../base/dates.js';
import { count } from '../base/words.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Clause, Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { namesOf } from './support/names.js';
import { clausesOfType, inMain } from './support/places.js';
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
    const { known, alike } = successions(partnership, matrix);
    for (const [key, later] of known) {
      if (!inMain(partnership, later.clause)) continue;
      const found = new Map<string, { readonly earlier: Dated; readonly days: Interval; readonly gap: boolean; readonly products: string[] }>();
      for (const product of later.clause.products) {
        const others = alike.get(rightTo(later.clause, product)) ?? [];
        for (const earlier of others) {
          if (earlier.clause.agreement === later.clause.agreement || earlier.clause.start >= later.clause.start || !shareCloud(earlier.clause, later.clause)) continue;
          const gap = earlier.to < later.from;
          if (earlier.to === later.from || Math.abs(earlier.to - later.from) > NEAR || (!gap && !sameClouds(earlier.clause, later.clause))) continue;
          const days: Interval = { from: Math.min(earlier.to, later.from), to: Math.max(earlier.to, later.from) };
          if (gap && others.some((other) => other !== earlier && other !== later && shareCloud(other.clause, later.clause) && other.runs.some(({ from, to }) => from <= days.from && days.to <= to))) continue;
          const pair = found.get(earlier.clause.id) ?? { earlier, days, gap, products: [] };
          pair.products.push(product);
          found.set(earlier.clause.id, pair);
        }
      }
      for (const { earlier: { clause: earlier, to }, days, gap, products } of found.values()) {
        yield {
          place: later.clause.place,
          severity: days.to <= partnership.asOf ? 'information' : 'warning',
          message: `${gap ? 'Neither' : 'Both'} \`${earlier.id}\` ${gap ? 'nor' : 'and'} \`${key}\` ${gap ? 'is' : 'are'} in force ${describeInterval(days)} (${count(days.to - days.from, 'day')}), for ${namesOf(partnership.products, products)}.`,
          related: [{ place: earlier.place, message: `\`${earlier.id}\` ends with ${describeInterval({ from: earlier.start, to })}` }],
        };
      }
    }
  },
};

/** An exclusivity whose days are known: the first and, not included, the last of `runs`. */
interface Dated extends Interval {
  readonly clause: Clause;
  readonly runs: readonly Interval[];
}

/** Who owes it to whom, and for which product. */
const rightTo = ({ by, to }: Clause, product: string): string => JSON.stringify([by, to, product]);

/** The exclusivities whose days are known, by id, and by who owes them to whom for which product. */
function successions(partnership: Partnership, { precedence }: Matrix): { readonly known: ReadonlyMap<string, Dated>; readonly alike: ReadonlyMap<string, readonly Dated[]> } {
  const known = new Map<string, Dated>();
  const alike = new Map<string, Dated[]>();
  for (const clause of clausesOfType(partnership, 'exclusivity')) {
    if (!isDated(clause, partnership)) continue;
    const runs = inForce(clause, latestEnd(clause.end, partnership.events), precedence.endings.get(clause.id));
    const [first, last] = [runs[0], runs.at(-1)];
    if (!first || !last) continue;
    const dated: Dated = { clause, runs, from: first.from, to: last.to };
    known.set(clause.id, dated);
    for (const product of clause.products) {
      const key = rightTo(clause, product);
      const list = alike.get(key);
      if (list) list.push(dated);
      else alike.set(key, [dated]);
    }
  }
  return { known, alike };
}

/** Its days are known: no event and no condition decides them. */
const isDated = ({ end, when, unless }: Clause, { events }: Partnership): boolean =>
  !when && !unless && eventsOf(end).every((id) => events.get(id)?.status !== 'pending');

const shareCloud = (a: Clause, b: Clause): boolean => [...a.clouds].some((cloud) => b.clouds.has(cloud));

const sameClouds = (a: Clause, b: Clause): boolean => a.clouds.size === b.clouds.size && [...a.clouds].every((cloud) => b.clouds.has(cloud));
