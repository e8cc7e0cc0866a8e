import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isMap, parseDocument } from 'yaml';
import { CLAUSE_TYPES } from '../../src/clauses/registry.js';
import { RULES } from '../../src/rules/registry.js';
import { analysisOf } from '../service/support.js';
import { isWholeFile, markdownFiles, page, written } from './pages.js';

/** What is wrong with a text taken by itself, whatever the names in it stand for. */
const OF_FORM = new Set(['bad-amount', 'bad-currency', 'bad-date', 'bad-duration', 'bad-id', 'conflicting-keys', 'not-a-mapping', 'unknown-clause-type', 'unknown-key', 'wrong-type', 'yaml-syntax']);

const wrongIn = (text: string): string[] =>
  analysisOf(`entente: 1\n${text}`).findings.filter(({ code }) => OF_FORM.has(code)).map(({ code, message }) => `${code}: ${message}`);

const indented = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** The places in which a part of a file may stand: the file itself, an agreement, its clauses, a clause of each type. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `agreements:\n  one:\n${indented(text, 4)}`,
  (text) => `agreements:\n  one:\n    clauses:\n${indented(text, 6)}`,
  ...CLAUSE_TYPES.map(({ name }) => (text: string) => `agreements:\n  one:\n    clauses:\n      one:\n        type: ${name}\n${indented(text, 8)}`),
];

/** The entries of a fragment, each with the lines it takes; the same key may stand in several, since they may be alternatives. */
function entries(text: string): string[] {
  const plain = text.replace(/^ +/, '');
  const dedented = text.split('\n').map((line) => line.replace(new RegExp(`^ {0,${text.length - plain.length}}`), '')).join('\n');
  const { contents, errors } = parseDocument(dedented, { uniqueKeys: false, version: '1.2' });
  assert.deepEqual(errors, []);
  assert.ok(isMap(contents));
  const starts = contents.items.map(({ key }) => (key as { range: [number, number, number] }).range[0]);
  return starts.map((start, index) => dedented.slice(start, starts[index + 1]));
}

describe('parts of files shown in the docs are in the form that the language gives them', () => {
  const fragments = [...written, page('docs/reference/clause-types.md')].flatMap(({ name, blocks }) =>
    blocks.filter((block) => block.language === 'yaml' && block.info === '' && !isWholeFile(block)).map((block) => ({ name, ...block })));
  for (const { name, line, text } of fragments) {
    test(`${name}:${line}`, () => {
      for (const entry of entries(text)) {
        const wrong = PLACES.map((place) => wrongIn(place(entry)));
        assert.ok(wrong.some((found) => found.length === 0), `${entry}\n${wrong.map((found) => found.join('; ')).join('\n')}`);
      }
    });
  }
  test('there are some', () => assert.ok(fragments.length > 20));
});

test('the pages of the findings show the examples of the rules, which the tests of the rules run', () => {
  const examples = new Set(RULES.flatMap(({ good, bad }) => [good, bad]).flatMap(({ text, files = {} }) => [text, ...Object.values(files)]).map((text) => `${text.trimEnd()}\n`));
  for (const { name, blocks } of markdownFiles('docs/findings').map(page)) {
    for (const { text, line } of blocks) assert.ok(examples.has(text) || [...examples].some((one) => one.startsWith(text.trimEnd())), `${name}:${line}`);
  }
});
