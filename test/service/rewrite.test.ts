import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import { rewritesAt } from '../../src/service/rewrite.js';
import { parse } from '../../src/syntax/parse.js';
import { sameData } from '../../src/syntax/tree.js';
import { atCursor, SMALL, WORKED } from './support.js';

/** The title and the text after the rewrite that is offered at `$0`. */
function rewritten(marked: string): readonly [title: string, text: string] | undefined {
  const { text, offset } = atCursor(marked);
  const [rewrite, ...others] = rewritesAt(text, offset);
  assert.deepEqual(others, []);
  return rewrite && [rewrite.title, applyEdits(text, rewrite.edits)];
}

test('braces become a block, brackets a list, and back again', () => {
  const flow = 'parties:\n  meteo: { name: Meteo, note: "a, b" }\n  list: [a, b]\nitems:\n  - { x: 1, y: [2, 3] }\n';
  const named = 'parties:\n  meteo:\n    name: Meteo\n    note: "a, b"\n  list: [a, b]\nitems:\n  - { x: 1, y: [2, 3] }\n';
  assert.deepEqual(rewritten(flow.replace('name', 'na$0me')), ['Write `meteo` as a block', named]);
  assert.deepEqual(rewritten(named.replace('name', 'na$0me')), ['Write `meteo` on one line', flow]);
  const listed = flow.replace('list: [a, b]', 'list:\n    - a\n    - b');
  assert.deepEqual(rewritten(flow.replace('list', 'li$0st')), ['Write `list` as a block', listed]);
  assert.deepEqual(rewritten(listed.replace('- b', '- $0b')), ['Write `list` on one line', flow]);
  const item = flow.replace('{ x: 1, y: [2, 3] }', 'x: 1\n    y: [2, 3]');
  assert.deepEqual(rewritten(flow.replace('{ x', '{ $0x')), ['Write this item as a block', item]);
  assert.deepEqual(rewritten(item.replace('x: 1', '$0x: 1')), ['Write this item on one line', flow]);
});

test('a text that braces would cut is quoted', () => {
  assert.deepEqual(rewritten('a:\n  $0note: one, two\n  it: it\'s [so]\n')?.[1], "a: { note: 'one, two', it: 'it''s [so]' }\n");
});

test('nothing is offered where something would be lost', () => {
  assert.equal(rewritten('a:\n  $0b: 1 # why\n  c: 2\n'), undefined, 'a comment');
  assert.equal(rewritten('a:\n  $0b: |\n    x\n'), undefined, 'lines of text');
  assert.equal(rewritten('a:\n  $0b: one\n    two\n'), undefined, 'lines of text');
  assert.equal(rewritten('a: { b: 1, # why\n  $0c: 2 }\n'), undefined, 'a comment in braces');
  assert.equal(rewritten('$0a: 1\nb: 2\n'), undefined, 'the file itself');
  assert.equal(rewritten('a: { $0b: 1\n'), undefined, 'a broken text');
  assert.equal(rewritten(`a:\n  $0b: ${'x'.repeat(200)}\n`), undefined, 'a line that nobody reads');
});

test('wherever something is offered, the data stays, and most of it can be turned back', () => {
  for (const text of [SMALL, WORKED]) {
    let offered = 0;
    for (let offset = 0; offset < text.length; offset += 5) {
      for (const { edits } of rewritesAt(text, offset)) {
        offered += 1;
        const after = parse(applyEdits(text, edits));
        assert.deepEqual(after.problems, []);
        assert.ok(sameData(parse(text), after));
      }
    }
    assert.ok(offered > 20);
  }
});
