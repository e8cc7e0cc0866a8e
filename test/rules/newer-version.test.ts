import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analysisOf } from '../service/support.js';

test('a file for newer tools is told so once, whatever else stands in it', () => {
  for (const text of [
    'entente: 2\n', 'entente: 2\nfuture: 1\nparties: [a]\nagreements:\n  a:\n    clauses:\n      b: { type: new-thing }\n',
    'future: 1\nentente: 2.5\n', 'entente: 3\nparties: { a: {}, a: {} }\nas-of: soon\nexpect: 1\nx: [\n',
  ]) {
    const { findings, silenced } = analysisOf(text);
    assert.deepEqual([findings.map(({ code, severity }) => [code, severity]), silenced], [[['unsupported-version', 'error']], []], text);
    assert.match(findings[0]!.message, /^This file is written in version [\d.]+ of the language; these tools read version 1\. Use a newer version/);
  }
});

test('what is no later version is judged as ever', () => {
  for (const text of ['entente: 0\nfuture: 1\n', 'entente: "2"\nfuture: 1\n']) assert.deepEqual(analysisOf(text).findings.map(({ code }) => code).sort(), ['unknown-key', 'unsupported-version'], text);
});

test('a file that imports one for newer tools is told that the import cannot be read', () => {
  const { findings } = analysisOf('entente: 1\nimport: [./later.entente.yaml]\n', { 'later.entente.yaml': 'entente: 2\nfuture: 1\n' });
  assert.deepEqual(findings.map(({ code }) => code), ['import-with-errors']);
});
