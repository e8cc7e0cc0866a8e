import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument, Parser } from 'yaml';
import { applyEdits, type TextEdit } from '../../src/base/edits.js';
import { composeEdits } from '../../src/service/compose-edits.js';
import { formatEdits, formatRangeEdits, type KeyOrder } from '../../src/service/format.js';
import { rewritesAt } from '../../src/service/rewrite.js';
import { parse } from '../../src/syntax/parse.js';
import { sameData } from '../../src/syntax/tree.js';
import { badLayout } from '../support/bad-layout.js';
import { drawn } from '../support/drawn.js';
import { analysisOf, ROOT, SMALL, WORKED } from './support.js';

const format = (text: string, order: KeyOrder = 'keep'): string => applyEdits(text, formatEdits(text, order));
const example = (name: string): string => readFileSync(join(ROOT, 'examples', name), 'utf8');
const EXAMPLES = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.entente.yaml') && !name.startsWith('broken')).map((name) => [name, example(name)] as const);

/** Before and after, side by side in the order of reading. */
const CASES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'indentation, dashes and the spaces after colons': [
    'entente: 1\nparties:\n    meteo:\n        name:   Meteo\nagreements:\n   deal:\n      parties:\n      - meteo\n      -   north\n',
    'entente: 1\nparties:\n  meteo:\n    name: Meteo\nagreements:\n  deal:\n    parties:\n      - meteo\n      - north\n',
  ],
  'braces and brackets': [
    'a: {b: 1,c : [ x,y ] , d: { }, e: [ ]}\n',
    'a: { b: 1, c: [x, y], d: {}, e: [] }\n',
  ],
  'values in one column stay in one column': [
    'a:\n  north: { x: 1 }\n  south-east:   { x: 1 }\n  west:         { x: 1 }\n  up:     2\n',
    'a:\n  north: { x: 1 }\n  south-east:   { x: 1 }\n  west:         { x: 1 }\n  up: 2\n',
  ],
  'comments: at the end of a line, above, between, after the last': [
    '# top\n\n\nentente: 1   # the version\na:# not a comment\n',
    '# top\n\n\nentente: 1   # the version\na:# not a comment\n',
  ],
  'comments go with what they stand above': [
    '# top\na:\n    # about b\n    b: 1# no comment\n    # about c\n\n\n\n    c: 2    \n    # last in a\n# before d\nd: 3\n# the end\n',
    '# top\na:\n  # about b\n  b: 1# no comment\n  # about c\n\n  c: 2\n  # last in a\n# before d\nd: 3\n# the end\n',
  ],
  'texts of several lines keep their words and their shape': [
    'a:\n    note: >-\n        one\n          two  \n\n        three\n    keep: |+\n        x\n\n    text: "one  \n      two"\n    plain: one  \n      two  \n      three\n',
    'a:\n  note: >-\n      one\n        two  \n\n      three\n  keep: |+\n      x\n\n  text: "one  \n    two"\n  plain: one\n    two\n    three\n',
  ],
  'lines inside braces move with their entry': [
    'a:\n    b: { c: 1,\n         d: 2 }\n    e: [\n      x,\n      y\n    ]\n',
    'a:\n  b: { c: 1,\n       d: 2 }\n  e: [\n    x,\n    y\n  ]\n',
  ],
  'lists of mappings': [
    'a:\n-   b: 1\n    c: 2\n-\n  b: 3\n- { b: 4 }\n',
    'a:\n  - b: 1\n    c: 2\n  -\n    b: 3\n  - { b: 4 }\n',
  ],
  'anchors, aliases and tags': [
    'a: &x   { b: 1 }\nc:   *x\nd: !!str    5\n*x : 1\n',
    'a: &x { b: 1 }\nc: *x\nd: !!str 5\n*x : 1\n',
  ],
  'empty values and empty lines': [
    '\n\nentente: 1\n\n\n\nparties:\n  a:\n  b:   \n\n\n',
    'entente: 1\n\nparties:\n  a:\n  b:\n',
  ],
  'a document mark, and no line break at the end': ['---\nentente:   1', '---\nentente: 1\n'],
  'tabs between words': ['a:\t1\nb: {\tc:\t2 }\n', 'a: 1\nb: { c: 2 }\n'],
  'line breaks of Windows, and a byte order mark': ['\uFEFFa:   1\r\nb:\r\n    c: 2 \r\n\r\n\r\n\r\nd: 1', '\uFEFFa: 1\r\nb:\r\n  c: 2\r\n\r\nd: 1\r\n'],
  'quoted keys': ['"a" : 1\n\'b\':   { "c" :2, "d":3 }\n', '"a": 1\n\'b\': { "c": 2, "d": 3 }\n'],
};

for (const [title, [before, after]] of Object.entries(CASES)) {
  test(`format: ${title}`, () => {
    const sound = parse(before).problems.length === 0;
    assert.equal(format(before), sound ? after : before);
    assert.equal(format(after), sound ? after : after, 'a second time');
  });
}

