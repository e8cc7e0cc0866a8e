import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from '../../src/client/status-text.js';

const CLEAN = { cells: 12, certainConflicts: 0, possibleConflicts: 0, undecided: 0, unknowns: 0, worlds: '1', asOf: '2026-04-27', lastChange: '2033-01-01', errors: 0 };
const text = (more: object): string => statusText({ ...CLEAN, ...more }).text;

test('the status bar: conflicts, and clean only where everything is decided and read', () => {
  assert.equal(text({}), '$(check) no conflicts');
  assert.equal(text({ unknowns: 4, worlds: '16' }), '$(check) no conflicts in 16 worlds');
  assert.equal(text({ unknowns: 30, worlds: String(2 ** 30) }), '$(check) no conflicts in 2^30 worlds');
  assert.equal(text({ certainConflicts: 1, possibleConflicts: 2 }), '$(error) 1 conflict, 2 possible');
  assert.equal(text({ possibleConflicts: 1 }), '$(warning) 1 possible conflict');
  assert.equal(text({ undecided: 3 }), '$(question) 3 undecided');
  assert.equal(text({ errors: 1 }), '$(warning) 1 error');
  assert.equal(text({ cells: 0 }), '$(table) no cells');
  assert.match(statusText(CLEAN).tooltip, /on any day from 2026-04-27 on; the last change is on 2033-01-01; nothing is unknown/);
});
