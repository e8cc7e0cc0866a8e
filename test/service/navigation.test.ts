import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../src/service/definition.js';
import { highlights } from '../../src/service/highlights.js';
import { links } from '../../src/service/links.js';
import { locate } from '../../src/service/locate.js';
import { references } from '../../src/service/references.js';
import { semanticTokens } from '../../src/service/semantic-tokens.js';
import { folds, selections } from '../../src/service/structure.js';
import { endedBy, ends, supersessionAt } from '../../src/service/supersession.js';
import { type DocumentSymbol, symbols } from '../../src/service/symbols.js';
import { plain } from '../support/plain.js';
import { analysisOf, FILE, marks, SMALL } from './support.js';

const TEXT = `entente: 1
import: [./base.entente.yaml]
#        ^^^^^^^^^^^^^^^^^^^^ import
products:
  maps: { owner: meteo }
#                ^^^^^ use
agreements:
  deal:
# ^^^^ agreement
    parties: [meteo]
#             ^^^^^ use
    clauses:
      first: { type: license, by: meteo, to: meteo, subject: x }
#     ^^^^^ clause
      second: { type: license, by: meteo, to: meteo, subject: x, subject-to: [first] }
#                                                                             ^^^^^ clause use
  later:
    parties: [meteo]
    supersedes: [deal]
#                ^^^^ agreement use
    amends: [{ target: deal/first, effect: end }]
#                      ^^^^^^^^^^ clause use
#                      ^^^^ agreement use
`;
const BASE = 'entente: 1\nparties:\n  meteo: { name: Meteo }\n';
const BASE_FILE = 'file:///deals/base.entente.yaml';
const analysis = analysisOf(TEXT, { 'base.entente.yaml': BASE });
const marked = (label: string) => marks(TEXT).filter((mark) => mark.label === label).map(({ start, end }) => ({ start, end }));

test('a name leads to its declaration, also in an import', () => {
  const [first] = marked('clause');
  for (const { start, end } of marked('clause use')) {
    assert.deepEqual(plain(definition(analysis, FILE, end - 1)), { origin: { file: FILE, start, end }, target: { file: FILE, ...first } });
  }
  for (const { start } of marked('agreement use')) assert.equal(definition(analysis, FILE, start + 1)?.target.start, marked('agreement')[0]!.start, 'the part before the slash is a name of its own');
  for (const { start } of marked('use')) assert.equal(definition(analysis, FILE, start)?.target.file, BASE_FILE);
});

test('an import leads to its file', () => {
  assert.deepEqual(definition(analysis, FILE, marked('import')[0]!.start + 3)?.target, { file: BASE_FILE, start: 0, end: 0 });
});

test('every use of a name, with and without its declaration', () => {
  const place = ({ start, end }: { start: number; end: number }) => ({ file: FILE, start, end });
  assert.deepEqual(plain(references(analysis, FILE, marked('clause')[0]!.start, false)), marked('clause use').map(place));
  assert.deepEqual(plain(references(analysis, FILE, marked('agreement use')[0]!.start, true)), [...marked('agreement'), ...marked('agreement use')].map(place));
  assert.equal(references(analysis, FILE, marked('use')[0]!.start, true)[0]?.file, BASE_FILE);
  assert.deepEqual(references(analysis, FILE, 0, true), []);
});

test('ids are located: clauses, agreements and the rest', () => {
  assert.deepEqual(plain(locate(analysis, 'deal/first')), { file: FILE, ...marked('clause')[0] });
  assert.deepEqual(plain(locate(analysis, 'deal')), { file: FILE, ...marked('agreement')[0] });
  assert.equal(locate(analysis, 'meteo')?.file, BASE_FILE);
  assert.equal(locate(analysis, 'deal/third'), undefined);
});

test('the outline holds declarations, agreements and clauses', () => {
  const line = ({ name, detail, kind, children }: DocumentSymbol, depth = 0): string[] =>
    [`${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : `: ${detail}`}`, ...children.flatMap((child) => line(child, depth + 1))];
  const found = symbols(analysisOf(`${SMALL}expect:\n  - { at: 2026, product: maps, cloud: north-cloud, status: available }\n`), FILE).flatMap((symbol) => line(symbol));
  assert.deepEqual(found.slice(0, 3), ['group parties', '  party meteo: Meteo Analytics', '  party north: North Cloud Inc']);
  assert.deepEqual(found.slice(found.indexOf('group agreements')), [
    'group agreements', '  agreement hosting: Hosting agreement · 2026-02-01 → 2028-12-31 · in force',
    '    clause only-north: exclusivity · 2026-02-01 → 2028-12-31 · in force', '    clause maps-north: availability · 2026-02-01 → 2028-12-31 · in force',
    'group expect', '  expectation 2026 maps north-cloud: available',
  ]);
});

