import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseDate } from '../../src/base/dates.js';
import type { Matrix } from '../../src/matrix/matrix.js';
import type { Assumptions } from '../../src/model/types.js';
import { matrixFrom } from '../support/partnership.js';

const matrix: Matrix = matrixFrom(readFileSync(new URL('../../../test/oracle/worked-example.entente.yaml', import.meta.url), 'utf8'));
const day = (text: string): number => parseDate(text)!.first;

function row(product: string, at: string, assume?: Assumptions): string[] {
  return ['azure', 'aws', 'google-cloud'].map((cloud) => {
    const { status, certain, possible } = matrix.cell(product, cloud, day(at), assume);
    assert.equal(certain, possible.length === 1);
    assert.equal(possible[0]?.status, status);
    return possible.map((one) => one.status).join(' | ');
  });
}

const ALL = ['models', 'chatgpt', 'frontier', 'stateful-runtime'];
const FIRST = ['first | available', 'after-first | available', 'after-first | available'];
const TABLE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['2026-01-15', ALL, ['exclusive', 'barred', 'barred']],
  ['2026-03-01', ['models', 'chatgpt'], ['exclusive', 'barred', 'barred']],
  ['2026-03-01', ['frontier'], ['conflict', 'conflict', 'barred']],
  ['2026-03-01', ['stateful-runtime'], ['exclusive', 'conflict', 'barred']],
  ['2026-05-01', ['models', 'chatgpt', 'stateful-runtime'], FIRST],
  ['2026-05-01', ['frontier'], ['conflict | barred', 'exclusive', 'barred']],
  ['2033-06-01', ['models', 'chatgpt'], ['unspecified', 'unspecified', 'unspecified']],
  ['2033-06-01', ['frontier'], ['barred', 'exclusive', 'barred']],
  ['2033-06-01', ['stateful-runtime'], ['unspecified', 'available', 'unspecified']],
];

for (const [at, products, expected] of TABLE) {
  for (const product of products) test(`${at}: ${product}`, () => assert.deepEqual(row(product, at), expected));
}

test('frontier on azure is barred only where both facts hold', () => {
  const { possible } = matrix.cell('frontier', 'azure', day('2026-05-01'));
  assert.deepEqual(possible[1]?.when, [{ 'microsoft-cannot-support': true, 'microsoft-declines': true }]);
  assert.deepEqual(possible[0]?.when, [{ 'microsoft-cannot-support': false }, { 'microsoft-declines': false }]);
});

test('assuming that "first" means one of several, the other rows are first, available, available', () => {
  for (const product of ['models', 'chatgpt', 'stateful-runtime']) {
    assert.deepEqual(['azure', 'aws', 'google-cloud'].map((cloud) => matrix.cell(product, cloud, day('2026-05-01'), { 'first-means': 'among-first' }).status), ['first', 'available', 'available']);
  }
});

test('what flips frontier on azure: the two facts together, or an override that its holder may agree to', () => {
  const flips = matrix.flips('frontier', 'azure', day('2026-05-01'));
  assert.deepEqual(flips.map(({ assume, edits, status }) => [assume, edits, status]), [
    [{}, [{ key: 'subject-to', holder: 'microsoft-renegotiated/first-on-azure', target: 'amazon-alliance/frontier-exclusive' }], 'barred'],
    [{}, [{ key: 'subject-to', holder: 'amazon-alliance/frontier-exclusive', target: 'microsoft-renegotiated/first-on-azure' }], 'first'],
    [{ 'microsoft-cannot-support': true, 'microsoft-declines': true }, [], 'barred'],
  ]);
});

test('the days on which a cell changes come from the terms', () => {
  assert.deepEqual(matrix.changes(), ['2026-02-01', '2026-04-27', '2033-01-01'].map(day));
});
