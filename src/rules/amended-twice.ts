import type { Agreement, Amendment } from '../model/types.js';
import type { Rule } from './rule.js';
import { useSuggestion } from './support/edits.js';
import { inMain } from './support/places.js';

export const amendedTwice: Rule = {
  code: 'amended-twice',
  severity: 'warning',
  title: 'Clause amended twice, differently',
  rationale:
    'Two agreements change the same clause for good, and the second speaks of a text that the first has already ended or replaced. Only the earlier one changes anything. Most often the second should amend the clause that took the place of the first, or replace the whole chain.',
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
      on-cirrus: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, strength: must }
  first-amendment:
    parties: [meteo, cirrus]
    signed: 2025-03
    through: 2028
    amends: [{ target: cirrus-deal/on-cirrus, effect: replace, with: on-both }]
    clauses:
      on-both: { type: availability, by: meteo, to: cirrus, products: [nowcast], clouds: [cirrus-north, stratus-eu], strength: must }
  second-amendment:
    parties: [meteo, cirrus]
    signed: 2026-03
    amends: [{ target: cirrus-deal/on-cirrus, effect: end }]
#                      ^^^^^^^^^^^^^^^^^^^^^ amended-twice
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
      on-cirrus: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, strength: must }
  first-amendment:
    parties: [meteo, cirrus]
    signed: 2025-03
    through: 2028
    amends: [{ target: cirrus-deal/on-cirrus, effect: replace, with: on-both }]
    clauses:
      on-both: { type: availability, by: meteo, to: cirrus, products: [nowcast], clouds: [cirrus-north, stratus-eu], strength: must }
  second-amendment:
    parties: [meteo, cirrus]
    signed: 2026-03
    amends: [{ target: first-amendment/on-both, effect: end }]
` },
  *check({ partnership, matrix }) {
    const amendments = [...partnership.agreements.values()].flatMap((agreement) => agreement.amends.map((amendment) => ({ agreement, amendment })));
    const byTarget = new Map<string, typeof amendments>();
    for (const each of amendments) {
      const list = byTarget.get(each.amendment.target);
      if (list) list.push(each);
      else byTarget.set(each.amendment.target, [each]);
    }
    for (const { agreement, amendment } of amendments) {
      if (!inMain(partnership, agreement)) continue;
      const earlier = byTarget.get(amendment.target)?.find((other) => other.agreement !== agreement && other.amendment.effect !== 'suspend' &&
        takesEffect(other.agreement, amendment.target) && isBefore(other.agreement, agreement) && isOther(other.amendment, amendment));
      if (!earlier) continue;
      const { with: replacement, effect } = earlier.amendment;
      yield {
        place: amendment.targetPlace,
        message: `\`${earlier.agreement.id}\` has already ${effect === 'end' ? 'ended' : 'replaced'} \`${amendment.target}\`${replacement === undefined ? '' : ` by \`${replacement}\``}, so this changes nothing.`,
        related: [{ place: earlier.amendment.targetPlace, message: `Amended by \`${earlier.agreement.id}\`` }],
        payload: { suggestion: replacement },
      };
    }

    function takesEffect(by: Agreement, clause: string): boolean {
      return matrix.precedence.endings.get(clause)?.some((ending) => ending.by === by.id) ?? false;
    }
  },
  fixes: (finding) => useSuggestion(finding).map((fix) => ({ ...fix, safe: false })),
};

/** By their first days; of two on one day, the one written first. */
const isBefore = (a: Agreement, b: Agreement): boolean => a.start < b.start || (a.start === b.start && (a.place.file === b.place.file ? a.place.start < b.place.start : a.place.file < b.place.file));

const isOther = (a: Amendment, b: Amendment): boolean => a.effect !== b.effect || a.with !== b.with;
