import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Assumptions } from '../../src/model/types.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';
import { type CellFix, rankedCellFixes, trySettling } from '../../src/service/settle.js';
import { edited } from '../../src/service/try-edits.js';
import { analysisOf, day, ROOT, SMALL, WORKED } from './support.js';

const settled = (analysis: Analysis, product: string, cloud: string, at: string, assume: Assumptions = {}): readonly CellFix[] =>
  rankedCellFixes([...trySettling(analysis, { product, cloud, at: day(at), assume })].filter((fix) => fix !== undefined));
const titles = (fixes: readonly CellFix[]): readonly string[] => fixes.map(({ fix, status }) => `${fix.title.replace(/:.*/, '')} → ${status}`);

describe('edits that settle a cell', () => {
  test('the two ways of the worked example, and what the cell is after each', () => {
    assert.deepEqual([...titles(settled(analysisOf(WORKED), 'frontier', 'azure', '2026-05-01'))].sort(), [
      'Make `amazon-alliance/frontier-exclusive` subject to `microsoft-renegotiated/first-on-azure` → first',
      'Make `microsoft-renegotiated/first-on-azure` subject to `amazon-alliance/frontier-exclusive` → barred',
    ]);
  });

  test('a cell where the product is served has none; one that is barred has those after which it is served', () => {
    const worked = analysisOf(WORKED);
    assert.deepEqual(settled(worked, 'frontier', 'aws', '2026-05-01'), []);
    assert.deepEqual(titles(settled(worked, 'frontier', 'azure', '2026-05-01', { 'microsoft-cannot-support': true, 'microsoft-declines': true })), [
      'Make `amazon-alliance/frontier-exclusive` subject to `microsoft-renegotiated/any-cloud` → available',
    ]);
  });

  test('two bars take two entries, which are written together', () => {
    const two = `${SMALL.replace('        unless: outage\n', '')}      not-south: { type: restriction, by: meteo, to: north, cloud: south-cloud }
  rival:
    parties: [meteo, north]
    signed: 2026-03
    clauses:
      elsewhere: { type: availability, by: meteo, to: meteo, products: [forecasts], cloud: south-cloud, strength: must }
`;
    const found = settled(analysisOf(two), 'forecasts', 'south-cloud', '2026-05-01');
    assert.deepEqual(titles(found.filter(({ size, status }) => size === 1 && status === 'available')), ['Let `rival` supersede `hosting` → available']);
    assert.deepEqual(found.map(({ size }) => size), found.map(({ size }) => size).sort());
    const both = found.find(({ fix }) => /^Make `hosting\/\S+` subject to .*; Make `hosting/.test(fix.title));
    assert.deepEqual([both?.size, both?.status, both?.fix.edits[0]?.edits.length], [2, 'available', 2]);
  });

  test('each, written into the text of an example, does what it says and brings no finding but failed expectations', () => {
    let tried = 0;
    for (const name of ['openai-cloud-alliances', 'before-the-renegotiation']) {
      const analysis = analysisOf(readFileSync(join(ROOT, 'examples', `${name}.entente.yaml`), 'utf8'));
      const before = new Set(analysis.findings.map(({ code, message }) => `${code} ${message}`));
      for (const { product, cloud, from } of analysis.matrix.clashes()) {
        const at = Number.isFinite(from) ? from : analysis.partnership.asOf;
        for (const found of [...trySettling(analysis, { product, cloud, at, assume: {} })].filter((fix) => fix !== undefined)) {
          const after = analyse(edited(analysis.input, found.fix.edits));
          const { status } = after.matrix.cell(product, cloud, at);
          assert.equal(status, found.status, found.fix.title);
          assert.notEqual(status, 'conflict');
          assert.deepEqual(after.findings.filter(({ code, message }) => code !== 'failed-expectation' && !before.has(`${code} ${message}`)), [], found.fix.title);
          tried += 1;
        }
      }
    }
    assert.ok(tried >= 6, String(tried));
  });
});
