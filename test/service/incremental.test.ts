import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/service/analyse.js';
import type { AnalysisInput } from '../../src/service/analysis.js';
import { followEdit } from '../../src/service/load.js';
import { parse } from '../../src/syntax/parse.js';
import { drawn, ofAll, SHARE } from '../support/drawn.js';
import { changedLine, type Edit, edited, edits } from '../support/edits.js';
import { said } from '../support/said.js';

const RUNS = Number(process.env['ENTENTE_RUNS'] ?? 20);
/** Of so many lines one is taken out. */
const LINES = SHARE < 1 ? 30 : 6;
const FILE = 'file:///deals/main.entente.yaml';
const examples = readdirSync('examples').filter((name) => name.endsWith('.entente.yaml')).map((name) => readFileSync(`examples/${name}`, 'utf8'));

const inputOf = (text: string): AnalysisInput => ({ file: FILE, workspace: 'file:///deals', texts: new Map([[FILE, text]]), documents: new Map(), today: 20_600 });

/** Follows the edits, and undoes them; after each, what is found must be what a first look at the text finds. */
function follow(text: string, list: readonly Edit[], next: (text: string, edit: Edit) => string): number {
  let followed = 0;
  let current = text;
  const undone: { readonly text: string; readonly found: string }[] = [];
  const found = said(analyse(inputOf(current)));
  const go = (after: string, expected: string, why: string): void => {
    followed += Number(followEdit(current, after, FILE));
    current = after;
    assert.equal(said(analyse(inputOf(current))), expected, why);
  };
  undone.push({ text, found });
  for (const edit of list) {
    const after = next(current, edit);
    const first = said(analyse(inputOf(after), parse));
    go(after, first, `after ${JSON.stringify(edit)}`);
    undone.push({ text: after, found: first });
  }
  for (const before of undone.slice(0, -1).reverse()) go(before.text, before.found, 'undone');
  return followed;
}

test('after any edits of an example, and their undoing, the analysis is that of the text by itself', () => {
  fc.assert(fc.property(fc.constantFrom(...examples), edits(6), (text, list) => void follow(text, list, edited)), drawn('incremental-edits', RUNS, { endOnFailure: true }));
});

test('and after edits that change what clauses mean', () => {
  let followed = 0;
  fc.assert(fc.property(fc.constantFrom(...examples), edits(6), (text, list) => void (followed += follow(text, list, changedLine))), drawn('incremental-meaning', RUNS, { endOnFailure: true }));
  assert.ok(followed > ofAll(RUNS), `only ${followed} edits were followed`);
});

/** Files that have every kind of thing in them, with what they import. */
const FOLDER = 'test/service/golden';
const everything = new Map(readdirSync(FOLDER).filter((name) => name.endsWith('.entente.yaml')).map((name) => [`file:///deals/${name}`, readFileSync(`${FOLDER}/${name}`, 'utf8')]));

test('and after single lines are taken out of files that have every kind of thing, and put back', () => {
  for (const [file, text] of everything) {
    const inputWith = (changed: string): AnalysisInput => ({ ...inputOf(changed), file, texts: new Map([...everything, [file, changed]]) });
    const lines = text.split('\n');
    said(analyse(inputWith(text)));
    for (let at = 3; at < lines.length; at += LINES) {
      const without = lines.filter((_, index) => index !== at).join('\n');
      for (const [before, after] of [[text, without], [without, text]] as const) {
        followEdit(before, after, file);
        assert.equal(said(analyse(inputWith(after))), said(analyse(inputWith(after), parse)), `${file}, line ${at + 1}`);
      }
    }
  }
});
