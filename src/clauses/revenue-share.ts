import { required } from '../grammar/field.js';
import type { ClauseType } from './clause-type.js';
import { CLOUD_OR_CLOUDS, PRODUCTS_FIELD } from './selectors.js';

export const revenueShare: ClauseType = {
  name: 'revenue-share',
  summary: 'A party passes on a share of its revenue.',
  effect: 'It changes no cell.',
  fields: [required('share', { kind: 'share' }, 'The share, as a percentage from 0% to 100%, both included.', '20%'), PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: 'type: revenue-share\nby: openai\nto: microsoft\nshare: 20%',
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} ${clause.share ?? 'a share'} of its revenue from ${names.products(clause)}.`,
};
