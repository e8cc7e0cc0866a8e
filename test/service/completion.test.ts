import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete, type CompletionItem } from '../../src/service/completion.js';
import { clauseSnippet, withoutStops } from '../../src/service/snippets.js';
import { CLAUSE_TYPES } from '../../src/clauses/registry.js';
import { analysisOf, atCursor, FILE, SMALL, WORKED } from './support.js';

function items(marked: string): readonly CompletionItem[] {
  const { text, offset } = atCursor(marked);
  return complete(analysisOf(text), FILE, offset);
}
const labels = (marked: string): string[] => items(marked).map(({ label }) => label);
const item = (marked: string, label: string): CompletionItem => {
  const found = items(marked).find((candidate) => candidate.label === label);
  assert.ok(found, `${label} is offered at ${marked.slice(-60)}`);
  return found;
};
/** Completion in a clause that is added to the small file. */
const inClause = (lines: string): string => `${SMALL}      more:\n${lines}`;

test('an empty file: the keys of a file, the version first', () => {
  assert.deepEqual(labels('$0').slice(0, 3), ['entente', 'title', 'as-of']);
  assert.equal(item('$0', 'entente').insertText, 'entente: 1');
});

test('keys that are there are not offered again', () => {
  const offered = labels(`${SMALL}$0`);
  assert.ok(offered.includes('expect') && offered.includes('import'));
  for (const key of ['entente', 'parties', 'agreements']) assert.ok(!offered.includes(key), key);
});

test('an empty mapping below a key', () => {
  assert.deepEqual(labels('entente: 1\nparties:\n  meteo:\n    $0\nclouds:\n  c: {}\n'), ['name', 'note']);
  assert.deepEqual(labels('entente: 1\nparties:\n  $0\n'), ['new party']);
});

test('in the middle of a word the whole word is replaced', () => {
  const { span, insertText } = item('entente: 1\nti$0\nparties: {}\n', 'title');
  assert.deepEqual([span, insertText], [{ start: 11, end: 13 }, 'title: $0']);
  assert.deepEqual(item('entente: 1\nti$0t: x\n', 'title').insertText, 'title', 'a key that has its colon keeps it');
});

test('flow mappings, closed and unclosed', () => {
  for (const end of [' }\n', '\n', '\n  south: { name: South }\n', '']) {
    assert.deepEqual(labels(`entente: 1\nclouds:\n  north: { name: North, $0${end}`), ['operator', 'kind', 'services', 'note'], JSON.stringify(end));
  }
  assert.deepEqual(labels('entente: 1\nparties: { a: {}, b: {} }\nclouds:\n  north: { operator: $0\n  south: {}\n'), ['a', 'b']);
  assert.deepEqual(labels('entente: 1\nparties: { a: {}, b: {} }\nagreements:\n  x:\n    parties: [a,\n      $0'), ['b']);
});

test('required keys come first, and say so', () => {
  const offered = items(inClause('        type: first-availability\n        $0\n'));
  assert.deepEqual(offered.slice(0, 3).map(({ label, detail }) => [label, detail]), [['by', 'required'], ['to', 'required'], ['cloud', 'required']]);
  assert.deepEqual([...offered].map(({ sortText }) => sortText).sort(), offered.map(({ sortText }) => sortText));
  assert.ok(offered.some(({ label }) => label === 'lead') && !offered.some(({ label }) => label === 'type'));
});

test('values: enumerations, booleans, ids', () => {
  assert.deepEqual(labels(SMALL.replace('status: pending', 'status: $0')), ['pending', 'never', 'occurred']);
  assert.deepEqual(labels(inClause('        type: license\n        exclusive: $0\n')), ['true', 'false']);
  assert.deepEqual(labels(inClause('        type: exclusivity\n        by: $0\n')), ['meteo', 'north']);
  assert.deepEqual(labels(inClause('        type: co-development\n        cloud: north-cloud\n        service: $0\n')), ['grid']);
  assert.deepEqual(labels(inClause('        type: exclusivity\n        products: [maps, $0]\n')), ['forecasts']);
  assert.deepEqual(labels(inClause('        type: exclusivity\n        products:\n          - maps\n          - $0\n')), ['forecasts']);
  assert.deepEqual(labels(SMALL.replace('    choices:', '    adopted: $0\n    choices:')), ['strict', 'lenient']);
  assert.deepEqual(labels(SMALL.replace('maps: true', 'maps: true, $0')), ['forecasts']);
});

test('a colon without a space gets one', () => {
  assert.equal(item(inClause('        type: exclusivity\n        by:$0\n'), 'meteo').insertText, ' meteo');
});

