import type { ClauseType } from './clause-type.js';
import { CLOUD_OR_CLOUDS, otherClouds, PRODUCTS_FIELD } from './selectors.js';

export const exclusivity: ClauseType = {
  name: 'exclusivity',
  summary: 'The product is served on these clouds and on no other.',
  effect: 'A claim on its clouds and a bar on every other cloud.',
  fields: [PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: 'type: exclusivity\nby: openai\nto: amazon\nproducts: [frontier]\ncloud: aws',
  // Without a cloud that is known there is nothing to be exclusive on: no cell may be barred by a slip of the pen.
  contributions: (clause, all) => (clause.clouds.size === 0 ? [] : [
    { role: 'claim', clouds: clause.clouds, exclusive: true },
    { role: 'bar', clouds: otherClouds(clause, all) },
  ]),
  describe: (clause, names) =>
    `${names.party(clause.by)} promises ${names.party(clause.to)} that ${names.products(clause)} will be served on ${names.clouds(clause)}, and on no other cloud.`,
};
