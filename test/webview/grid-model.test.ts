import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CellView, GridChoice, MatrixView, StatusName } from '../../src/protocol.js';
import { countsInWords, FILE_ORDER, layoutOf, placeOf } from '../../src/webview/grid-model.js';
import { blockOf, blocksIn, pieces } from '../../src/webview/grid-window.js';
import { EXAMPLE_VIEW } from './example-view.js';

const SHORT: Readonly<Record<string, StatusName>> = { c: 'conflict', b: 'barred', e: 'exclusive', a: 'available', u: 'unspecified', '?': 'undecided' };

/** One word per product, one letter per cell; a capital letter depends and may be a conflict. */
function viewOf(rows: Readonly<Record<string, string>>): MatrixView {
  const width = Object.values(rows)[0]?.length ?? 0;
  const products = Object.keys(rows).map((id, index) => ({ id, name: id, kind: index % 2 === 0 ? 'even' : 'odd', owner: index < 2 ? 'North' : undefined }));
  const clouds = Array.from({ length: width }, (_, index) => ({ id: `cloud${index}`, name: `Cloud ${index}`, operator: index === 1 ? 'Amazon' : 'Google' }));
  const cells = Object.entries(rows).flatMap(([product, letters]) => [...letters].map((letter, index): CellView => {
    const status = SHORT[letter.toLowerCase()]!;
    const certain = letter === letter.toLowerCase();
    return { product, cloud: `cloud${index}`, status, certain, possible: certain ? [{ status, when: [] }] : [{ status, when: [] }, { status: 'conflict', when: [{}] }], because: [], marks: [] };
  }));
  return { ...EXAMPLE_VIEW, products, clouds, cells };
}

const lines = (rows: Readonly<Record<string, string>>, choice: Partial<GridChoice> = {}): readonly string[] =>
  layoutOf(viewOf(rows), { ...FILE_ORDER, ...choice }).lines.map((line) => (line.kind === 'group' ? `[${line.label}: ${line.products}]` : line.product.name));
const columns = (rows: Readonly<Record<string, string>>, choice: Partial<GridChoice> = {}): readonly string[] =>
  layoutOf(viewOf(rows), { ...FILE_ORDER, ...choice }).columns.map(({ cloud }) => cloud.name);

const ROWS = { delta: 'aab', alpha: 'ceb', charlie: 'aaa', bravo: 'uAb' };

