import type { ClauseType } from './clause-type.js';
import { CLOUD_OR_CLOUDS, PRODUCTS_FIELD } from './selectors.js';

export const firstRefusal: ClauseType = {
  name: 'first-refusal',
  summary: 'A party must be offered the business before others.',
  effect: 'It changes no cell.',
  fields: [PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: 'type: first-refusal\nby: openai\nto: microsoft\nproducts: all\ncloud: azure',
  contributions: () => [],
  describe: (clause, names) =>
    `${names.party(clause.by)} must offer ${names.party(clause.to)} the right to serve ${names.products(clause)}${clause.clouds.size > 0 ? ` on ${names.clouds(clause)}` : ''} before it turns to others.`,
};