test('what cannot be read without problems is left alone', () => {
  for (const text of ['', 'entente:   1\nparties: [\n', 'a:   1\na: 2\n', 'a:   1\n---\nb: 2\n', '- a\n-   b\n', 'a: |\n  x\n b:   1\n', 'a:   *none\n']) assert.deepEqual(formatEdits(text), [], text);
});

test('the edits are small: white space only, and none where nothing is wrong', () => {
  const text = SMALL.replace('  meteo: {', '  meteo:   {').replace('title: Hosting', 'title:  Hosting');
  const edits = formatEdits(text);
  assert.equal(edits.length, 2);
  for (const { span, text: replacement } of edits) assert.equal(`${text.slice(span.start, span.end)}${replacement}`.trim(), '');
  assert.deepEqual(formatEdits(SMALL), []);
});

test('the shipped examples are formatted', () => {
  for (const [name, text] of EXAMPLES) assert.equal(format(text), text, name);
});

test('canonical order: known keys as in the reference, with their comments; ids and unknown keys stay', () => {
  const before = `# a file
title: T
entente: 1
agreements:
  deal:
    # the promises
    clauses:
      second: { to: b, by: a, type: license, subject: x } # first of all
      first:
        # to whom
        to: b
        # of what kind
        type: license   # a licence
        subject: >
          many
          words
        by: a

    # who
    parties: [a, b]
    signed: 2026
    colour: red
    title: D
parties: { b: { note: n, name: B }, a: {} }
`;
  const after = `# a file
entente: 1
title: T
parties: { b: { name: B, note: n }, a: {} }
agreements:
  deal:
    # who
    parties: [a, b]
    title: D
    signed: 2026
    # the promises
    clauses:
      second: { type: license, by: a, to: b, subject: x } # first of all
      first:
        # of what kind
        type: license   # a licence
        by: a
        # to whom
        to: b
        subject: >
          many
          words
    colour: red
`;
  const formatted = format(before, 'canonical');
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  assert.deepEqual(lines(formatted), lines(after));
  assert.equal(format(formatted, 'canonical'), formatted);
  assert.deepEqual(formatEdits(`x: &a 1\nentente: 1\ntitle: *a\n`, 'canonical'), [], 'an alias must stay behind its anchor');
});

test('a range: only its lines change, or what is around them where those cannot change alone', () => {
  const text = 'entente:   1\nparties:\n    a:   {}\n    bb:   {}\nclouds:\n    c:   {}\n';
  const at = text.indexOf('bb:');
  const ranged = (start: number, end: number) => applyEdits(text, formatRangeEdits(text, { start, end }));
  assert.equal(ranged(0, 5), text.replace('entente:   1', 'entente: 1'));
  assert.equal(ranged(at, at + 1), text.replace('    a:   {}\n    bb:   {}', '  a: {}\n  bb: {}'), 'one of two entries cannot move alone');
  assert.equal(ranged(0, text.length), format(text));
});

/** The same file in other layouts: other indentation, dashes, braces, quotes; comments stay. */
const layouts = (text: string) => fc.record({
  indent: fc.constantFrom(1, 2, 3, 4, 7), indentSeq: fc.boolean(), flowCollectionPadding: fc.boolean(), lineWidth: fc.constantFrom(0, 30, 80),
  singleQuote: fc.constantFrom(true, false, null), seed: fc.integer({ min: 0, max: 2 ** 31 }),
}).map(({ seed, ...options }) => spoiled(parseDocument(text).toString(options), seed));

