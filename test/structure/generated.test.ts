import assert from 'node:assert/strict';
import { test } from 'node:test';

test('every generated file is what `npm run generate` writes', async () => {
  const { stale } = await import(new URL('../../../scripts/generate.mjs', import.meta.url).href) as { stale(): Promise<string[]> };
  assert.deepEqual(await stale(), []);
});
