import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { clausesAt, placesOfClauses } from '../../src/service/clauses-at.js';
import { openQuestions } from '../../src/service/open-questions.js';
import { testsOf } from '../../src/service/tests.js';
import { analysisOf, FILE, ROOT } from './support.js';

const TEXT = readFileSync(join(ROOT, 'media', 'walkthrough', 'two-promises.entente.yaml'), 'utf8');

describe('the example of the walkthrough', () => {
  const analysis = analysisOf(TEXT);

  test('has one conflict, now, and one judgment that is needed', () => {
    const found = openQuestions(analysis, analysis.findings);
    assert.deepEqual(found.map(({ kind, severity, title }) => [kind, severity, title]), [
      ['conflict', 'error', 'release · one-year'],
      ['judgment', 'information', 'Does "at launch" mean the first day, or the first quarter?'],
    ]);
    assert.deepEqual(found.map(({ place }) => TEXT.slice(place.start, place.end)), ['release', 'at-launch']);
    assert.deepEqual(found[0]?.cells, [{ product: 'quiet-roads', cloud: 'beacon-store', name: 'Quiet Roads on Beacon Store', days: 'from 2027-05-01 through 2027-05-31', at: '2027-05-10' }]);
    assert.deepEqual(found[1]?.cells.map(({ name, days, at }) => [name, days, at]), [['Night Market on Beacon Store', 'from 2027-05-01 through 2027-06-30', '2027-05-10']]);
  });

  test('keeps what it expects', () => {
    assert.deepEqual(testsOf(analysis).tests.map(({ outcome }) => outcome), ['passed', 'passed']);
  });
});

test('findings that are not shown are not listed', () => {
  assert.deepEqual(openQuestions(analysisOf(TEXT), []), []);
});

test('a day to look at lies among the days, as near to the as-of day as it can', () => {
  const at = (asOf: string): string | undefined => {
    const analysis = analysisOf(TEXT.replace('as-of: 2027-05-10', `as-of: ${asOf}`));
    return openQuestions(analysis, analysis.findings)[0]?.cells[0]?.at;
  };
  assert.deepEqual(['2027-01-01', '2027-05-20', '2028-01-01'].map(at), ['2027-05-01', '2027-05-20', '2027-05-31']);
});

describe('clauses at a place', () => {
  const analysis = analysisOf(TEXT);
  const at = (needle: string, inside = 1): readonly string[] => clausesAt(analysis, FILE, TEXT.indexOf(needle) + inside);

  test('are the clause, those of its agreement, or none', () => {
    assert.deepEqual(at('until: 2027-06-01'), ['meadow-deal/one-year']);
    assert.deepEqual(at('one-year:'), ['meadow-deal/one-year']);
    assert.deepEqual(at('effective: 2026-06-01'), ['meadow-deal/one-year', 'meadow-deal/launch']);
    assert.deepEqual(at('beacon-deal:'), ['beacon-deal/release']);
    assert.deepEqual(at('title: Two'), []);
    assert.deepEqual(clausesAt(analysis, 'file:///deals/other.yaml', 0), []);
  });

  test('are those that a name stands for', () => {
    const text = TEXT.replace('        strength: must\n', '        strength: must\n        subject-to: [meadow-deal/one-year]\n');
    assert.deepEqual(clausesAt(analysisOf(text), FILE, text.indexOf('one-year]') + 3), ['meadow-deal/one-year']);
    assert.deepEqual(clausesAt(analysisOf(text), FILE, text.indexOf('[meadow-deal') + 3), ['meadow-deal/one-year', 'meadow-deal/launch']);
  });

  test('are found again in the text, whole; an unknown id is left out', () => {
    const [place, ...others] = placesOfClauses(analysis, ['meadow-deal/one-year', 'gone']);
    assert.match(TEXT.slice(place?.start, place?.end), /^one-year:\n(.|\n)*until: 2027-06-01$/);
    assert.deepEqual(others, []);
  });
});
