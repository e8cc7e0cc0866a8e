import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import { codeActions, fixAll } from '../../src/service/code-actions.js';
import { analysisOf, FILE, SMALL } from './support.js';

const WRONG = SMALL.replace('by: meteo\n', 'by: meteoo\n').replace('title: Hosting', 'titel: Hosting');

test('fixes are those of the findings at the place, and they mend it', () => {
  const analysis = analysisOf(WRONG);
  const start = WRONG.indexOf('meteoo');
  const actions = codeActions(analysis, FILE, { start, end: start });
  assert.deepEqual(actions.map(({ finding, title, safe }) => [finding.code, title, safe]), [
    ['unknown-reference', 'Change to `meteo`', true], ['unknown-reference', 'Declare the party `meteoo`', false],
  ]);
  const [first] = actions;
  assert.equal(applyEdits(WRONG, first!.edits[0]!.edits), WRONG.replace('meteoo', 'meteo'));
  assert.deepEqual(codeActions(analysis, FILE, { start: 0, end: 0 }), []);
});

test('every safe fix at once', () => {
  assert.equal(applyEdits(WRONG, fixAll(analysisOf(WRONG), FILE)), SMALL);
  assert.deepEqual(fixAll(analysisOf(SMALL), FILE), []);
});
