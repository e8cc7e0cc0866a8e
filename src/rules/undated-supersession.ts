import type { Rule } from './rule.js';
import { quoted } from './support/names.js';
import { mainAgreements } from './support/places.js';

export const undatedSupersession: Rule = {
  code: 'undated-supersession',
  severity: 'warning',
  title: 'Supersession without a date',
  rationale:
    'The agreement ends or suspends older promises, but its effective date is not stated, so they count as ended from the beginning: the matrix shows no day on which they were in force. Find the date, if only the year.',
  bad: { text: `entente: 1
parties:
  medscan: { name: Medscan }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2023-11
    through: 2030
    clauses:
      archive-on-basalt: { type: availability, by: medscan, to: basalt, products: [archive], cloud: basalt-eu, strength: must }
      archive-fee: { type: revenue-share, by: medscan, to: basalt, share: 4% }
  side-letter:
    parties: [medscan, basalt]
    effective: unstated
    #          ^^^^^^^^ undated-supersession
    amends:
      - { target: archive-hosting/archive-fee, effect: end }
` },
  good: { text: `entente: 1
parties:
  medscan: { name: Medscan }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2023-11
    through: 2030
    clauses:
      archive-on-basalt: { type: availability, by: medscan, to: basalt, products: [archive], cloud: basalt-eu, strength: must }
      archive-fee: { type: revenue-share, by: medscan, to: basalt, share: 4% }
  side-letter:
    parties: [medscan, basalt]
    effective: 2026-01
    amends:
      - { target: archive-hosting/archive-fee, effect: end }
` },
  *check({ partnership }) {
    for (const agreement of mainAgreements(partnership)) {
      const date = agreement.effective ?? agreement.signed;
      const targets = [
        ...agreement.supersedes.map(({ agreement: target, place }) => ({ target, place })),
        ...agreement.amends.map(({ target, targetPlace }) => ({ target, place: targetPlace })),
      ];
      if (date?.kind !== 'unstated' || targets.length === 0) continue;
      yield {
        place: date.place,
        message: `Without a date, the effect of \`${agreement.id}\` on ${quoted(targets.map(({ target }) => target))} is taken from the beginning: the matrix shows no day before it.`,
        related: targets.map(({ target, place }) => ({ place, message: `\`${target}\`` })),
      };
    }
  },
};
