import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undecidedCell } from '../../src/rules/undecided-cell.js';
import { summaryOf } from '../../src/service/summary.js';
import { analysisOf, WORKED } from './support.js';

test('the worked example: what is over does not count, and a certain conflict is not a possible one', () => {
  const expected = { cells: 12, certainConflicts: 0, possibleConflicts: 1, undecided: 0, unknowns: 4, worlds: '1024', asOf: '2026-04-27', lastChange: '2033-01-01', errors: 0 };
  assert.deepEqual(summaryOf(analysisOf(WORKED)), expected);
  // Section 4: Frontier on Azure and AWS and the runtime on AWS still clash on this day; Frontier on Azure possibly later as well.
  assert.deepEqual(summaryOf(analysisOf(WORKED.replace('as-of: 2026-04-27', 'as-of: 2026-04-26'))), { ...expected, certainConflicts: 3, possibleConflicts: 0, asOf: '2026-04-26' });
});

test('undecided cells, and worlds are counted exactly', () => {
  const { undecided, worlds, unknowns } = summaryOf(analysisOf(undecidedCell.bad.text));
  assert.deepEqual([undecided, worlds, unknowns], [1, (2n ** 49n).toString(), 49]);
});

test('a file that cannot be read is not clean', () => {
  assert.ok(summaryOf(analysisOf(`${WORKED}\nagreements: {}\n`)).errors > 0);
});
