import { BOOLEAN, optional, required, WORDS } from '../grammar/field.js';
import type { ClauseType } from './clause-type.js';
import { PRODUCTS_FIELD } from './selectors.js';

export const license: ClauseType = {
  name: 'license',
  summary: 'Rights in intellectual property.',
  effect: 'It changes no cell.',
  fields: [
    required('subject', { kind: 'list', item: WORDS, single: true }, 'What is licensed, in words.', '[models, products]'),
    optional('exclusive', BOOLEAN, 'Whether nobody else may have the licence. False where absent.', 'true'),
    PRODUCTS_FIELD,
  ],
  example: 'type: license\nby: openai\nto: microsoft\nsubject: [models, products]\nexclusive: false',
  contributions: () => [],
  describe: (clause, names) =>
    `${names.party(clause.by)} grants ${names.party(clause.to)} ${clause.exclusive ? 'an exclusive' : 'a non-exclusive'} licence to ${clause.subject.join(' and ') || 'its intellectual property'}.`,
};
