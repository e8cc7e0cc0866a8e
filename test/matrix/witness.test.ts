import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay, parseDate } from '../../src/base/dates.js';
import { matrixOf } from '../../src/matrix/build.js';
import type { Matrix } from '../../src/matrix/matrix.js';
import type { Assumptions } from '../../src/model/types.js';
import { resolve } from '../../src/model/resolve.js';
import { parse } from '../../src/syntax/parse.js';
import { agreementFile } from '../oracle/generate.js';
import { evaluate, type World } from '../oracle/naive.js';
import { drawn, ofAll } from '../support/drawn.js';
import { FILE, matrixFrom } from '../support/partnership.js';

const runs = Number(process.env['ENTENTE_RUNS'] ?? 400);
const dayOf = (text: string): number => parseDate(text)!.first;

function generated(text: string): { matrix: Matrix; asOf: string } {
  const asOf = /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';
  return { asOf, matrix: matrixOf(resolve({ file: FILE, workspace: 'file:///deals', treeOf: (uri) => (uri === FILE ? parse(text) : null), today: dayOf(asOf) })) };
}

test('every conflict has a witness: the naive evaluator finds the conflict there, and in no world with fewer departures', () => {
  let departures = 0;
  fc.assert(fc.property(agreementFile(), ({ text }) => {
    const { matrix, asOf } = generated(text);
    const { partnership } = matrix;
    const departs = ([name, value]: readonly [string, unknown]): boolean => (partnership.events.has(name) ? value === 'occurred' : partnership.facts.has(name) ? value === true : value !== [...partnership.readings.get(name)!.choices.keys()][0]);
    for (const { product, cloud, from, to, certain, witness: { at, assume } } of matrix.clashes()) {
      const where = `${product} on ${cloud}, ${formatDay(at)}, ${JSON.stringify(assume)}`;
      assert.ok(from <= at && at < to, where);
      assert.ok(to <= partnership.asOf || at >= partnership.asOf, `not past: ${where}`);
      assert.equal(evaluate(text, product, cloud, formatDay(at), assume as World, asOf).status, 'conflict', where);
      assert.ok(Object.entries(assume).every(departs), where);
      if (certain) assert.deepEqual(assume, {});
      const sets = evaluate(text, product, cloud, formatDay(at), {}, asOf).possible.find(({ status }) => status === 'conflict')!.when;
      const fewest = Math.min(...(sets.length === 0 ? [{}] : sets).map((set) => Object.entries(set).filter(departs).length));
      assert.equal(Object.keys(assume).length, fewest, where);
      departures = Math.max(departures, fewest);
    }
  }), drawn('witness-conflicts', runs));
  assert.ok(departures >= ofAll(2));
});

/** Sets of assumptions in an order that does not matter. */
const unordered = (possible: readonly { status: string; when: readonly object[] }[]): string[] =>
  possible.map(({ status, when }) => `${status} ${when.map((set) => JSON.stringify(Object.entries(set).sort())).sort().join()}`).sort();

test('the first and the last day of change are those of all days of change', () => {
  fc.assert(fc.property(agreementFile(), ({ text }) => {
    const { matrix } = generated(text);
    const changes = matrix.changes();
    assert.deepEqual(matrix.changeBounds(), changes.length === 0 ? undefined : { first: changes[0], last: changes.at(-1) });
  }), drawn('witness-first-and-last', runs));
});

test('the day of an event changes exactly the cells that the naive evaluator gives another status with it than without', () => {
  let changed = 0;
  fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days }) => {
    const { matrix, asOf } = generated(text);
    const { partnership } = matrix;
    const changes = matrix.eventChanges();
    const pending = [...partnership.events.values()].filter(({ status }) => status === 'pending').map(({ id }) => id);
    for (const day of days.filter((each) => dayOf(each) > partnership.asOf)) {
      for (const event of pending) {
        for (const product of products) {
          for (const cloud of clouds) {
            const found = changes.filter((change) => change.event === event && change.product === product && change.cloud === cloud && change.days.from <= dayOf(day) && dayOf(day) < change.days.to);
            const under = (value: string, when: Assumptions = {}) => evaluate(text, product, cloud, day, { ...(when as World), [event]: value }, asOf);
            const where = `${event} on ${day}: ${product} on ${cloud}`;
            assert.ok(found.length <= 1, where);
            if (found.length === 0) assert.deepEqual(unordered(under('never').possible), unordered(under('occurred').possible), where);
            for (const { before, after, when } of found[0]?.cases ?? []) {
              assert.ok(when.length > 0, where);
              for (const set of when) {
                const [without, occurred] = [under('never', set), under('occurred', set)];
                assert.deepEqual([without.status, without.certain, occurred.status, occurred.certain], [before, true, after, true], where);
                changed += 1;
              }
            }
          }
        }
      }
    }
  }), drawn('witness-event-days', Math.ceil(runs / 8)));
  assert.ok(changed >= ofAll(1));
});

test('days without a date: the bounds and the constraints of two events that limit each other', () => {
  const matrix = matrixFrom(`entente: 1
as-of: 2026-06-01
parties: { a: {}, b: {} }
clouds: { one: {} }
products: { tool: { owner: a } }
events: { launch: {}, closing: {} }
agreements:
  deal:
    parties: [a, b]
    signed: 2025
    clauses:
      on-one: { type: availability, strength: must, by: a, to: b, cloud: one, from: 2027-01-02, until: { earliest: [2030, { event: closing }] }, when: launch }
`);
  const bounds = { from: dayOf('2027-01-02'), to: dayOf('2030') };
  assert.deepEqual(matrix.eventChanges(), [
    { event: 'launch', product: 'tool', cloud: 'one', days: bounds, cases: [{ before: 'unspecified', after: 'available', when: [{ closing: 'never' }], more: false }] },
    { event: 'closing', product: 'tool', cloud: 'one', days: bounds, cases: [{ before: 'available', after: 'unspecified', when: [{ launch: 'occurred' }], more: false }] },
  ]);
  assert.deepEqual(matrix.eventChanges({ launch: 'never' }), []);
});
