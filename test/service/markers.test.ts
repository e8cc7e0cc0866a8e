import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markerOf, parseMarkers, renderMarkers } from '../../src/service/markers.js';

const text = `entente: 2
# <------ one
parties:
  - helix
  # ^^^^^ two
    # ^^^ three
# An ordinary comment ^^^.
`;

describe('Markers', () => {
  test('refer to the nearest line above that is none', () => {
    assert.deepEqual(parseMarkers(text), [
      { line: 0, column: 0, length: 7, code: 'one' },
      { line: 3, column: 4, length: 5, code: 'two' },
      { line: 3, column: 6, length: 3, code: 'three' },
    ]);
  });
  test('are drawn as they are read', () => assert.deepEqual(parseMarkers(renderMarkers(text, parseMarkers(text))), parseMarkers(text)));
  test('show the first line of a longer range, and something of an empty one', () => {
    const at = (start: number, end: number) => markerOf('a: 1 \n  b: 2\n', { code: 'x', place: { file: 'f', start, end } });
    assert.deepEqual(at(3, 11), { line: 0, column: 3, length: 1, code: 'x' });
    assert.deepEqual(at(8, 8), { line: 1, column: 2, length: 1, code: 'x' });
  });
});
