import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ExplainNode, ExplainView } from '../../src/protocol.js';
import { isPanelState } from '../../src/protocol-guards.js';
import { moved } from '../../src/webview/grid-keys.js';
import { initialState, persisted, selectedCell, step, type ViewState } from '../../src/webview/state.js';
import { treeOf } from '../../src/webview/tree-model.js';
import { cellName, dayInWords, errorsInWords } from '../../src/webview/words.js';
import { EXAMPLE_EXPLANATION, EXAMPLE_URI, EXAMPLE_VIEW } from './example-view.js';

const CELL = { product: 'frontier', cloud: 'azure' };
const loaded = step(initialState({ uri: EXAMPLE_URI }), { type: 'matrix', view: EXAMPLE_VIEW });
const after = (...events: Parameters<typeof step>[1][]): ViewState => events.reduce(step, loaded);

describe('the state of the view', () => {
  test('a matrix stays drawn while it is stale or in error, and says so', () => {
    const stale = after({ type: 'stale', reason: 'The text has changed' });
    assert.equal(stale.view, EXAMPLE_VIEW);
    assert.deepEqual(stale.currency, { kind: 'stale', reason: 'The text has changed' });
    assert.deepEqual(step(stale, { type: 'error', message: 'No server.' }).currency, { kind: 'error', message: 'No server.' });
    assert.deepEqual(step(stale, { type: 'matrix', view: EXAMPLE_VIEW }).currency, { kind: 'current' });
  });

  test('an explanation counts until the matrix or the selection changes', () => {
    const explained = after({ type: 'select-cell', cell: CELL }, { type: 'explanation', explanation: EXAMPLE_EXPLANATION });
    assert.equal(explained.explained, true);
    assert.equal(step(explained, { type: 'matrix', view: EXAMPLE_VIEW }).explained, false);
    assert.equal(step(explained, { type: 'select-cell', cell: { ...CELL, cloud: 'aws' } }).explained, false);
  });

  test('what could be written belongs to the explanation that is shown', () => {
    const settlement = { ...CELL, fixes: [] };
    const explained = after({ type: 'explanation', explanation: EXAMPLE_EXPLANATION });
    assert.equal(step(explained, { type: 'settlement', settlement }).settlement, settlement);
    assert.equal(step(explained, { type: 'settlement', settlement: { ...settlement, cloud: 'aws' } }).settlement, undefined);
    assert.equal(after({ type: 'explanation', explanation: EXAMPLE_EXPLANATION }, { type: 'settlement', settlement }, { type: 'explanation', explanation: EXAMPLE_EXPLANATION }).settlement, undefined);
  });

  test('what was opened or closed is kept, once, and not without end', () => {
    const twice = after({ type: 'toggle', nodes: [['why'], ['also', 'a/b']] }, { type: 'toggle', nodes: [['why']] });
    assert.deepEqual(twice.toggled, [['also', 'a/b']]);
    assert.ok(isPanelState(JSON.parse(JSON.stringify(persisted(twice)))));
    const many = after({ type: 'toggle', nodes: Array.from({ length: 300 }, (_, index) => [`n${index}`]) });
    assert.deepEqual([many.toggled.length, many.toggled.at(-1)], [200, ['n299']]);
  });

  test('a cell that the matrix no longer has is not selected', () => {
    assert.equal(selectedCell(after({ type: 'select-cell', cell: CELL }))?.status, 'conflict');
    assert.equal(selectedCell(after({ type: 'select-cell', cell: { product: 'gone', cloud: 'azure' } })), undefined);
  });

  test('what is kept across a reload is what the user chose, and can be read back', () => {
    const chosen = after({ type: 'pick-day', at: '2033-06-01' }, { type: 'set-assume', assume: { agi: 'never' } }, { type: 'select-cell', cell: CELL });
    const kept: unknown = JSON.parse(JSON.stringify(persisted(chosen)));
    assert.ok(isPanelState(kept));
    assert.deepEqual(kept, { uri: EXAMPLE_URI, at: '2033-06-01', assume: { agi: 'never' }, selection: CELL });
    assert.deepEqual(persisted(initialState(kept)), kept);
  });
});

test('keys move through the grid and stop at its edges', () => {
  const size = { rows: 20, columns: 3, page: 8 };
  const press = (key: string, more = {}) => moved({ row: 10, column: 1 }, { key, ctrlKey: false, metaKey: false, altKey: false, ...more }, size);
  assert.deepEqual(press('ArrowRight'), { row: 10, column: 2 });
  assert.deepEqual(press('ArrowUp'), { row: 9, column: 1 });
  assert.deepEqual(press('Home'), { row: 10, column: 0 });
  assert.deepEqual(press('End', { ctrlKey: true }), { row: 19, column: 2 });
  assert.deepEqual(press('PageDown'), { row: 18, column: 1 });
  assert.deepEqual(moved({ row: 18, column: 2 }, { key: 'PageDown', ctrlKey: false, metaKey: false, altKey: false }, size), { row: 19, column: 2 });
  assert.equal(press('a'), undefined);
  assert.equal(press('ArrowLeft', { altKey: true }), undefined);
});

test('words', () => {
  assert.equal(dayInWords('2026-05-01'), '1 May 2026');
  assert.equal(dayInWords('no day'), 'no day');
  const cell = EXAMPLE_VIEW.cells.find((each) => each.product === 'frontier' && each.cloud === 'azure');
  assert.ok(cell);
  assert.equal(cellName(cell, 'Frontier', 'Microsoft Azure'), 'Frontier on Microsoft Azure: conflict, depends; conflict or barred');
  assert.equal(cellName({ ...cell, certain: true, marks: ['A text', 'A doubt'] }, 'Frontier', 'Azure'), 'Frontier on Azure: certainly conflict, note; A text; A doubt');
  assert.match(errorsInWords(1), /has an error;/);
  assert.match(errorsInWords(3), /has 3 errors;/);
});

test('what was tried takes the place of overrides: among the changes of a conflict, else among what would have it served', () => {
  const node = (id: string, kind: 'choice' | 'override' | 'group'): ExplainNode => ({ id, kind, text: id, open: false, children: [] });
  const part = (id: string, ...children: ExplainNode[]): ExplainNode => ({ id, kind: 'part', text: id, open: true, children });
  const view = (status: 'conflict' | 'barred', ...parts: ExplainNode[]) => ({ product: 'a', cloud: 'b', at: '2026-01-01', status, summary: '', parts });
  const settlement = { product: 'a', cloud: 'b', fixes: [{ title: 'Write it', status: 'available' as const }] };
  const drawn = (explained: ExplainView) => treeOf(explained, settlement).map(({ id, children }) => `${id}: ${children.map((child) => child.id).join(', ')}`);
  assert.deepEqual(drawn(view('barred', part('why-not', node('one', 'override'), node('two', 'choice'), node('three', 'override'), node('release', 'group')))), ['why-not: fix Write it, two, release']);
  assert.deepEqual(drawn(view('barred', part('why-not', node('release', 'group')))), ['why-not: release']);
  assert.deepEqual(drawn(view('conflict', part('why-not', node('one', 'override')), part('change', node('two', 'override')))), ['why-not: one', 'change: fix Write it']);
});
