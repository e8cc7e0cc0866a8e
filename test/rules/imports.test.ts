import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyseExample, MAIN } from '../support/examples.js';

const IMPORT = (file: string): string => `entente: 1\nimport: [./${file}.entente.yaml]\n`;
const found = (text: string, files: Record<string, string>): readonly string[] => analyseExample({ text, files }).findings.map(({ code, place }) => {
  assert.equal(place.file, MAIN);
  return `${code} ${text.slice(place.start, place.end)}`;
});

describe('Imports', () => {
  test('a circle through two files is reported at the import that leads into it', () => {
    assert.deepEqual(found(IMPORT('a'), { 'a.entente.yaml': IMPORT('b'), 'b.entente.yaml': IMPORT('main') }), ['import-cycle ./a.entente.yaml']);
  });
  test('a circle that this file is not part of is left to those files', () => {
    assert.deepEqual(found(IMPORT('a'), { 'a.entente.yaml': IMPORT('b'), 'b.entente.yaml': IMPORT('a') }), []);
  });
  test('a file that imports itself', () => assert.deepEqual(found(IMPORT('main'), {}), ['import-cycle ./main.entente.yaml']));
  test('problems inside an imported file are named at the import, as one', () => {
    assert.deepEqual(found(IMPORT('a'), { 'a.entente.yaml': 'entente: 1\nas-of: never\ntitel: x\n' }), ['import-with-errors ./a.entente.yaml']);
  });
  test('declarations that only an importing file uses are not unused there, nor in a library', () => {
    const library = 'entente: 1\nparties: { a: {}, b: {} }\nevents: { launch: { status: pending } }\n';
    assert.deepEqual(found(library, {}), []);
    assert.deepEqual(found(`${IMPORT('library')}agreements:\n  deal: { parties: [a, b], signed: 2026 }\n`, { 'library.entente.yaml': library }), []);
  });
});
