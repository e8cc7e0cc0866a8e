import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE_TYPES } from '../../src/clauses/registry.js';
import { analysisOf } from '../service/support.js';

const WORLD = `entente: 1
as-of: 2026-04-27
parties: { openai: {}, microsoft: {}, amazon: {} }
clouds: { azure: { operator: microsoft }, aws: { services: { bedrock: Bedrock } }, google-cloud: {} }
products: { frontier: { owner: openai }, models: { owner: openai }, stateful-runtime: {} }
facts: { investment-conditions: {} }
readings: { first-means: { question: First?, choices: { head-start: Yes, among-first: No } } }
agreements:
  deal:
    parties: [openai, microsoft, amazon]
    effective: 2026-01-01
    clauses:
      promise: { type: `;

const EVERY = [...new Map(CLAUSE_TYPES.flatMap(({ fields }) => fields).map((field) => [field.name, field])).values()];

/** What a clause promises, without where it stands. */
function promised(text: string): string {
  const { partnership } = analysisOf(text);
  const { products, clouds, service, strength, lead, amount, share, tranches, subject, exclusive } = partnership.clauses.get('deal/promise')!;
  const listed = (value: unknown): unknown => (value instanceof Set || value instanceof Map ? [...value as Iterable<unknown>] : typeof value === 'bigint' ? String(value) : value);
  return JSON.stringify([products, clouds, service, strength, lead, amount, share, tranches.map(({ amount: part, due }) => [part, due]), subject, exclusive], (_, value: unknown) => listed(value));
}

for (const { name, fields } of CLAUSE_TYPES) {
  test(`a key of another type is not read in a clause of type ${name}`, () => {
    const own = fields.filter(({ required }) => required).map((field) => `, ${field.name}: ${field.example}`).join('');
    const clause = `${WORLD}${name}, by: openai, to: microsoft${own}${fields.some((field) => field.name === 'clouds') ? ', cloud: azure' : ''}`;
    const expected = promised(`${clause} }\n`);
    const others = EVERY.filter((field) => !fields.some((field_) => field_.name === field.name));
    assert.ok(others.length > 0);
    for (const field of others) {
      const text = `${clause}, ${field.name}: ${field.name === 'products' ? '[frontier]' : field.example} }\n`;
      assert.equal(promised(text), expected, field.name);
      assert.ok(analysisOf(text).findings.some(({ code, message }) => code === 'unknown-key' && message.includes(`\`${field.name}\``)), field.name);
    }
  });
}