test('conditions, ends, leads and selectors', () => {
  assert.deepEqual(labels(inClause('        type: exclusivity\n        when: $0\n')).slice(0, 3), ['outage', 'merger', '{ reading: best-efforts, is: strict }']);
  assert.deepEqual(labels(inClause('        type: exclusivity\n        unless: { reading: best-efforts, is: $0 }\n')), ['strict', 'lenient']);
  assert.deepEqual(labels(inClause('        type: exclusivity\n        until: $0\n')).slice(0, 2), ['{ event: merger }', 'unstated']);
  assert.equal(item(inClause('        type: exclusivity\n        until: $0\n'), '{ event: merger }').insertText, '{ event: merger \\}');
  assert.deepEqual(labels(inClause('        type: exclusivity\n        until: { event: $0 }\n')), ['merger']);
  assert.ok(labels(inClause('        type: first-availability\n        lead: $0\n')).includes('{ reading: best-efforts }'));
  assert.deepEqual(labels(inClause('        type: first-availability\n        lead: { reading: best-efforts, $0 }\n')), ['strict', 'lenient']);
  assert.deepEqual(labels(inClause('        type: exclusivity\n        clouds: $0\n')).slice(0, 3), ['any', 'north-cloud', 'south-cloud']);
  assert.equal(item(inClause('        type: exclusivity\n        products: $0\n'), 'maps').insertText, '[maps]');
});

test('references to clauses: short inside the agreement, full from outside', () => {
  assert.deepEqual(labels(inClause('        type: exclusivity\n        subject-to: [$0]\n')), ['only-north', 'maps-north']);
  const outside = `${SMALL}  other:\n    parties: [meteo, north]\n    amends:\n      - target: $0\n`;
  assert.deepEqual(labels(outside), ['hosting/only-north', 'hosting/maps-north']);
  assert.deepEqual(labels(`${SMALL}  other:\n    supersedes: $0\n`), ['hosting']);
});

test('a clause type brings the whole clause, without the keys that are there', () => {
  const { insertText, kind } = item(inClause('        type: $0\n'), 'exclusivity');
  assert.equal(kind, 'snippet');
  assert.match(insertText, /^exclusivity\nby: \$\{1\|meteo,north\|\}\nto: \$\{2\|meteo,north\|\}\nproducts: \$\{3:all\}\ncloud: \$\{4\|north-cloud,south-cloud\|\}$/);
  assert.match(item(inClause('        by: meteo\n        type: $0\n'), 'exclusivity').insertText, /^exclusivity\nto: /);
  assert.match(item(`${SMALL}      more: { type: $0 }\n`, 'restriction').insertText, /^restriction, by: [^\n]+$/);
});

test('new ids: a whole clause below `clauses`', () => {
  const { insertText } = item(`${SMALL}      $0\n`, 'new restriction clause');
  assert.match(insertText, /^\$\{1:restriction\}:\n {2}type: restriction\n {2}by: /);
});

test('whole agreements, and in an empty text a whole file without findings', () => {
  assert.match(item(`${SMALL}  $0\n`, 'new exclusivity agreement').insertText, /^\$\{1:exclusivity-agreement\}:\n {2}title: /);
  const { insertText } = item('$0', 'new agreement file');
  assert.deepEqual(analysisOf(withoutStops(insertText)).findings, []);
  assert.ok(!labels('entente: 1\n$0').includes('new agreement file'));
});

test('nothing in comments, block texts and free text', () => {
  assert.deepEqual(labels('entente: 1 # co$0'), []);
  assert.deepEqual(labels('entente: 1\nnote: |\n  some $0\n'), []);
  assert.deepEqual(labels('entente: 1\ntitle: Some wo$0\n'), []);
});

test('broken text elsewhere does not move the place', () => {
  const offered = ['name', 'operator', 'kind', 'services', 'note'];
  assert.deepEqual(labels('entente: 1\nparties:\n  a: [\nclouds:\n  x:\n    $0\n  y: {}\n'), offered);
  assert.deepEqual(labels('entente: 1\ntitle: "never closed\nclouds:\n  x:\n    $0\n'), offered);
  assert.deepEqual(labels('entente: 1\nparties:\n    a: {}\n  b: {}\nclouds:\n  x:\n    name: X\n    $0\n'), offered.slice(1));
  assert.deepEqual(labels('entente: 1\nnot yaml at all\nclouds:\n  x:\n    $0\n'), offered);
});

