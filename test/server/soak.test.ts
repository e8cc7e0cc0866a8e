import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './client.js';

test('a session of 200 edits, with requests in between: nothing fails, and the heap is measured', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'soak.mjs'), '--edits', '200'], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /^Heap after \d+ edits [\d.]+ MiB, after 200 [\d.]+ MiB/m);
  assert.doesNotMatch(stdout, /The server said/);
});