test('the range of a symbol holds its id and its children', () => {
  const check = ({ span, selection, children }: DocumentSymbol): void => {
    assert.ok(span.start <= selection.start && selection.end <= span.end);
    for (const child of children) {
      assert.ok(span.start <= child.span.start && child.span.end <= span.end);
      check(child);
    }
  };
  symbols(analysis, FILE).forEach(check);
  symbols(analysisOf(SMALL), FILE).forEach(check);
});

test('the outline says what has ended an agreement, what is over and what is to come', () => {
  const text = `entente: 1
as-of: 2026-06-01
parties: { a: {}, b: {} }
agreements:
  old: { parties: [a, b], signed: 2020, clauses: { one: { type: license, by: a, to: b, subject: x } } }
  past: { parties: [a, b], signed: 2020, through: 2025 }
  new: { parties: [a, b], signed: 2026, supersedes: [old] }
  next: { parties: [a, b], signed: 2027 }
`;
  const outline = symbols(analysisOf(text), FILE).find(({ name }) => name === 'agreements')?.children ?? [];
  assert.deepEqual(outline.map(({ name, detail }) => `${name}: ${detail}`), [
    'old: from 2020-01-01, no end · ended by new', 'past: 2020-01-01 → 2025-12-31 · over', 'new: from 2026-01-01, no end · in force', 'next: from 2027-01-01, no end · not yet in force',
  ]);
  assert.equal(outline[0]?.children[0]?.detail, 'license · from 2020-01-01, no end · ended by new');
});

test('highlights: the declaration and every use in the file', () => {
  const [declaration] = marked('agreement');
  const uses = marked('agreement use');
  assert.deepEqual(highlights(analysis, FILE, uses[0]!.start).map(({ place, declaration: own }) => [place.start, own]), [[declaration!.start, true], ...uses.map(({ start }) => [start, false])]);
  assert.deepEqual(highlights(analysis, FILE, 0), []);
});

test('links: imports, source documents of the workspace, and pages on the web', () => {
  const text = `entente: 1
import: [./base.entente.yaml, ../out.entente.yaml]
parties: { a: {} }
agreements:
  deal:
    parties: [a]
    signed: 2026
    source: { document: 'sources/notes.md', quote: x }
    clauses:
      one: { type: license, by: a, to: a, subject: x, source: { document: 'HTTPS://example.org/a b', quote: x } }
      two: { type: license, by: a, to: a, subject: x, source: { document: 'https://example.org/?q=1', quote: x } }
      three: { type: license, by: a, to: a, subject: x, source: { document: 'javascript:alert(1)', quote: x } }
      four: { type: license, by: a, to: a, subject: x, source: { document: '../../outside.md', quote: x } }
      five: { type: license, by: a, to: a, subject: x, source: { document: Annual report 2025, quote: x } }
`;
  const found = links(analysisOf(text, { 'base.entente.yaml': BASE }), FILE, 'file:///deals/');
  assert.deepEqual(found.map(({ target }) => target), [BASE_FILE, 'file:///deals/sources/notes.md', 'https://example.org/?q=1']);
  assert.equal(text.slice(found[0]!.span.start, found[0]!.span.end), './base.entente.yaml');
});

test('folds: entries and items over several lines, imports, runs of comments', () => {
  const text = `# one
# two
entente: 1
import:
  - ./a.entente.yaml
  - ./b.entente.yaml
parties:
  a: { name: A,
       note: long }
  # a comment

agreements:
  deal:
    title: >
      # text, no comment
      # text, no comment
    amends:
      - target: x/y
        effect: end
`;
  const shown = folds(analysisOf(text), FILE).map(({ first, last, kind }) => `${first}-${last} ${kind}`);
  assert.deepEqual(shown, ['0-1 comment', '3-5 imports', '6-8 region', '7-8 region', '11-18 region', '12-18 region', '13-15 region', '16-18 region', '17-18 region']);
  assert.deepEqual(folds(analysisOf('entente: 1\nparties:\n  a:\n    name: [\n'), FILE).map(({ first }) => first), [1, 2], 'what is broken still folds');
});