describe('rows and columns', () => {
  test('are in the order of the file, of names, or the gravest first', () => {
    assert.deepEqual(lines(ROWS), ['delta', 'alpha', 'charlie', 'bravo']);
    assert.deepEqual(lines(ROWS, { sort: 'name' }), ['alpha', 'bravo', 'charlie', 'delta']);
    assert.deepEqual(lines(ROWS, { sort: 'status' }), ['alpha', 'delta', 'bravo', 'charlie']);
  });

  test('are grouped, each group sorted in itself; what has no owner is together', () => {
    assert.deepEqual(lines(ROWS, { rows: 'kind', sort: 'name' }), ['[even: 2]', 'charlie', 'delta', '[odd: 2]', 'alpha', 'bravo']);
    assert.deepEqual(lines(ROWS, { rows: 'owner' }), ['[North: 2]', 'delta', 'alpha', '[No owner: 2]', 'charlie', 'bravo']);
    assert.deepEqual(columns(ROWS, { columns: 'operator' }), ['Cloud 0', 'Cloud 2', 'Cloud 1']);
  });

  test('are filtered by words in products or clouds, in any order and case', () => {
    assert.deepEqual(lines(ROWS, { filter: ' AL ' }), ['alpha']);
    assert.deepEqual([lines(ROWS, { filter: 'amazon alpha' }), columns(ROWS, { filter: 'alpha amazon' })], [['alpha'], ['Cloud 1']]);
    assert.deepEqual(lines(ROWS, { filter: 'nothing' }), []);
    assert.deepEqual(lines(ROWS, { filter: '<b>(' }), []);
  });

  test('are filtered by a status that a cell has or may have', () => {
    assert.deepEqual([lines(ROWS, { statuses: ['conflict'] }), columns(ROWS, { statuses: ['conflict'] })], [['alpha', 'bravo'], ['Cloud 0', 'Cloud 1']]);
    assert.deepEqual(lines(ROWS, { statuses: ['exclusive', 'unspecified'] }), ['alpha', 'bravo']);
  });

  test('whose cells are all equal become one line, and nothing is lost', () => {
    const view = viewOf({ one: 'aba', two: 'bbb', three: 'aab', four: 'bbb' });
    const { lines: left, folds } = layoutOf(view, { ...FILE_ORDER, hideSame: true });
    assert.deepEqual(left.map((line) => (line.kind === 'row' ? line.product.id : line.label)), ['one', 'three']);
    assert.deepEqual(folds, [{ what: 'product', names: ['two', 'four'], status: 'barred', certain: true }]);
    assert.deepEqual(layoutOf(viewOf({ one: 'ab', two: 'bb' }), { ...FILE_ORDER, hideSame: true }).folds.map(({ what, names }) => [what, names]), [['product', ['two']], ['cloud', ['Cloud 1']]]);
    assert.deepEqual(layoutOf(viewOf({ one: 'a', two: 'b' }), { ...FILE_ORDER, hideSame: true }).folds, [], 'one cell is not equal to itself');
  });

  test('a status that depends is not the same as a certain one', () => {
    assert.deepEqual(layoutOf(viewOf({ one: 'aA', two: 'ab' }), { ...FILE_ORDER, hideSame: true }).folds.map(({ names }) => names), [['Cloud 0']]);
  });

  test('sum up what needs attention', () => {
    const [row] = layoutOf(viewOf({ one: 'ccA?a' }), FILE_ORDER).lines;
    assert.equal(row?.summary, '2 conflicts, 1 possible conflict, 1 undecided');
    assert.equal(countsInWords([undefined]), '');
  });

  test('cells that are not where they should be count as missing', () => {
    const view = viewOf(ROWS);
    const { lines: all } = layoutOf({ ...view, cells: view.cells.slice(1) }, FILE_ORDER);
    assert.deepEqual(all.map((line) => line.kind === 'row' && line.cells.every((cell) => cell === undefined)), [true, true, true, true]);
  });

  test('rows and clouds that stay are the same objects', () => {
    const view = viewOf(ROWS);
    const before = layoutOf(view, FILE_ORDER);
    const cells = view.cells.map((cell) => (cell.product === 'alpha' && cell.cloud === 'cloud0' ? { ...cell, status: 'barred' as const } : cell));
    const after = layoutOf({ ...view, cells }, FILE_ORDER, before);
    assert.deepEqual(after, layoutOf({ ...view, cells }, FILE_ORDER));
    assert.deepEqual(after.lines.map((line, index) => line === before.lines[index]), [true, false, true, true]);
    assert.equal(after.clouds, before.clouds);
    const sorted = layoutOf(view, { ...FILE_ORDER, sort: 'name' }, before);
    assert.deepEqual(sorted, layoutOf(view, { ...FILE_ORDER, sort: 'name' }), 'a row elsewhere has another number');
  });

  test('a cell is found by its place in the arrangement', () => {
    const layout = layoutOf(viewOf(ROWS), { ...FILE_ORDER, rows: 'kind', sort: 'name' });
    assert.deepEqual(placeOf(layout, { product: 'bravo', cloud: 'cloud2' }), { row: 3, column: 2 });
    assert.equal(placeOf(layout, { product: 'gone', cloud: 'cloud2' }), undefined);
  });
});

describe('the window of a large grid', () => {
  test('has blocks in sight and one more on each side', () => {
    assert.deepEqual(blocksIn({ first: 16, count: 10, block: 8 }, 1000), [8, 40]);
    assert.deepEqual(blocksIn({ first: 0, count: 10, block: 8 }, 5), [0, 5]);
    assert.deepEqual(blocksIn({ first: 900, count: 10, block: 8 }, 20), [20, 20]);
    for (let first = 0; first < 60; first += 1) {
      const [from, to] = blocksIn({ first: blockOf(first, 8), count: 10, block: 8 }, 100);
      assert.ok(from <= first && to >= first + 11, `line ${first}`);
    }
  });

  test('and gaps for the rest; one line stays drawn', () => {
    assert.deepEqual(pieces([2, 4], 10, undefined), [{ from: 0, gap: 2 }, { from: 2, index: 2 }, { from: 3, index: 3 }, { from: 4, gap: 6 }]);
    assert.deepEqual(pieces([2, 4], 10, 7), [{ from: 0, gap: 2 }, { from: 2, index: 2 }, { from: 3, index: 3 }, { from: 4, gap: 3 }, { from: 7, index: 7 }, { from: 8, gap: 2 }]);
    assert.deepEqual(pieces([0, 2], 2, 9), [{ from: 0, index: 0 }, { from: 1, index: 1 }]);
  });
});
