import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/service/analyse.js';
import { LIMITS } from '../../src/syntax/limits.js';

const FILE = 'file:///deals/main.entente.yaml';

/** Codes with the text each is placed on. */
function findings(text: string): string[] {
  const analysis = analyse({ file: FILE, workspace: 'file:///deals', texts: new Map([[FILE, text]]), documents: new Map(), today: 20_600 });
  for (const { place } of analysis.findings) {
    assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length, `span ${place.start}-${place.end} of ${text.length}`);
  }
  return analysis.findings.map(({ code, place }) => `${code} ${JSON.stringify(text.slice(place.start, Math.min(place.end, place.start + 20)))}`);
}

test('an empty file, and one that is no mapping', () => {
  assert.deepEqual(findings(''), ['not-a-mapping ""']);
  assert.deepEqual(findings('# nothing but a comment\n'), ['not-a-mapping ""']);
  assert.deepEqual(findings('- a\n- b\n'), ['not-a-mapping "- a\\n- b\\n"']);
  assert.deepEqual(findings('just words'), ['not-a-mapping "just words"']);
});

test('bytes that are no text', () => {
  assert.deepEqual(findings('PK\u0003\u0004\0\0'), ['yaml-syntax "\\u0003"']);
});

test('several documents: the first is read, the second is named', () => {
  assert.deepEqual(findings('entente: 1\n---\nentente: 1\n'), ['several-documents "---"']);
});

test('a byte-order mark, CRLF and lone CR change nothing', () => {
  assert.deepEqual(findings('\uFEFFentente: 1\r\ntitle: Terms\r\n'), []);
});

test('tabs as indentation', () => {
  assert.deepEqual(findings('entente: 1\nparties:\n\ta: { name: A }\n').slice(0, 1), ['yaml-syntax "\\t"']);
});

test('duplicate keys: the first counts', () => {
  assert.deepEqual(findings('entente: 1\ntitle: One\ntitle: Two\n'), ['duplicate-key "title"']);
});

test('an alias bomb, an unknown alias and one inside itself', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]`).join('\n')}`;
  assert.ok(findings(`entente: 1\n${bomb}`).some((finding) => finding.startsWith('resource-limit')));
  assert.ok(findings('entente: 1\ntitle: *nothing\n').includes('yaml-syntax "*nothing"'));
  assert.ok(findings('entente: 1\nnote: &n [*n]\n').includes('yaml-syntax "*n"'));
});

test('20,000 levels of nesting, in flow and in block style', () => {
  for (const text of [`entente: 1\nnote: ${'['.repeat(20_000)}`, `entente: 1\nnote: ${'{a: '.repeat(20_000)}`, `entente: 1\nnote:\n  ${'- '.repeat(20_000)}a`]) {
    assert.deepEqual(findings(text).map((finding) => finding.split(' ')[0]), ['resource-limit']);
  }
});

test('a file of 50 MB', () => {
  const text = `entente: 1\n${'# padding\n'.repeat(5_000_000)}`;
  assert.ok(text.length > 50_000_000 && text.length > LIMITS.textLength);
  assert.deepEqual(findings(text), ['resource-limit ""']);
});

test('names that mean something to JavaScript are names', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
  const map = (body: string): string => names.map((name) => `  ${name}: { ${body} }`).join('\n');
  const text = `entente: 1\nparties:\n${map('name: P')}\nclouds:\n${map('name: C')}\nproducts:\n${map('name: Q')}\nevents:\n${map('status: pending').replaceAll(/^ {2}/gm, '  e-')}\nagreements:\n  deal:\n    parties: [__proto__, constructor]\n    effective: 2026-01-01\n    through: 2027\n    clauses:\n      constructor: { type: availability, by: __proto__, to: constructor, products: all, clouds: any }\n`;
  assert.ok(!findings(text).some((finding) => /internal-error|unknown-reference/.test(finding)), findings(text).join('\n'));
  assert.equal(({} as Record<string, unknown>)['name'], undefined);
});
