import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from '../../src/base/dates.js';
import { CELL_LIMITS } from '../../src/matrix/limits.js';
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
