import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matrixOf } from '../../src/matrix/build.js';
import type { Matrix } from '../../src/matrix/matrix.js';
import { parseDate } from '../../src/base/dates.js';
import { resolve } from '../../src/model/resolve.js';
import { parse } from '../../src/syntax/parse.js';
import { FILE, matrixFrom } from '../support/partnership.js';
import { agreementFile } from '../oracle/generate.js';
import { drawn, ofAll } from '../support/drawn.js';

const file = (clauses: string): string => `entente: 1
parties: { meteo: {}, cirrus: {} }
clouds: { north: {}, south: {} }
products: { nowcast: {}, maps: {} }
facts: { outage: {} }
agreements:
  deal:
    parties: [meteo, cirrus]
    signed: 2025
    through: 2030
    clauses:
${clauses.split('\n').map((line) => `      ${line}`).join('\n')}
`;
const implied = (clauses: string, id: string): string | undefined => matrixFrom(file(clauses)).impliedBy(`deal/${id}`);
const PARTIES = 'by: meteo, to: cirrus';

test('a clause that another one contains adds no right; of two that are equal, the later one', () => {
  const wide = `wide: { type: restriction, ${PARTIES}, products: all, clouds: any }\n`;
  assert.equal(implied(`${wide}narrow: { type: restriction, ${PARTIES}, products: [maps], cloud: south, from: 2026, until: 2028 }`, 'narrow'), 'deal/wide');
  assert.equal(implied(`${wide}narrow: { type: restriction, ${PARTIES}, products: [maps], cloud: south }`, 'wide'), undefined);
  const twice = `one: { type: restriction, ${PARTIES}, cloud: south }\ntwo: { type: restriction, ${PARTIES}, cloud: south }`;
  assert.deepEqual([implied(twice, 'one'), implied(twice, 'two')], [undefined, 'deal/one']);
});

test('one that counts longer, elsewhere, for another holder, in more worlds, or otherwise, adds something', () => {
  const wide = (more = '') => `wide: { type: restriction, ${PARTIES}, cloud: south${more} }\n`;
  assert.equal(implied(`${wide(', until: 2027')}own: { type: restriction, ${PARTIES}, cloud: south }`, 'own'), undefined);
  assert.equal(implied(`${wide()}own: { type: restriction, ${PARTIES}, cloud: north }`, 'own'), undefined);
  assert.equal(implied(`${wide()}own: { type: restriction, by: cirrus, to: meteo, cloud: south }`, 'own'), undefined);
  assert.equal(implied(`${wide(', unless: outage')}own: { type: restriction, ${PARTIES}, cloud: south }`, 'own'), undefined);
  assert.equal(implied(`${wide(', unless: outage')}own: { type: restriction, ${PARTIES}, cloud: south, unless: outage }`, 'own'), 'deal/wide');
  assert.equal(implied(`${wide()}own: { type: availability, ${PARTIES}, cloud: south, strength: must }`, 'own'), undefined);
  assert.equal(implied(`a: { type: first-availability, ${PARTIES}, cloud: south }\nown: { type: first-availability, ${PARTIES}, cloud: south }`, 'own'), undefined, 'a priority is more than a right');
  assert.equal(implied(`${wide()}own: { type: restriction, ${PARTIES}, cloud: south, subject-to: [third] }\nthird: { type: availability, ${PARTIES}, cloud: south }`, 'own'), undefined, 'it takes part in precedence');
});

/** The status and every possible one of each cell, with its days. */
const cells = ({ partnership, ...matrix }: Matrix): unknown => [...partnership.products.keys()].map((product) => [...partnership.clouds.keys()].map((cloud) =>
  matrix.timeline(product, cloud).reduce<{ from: number; text: string }[]>((runs, { from, cell }) => {
    const text = [cell.status, cell.certain, ...cell.possible.map(({ status }) => status).sort()].join();
    return runs.at(-1)?.text === text ? runs : [...runs, { from, text }];
  }, [])));

test('taking away what is implied changes the status of no cell', () => {
  let found = 0;
  fc.assert(fc.property(agreementFile(), ({ text }) => {
    const partnership = resolve({ file: FILE, workspace: 'file:///deals', treeOf: (uri) => (uri === FILE ? parse(text) : null), today: parseDate('2026-06-01')!.first });
    const matrix = matrixOf(partnership);
    for (const { id, agreement } of partnership.clauses.values()) {
      if (matrix.impliedBy(id) === undefined) continue;
      found += 1;
      const clauses = new Map([...partnership.clauses].filter(([other]) => other !== id));
      const owner = partnership.agreements.get(agreement)!;
      const without = { ...partnership, clauses, agreements: new Map([...partnership.agreements, [agreement, { ...owner, clauses: owner.clauses.filter((clause) => clause.id !== id) }]]) };
      assert.deepEqual(cells(matrixOf(without)), cells(matrix), `without ${id}\n${text}`);
    }
  }), drawn('implied-clauses', 600));
  assert.ok(found >= ofAll(6), `${found} were implied`);
});
