import { describeInterval } from '../base/dates.js';
import { listWords } from '../base/words.js';
import { givenBy } from '../matrix/given.js';
import { CELL_LIMITS } from '../matrix/limits.js';
import type { Partnership, Product } from '../model/types.js';
import type { Rule } from './rule.js';
import { namesOf } from './support/names.js';
import { inMain } from './support/places.js';

export const undecidedCell: Rule = {
  code: 'undecided-cell',
  severity: 'warning',
  title: 'Cell with too many unknowns',
  rationale:
    `So much is unknown about this product that its status is not computed; it is neither clean nor in conflict. The limits are ${CELL_LIMITS.unknowns} unknowns for one cell and ${CELL_LIMITS.steps} steps of computing. State the facts that are known, adopt readings, or put facts that always go together into one.`,
  bad: { text: example(CELL_LIMITS.unknowns + 1) },
  good: { text: example(3) },
  *check({ partnership, matrix }) {
    for (const product of partnership.products.values()) {
      const undecided = matrix.undecided(product.id);
      const place = placeFor(product, partnership);
      if (undecided.size === 0 || !place || givenBy(partnership).beyond.has(product.id)) continue; // of those beyond the limit it is said once
      // What cannot be read is a finding of its own.
      if ([...partnership.clauses.values()].some(({ unreadable, products }) => unreadable && products.has(product.id))) continue;
      const byDays = new Map<string, string[]>();
      for (const [cloud, days] of undecided) {
        const words = listWords(days.map(describeInterval));
        byDays.set(words, [...(byDays.get(words) ?? []), cloud]);
      }
      const where = [...byDays].map(([days, clouds]) => `on ${namesOf(partnership.clouds, clouds)} ${days}`);
      yield { place, message: `${product.name} has too many unknowns ${listWords(where)}: its status is undecided.`, related: [], payload: { product: product.id, clouds: [...undecided.keys()] } };
    }
  },
};

/** The product where it is declared here, else the first clause here that speaks of it: an imported file reports the rest itself. */
function placeFor(product: Product, partnership: Partnership): Product['place'] | undefined {
  if (inMain(partnership, product)) return product.place;
  return [...partnership.clauses.values()].find((clause) => inMain(partnership, clause) && clause.products.has(product.id))?.place;
}

function example(facts: number): string {
  const names = Array.from({ length: facts }, (_, index) => `requirement-${index + 1}`);
  return `entente: 1
parties:
  medscan: { name: Medscan }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
${facts > CELL_LIMITS.unknowns ? '# ^^^^^^^ undecided-cell\n' : ''}facts:
${names.map((name) => `  ${name}: { name: The archive meets ${name.replace('-', ' ')} }`).join('\n')}
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2025-11
    through: 2030
    clauses:
      archive-on-basalt:
        type: availability
        by: medscan
        to: basalt
        products: [archive]
        cloud: basalt-eu
        strength: must
        when: { all: [${names.join(', ')}] }
`;
}
