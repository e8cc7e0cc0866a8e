import { oneOf, optional } from '../grammar/field.js';
import type { ClauseType } from './clause-type.js';
import { CLOUD_OR_CLOUDS, PRODUCTS_FIELD } from './selectors.js';

export const availability: ClauseType = {
  name: 'availability',
  summary: 'The product may, or must, be served on these clouds.',
  effect: 'With `strength: may` a leave on its clouds: the promising party gives up its own objection, nobody else\'s. With `strength: must` a claim on its clouds.',
  fields: [
    PRODUCTS_FIELD,
    ...CLOUD_OR_CLOUDS,
    optional('strength', oneOf({
      may: 'A leave: `by` gives up its objection. The default.',
      must: 'A claim: `to` may insist that it is served.',
    }), 'Whether it is permitted or owed.', 'may'),
  ],
  example: 'type: availability\nby: microsoft\nto: openai\nproducts: all\nclouds: any',
  contributions: (clause) => [{ role: clause.strength === 'must' ? 'claim' : 'leave', clouds: clause.clouds }],
  describe: (clause, names) =>
    clause.strength === 'must'
      ? `${names.party(clause.by)} promises ${names.party(clause.to)} to serve ${names.products(clause)} on ${names.clouds(clause)}.`
      : `${names.party(clause.by)} allows ${names.party(clause.to)} to serve ${names.products(clause)} on ${names.clouds(clause)}: it gives up its own objection, not anybody else's.`,
};
