import type { Rule } from './rule.js';
import { quoted } from './support/names.js';
import { inMain } from './support/places.js';
import { readingsOf } from './support/terms.js';

export const idleReading: Rule = {
  code: 'idle-reading',
  severity: 'information',
  title: 'Reading whose choices make no difference',
  rationale:
    'Clauses turn on this reading, but whichever choice is adopted, every cell has the same status on every day: other terms decide. Nobody has to judge the wording for the sake of the matrix. It may still matter for money, or for terms that no clause carries.',
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
readings:
  launch-means:
# ^^^^^^^^^^^^ judgment-needed
# ^^^^^^^^^^^^ idle-reading
    question: Is a preview a launch?
    choices: { preview: A preview is a launch, release: Only the release is }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      on-cirrus: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, strength: must }
      also-on-launch: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: cirrus-north, strength: must, when: { reading: launch-means, is: preview } }
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
readings:
  launch-means:
    question: Is a preview a launch?
    choices: { preview: A preview is a launch, release: Only the release is }
    adopted: preview
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      on-launch: { type: availability, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, strength: must, when: { reading: launch-means, is: preview } }
` },
  *check({ partnership, matrix }) {
    const { clauses, clouds } = partnership;
    for (const reading of partnership.readings.values()) {
      if (reading.adopted !== undefined || reading.choices.size < 2 || !inMain(partnership, reading)) continue;
      const users = [...clauses.values()].filter((clause) => readingsOf(clause).has(reading.id));
      const products = new Set(users.flatMap((clause) => [...clause.products]));
      const cells = [...products].flatMap((product) => [...clouds.keys()].flatMap((cloud) => matrix.timeline(product, cloud).map(({ cell }) => cell)));
      // A cell that cannot be decided may turn on it.
      if (cells.length === 0 || cells.some(({ unknowns, status }) => status === 'undecided' || unknowns.includes(reading.id))) continue;
      yield {
        place: reading.place,
        message: `No cell turns on \`${reading.id}\`: under every choice each has the same status on every day, although ${quoted(users.map(({ id }) => id))} ${users.length === 1 ? 'turns' : 'turn'} on it.`,
        related: users.map((clause) => ({ place: clause.place, message: `\`${clause.id}\` turns on it` })),
      };
    }
  },
};
