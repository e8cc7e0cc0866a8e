import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDay, parseDate } from '../../src/base/dates.js';
import { matrixOf } from '../../src/matrix/build.js';
import { resolve } from '../../src/model/resolve.js';
import { parse } from '../../src/syntax/parse.js';
import { agreementFile } from '../oracle/generate.js';
import { evaluate } from '../oracle/naive.js';
import { drawn } from '../support/drawn.js';

const FILE = 'file:///deals/main.entente.yaml';
const runs = Number(process.env['ENTENTE_RUNS'] ?? 400);

/** Sets of assumptions in an order that does not matter. */
const unordered = (sets: readonly object[]): string[] => sets.map((set) => JSON.stringify(Object.entries(set).sort())).sort();

test('every cell equals the naive evaluator: status, certainty, possible statuses, smallest sets and reasons', () => {
  fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days, assume }) => {
    const asOf = /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';
    const partnership = resolve({ file: FILE, workspace: 'file:///deals', treeOf: (uri) => (uri === FILE ? parse(text) : null), today: parseDate(asOf)!.first });
    // The generator leaves out dates and gives two ends on purpose; both have a ruling, and a finding.
    const unruled = partnership.problems.filter(({ code, payload }) => code !== 'conflicting-keys' && (payload as { key?: string } | undefined)?.key !== 'effective');
    assert.deepEqual(unruled, [], text);
    const matrix = matrixOf(partnership);
    for (const product of products) {
      for (const cloud of clouds) {
        const timeline = matrix.timeline(product, cloud, assume);
        for (const day of days) {
          const expected = evaluate(text, product, cloud, day, assume, asOf);
          const number = parseDate(day)!.first;
          const actual = matrix.cell(product, cloud, number, assume);
          const where = `${product} on ${cloud}, ${formatDay(number)}`;
          assert.equal(actual.status, expected.status, where);
          assert.equal(actual.certain, expected.certain, where);
          assert.deepEqual(actual.because, expected.because, where);
          assert.deepEqual(actual.possible.map(({ status }) => status), expected.possible.map(({ status }) => status), where);
          for (const [index, { when }] of actual.possible.entries()) assert.deepEqual(unordered(when), unordered(expected.possible[index]!.when), where);
          const run = timeline.find(({ from, to }) => from <= number && number < to);
          assert.deepEqual(run?.cell, actual, `timeline: ${where}`);
        }
      }
    }
  }), drawn('oracle-cells', runs));
});
