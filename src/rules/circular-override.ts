import type { Place } from '../base/span.js';
import type { Rule } from './rule.js';
import { quoted } from './support/names.js';

export const circularOverride: Rule = {
  code: 'circular-override',
  severity: 'error',
  title: 'Clauses that yield to each other',
  rationale:
    'If each of several clauses gives way to the next one round a circle, nobody can say which one counts. None of these overrides has an effect until one is removed.',
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
  archive: { name: Weather archive, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus:
        type: exclusivity
        by: meteo
        to: cirrus
        products: [nowcast]
        cloud: cirrus-north
        subject-to: [stratus-deal/on-stratus]
  stratus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-06
    through: 2028
    clauses:
      on-stratus:
    # ^^^^^^^^^^ conflict
        type: availability
        by: meteo
        to: stratus
        products: [nowcast, archive]
        cloud: stratus-eu
        strength: must
        subject-to: [cirrus-deal/only-cirrus]
        #            ^^^^^^^^^^^^^^^^^^^^^^^ circular-override
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
  archive: { name: Weather archive, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus:
        type: exclusivity
        by: meteo
        to: cirrus
        products: [nowcast]
        cloud: cirrus-north
  stratus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-06
    through: 2028
    clauses:
      on-stratus:
        type: availability
        by: meteo
        to: stratus
        products: [nowcast, archive]
        cloud: stratus-eu
        strength: must
        subject-to: [cirrus-deal/only-cirrus]
` },
  *check({ partnership, matrix }) {
    for (const cycle of matrix.precedence.cycles) {
      const places: Place[] = [];
      for (const id of cycle) {
        const clause = partnership.clauses.get(id);
        for (const { clause: other, place } of [...(clause?.subjectTo ?? []), ...(clause?.notwithstanding ?? [])]) {
          if (cycle.includes(other)) places.push(place);
        }
      }
      const own = places.filter(({ file }) => file === partnership.file).sort((a, b) => b.start - a.start);
      const [place] = own;
      if (!place) continue;
      yield {
        place,
        message: cycle.length === 1 ? `${quoted(cycle)} yields to itself.` : `${quoted([...cycle].sort())} yield to each other in a circle; none of these overrides has an effect.`,
        related: places.filter((other) => other !== place).map((other) => ({ place: other, message: 'This override closes the circle' })),
        payload: { clauses: cycle },
      };
    }
  },
};