/** White space added at random: at the ends of lines, as empty lines, after colons and commas, before comments. */
function spoiled(text: string, seed: number): string {
  let state = seed;
  const chance = (of: number): boolean => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % of === 0;
  };
  const changed = text.split('\n').map((line) => {
    let out = line;
    if (chance(6) && /: [^'"|>]/.test(out)) out = out.replace(/: /, ':    ');
    if (chance(6) && /^[^'"]*\{ /.test(out)) out = out.replace('{ ', '{');
    if (chance(6) && /^[^'"#]*, /.test(out)) out = out.replace(', ', ' ,   ');
    if (chance(8)) out += '  ';
    if (chance(10)) out += '\n\n\n';
    return out;
  }).join('\n');
  const sound = parse(changed).problems.length === 0 && sameData(parse(changed), parse(text));
  return sound ? changed : text;
}

/** Every comment, as the YAML library tells it from text, sorted. */
function comments(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) return token.forEach(visit);
    if (typeof token !== 'object' || token === null) return;
    const { type, source } = token as { type?: string; source?: string };
    if (type === 'comment') found.push(source!.trim());
    Object.values(token).forEach(visit);
  };
  visit([...new Parser().parse(text)]);
  return found.sort();
}
const meaning = (text: string): unknown => {
  const { partnership, matrix, findings } = analysisOf(text);
  return {
    findings: findings.map(({ code, message }) => `${code} ${message}`).sort(),
    cells: [...partnership.products.keys()].map((product) => [...partnership.clouds.keys()].map((cloud) => matrix.timeline(product, cloud).map(({ from, to, cell }) => [from, to, cell.status, cell.certain, cell.because]))),
  };
};

for (const [name, text] of [['small', SMALL], ['worked', WORKED], ...EXAMPLES] as const) {
  test(`format: any layout of ${name} comes out the same twice, with its data, comments and matrix`, () => {
    fc.assert(fc.property(layouts(text), fc.constantFrom<KeyOrder>('keep', 'canonical'), (laid, order) => {
      const once = format(laid, order);
      assert.equal(format(once, order), once);
      assert.ok(sameData(parse(laid), parse(once)));
      assert.deepEqual(comments(once), comments(laid));
      if (order === 'keep') assert.equal(once.replace(/\s/g, ''), laid.replace(/\s/g, ''));
    }), drawn(`format-layouts-${name.replace(/\W+/g, '-')}`, Math.ceil(runs / 12)));
    const [laid] = fc.sample(layouts(text), { numRuns: 1, seed: 7 });
    for (const order of ['keep', 'canonical'] as const) assert.deepEqual(meaning(format(laid!, order)), meaning(laid!), order);
  });
}

test('no text makes it fail, and what it leaves is stable', () => {
  const piece = fc.constantFrom('a: ', 'b:\n', '  ', '- ', '{', '}', '[', ']', ', ', '# c\n', '\n', '"x"', "'y'", '|\n', '>-\n', '&z ', '*z', '!!str ', 'word', '? ', ': ', '\t', '\r\n', '---\n');
  fc.assert(fc.property(fc.array(piece, { maxLength: 24 }).map((parts) => parts.join('')), (text) => {
    for (const order of ['keep', 'canonical'] as const) {
      const once = format(text, order);
      assert.ok(sameData(parse(text), parse(once)));
      assert.equal(format(once, order), once, JSON.stringify(text));
    }
  }), drawn('format-pieces', 3_000));
});

const runs = Number(process.env['ENTENTE_RUNS'] ?? 300);

test('texts in every layout that YAML allows: same data, same comments, done at once', () => {
  fc.assert(fc.property(badLayout, fc.constantFrom<KeyOrder>('keep', 'canonical'), (text, order) => {
    assert.deepEqual(parse(text).problems, []);
    const once = format(text, order);
    assert.ok(sameData(parse(text), parse(once)));
    assert.deepEqual(comments(once), comments(text));
    assert.equal(format(once, order), once);
    assert.equal(once.includes('\r\n'), text.includes('\r\n'));
    assert.match(once, /\n$/);
  }), drawn('format-any-layout', runs));
});

test('a range of such a text: same data, same comments, done at once', () => {
  fc.assert(fc.property(badLayout, fc.nat(), fc.nat(), (text, a, b) => {
    const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
    const once = applyEdits(text, formatRangeEdits(text, { start, end }));
    assert.ok(sameData(parse(text), parse(once)));
    assert.deepEqual(comments(once), comments(text));
  }), drawn('format-range', runs));
});

test('a block and one line of such a text say the same, with every comment', () => {
  fc.assert(fc.property(badLayout, fc.nat(), (text, at) => {
    for (const { title, edits } of rewritesAt(text, at % (text.length + 1))) {
      const after = applyEdits(text, edits);
      assert.ok(sameData(parse(text), parse(after)), title);
      assert.deepEqual(comments(after), comments(text), title);
    }
  }), drawn('format-rewrites', runs));
});

test('what is cut at the end, in two edits that touch, stays cut when the keys change places', () => {
  assert.equal(format('note: >-\n a b\nentente: 1\n\n  ', 'canonical'), 'entente: 1\nnote: >-\n a b\n');
});

test('an empty text block at the end loses its spaces and its line at once', () => {
  assert.equal(format('a: |\n    '), 'a: |\n');
});

test('two lists of edits become one that does the same', () => {
  const edits = (length: number) => fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 6 }).map((list) => {
    let reached = 0;
    return list.sort(([a], [b]) => a - b).flatMap(([start, size, text]): TextEdit[] => {
      const end = Math.min(length, start + size);
      if (start < reached || start > length) return [];
      reached = end;
      return [{ span: { start, end }, text }];
    });
  });
  fc.assert(fc.property(fc.string({ maxLength: 30 }).chain((text) => edits(text.length).chain((first) => {
    const middle = applyEdits(text, first);
    return edits(middle.length).map((second) => ({ text, first, second, wanted: applyEdits(middle, second) }));
  })), ({ text, first, second, wanted }) => {
    assert.equal(applyEdits(text, composeEdits(text, first, second)), wanted);
  }), drawn('format-composed', 2_000));
});
