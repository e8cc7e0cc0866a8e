import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from '../../src/base/dates.js';
import { CELL_LIMITS, MATRIX_CELLS } from '../../src/matrix/limits.js';
import { analysisOf } from '../service/support.js';
import { matrixFrom } from '../support/partnership.js';

const day = parseDate('2026-06-01')!.first;

/** One availability per fact, each with its own exception. */
const withFacts = (n: number): string => `entente: 1
parties: { a: {}, b: {} }
clouds: { one: {} }
products: { tool: { owner: a } }
facts: {${Array.from({ length: n }, (_, index) => ` fact-${index}: {}`).join(',')} }
agreements:
  deal:
    parties: [a, b]
    effective: 2026-01-01
    clauses:
${Array.from({ length: n }, (_, index) => `      clause-${index}: { type: availability, by: a, to: b, products: all, cloud: one, unless: fact-${index} }`).join('\n')}
`;

test('at the limit of unknowns a cell is decided exactly', () => {
  const cell = matrixFrom(withFacts(CELL_LIMITS.unknowns)).cell('tool', 'one', day);
  assert.equal(cell.status, 'available');
  assert.equal(cell.unknowns.length, CELL_LIMITS.unknowns);
  assert.equal(Object.keys(cell.possible[1]?.when[0] ?? {}).length, CELL_LIMITS.unknowns);
});

test('beyond the limit it is undecided, never clean', () => {
  const matrix = matrixFrom(withFacts(CELL_LIMITS.unknowns + 1));
  const cell = matrix.cell('tool', 'one', day);
  assert.equal(cell.status, 'undecided');
  assert.equal(cell.certain, false);
  assert.deepEqual(cell.possible, []);
  assert.deepEqual(matrix.traces('tool', 'one', day), []);
});

test('a condition over ten thousand unknowns does not exhaust the stack', () => {
  assert.equal(matrixFrom(withFacts(10_000)).cell('tool', 'one', day).status, 'undecided');
});

test('beyond the limit of cells those of the last products are undecided, which is one finding; the others are decided', () => {
  const ids = (count: number, letter: string): string => Array.from({ length: count }, (_, index) => `${letter}${index}: {}`).join(', ');
  const text = `entente: 1
parties: { a: {}, b: {} }
clouds: { ${ids(1_000, 'c')} }
products: { ${ids(1_000, 'p')} }
agreements:
  deal:
    parties: [a, b]
    effective: 2026-01-01
    clauses:
      served: { type: availability, by: a, to: b, products: all, clouds: all, through: 2027 }
`;
  const { matrix, findings } = analysisOf(text);
  const products = MATRIX_CELLS / 1_000;
  assert.equal(matrix.cell(`p${products - 1}`, 'c0', day).status, 'available');
  assert.equal(matrix.cell(`p${products}`, 'c0', day).status, 'undecided');
  assert.deepEqual(matrix.undecided(`p${products}`).get('c999'), [{ from: -Infinity, to: Infinity }]);
  assert.deepEqual(findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => [code, message]), [
    ['resource-limit', 'The matrix would have more than 100,000 cells, one for each of 1000 products on 1000 clouds: those of the last 900 products are undecided.'],
  ]);
});
