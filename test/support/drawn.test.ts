import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { FOUND, foundFor, keep } from './drawn.js';
import { ROOT } from './syntax.js';

test('a counterexample is kept as it was, and tried before others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-found-'));
  try {
    const wrong = fc.property(fc.constantFrom('two\nlines: "x"\t\n', '\u{1F600}\u0000\r\n\u2028', '\ud800', '- # x', 'null'), fc.record({ at: fc.nat() }), () => assert.fail('it fails'));
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const out = fc.check(wrong, { seed });
      keep('wrong', out, folder);
      assert.ok(foundFor('wrong', folder).some((values) => JSON.stringify(values) === JSON.stringify(out.counterexample)));
    }
    assert.deepEqual(foundFor('wro', folder), []);
    const again = fc.check(wrong, { examples: foundFor<[string, { at: number }]>('wrong', folder), seed: 7 });
    assert.equal(again.numRuns, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every property has a name of its own, and every counterexample a property', () => {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const names = tests.flatMap((file) => [...readFileSync(join(ROOT, 'test', file), 'utf8').matchAll(/\bdrawn\(['`]([^'`$]+)/g)].map(([, name]) => name!));
  assert.equal(new Set(names).size, names.length);
  for (const file of readdirSync(FOUND).filter((name) => name.endsWith('.yaml'))) assert.ok(names.some((name) => file.startsWith(name)), `${file} is of no property`);
  // All of them, so that `npm run fuzz` leaves none out.
  for (const file of tests) assert.doesNotMatch(readFileSync(join(ROOT, 'test', file), 'utf8'), /fc\.assert\((?![^]*?\bdrawn\()/, file);
});
