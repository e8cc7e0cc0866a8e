import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDecimals, compareDecimals, formatMoney, parseAmount } from '../../src/base/money.js';

const shown = (text: string): string => {
  const amount = parseAmount(text);
  return typeof amount === 'string' ? `bad ${amount}` : `${amount.ceiling ? 'up to ' : ''}${amount.value.units}e-${amount.value.scale} ${amount.currency}`;
};

test('amounts are exact, in every way of writing them', () => {
  for (const text of ['50 billion USD', 'USD 50B', '$50B', '50,000,000,000 USD', '$ 50 bn', 'usd 50 billion']) assert.equal(shown(text), '50000000000e-0 USD', text);
  assert.equal(shown('up to 50 billion USD'), 'up to 50000000000e-0 USD');
  assert.equal(shown('0.1 million EUR'), '100000e-0 EUR');
  assert.equal(shown('€1.005'), '1005e-3 EUR');
});

test('what is no amount says which part is wrong', () => {
  for (const text of ['fifty', '50', '50 zillion USD', '-5 USD', '1e9 USD', '5,00 USD', '']) assert.equal(shown(text), 'bad amount', text);
  for (const text of ['50 billion XXY', 'ABC 5', '5 BTC']) assert.equal(shown(text), 'bad currency', text);
});

test('sums are exact where binary fractions are not', () => {
  const of = (text: string) => { const amount = parseAmount(text); assert.ok(typeof amount !== 'string'); return amount.value; };
  const sum = addDecimals(of('0.1 USD'), of('0.2 USD'));
  assert.equal(compareDecimals(sum, of('0.3 USD')), 0);
  assert.equal(formatMoney(sum, 'USD'), '0.3 USD');
  assert.equal(formatMoney(of('1.25 million EUR'), 'EUR'), '1.25 million EUR');
  assert.equal(formatMoney(addDecimals(of('15 billion USD'), of('35 billion USD')), 'USD'), '50 billion USD');
});
