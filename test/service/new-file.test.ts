import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CLAUSE_TYPES } from '../../src/clauses/registry.js';
import { formatEdits } from '../../src/service/format.js';
import { newFile, type NewFile } from '../../src/service/new-file.js';
import { agreementSnippet, withoutStops } from '../../src/service/snippets.js';
import { drawn } from '../support/drawn.js';
import { analysisOf, day } from './support.js';

const DAY = day('2026-03-01');
const text = (answers: Partial<NewFile>): string => {
  const made = newFile({ parties: ['Quarry', 'Harbor'], clouds: ['North'], products: ['Ledger'], type: 'exclusivity', day: DAY, ...answers });
  if (made.kind === 'impossible') throw new Error(made.message);
  return made.text;
};
const TYPES = CLAUSE_TYPES.map(({ name }) => name);

test('every type, with few names and many: a valid file without findings, in order, that says what was given', () => {
  for (const type of TYPES) {
    for (const [parties, clouds, products] of [[2, 1, 1], [2, 3, 2], [4, 2, 1], [3, 5, 3]] as const) {
      const names = (what: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${what} ${index + 1}`);
      const written = text({ parties: names('Party', parties), clouds: names('Cloud', clouds), products: names('Product', products), type });
      const { findings, silenced, partnership } = analysisOf(written);
      assert.deepEqual([...findings, ...silenced], [], written);
      assert.deepEqual(formatEdits(written, 'keep'), [], written);
      assert.deepEqual([partnership.parties.size, partnership.clouds.size, partnership.products.size], [parties, clouds, products]);
      assert.ok([...partnership.clauses.values()].some((clause) => clause.type.name === type));
    }
  }
});

test('any names: what is accepted reads back as it was given, without findings', () => {
  const name = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }), fc.constantFrom('true', '~', '- a', 'a: b', '#x', '"q"', "'", '{', '12', 'no', '日本', 'Ärzte & Co.', 'x'.repeat(200), '👩‍👩‍👧'));
  let accepted = 0;
  fc.assert(fc.property(fc.uniqueArray(name, { minLength: 4, maxLength: 4, selector: (one) => one.trim() }), fc.constantFrom(...TYPES), ([a, b, cloud, product], type) => {
    const made = newFile({ parties: [a!, b!], clouds: [cloud!], products: [product!], type, title: product!, day: DAY });
    if (made.kind === 'impossible') return assert.match(made.message, /^A name /);
    accepted += 1;
    const { findings, partnership } = analysisOf(made.text);
    assert.deepEqual(findings.map(({ message }) => message), []);
    assert.deepEqual([partnership.title, ...[...partnership.parties.values(), ...partnership.clouds.values(), ...partnership.products.values()].map((one) => one.name)], [product, a, b, cloud, product].map((one) => one!.trim()));
    return undefined;
  }), drawn('new-file-names', 300));
  assert.ok(accepted > 100, String(accepted));
});

test('what cannot be written is said in one sentence', () => {
  for (const [answers, message] of [
    [{ parties: ['Quarry'] }, /Name two parties at least/], [{ clouds: [] }, /Name a cloud at least\.$/], [{ products: [] }, /Name a product at least\.$/],
    [{ type: 'friendship' }, /no clause type `friendship`/], [{ parties: ['Quarry', ' '] }, /empty/], [{ clouds: ['a', ' a'] }, /`a` is named twice/],
    [{ products: ['a\nb'] }, /not seen/], [{ title: 'a\u202eb' }, /not seen/], [{ products: ['x'.repeat(201)] }, /200 characters/], [{ clouds: Array.from({ length: 101 }, (_, index) => `c${index}`) }, /more than 100 clouds/],
  ] as const) {
    assert.throws(() => text(answers), message);
  }
});

test('names that give one id get two', () => assert.match(text({ parties: ['A B', 'a-b'] }), /a-b: \{ name: A B \}\n {2}a-b-2: \{ name: a-b \}/));

test('the snippet of a whole agreement is one without errors once the names are there', () => {
  const base = 'entente: 1\nas-of: 2026-03-01\nparties: { quarry: {}, harbor: {} }\nclouds: { north: {}, south: {} }\nproducts: { ledger: {} }\nagreements:\n';
  const { partnership } = analysisOf(base);
  for (const type of CLAUSE_TYPES) {
    const written = base + withoutStops(agreementSnippet(type, partnership)).split('\n').map((line) => `  ${line}\n`).join('');
    const { findings } = analysisOf(written);
    // Ids in examples of clauses have to be changed.
    assert.deepEqual(findings.filter(({ severity, code }) => severity === 'error' && code !== 'unknown-reference'), [], written);
  }
});
