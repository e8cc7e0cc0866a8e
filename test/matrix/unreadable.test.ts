import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from '../../src/base/dates.js';
import { matrixFrom } from '../support/partnership.js';

const day = parseDate('2026-06-01')!.first;

const file = (clause: string): string => `entente: 1
parties: { a: {}, b: {} }
clouds: { one: {}, two: {} }
products: { tool: { owner: a } }
facts: { known: { value: true } }
readings: { empty: { question: Which?, choices: {} } }
agreements:
  deal:
    parties: [a, b]
    effective: 2026-01-01
    clauses:
      only: { type: exclusivity, by: a, to: b, products: all, cloud: one, ${clause} }
`;

for (const clause of ['unless: { all: [known, mistyped] }', 'when: mistyped', 'until: 2026-13', 'until: { earliest: [2030, { event: mistyped }] }', 'from: tomorrow', 'through: 2026-02-30', 'when: { any: [] }']) {
  test(`a clause that cannot be read leaves its cells undecided: ${clause}`, () => {
    const matrix = matrixFrom(file(clause));
    assert.ok(matrix.partnership.problems.length > 0);
    for (const cloud of ['one', 'two']) assert.equal(matrix.cell('tool', cloud, day).status, 'undecided');
  });
}

test('a condition that can be read is decided', () => {
  assert.equal(matrixFrom(file('unless: known')).cell('tool', 'two', day).status, 'unspecified');
  assert.equal(matrixFrom(file('unless: { not: known }')).cell('tool', 'two', day).status, 'barred');
});

test('a reading without choices breaks nothing', () => {
  const text = file('note: x').replace('type: exclusivity', 'type: first-availability, lead: { reading: empty, x: open-ended }');
  assert.equal(matrixFrom(text).cell('tool', 'two', day).status, 'undecided');
});

test('a chain of four thousand overrides is decided without deep recursion', () => {
  const clauses = Array.from({ length: 4000 }, (_, index) =>
    `      c-${index}: { type: availability, by: a, to: b, products: all, cloud: one${index > 0 ? `, subject-to: c-${index - 1}` : ''} }`).join('\n');
  const matrix = matrixFrom(file('note: x').replace(/ {6}only:.*\n/, `${clauses}\n`));
  // The first contributes, the second yields to it, the third has nothing to yield to, and so on.
  assert.equal(matrix.cell('tool', 'one', day).because.length, 2000);
});

test('a condition that grows beyond the limit is undecided in bounded time, whatever was asked before', () => {
  const n = 24;
  const names = (letter: string): string[] => Array.from({ length: n }, (_, index) => `${letter}-${index}`);
  const [a, b] = [names('a'), names('b')];
  const condition = `{ any: [{ all: [${a.join(', ')}] }, ${a.map((name, index) => `{ all: [${name}, ${b[index]}] }`).join(', ')}] }`;
  const text = file(`when: ${condition}`).replace('facts: { known: { value: true } }', `facts: { known: { value: true }, ${[...a, ...b].map((name) => `${name}: {}`).join(', ')} }`);
  const [first, second] = [matrixFrom(text), matrixFrom(text)];
  const [one, two] = ['one', 'two'].map((cloud) => JSON.stringify(first.cell('tool', cloud, day)));
  assert.equal(JSON.stringify(second.cell('tool', 'two', day)), two);
  assert.equal(JSON.stringify(second.cell('tool', 'one', day)), one);
});