test('list items as mappings, dashes indented or not', () => {
  const keys = ['effect', 'with', 'until', 'note'];
  assert.deepEqual(labels(`${SMALL}    amends:\n      - target: a/b\n        $0\n`), keys);
  assert.deepEqual(labels(`${SMALL}    amends:\n    - target: a/b\n      $0\n`), keys);
  assert.deepEqual(labels(`${SMALL}    amends:\n      - $0\n`), ['target', ...keys]);
});

test('CR LF line ends', () => {
  assert.deepEqual(labels('entente: 1\r\nparties:\r\n  a:\r\n    $0\r\nclouds: {}\r\n'), ['name', 'note']);
});

test('without snippets the stops become their defaults', () => {
  assert.equal(withoutStops('by: ${1|a,b|}\nto: ${2:x \\} y}, { $0 \\}'), 'by: a\nto: x } y, {  }');
  const { partnership } = analysisOf(SMALL);
  for (const type of CLAUSE_TYPES) assert.doesNotMatch(withoutStops(clauseSnippet(type, new Set(), false, partnership)), /\$|\\/);
});

test('text that is being written, at every point: no failure, and every item replaces text around the cursor', () => {
  for (let offset = 0; offset <= WORKED.length; offset += 13) {
    const text = WORKED.slice(0, offset);
    for (const { span } of complete(analysisOf(text), FILE, offset)) assert.ok(span.start <= offset && offset <= span.end && !text.slice(span.start, span.end).includes('\n'));
  }
});

test('dates relative to their neighbours: the start, the as-of day, and some years on', () => {
  assert.deepEqual(labels(SMALL.replace('signed: 2026-02', 'signed: 2026-02-15\n    effective: $0')), ['unstated', '2026-02-15', '2026-04-27']);
  assert.deepEqual(labels(SMALL.replace('through: 2028', 'through: $0')).filter((label) => /^\d/.test(label)), ['2027-01-31', '2029-01-31', '2031-01-31', '2026-04-27']);
  assert.deepEqual(labels(SMALL.replace('unless: outage', 'until: $0')).filter((label) => /^\d/.test(label)), ['2027-02-01', '2029-02-01', '2031-02-01', '2029-01-01', '2026-04-27']);
  assert.deepEqual(labels(SMALL.replace('unless: outage', 'from: 2026-05-01\n        through: $0')).filter((label) => /^\d/.test(label)), ['2027-04-30', '2029-04-30', '2031-04-30', '2028-12-31', '2026-04-27']);
  assert.match(item(SMALL.replace('through: 2028', 'through: $0'), '2027-01-31').documentation, /One year from 2026-02-01 on/);
});

test('the next word of an amount or a duration', () => {
  const amount = (text: string) => labels(inClause(`        type: investment\n        amount: ${text}\n`));
  assert.deepEqual(amount('50 $0').slice(0, 6), ['billion', 'million', 'thousand', 'trillion', 'USD', 'EUR']);
  assert.deepEqual(amount('up to 1,000.5 bil$0').slice(0, 2), ['billion', 'million']);
  assert.deepEqual(amount('50 billion $0').slice(0, 2), ['USD', 'EUR']);
  assert.equal(amount('50 billion $0').length, new Set(amount('50 billion $0')).size);
  assert.ok(amount('50 billion $0').includes('ISK'));
  assert.equal(labels(inClause('        type: investment\n        amount: 7 billion SEK\n        tranches: [{ amount: 3 billion $0 }]\n'))[0], 'SEK', 'what the file uses comes first');
  assert.deepEqual(amount('50 billion USD $0'), []);
  assert.deepEqual(labels(inClause('        type: first-availability\n        lead: 6 $0\n')), ['months', 'years', 'weeks', 'days']);
  assert.deepEqual(labels(SMALL.replace('name: North Cloud,', 'name: North $0,')), [], 'free text has none');
});

test('paths of files that can be imported', () => {
  const { text, offset } = atCursor('entente: 1\nimport: [./base.entente.yaml, $0]\n');
  const files = [FILE, 'file:///deals/base.entente.yaml', 'file:///deals/sub/more.entente.yaml', 'file:///other.entente.yaml'];
  const offered = complete(analysisOf(text), FILE, offset, () => files).map(({ label }) => label);
  assert.deepEqual(offered, ['./sub/more.entente.yaml', '../other.entente.yaml']);
});

test('a fact can be assumed for one product', () => {
  const offered = labels(`${SMALL}expect:\n  - { at: 2027, assume: { $0 } }\n`);
  assert.ok(offered.includes('outage') && offered.includes('outage:forecasts'));
  assert.ok(!offered.includes('outage:maps'), 'it is known there');
});
