import type { ClauseType } from './clause-type.js';
import { ONE_CLOUD, PRODUCTS_FIELD, SERVICE_FIELD } from './selectors.js';

export const coDevelopment: ClauseType = {
  name: 'co-development',
  summary: 'The parties build the product together on this cloud.',
  effect: 'A claim on its cloud.',
  fields: [PRODUCTS_FIELD, ONE_CLOUD, SERVICE_FIELD],
  example: 'type: co-development\nby: openai\nto: amazon\nproducts: [stateful-runtime]\ncloud: aws\nservice: bedrock',
  contributions: (clause) => [{ role: 'claim', clouds: clause.clouds }],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} to build ${names.products(clause)} together on ${names.clouds(clause)}.`,
};
