import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDate } from '../../src/base/dates.js';
import { exportReport } from '../../src/render/report.js';
import { reportOf } from '../../src/service/report.js';
import { agreementFile } from '../oracle/generate.js';
import { drawn } from '../support/drawn.js';
import { analysisOf } from './support.js';

const CLASH = `entente: 1
title: Two deals
as-of: 2026-06-01
parties: { a: { name: Alpha }, b: { name: Beta }, c: { name: Gamma } }
clouds: { one: { name: One, operator: b }, two: { name: Two, operator: c } }
products: { tool: { name: The tool, owner: a } }
facts: { outage: { name: One is down } }
readings: { soon: { question: How soon?, choices: { now: At once, later: In a while } } }
agreements:
  first:
    parties: [a, b]
    signed: 2026-01
    through: 2027
    source: { document: A letter, status: disputed }
    clauses:
      only: { type: exclusivity, by: a, to: b, products: [tool], cloud: one, unless: outage }
  second:
    parties: [a, c]
    signed: 2026-03
    through: 2028
    clauses:
      also: { type: availability, strength: must, by: a, to: c, products: [tool], cloud: two, when: { reading: soon, is: now } }
`;

test('a report tells of parties, periods, conflicts with a witness, judgments, sources and what is open', () => {
  const report = reportOf(analysisOf(CLASH));
  assert.deepEqual(report.parties.map(({ name, clouds, products }) => [name, ...clouds, ...products]), [['Alpha', 'The tool'], ['Beta', 'One'], ['Gamma', 'Two']]);
  assert.deepEqual(report.periods?.map(({ days, cells }) => [days, ...cells.map(({ text, isMarked }) => `${text}${isMarked ? ' †' : ''}`)]), [
    ['Until 2025-12-31', 'unspecified', 'unspecified'],
    ['From 2026-01-01 through 2026-02-28', 'exclusive or unspecified †', 'barred or unspecified †'],
    ['From 2026-03-01 through 2027-12-31', 'exclusive or unspecified †', 'conflict or barred or available or unspecified †'],
    ['From 2028-01-01 through 2028-12-31', 'unspecified', 'available or unspecified'],
    ['From 2029-01-01 on', 'unspecified', 'unspecified'],
  ]);
  assert.deepEqual(report.conflicts.map(({ lines }) => lines), [['The tool on Two, from 2026-03-01 through 2027-12-31', 'For example The tool on Two on 2026-06-01, as things stand.']]);
  assert.deepEqual(report.judgments.map(({ text }) => text.startsWith('How soon?')), [true]);
  assert.deepEqual(report.sources, [{ of: 'first', words: 'A letter (disputed)', found: '' }]);
  assert.deepEqual(report.assumptions.slice(1), ['Nothing is assumed beyond the text.', 'Open fact: “One is down”. It does not hold or holds; the first is shown first.', 'Open reading: “How soon?”. The choices are “At once” or “In a while”; the first is shown first.']);
});

test('under assumptions it says so, and its cells are those of that world', () => {
  const report = reportOf(analysisOf(CLASH), { assume: { outage: true, soon: 'now' } });
  assert.deepEqual(report.periods?.map(({ cells }) => cells.map(({ text }) => text)), [['unspecified', 'unspecified'], ['unspecified', 'available'], ['unspecified', 'unspecified']]);
  assert.deepEqual(report.assumptions.slice(1), ['Assumed: “One is down” holds.', 'Assumed: “How soon?” is read as “At once”.']);
});

test('on the first day of every period the matrix has what the report says', () => {
  fc.assert(fc.property(agreementFile(), ({ text }) => {
    const analysis = analysisOf(text);
    const { partnership, matrix } = analysis;
    const report = reportOf(analysis);
    for (const { days, cells } of report.periods ?? []) {
      const first = /^(?:From|On) (\d{4}-\d{2}-\d{2})/.exec(days)?.[1];
      if (first === undefined) continue;
      const there = [...partnership.products.keys()].flatMap((product) => [...partnership.clouds.keys()].map((cloud) => matrix.cell(product, cloud, parseDate(first)!.first)));
      assert.deepEqual(cells.map(({ status }) => status), there.map(({ status }) => status), days);
    }
    assert.ok(exportReport(analysis, 'markdown', {}).length > 0);
  }), drawn('report-periods', 100));
});

test('too many cells and days are not printed, and it is said', () => {
  const clouds = Array.from({ length: 150 }, (_, index) => `c${index}: {}`).join(', ');
  const products = Array.from({ length: 150 }, (_, index) => `p${index}: {}`).join(', ');
  const analysis = analysisOf(`entente: 1\nas-of: 2026\nclouds: { ${clouds} }\nproducts: { ${products} }\n`);
  assert.equal(reportOf(analysis).periods, undefined);
  assert.match(exportReport(analysis, 'markdown', {}), /too many cells and days/);
});