test('selections grow from the word to the text, each inside the next', () => {
  const offset = SMALL.indexOf('lenient: What') + 12;
  const spans = selections(analysisOf(SMALL), FILE, offset);
  assert.equal(SMALL.slice(spans[0]!.start, spans[0]!.end), 'What');
  assert.equal(SMALL.slice(spans[1]!.start, spans[1]!.end), 'What is reasonable');
  assert.equal(SMALL.slice(spans[2]!.start, spans[2]!.end), 'lenient: What is reasonable');
  assert.deepEqual(spans.at(-1), { start: 0, end: SMALL.length });
  for (const text of [SMALL, TEXT, 'entente: [', '']) {
    const one = analysisOf(text);
    for (let at = 0; at <= text.length; at += 3) {
      const around = selections(one, FILE, at);
      around.forEach(({ start, end }, index) => {
        const next = around[index + 1];
        assert.ok(start <= at && at <= end && (!next || (next.start <= start && end <= next.end && next.end - next.start > end - start)), `${at} in ${JSON.stringify(around)}`);
      });
    }
  }
});

test('supersession, both ways: who ended it, and what it ended', () => {
  const said = (items: readonly { item: { id: string; detail: string } }[]) => items.map(({ item }) => `${item.id}: ${item.detail}`);
  const later = supersessionAt(analysis, FILE, TEXT.indexOf('later:'));
  assert.deepEqual([later?.kind, later?.name], ['agreement', 'later']);
  const text = TEXT.replace('  later:\n    parties: [meteo]\n', '  later:\n    parties: [meteo]\n    signed: 2026-03-01\n').replace('  deal:\n', '  deal:\n    signed: 2025\n');
  const dated = analysisOf(text, { 'base.entente.yaml': BASE });
  assert.deepEqual(said(ends(dated, 'later')), ['deal: superseded from 2026-03-01 · in force from 2025-01-01', 'deal/first: ended from 2026-03-01 · license']);
  assert.deepEqual(said(endedBy(dated, 'deal')), ['later: superseded from 2026-03-01 · in force from 2026-03-01', 'later: deal/first ended from 2026-03-01 · in force from 2026-03-01']);
  assert.deepEqual(said(endedBy(dated, 'deal/first')), ['later: superseded from 2026-03-01 · in force from 2026-03-01', 'later: ended from 2026-03-01 · in force from 2026-03-01']);
  assert.deepEqual(said(endedBy(dated, 'later')), []);
  const [first] = ends(dated, 'later');
  assert.equal(text.slice(first!.at.start, first!.at.end), 'deal');
});

test('semantic tokens: names by what they name, values, and what is ended struck through', () => {
  const tokens = semanticTokens(analysis, FILE, { start: 0, end: TEXT.length }).map(({ span, type, modifiers }) => `${TEXT.slice(span.start, span.end)} ${[type, ...modifiers].join(' ')}`);
  assert.ok(tokens.includes('deal interface declaration deprecated'), tokens.join('\n'));
  assert.ok(tokens.includes('first function'), 'the part after the slash of deal/first');
  assert.ok(tokens.includes('maps struct declaration'));
  const small = semanticTokens(analysisOf(SMALL), FILE, { start: 0, end: SMALL.length });
  assert.ok(small.some(({ span, type }) => type === 'number' && SMALL.slice(span.start, span.end) === '2028'));
  let end = 0;
  for (const { span } of small) {
    assert.ok(span.start >= end && span.end > span.start);
    end = span.end;
  }
  const part = { start: SMALL.indexOf('agreements:'), end: SMALL.indexOf('clauses:') };
  assert.deepEqual(semanticTokens(analysisOf(SMALL), FILE, part), small.filter(({ span }) => span.start < part.end && part.start < span.end));
});

test('an outline of broken text is what can be read of it', () => {
  assert.deepEqual(symbols(analysisOf(''), FILE), []);
  assert.deepEqual(symbols(analysisOf('entente: 1\nparties:\n  a: {}\n  b: [\n'), FILE).map(({ name }) => name), ['parties']);
});
