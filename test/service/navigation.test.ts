import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../src/service/definition.js';
import { locate } from '../../src/service/locate.js';
import { references } from '../../src/service/references.js';
import { type DocumentSymbol, symbols } from '../../src/service/symbols.js';
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
`;
const BASE = 'entente: 1\nparties:\n  meteo: { name: Meteo }\n';
const BASE_FILE = 'file:///deals/base.entente.yaml';
const analysis = analysisOf(TEXT, { 'base.entente.yaml': BASE });
const marked = (label: string) => marks(TEXT).filter((mark) => mark.label === label).map(({ start, end }) => ({ start, end }));

test('a name leads to its declaration, also in an import', () => {
  const [first] = marked('clause');
  for (const { start, end } of marked('clause use')) {
    assert.deepEqual(definition(analysis, FILE, start + 1), { origin: { file: FILE, start, end }, target: { file: FILE, ...first } });
  }
  for (const { start } of marked('use')) assert.equal(definition(analysis, FILE, start)?.target.file, BASE_FILE);
});

test('an import leads to its file', () => {
  assert.deepEqual(definition(analysis, FILE, marked('import')[0]!.start + 3)?.target, { file: BASE_FILE, start: 0, end: 0 });
});

test('every use of a name, with and without its declaration', () => {
  const place = ({ start, end }: { start: number; end: number }) => ({ file: FILE, start, end });
  assert.deepEqual(references(analysis, FILE, marked('clause')[0]!.start, false), marked('clause use').map(place));
  assert.deepEqual(references(analysis, FILE, marked('agreement use')[0]!.start, true), [...marked('agreement'), ...marked('agreement use')].map(place));
  assert.equal(references(analysis, FILE, marked('use')[0]!.start, true)[0]?.file, BASE_FILE);
  assert.deepEqual(references(analysis, FILE, 0, true), []);
});

test('ids are located: clauses, agreements and the rest', () => {
  assert.deepEqual(locate(analysis, 'deal/first'), { file: FILE, ...marked('clause')[0] });
  assert.deepEqual(locate(analysis, 'deal'), { file: FILE, ...marked('agreement')[0] });
  assert.equal(locate(analysis, 'meteo')?.file, BASE_FILE);
  assert.equal(locate(analysis, 'deal/third'), undefined);
});

test('the outline holds declarations, agreements and clauses', () => {
  const line = ({ name, detail, kind, children }: DocumentSymbol, depth = 0): string[] =>
    [`${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : `: ${detail}`}`, ...children.flatMap((child) => line(child, depth + 1))];
  const found = symbols(analysisOf(`${SMALL}expect:\n  - { at: 2026, product: maps, cloud: north-cloud, status: available }\n`), FILE).flatMap((symbol) => line(symbol));
  assert.deepEqual(found.slice(0, 3), ['group parties', '  party meteo: Meteo Analytics', '  party north: North Cloud Inc']);
  assert.deepEqual(found.slice(found.indexOf('group agreements')), [
    'group agreements', '  agreement hosting: Hosting agreement', '    clause only-north: exclusivity', '    clause maps-north: availability',
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

test('an outline of broken text is what can be read of it', () => {
  assert.deepEqual(symbols(analysisOf(''), FILE), []);
  assert.deepEqual(symbols(analysisOf('entente: 1\nparties:\n  a: {}\n  b: [\n'), FILE).map(({ name }) => name), ['parties']);
});
