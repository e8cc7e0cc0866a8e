import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Converter, Converters, type Encoding, negotiate } from '../../src/server/convert.js';
import { applyChanges } from '../../src/server/documents.js';
import { canonical, folderOf, isInside } from '../../src/server/uris.js';
import { drawn } from '../support/drawn.js';

const TEXT = 'plain\nüñí 🌦 x\r\n\rlast';
const ENCODINGS: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

test('positions and offsets are each other\'s inverse at every character', () => {
  for (const encoding of ENCODINGS) {
    const converter = Converter.of(TEXT, encoding);
    for (let offset = 0, previous = ''; offset <= TEXT.length; offset++) {
      const inside = /[\uDC00-\uDFFF]/.test(TEXT[offset] ?? '') || (TEXT[offset] === '\n' && TEXT[offset - 1] === '\r');
      const position = converter.position(offset);
      if (!inside) assert.equal(converter.offset(position), offset, `${encoding} ${offset}`);
      const text = JSON.stringify(position);
      if (encoding === 'utf-16') assert.notEqual(text, previous);
      previous = text;
    }
  }
});

test('each encoding counts in its own unit', () => {
  const x = TEXT.indexOf('x');
  assert.deepEqual(ENCODINGS.map((encoding) => Converter.of(TEXT, encoding).position(x)), [{ line: 1, character: 7 }, { line: 1, character: 12 }, { line: 1, character: 6 }]);
});

test('positions outside the text are clamped, those inside a character count as its start', () => {
  for (const encoding of ENCODINGS) {
    const converter = Converter.of(TEXT, encoding);
    assert.equal(converter.offset({ line: 0, character: 99 }), 5, 'the end of the line, before its break');
    assert.equal(converter.offset({ line: 1, character: 99 }), TEXT.indexOf('\r'));
    assert.equal(converter.offset({ line: 99, character: 0 }), TEXT.length);
    assert.equal(converter.offset({ line: -1, character: 0 }), 0);
  }
  assert.equal(Converter.of(TEXT, 'utf-8').offset({ line: 1, character: 1 }), 6);
});

test('UTF-16 unless it is not offered', () => {
  assert.equal(negotiate(undefined), 'utf-16');
  assert.equal(negotiate([]), 'utf-16');
  assert.equal(negotiate(['utf-8', 'utf-16']), 'utf-16');
  assert.equal(negotiate(['utf-32', 'utf-8']), 'utf-32');
  assert.equal(negotiate(['ebcdic']), 'utf-16');
});

test('changes apply one after the other', () => {
  const at = (line: number, character: number) => ({ line, character });
  const changes = [
    { range: { start: at(0, 0), end: at(0, 5) }, text: 'new\nlines' },
    { range: { start: at(1, 0), end: at(1, 5) }, text: '' },
    { range: { start: at(2, 4), end: at(2, 6) }, text: 'sun' },
  ];
  assert.equal(applyChanges('plain\nüñí 🌦 x', changes, new Converters('utf-16')), 'new\n\nüñí sun x');
  assert.equal(applyChanges('a', [{ text: 'b' }, { range: { start: at(0, 1), end: at(9, 9) }, text: 'c' }], new Converters('utf-16')), 'bc');
});

test('one spelling for each file', () => {
  assert.equal(canonical('file:///c%3A/a%20b/x%28y%29.yaml'), canonical('file:///c:/a b/x(y).yaml'));
  assert.equal(canonical('untitled:Untitled-1'), 'untitled:Untitled-1');
  assert.equal(canonical('no uri'), 'no uri');
  assert.equal(canonical('vscode-vfs://github/o/r/a%2Bb.yaml'), 'vscode-vfs://github/o/r/a%2Bb.yaml');
  assert.equal(folderOf('file:///w/sub/a.yaml'), 'file:///w/sub/');
  assert.ok(isInside('file:///w', 'file:///w/a') && !isInside('file:///w', 'file:///deals/a'));
});

test('after any edit the lines are those of the new text', () => {
  const text = fc.array(fc.constantFrom('a', 'üñ', '\n', '\r', '\r\n', '\n\n'), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, text, fc.nat(20), fc.nat(6), (before, inserted, at, size) => {
    const start = Math.min(at, before.length);
    const end = Math.min(start + size, before.length);
    const edited = Converter.of(before, 'utf-16').edited({ start, end }, inserted);
    const fresh = Converter.of(before.slice(0, start) + inserted + before.slice(end), 'utf-16');
    assert.deepEqual(edited, fresh);
  }), drawn('convert-edits', 3_000));
});
