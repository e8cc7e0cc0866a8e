import type { ClauseType } from './clause-type.js';
import { ONE_CLOUD, PRODUCTS_FIELD } from './selectors.js';

export const primaryCloud: ClauseType = {
  name: 'primary-cloud',
  summary: 'A cloud is named as the main one, without more.',
  effect: 'It changes no cell.',
  fields: [PRODUCTS_FIELD, ONE_CLOUD],
  example: 'type: primary-cloud\nby: openai\nto: microsoft\ncloud: azure',
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} treats ${names.clouds(clause)} as its primary cloud towards ${names.party(clause.to)}. By itself this neither permits nor bars anything.`,
};
