import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from '../../src/client/status-text.js';

const CLEAN = { cells: 12, certainConflicts: 0, possibleConflicts: 0, undecided: 0, unknowns: 0, worlds: 1, errors: 0 };
const text = (more: object): string => statusText({ ...CLEAN, ...more }).text;

test('the status bar: conflicts, and clean only where everything is decided and read', () => {
  assert.equal(text({}), '$(check) no conflicts');
  assert.equal(text({ unknowns: 4, worlds: 16 }), '$(check) no conflicts in 16 worlds');
  assert.equal(text({ unknowns: 20, worlds: null }), '$(check) no conflicts in over 10,000 worlds');
  assert.equal(text({ certainConflicts: 1, possibleConflicts: 2 }), '$(error) 1 conflict, 2 possible');
  assert.equal(text({ possibleConflicts: 1 }), '$(warning) 1 possible conflict');
  assert.equal(text({ undecided: 3 }), '$(question) 3 undecided');
  assert.equal(text({ errors: 1 }), '$(warning) 1 error');
  assert.equal(text({ cells: 0 }), '$(table) no cells');
});
