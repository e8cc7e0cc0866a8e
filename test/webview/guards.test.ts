import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as guards from '../../src/protocol-guards.js';
import { isAnalysedParams, isCommitmentsView, isExpectationEdit, isExplainView, isFromView, isMatrixView, isPanelState, isSettleView, isTestsView, isToView } from '../../src/protocol-guards.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_VIEW } from './example-view.js';

const JUNK: readonly unknown[] = [undefined, null, 0, '', 'matrix', true, [], {}, [EXAMPLE_VIEW], { type: 'nothing' }, { type: 1 }];

describe('both sides check what they receive', () => {
  test('the worked example passes', () => {
    assert.ok(isMatrixView(EXAMPLE_VIEW));
    assert.ok(isExplainView(EXAMPLE_EXPLANATION));
    assert.ok(isToView({ type: 'matrix', view: EXAMPLE_VIEW }));
    const day = {
      uri: 'file:///a.entente.yaml', version: 1, at: '2026-05-01', products: ['a'], clouds: ['b', 'c'],
      cells: { clauses: ['x/y'], contents: [{ status: 'first', certain: true, possible: [], because: [0], marks: [] }], runs: [[0], [0]] },
    };
    assert.ok(isToView({ type: 'cells', view: day }));
    for (const runs of [[[0]], [[0], [0, 1, 0]], [[0], [1]], [[0], []]]) assert.ok(!isToView({ type: 'cells', view: { ...day, cells: { ...day.cells, runs } } }), JSON.stringify(runs));
    assert.ok(isToView({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }));
  });

  test('junk does not', () => {
    // A day and assumptions may be missing, so a record without any is no junk.
    const all = Object.entries(guards).filter(([name]) => /^is[A-Z]/.test(name) && !['isAssume', 'isCompareSide'].includes(name)) as [string, (value: unknown) => boolean][];
    assert.ok(all.length > 15);
    for (const [name, guard] of all) {
      for (const value of JUNK) assert.equal(guard(value), false, `${name} ${JSON.stringify(value)}`);
    }
  });

  test('a matrix with one broken part is refused whole', () => {
    for (const broken of [
      { at: '2026-5-1' }, { version: 1.5 }, { errors: -1 }, { products: [{ id: 'a' }] }, { assumed: { agi: 1 } },
      { cells: [{ ...EXAMPLE_VIEW.cells[0], status: 'toString' }] }, { unknowns: [{ ...EXAMPLE_VIEW.unknowns[0], kind: 'wish' }] },
      { known: undefined }, { known: [{ ...EXAMPLE_VIEW.known[0], value: true }] },
    ]) assert.equal(isMatrixView({ ...EXAMPLE_VIEW, ...broken }), false, JSON.stringify(broken));
  });

  test('a tree is whole or refused, however deep it is broken', () => {
    const node = { id: 'a', kind: 'part', text: 'A', open: true, children: [] };
    const view = (...parts: readonly object[]) => ({ ...EXAMPLE_EXPLANATION, parts });
    assert.ok(isExplainView(view(node, { ...node, children: [{ ...node, kind: 'clause', about: 'x/y', assume: { a: true } }] })));
    for (const broken of [{ kind: 'toString' }, { open: undefined }, { target: { uri: 'file:///a' } }, { assume: { a: 1 } }, { children: [null] }]) {
      assert.equal(isExplainView(view({ ...node, children: [{ ...node, ...broken }] })), false, JSON.stringify(broken));
    }
    const deep = Array.from({ length: 50 }).reduce<object>((inner) => ({ ...node, children: [inner] }), node);
    assert.equal(isExplainView(view(deep)), false);
  });

  test('fixes are whole or refused', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } };
    const fix = { title: 'Fix', status: 'barred', files: [{ uri: 'file:///a', version: 1, edits: [{ range, newText: 'x' }] }] };
    assert.ok(isSettleView({ product: 'a', cloud: 'b', fixes: [fix] }));
    for (const broken of [{ status: 'fine' }, { files: [{ uri: 'file:///a', version: '1', edits: [] }] }, { files: [{ ...fix.files[0], edits: [{ range }] }] }]) {
      assert.equal(isSettleView({ product: 'a', cloud: 'b', fixes: [{ ...fix, ...broken }] }), false, JSON.stringify(broken));
    }
    assert.ok(isToView({ type: 'settlement', settlement: { product: 'a', cloud: 'b', fixes: [{ title: 'Fix', status: 'barred' }] } }));
    assert.ok(!isToView({ type: 'settlement', settlement: { product: 'a', cloud: 'b', fixes: [{ title: 'Fix' }] } }));
  });

  test('a summary is whole or refused', () => {
    const summary = { cells: 12, certainConflicts: 0, possibleConflicts: 1, undecided: 0, unknowns: 4, worlds: '1024', asOf: '2026-04-27', lastChange: '2033-01-01', errors: 0 };
    const params = { uri: 'file:///a', version: 1, summary };
    assert.ok(isAnalysedParams(params));
    assert.ok(isAnalysedParams({ ...params, version: null, summary: { ...summary, lastChange: null } }));
    assert.ok(!isAnalysedParams({ uri: 'file:///a', version: 1 }));
    for (const key of Object.keys(summary)) {
      for (const wrong of [undefined, -1, 0.5, 'x']) assert.equal(isAnalysedParams({ ...params, summary: { ...summary, [key]: wrong } }), false, `${key} ${wrong}`);
    }
  });

  test('tests and edits are whole or refused', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } };
    const one = { id: 'a', label: 'A', kind: 'expectation', range, outcome: 'failed', message: 'Wrong.', expected: 'x', actual: 'y' };
    const view = { uri: 'file:///a', version: null, tests: [one], problem: null };
    assert.ok(isTestsView(view));
    assert.ok(isTestsView({ ...view, problem: 'Unread.', tests: [{ ...one, expected: undefined, actual: undefined }] }));
    for (const broken of [{ kind: 'wish' }, { outcome: 'skipped' }, { range: { start: range.start } }, { message: null }, { expected: 1 }]) {
      assert.equal(isTestsView({ ...view, tests: [{ ...one, ...broken }] }), false, JSON.stringify(broken));
    }
    assert.equal(isTestsView({ ...view, problem: undefined }), false);
    const edit = { uri: 'file:///a', version: 1, edits: [{ range, newText: 'x' }], reveal: range };
    assert.ok(isExpectationEdit(edit));
    for (const broken of [{ edits: [{ range }] }, { reveal: null }, { version: '1' }]) assert.equal(isExpectationEdit({ ...edit, ...broken }), false, JSON.stringify(broken));
  });

  test('a list of commitments with one broken part is refused whole', () => {
    const zero = { value: '0', words: '0 EUR' };
    const named = { id: 'a', name: 'A' };
    const part = { words: '10 EUR', value: '10', currency: 'EUR', ceiling: false, state: 'certain', due: null, condition: null };
    const one = { id: 'd/c', kind: 'purchase', name: 'c', agreement: named, by: named, to: named, says: 'It buys.', standing: 'in force', why: '', term: '…', from: null, last: '2026-12-31', end: 'day', amount: '10 EUR', parts: [part], left: null, source: null };
    const total = { party: null, kind: null, currency: 'EUR', certain: zero, conditional: zero, certainUpTo: zero, conditionalUpTo: zero };
    const view = { uri: 'file:///a', version: 1, title: 'A', at: '2026-05-01', asOf: '2026-05-01', assumed: {}, commitments: [one], totals: [total], byParty: [{ ...total, party: named }], errors: 0 };
    assert.ok(isCommitmentsView(view));
    assert.ok(isToView({ type: 'money', view }));
    for (const broken of [
      { commitments: [{ ...one, standing: 'fine' }] }, { commitments: [{ ...one, kind: 'gift' }] }, { commitments: [{ ...one, last: 'soon' }] }, { commitments: [{ ...one, left: undefined }] },
      { commitments: [{ ...one, parts: [{ ...part, state: 'maybe' }] }] }, { totals: [{ ...total, conditional: 5 }] }, { byParty: undefined }, { at: 'today' },
    ]) assert.equal(isCommitmentsView({ ...view, ...broken }), false, JSON.stringify(broken));
  });

  test('a PNG comes in base 64 and nothing else', () => {
    assert.ok(isFromView({ type: 'drawn', id: 1, png: 'iVBORw0KGgo=', problem: null }));
    assert.ok(isFromView({ type: 'drawn', id: 1, png: null, problem: 'too large' }));
    for (const wrong of [{ id: -1, png: null, problem: '' }, { id: 1 }, { id: 1, png: null }, { id: 1, png: 'data:text/html,x', problem: null }, { id: 1, png: 5, problem: null }]) assert.equal(isFromView({ type: 'drawn', ...wrong }), false, JSON.stringify(wrong));
    assert.ok(isFromView({ type: 'tab', tab: 'money' }));
    assert.ok(!isFromView({ type: 'tab', tab: 'toString' }));
    assert.ok(!isFromView({ type: 'take', how: 'away' }));
    assert.ok(!isToView({ type: 'draw', id: 1 }));
  });

  test('messages of the view carry ids and days, nothing else', () => {
    assert.ok(isFromView({ type: 'ready' }));
    assert.ok(isFromView({ type: 'day', at: '2026-05-01' }));
    assert.ok(!isFromView({ type: 'day', at: '2026-05-01T00:00' }));
    assert.ok(isFromView({ type: 'select', product: 'a', cloud: 'b' }));
    assert.ok(!isFromView({ type: 'select', product: 'a' }));
    assert.ok(isFromView({ type: 'expect', product: 'a', cloud: 'b' }));
    assert.ok(!isFromView({ type: 'expect', product: 'a' }));
    assert.ok(!isFromView({ type: 'reveal', clause: 5 }));
    assert.ok(isFromView({ type: 'show', node: ['why', 'bar'] }));
    assert.ok(!isFromView({ type: 'show', node: 'why' }));
    assert.ok(!isFromView({ type: 'settle', title: 1 }));
    assert.ok(!isFromView({ type: 'assume', assume: { agi: {} } }));
    assert.ok(isFromView({ type: 'mark', clauses: ['a/b'] }));
    assert.ok(!isFromView({ type: 'mark', clauses: [1] }));
    assert.ok(!isFromView({ type: 'set-marks', marks: { cells: true } }));
  });

  test('the state of a panel is whole or refused, and an old one without arrangement still counts', () => {
    const grid = { rows: 'kind', columns: 'operator', sort: 'status', filter: 'a', statuses: ['conflict'], hideSame: true, fit: false };
    const state = { uri: 'file:///a', pinned: true, grid, scroll: { page: 0, top: 1.5, left: 2 } };
    assert.ok(isPanelState(state));
    assert.ok(isPanelState({ uri: 'file:///a' }));
    for (const broken of [{ pinned: 1 }, { grid: { ...grid, rows: 'colour' } }, { grid: { ...grid, statuses: ['great'] } }, { scroll: { page: NaN, top: 0, left: 0 } }]) {
      assert.equal(isPanelState({ ...state, ...broken }), false, JSON.stringify(broken));
    }
    assert.ok(isToView({ type: 'panel', panel: { state, show: false, marks: { cells: true, text: false } } }));
    assert.ok(!isToView({ type: 'panel', panel: { state, show: false } }));
    assert.ok(!isToView({ type: 'cursor' }));
  });
});
