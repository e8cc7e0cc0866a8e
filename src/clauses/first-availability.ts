import { optional } from '../grammar/field.js';
import type { ClauseType } from './clause-type.js';
import { ONE_CLOUD, PRODUCTS_FIELD } from './selectors.js';

export const firstAvailability: ClauseType = {
  name: 'first-availability',
  summary: 'The product is served on this cloud first.',
  effect: 'A claim and a priority on its cloud; other clouds wait for as long as `lead` says.',
  fields: [
    PRODUCTS_FIELD,
    ONE_CLOUD,
    optional('lead', { kind: 'lead' }, 'How long other clouds wait, from the start of the term: a duration, `open-ended` (the whole term, the default), `none`, or a reading that picks one.', '6 months'),
  ],
  example: 'type: first-availability\nby: openai\nto: microsoft\nproducts: all\ncloud: azure\nlead: 6 months',
  contributions: (clause) => [
    { role: 'claim', clouds: clause.clouds },
    { role: 'priority', clouds: clause.clouds },
  ],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} that ${names.products(clause)} will be served on ${names.clouds(clause)} first.`,
};
