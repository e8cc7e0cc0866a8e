import { AMOUNT, CONDITION, listOf, optional, required, shaped } from '../grammar/field.js';
import { AMOUNT_FIELD } from '../grammar/shapes.js';
import type { Shape } from '../grammar/types.js';
import type { ClauseType } from './clause-type.js';

const TRANCHE: Shape = {
  name: 'tranche', doc: 'One part of an investment.',
  fields: [
    required('amount', AMOUNT, 'How much.', '15 billion USD'),
    optional('due', { kind: 'due' }, 'When it is due: `signing` or a date.', 'signing'),
    optional('when', CONDITION, 'The condition on which it is due.', 'investment-conditions'),
  ],
};

export const investment: ClauseType = {
  name: 'investment',
  summary: 'Money put into a party, at once or in tranches.',
  effect: 'It changes no cell.',
  fields: [
    AMOUNT_FIELD('The sum, or with `up to` its ceiling.'),
    optional('tranches', listOf(shaped(() => TRANCHE)), 'The parts, with when and on what condition each is due.', '[{ amount: 15 billion USD, due: signing }]'),
  ],
  example: 'type: investment\nby: amazon\nto: openai\namount: up to 50 billion USD\ntranches:\n  - { amount: 15 billion USD, due: signing }\n  - { amount: 35 billion USD, when: investment-conditions }',
  contributions: () => [],
  describe: (clause, names) => {
    const sum = clause.amount ? ` ${clause.amount.text}` : '';
    const parts = clause.tranches.length > 0 ? `, in ${clause.tranches.length} ${clause.tranches.length === 1 ? 'tranche' : 'tranches'}` : '';
    return `${names.party(clause.by)} promises ${names.party(clause.to)} to invest${sum}${parts}.`;
  },
};
