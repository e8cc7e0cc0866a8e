import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../src/syntax/parse.js';
import { changeBetween, reparse } from '../../src/syntax/reparse.js';
import type { Tree } from '../../src/syntax/tree.js';
import { badLayout } from '../support/bad-layout.js';
import { drawn } from '../support/drawn.js';
import { type Edit, edited, edits } from '../support/edits.js';

const RUNS = Number(process.env['ENTENTE_RUNS'] ?? 150);
const examples = readdirSync('examples').filter((name) => name.endsWith('.entente.yaml')).map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** Everything a tree says, as text; problems in the order of their places. */
const said = ({ text, root, problems, origins }: Tree): string => JSON.stringify({
  text, root, origins,
  problems: [...problems].map((problem) => JSON.stringify(problem)).sort(),
}, undefined, 1);

/** Applies the edits one after the other; after each the tree must be what the whole text gives. Tells how many blocks were read alone. */
function follow(text: string, list: readonly Edit[]): number {
  let tree = parse(text);
  let alone = 0;
  for (const edit of list) {
    const next = edited(tree.text, edit);
    const made = reparse(tree, next);
    if (made) {
      alone += 1;
      assert.equal(said(made), said(parse(next)), `after ${JSON.stringify(edit)}`);
    }
    tree = made ?? parse(next);
  }
  return alone;
}

test('after any edits of an example the tree equals that of the whole text', () => {
  let alone = 0;
  fc.assert(fc.property(fc.constantFrom(...examples), edits(12), (text, list) => {
    alone += follow(text, list);
  }), drawn('reparse-examples', RUNS));
  assert.ok(alone > RUNS, `only ${alone} edits were read as blocks`);
});

test('and of texts in any layout, and undone again', () => {
  fc.assert(fc.property(badLayout, edits(6), (text, list) => {
    follow(text, list);
    const tree = parse(text);
    const there = edited(text, list[0]!);
    const back = reparse(reparse(tree, there) ?? parse(there), text);
    if (back) assert.equal(said(back), said(parse(text)));
  }), drawn('reparse-layouts', RUNS));
});

test('an edit inside a clause keeps every other clause as it is', () => {
  const text = examples.find((each) => each.includes('agreements:'))!;
  const tree = parse(text);
  const nodes = (of: Tree): readonly unknown[] => of.root!.entries.map(({ value }) => value);
  const kept = nodes(tree);
  const at = text.lastIndexOf('type: ');
  const made = reparse(tree, `${text.slice(0, at)}${text.slice(at).replace('type: ', 'type:  ')}`);
  assert.ok(made);
  assert.equal(nodes(made).filter((node, index) => node !== kept[index]).length, 1);
});

test('what was changed is all between the common beginning and end', () => {
  assert.deepEqual(changeBetween('abcdef', 'abXdef'), { start: 2, oldEnd: 3, newEnd: 3 });
  assert.deepEqual(changeBetween('aaa', 'aaaa'), { start: 3, oldEnd: 3, newEnd: 4 });
  assert.deepEqual(changeBetween('same', 'same'), { start: 4, oldEnd: 4, newEnd: 4 });
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 5 }), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 5 }), (head, old, tail, now) => {
    const { start, oldEnd, newEnd } = changeBetween(head + old + tail, head + now + tail);
    assert.equal((head + old + tail).slice(0, start) + (head + now + tail).slice(start, newEnd) + (head + old + tail).slice(oldEnd), head + now + tail);
    assert.ok(start >= head.length && (head + old + tail).length - oldEnd >= Math.min(tail.length, (head + now + tail).length - start));
  }), drawn('reparse-change', 100));
});
