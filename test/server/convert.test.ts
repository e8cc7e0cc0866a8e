import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Converter, type Encoding, negotiate } from '../../src/server/convert.js';
import { applyChanges } from '../../src/server/documents.js';
import { canonical, folderOf, isInside } from '../../src/server/uris.js';

const TEXT = 'plain\nüñí 🌦 x\r\n\rlast';
const ENCODINGS: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

test('positions and offsets are each other\'s inverse at every character', () => {
  for (const encoding of ENCODINGS) {
    const converter = new Converter(TEXT, encoding);
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
  assert.deepEqual(ENCODINGS.map((encoding) => new Converter(TEXT, encoding).position(x)), [{ line: 1, character: 7 }, { line: 1, character: 12 }, { line: 1, character: 6 }]);
});

test('positions outside the text are clamped, those inside a character count as its start', () => {
  for (const encoding of ENCODINGS) {
    const converter = new Converter(TEXT, encoding);
    assert.equal(converter.offset({ line: 0, character: 99 }), 5, 'the end of the line, before its break');
    assert.equal(converter.offset({ line: 1, character: 99 }), TEXT.indexOf('\r'));
    assert.equal(converter.offset({ line: 99, character: 0 }), TEXT.length);
    assert.equal(converter.offset({ line: -1, character: 0 }), 0);
  }
  assert.equal(new Converter(TEXT, 'utf-8').offset({ line: 1, character: 1 }), 6);
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
  assert.equal(applyChanges('plain\nüñí 🌦 x', changes, 'utf-16'), 'new\n\nüñí sun x');
  assert.equal(applyChanges('a', [{ text: 'b' }, { range: { start: at(0, 1), end: at(9, 9) }, text: 'c' }], 'utf-16'), 'bc');
});

test('one spelling for each file', () => {
  assert.equal(canonical('file:///c%3A/a%20b/x%28y%29.yaml'), canonical('file:///c:/a b/x(y).yaml'));
  assert.equal(canonical('untitled:Untitled-1'), 'untitled:Untitled-1');
  assert.equal(canonical('no uri'), 'no uri');
  assert.equal(canonical('vscode-vfs://github/o/r/a%2Bb.yaml'), 'vscode-vfs://github/o/r/a%2Bb.yaml');
  assert.equal(folderOf('file:///w/sub/a.yaml'), 'file:///w/sub/');
  assert.ok(isInside('file:///w', 'file:///w/a') && !isInside('file:///w', 'file:///deals/a'));
});
