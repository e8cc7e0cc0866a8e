import { addDecimals, type Amount, compareDecimals, formatMoney } from '../base/money.js';
import type { Clause } from '../model/types.js';
import type { Report, Rule } from './rule.js';
import { payloadText } from './support/edits.js';
import { clauseValue } from './support/places.js';

export const trancheSum: Rule = {
  code: 'tranche-sum',
  severity: 'error',
  title: 'Tranches that do not add up',
  rationale:
    'The tranches of a fixed amount add up to it; those of an amount with `up to` do not exceed it. Sums are exact. Tranches in another currency cannot be added, since no rate is agreed here.',
  bad: { text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
events:
  prototype: { name: The prototype passes its trial, status: pending }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        #       ^^^^^^^^^^^^^^ tranche-sum
        tranches:
          - { amount: 17.5 million EUR, due: signing }
          - { amount: 30 million EUR, when: prototype }
` },
  good: { text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
events:
  prototype: { name: The prototype passes its trial, status: pending }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        tranches:
          - { amount: 17.5 million EUR, due: signing }
          - { amount: 32.5 million EUR, when: prototype }
` },
  *checkAgreement(agreement, { partnership }) {
    for (const clause of agreement.clauses) {
      const place = clauseValue(partnership, clause, 'amount');
      if (clause.amount && place && clause.tranches.length > 0) yield* add(clause, clause.amount, place);
    }
  },
  fixes({ payload, place }) {
    const amount = payloadText(payload, 'amount');
    return amount === undefined ? [] : [{ title: `Change the amount to ${amount}`, edits: [{ span: place, text: amount }], safe: false }];
  },
};

function* add(clause: Clause, amount: Amount, place: Report['place']): Iterable<Report> {
  const foreign = clause.tranches.filter((tranche) => tranche.amount && tranche.amount.currency !== amount.currency);
  for (const tranche of foreign) {
    yield {
      place: tranche.place,
      severity: 'warning',
      message: `This tranche is in ${tranche.amount?.currency ?? ''}, the amount in ${amount.currency}: whether the tranches add up cannot be checked.`,
      related: [{ place, message: 'The amount' }],
    };
  }
  const parts = clause.tranches.map((tranche) => tranche.amount).filter((part) => part !== undefined);
  if (foreign.length > 0 || parts.length < clause.tranches.length) return;
  const sum = parts.map(({ value }) => value).reduce(addDecimals);
  const order = compareDecimals(sum, amount.value);
  // Tranches with a ceiling of their own may come to less than their sum.
  const loose = parts.some(({ ceiling }) => ceiling);
  const wrong = amount.ceiling ? order > 0 : loose ? order < 0 : order !== 0;
  if (!wrong) return;
  const total = formatMoney(sum, amount.currency);
  yield {
    place,
    message: amount.ceiling
      ? `The tranches add up to ${total}, more than the ceiling of ${formatMoney(amount.value, amount.currency)}.`
      : `The tranches add up to ${total}, but the amount is ${formatMoney(amount.value, amount.currency)}.`,
    related: clause.tranches.map((tranche) => ({ place: tranche.place, message: tranche.amount?.text ?? '' })),
    payload: { amount: `${amount.ceiling ? 'up to ' : ''}${total}` },
  };
}
