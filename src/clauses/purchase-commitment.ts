import { AMOUNT_FIELD } from '../grammar/shapes.js';
import type { ClauseType } from './clause-type.js';
import { ONE_CLOUD, PRODUCTS_FIELD, SERVICE_FIELD } from './selectors.js';

export const purchaseCommitment: ClauseType = {
  name: 'purchase-commitment',
  summary: 'A party will buy services of a cloud.',
  effect: 'It changes no cell.',
  fields: [ONE_CLOUD, SERVICE_FIELD, AMOUNT_FIELD('How much it will buy.'), PRODUCTS_FIELD],
  example: 'type: purchase-commitment\nby: openai\nto: microsoft\ncloud: azure\namount: 250 billion USD',
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} to buy services of ${names.clouds(clause)}${clause.amount ? ` for ${clause.amount.text}` : ''}.`,
};
