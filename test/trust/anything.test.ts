/** Whatever a text is: nothing fails, every range lies in it, and the answer is the same each time and in any order. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse as parseYaml, stringify } from 'yaml';
import { applyEdits } from '../../src/base/edits.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';
import { codeActions, fixAll } from '../../src/service/code-actions.js';
import { parse } from '../../src/syntax/parse.js';
import { agreementFile } from '../oracle/generate.js';
import { drawn } from '../support/drawn.js';
import { changedLine, edited, edits } from '../support/edits.js';
import { editorAnswers, outputs } from '../support/exercise.js';
import { meant, said } from '../support/said.js';

const RUNS = Number(process.env['ENTENTE_RUNS'] ?? 12);
const FILE = 'file:///deals/main.entente.yaml';
const examples = readdirSync('examples').filter((name) => name.endsWith('.entente.yaml')).map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** A first look at the text: nothing of an earlier one is used. */
const look = (text: string, others: readonly (readonly [string, string])[] = []): Analysis =>
  analyse({ file: FILE, workspace: 'file:///deals/', texts: new Map([[FILE, text], ...others]), documents: new Map(), today: 20_600 }, parse);

/** Everything there is to ask, twice. */
function exercise(text: string): void {
  const [first, second] = [look(text), look(text)];
  for (const { code, message } of first.findings) assert.notEqual(code, 'internal-error', message);
  const step = Math.max(1, Math.ceil(text.length / 25));
  assert.deepEqual(editorAnswers(first, step), editorAnswers(second, step));
  assert.equal(said(first), said(second));
  assert.deepEqual(outputs(first, 'main.entente.yaml'), outputs(second, 'main.entente.yaml'));
}

/** Bytes as an editor decodes them: UTF-8 with replacements, or each byte as a character. */
const bytes = fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.boolean()).map(([list, utf8]) => new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(list));
const HEADS = ['', 'entente: 1\n', 'entente: 1\nagreements:\n  deal:\n    clauses:\n      one: ', 'entente: 1\nparties: { ', 'entente: 1\nexpect:\n  - '] as const;

test('any bytes, alone or where a file has begun', () => {
  fc.assert(fc.property(fc.constantFrom(...HEADS), fc.oneof(bytes, fc.string({ unit: 'binary', maxLength: 200 })), (head, text) => exercise(head + text)), drawn('anything-bytes', RUNS * 3));
});

test('any example after any edits', () => {
  fc.assert(fc.property(fc.constantFrom(...examples), edits(5), edits(3), (text, list, changed) => exercise(changed.reduce(changedLine, list.reduce(edited, text)))), drawn('anything-edited', Math.ceil(RUNS / 8)));
});

test('any valid agreement', () => {
  fc.assert(fc.property(agreementFile(), ({ text }) => exercise(text)), drawn('anything-valid', Math.ceil(RUNS / 3)));
});

/** The same mappings, their keys in another order; those of choices stay, since an open reading takes its first (section 12). */
function shuffled(value: unknown, choices: readonly number[], at = { next: 0 }): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, choices, at));
  if (typeof value !== 'object' || value === null) return value;
  const left = Object.entries(value);
  const order: (readonly [string, unknown])[] = [];
  while (left.length > 0) order.push(...left.splice((choices[at.next++ % choices.length] ?? 0) % left.length, 1));
  return Object.fromEntries(order.map(([key, item]) => [key, key === 'choices' ? item : shuffled(item, choices, at)]));
}
const choices = fc.array(fc.nat(99), { minLength: 1, maxLength: 40 });

test('the order of keys changes no cell and no finding', () => {
  fc.assert(fc.property(agreementFile(), choices, ({ text }, order) => {
    const { entente, ...rest } = parseYaml(text) as Record<string, unknown>; // the version stands first
    assert.deepEqual(meant(look(stringify({ entente, ...shuffled(rest, order) as object }, { aliasDuplicateObjects: false }))), meant(look(text)));
  }), drawn('anything-key-order', RUNS));
});

test('nor does the order of imports, or which file says what', () => {
  fc.assert(fc.property(agreementFile(), choices, ({ text }, order) => {
    const { entente, title, 'as-of': asOf, agreements, ...sections } = parseYaml(text) as Record<string, Record<string, unknown>>;
    const parts = [...Object.entries(sections), ...Object.entries(agreements!).map(([id, agreement]) => ['agreements', { [id]: agreement }] as const)]
      .map(([section, data], index) => [`part-${index}.entente.yaml`, stringify({ entente, [section]: data }, { aliasDuplicateObjects: false })] as const);
    const split = (names: readonly (readonly [string, string])[]): Analysis => look(stringify({ entente, title, 'as-of': asOf, import: names.map(([name]) => `./${name}`) }), names.map(([name, part]) => [`file:///deals/${name}`, part]));
    const cells = (analysis: Analysis): unknown => (meant(analysis) as { cells: unknown }).cells;
    const mixed = Object.entries(shuffled(Object.fromEntries(parts), order) as Record<string, string>);
    const [whole, plain, other] = [look(text), split(parts), split(mixed)];
    assert.deepEqual(cells(plain), cells(whole));
    assert.deepEqual(meant(other), meant(plain));
  }), drawn('anything-file-order', RUNS));
});

test('a fix of a text that can be read leaves it so', () => {
  fc.assert(fc.property(fc.constantFrom(...examples), edits(4), (text, list) => {
    const broken = list.reduce(changedLine, text);
    fc.pre(parse(broken).problems.length === 0);
    const analysis = look(broken);
    const fixes = codeActions(analysis, FILE, { start: 0, end: broken.length }).flatMap((action) => action.edits).filter(({ file }) => file === FILE);
    for (const list of [...fixes.map((fix) => fix.edits), fixAll(analysis, FILE)]) {
      const sorted = [...list].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      sorted.forEach(({ span }, index) => assert.ok(span.start <= span.end && span.start >= (sorted[index - 1]?.span.end ?? 0) && span.end <= broken.length));
      assert.deepEqual(parse(applyEdits(broken, list)).problems, [], JSON.stringify(list));
    }
  }), drawn('anything-fixes', Math.ceil(RUNS / 2)));
});
