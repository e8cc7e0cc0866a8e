import assert from 'node:assert/strict';
import { test } from 'node:test';

interface Compare {
  regressions(recorded: Readonly<Record<string, number>>, measured: Readonly<Record<string, number>>): { name: string; before: number; ratio: number }[];
  merged(recorded: Readonly<Record<string, number>>, measured: Readonly<Record<string, number>>): Record<string, number>;
}
const { regressions, merged } = await import(new URL('../../../bench/compare.mjs', import.meta.url).href) as Compare;

test('a ratio is worse when it is more than a third above the recorded one', () => {
  assert.deepEqual(regressions({ edit: 0.3, open: 0.6, zero: 0 }, { edit: 0.39, open: 0.81, zero: 0 }), [{ name: 'open', before: 0.6, ratio: 0.81 }]);
  assert.deepEqual(regressions({ stale: 0 }, { stale: 1 }), [{ name: 'stale', before: 0, ratio: 1 }], 'nothing is a third of nothing');
  assert.deepEqual(regressions({ edit: 0.3 }, { edit: 0.1 }), [], 'better is not worse');
});

test('what is on one side only says nothing', () => {
  assert.deepEqual(regressions({ gone: 1 }, { fresh: 5 }), []);
});

test('recording replaces what was measured, keeps the rest, and is in order', () => {
  const recorded = merged({ b: 2, c: 3 }, { c: 1 / 3, a: 12.3456 });
  assert.deepEqual(Object.entries(recorded), [['a', 12.3], ['b', 2], ['c', 0.333]]);
});
