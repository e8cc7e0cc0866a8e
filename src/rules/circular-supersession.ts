import { Remembered } from '../base/remembered.js';
import type { Partnership } from '../model/types.js';
import type { Rule } from './rule.js';
import { mainAgreements } from './support/places.js';

export const circularSupersession: Rule = {
  code: 'circular-supersession',
  severity: 'error',
  title: 'Agreements that supersede each other',
  rationale:
    'If each of several agreements ends the next one round a circle, none of them can be the one that stands. Remove the supersession that the texts do not contain.',
  bad: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    supersedes: [hosting-renewed]
    #            ^^^^^^^^^^^^^^^ circular-supersession
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-renewed:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting]
    #            ^^^^^^^ circular-supersession
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  good: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-renewed:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  *check({ partnership }) {
    const circles = circlesOf(partnership);
    for (const agreement of mainAgreements(partnership)) {
      for (const { agreement: target, place } of agreement.supersedes) {
        if (target === agreement.id || circles.get(agreement.id) === undefined || circles.get(agreement.id) !== circles.get(target)) continue;
        const declared = partnership.agreements.get(target);
        yield {
          place,
          message: `\`${agreement.id}\` supersedes \`${target}\`, which supersedes it in turn. Each ends the other as if there were no circle.`,
          related: declared ? [{ place: declared.place, message: `\`${target}\`` }] : [],
        };
      }
    }
  },
};

const CIRCLES = new Remembered<ReadonlyMap<string, number>>();

/** A number for each agreement that is on a circle of two or more; agreements of one circle share it. */
export const circlesOf = (partnership: Partnership): ReadonlyMap<string, number> => CIRCLES.of(partnership, [], () => findCircles(partnership));

function findCircles({ agreements }: Partnership): ReadonlyMap<string, number> {
  const reach = new Map<string, ReadonlySet<string>>();
  for (const { id, supersedes } of agreements.values()) {
    if (supersedes.length === 0) continue;
    const seen = new Set<string>();
    const open = supersedes.map(({ agreement }) => agreement);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(agreements.get(next)?.supersedes ?? []).map(({ agreement }) => agreement));
    }
    reach.set(id, seen);
  }
  const circles = new Map<string, number>();
  for (const [id, seen] of reach) {
    if (circles.has(id)) continue;
    const members = [...seen].filter((other) => other !== id && reach.get(other)?.has(id));
    if (members.length > 0) for (const member of [id, ...members]) circles.set(member, circles.get(id) ?? circles.size);
  }
  return circles;
}
