import type { ClauseType } from './clause-type.js';
import { CLOUD_OR_CLOUDS, PRODUCTS_FIELD } from './selectors.js';

export const restriction: ClauseType = {
  name: 'restriction',
  summary: 'The product is not served on these clouds.',
  effect: 'A bar on its clouds.',
  fields: [PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: 'type: restriction\nby: openai\nto: microsoft\nproducts: [frontier]\nclouds: [google-cloud]',
  contributions: (clause) => [{ role: 'bar', clouds: clause.clouds }],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} not to serve ${names.products(clause)} on ${names.clouds(clause)}.`,
};
