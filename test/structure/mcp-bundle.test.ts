import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../cli/run.js';

/** A method that only the SDK names. */
const SDK = 'tools/call';

test('the SDK of the Model Context Protocol is in its own bundle and in no other', () => {
  const dist = path.join(ROOT, 'dist');
  const bundles = ['client', 'server', 'webview', 'cli'].flatMap((folder) => readdirSync(path.join(dist, folder)).map((name) => `${folder}/${name}`));
  assert.deepEqual(bundles.filter((bundle) => readFileSync(path.join(dist, bundle), 'utf8').includes(SDK)), ['cli/mcp.js']);
});

test('no other command needs it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-alone-'));
  try {
    const alone = path.join(folder, 'entente.js');
    copyFileSync(path.join(ROOT, 'dist/cli/entente.js'), alone);
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [alone, ...args], { cwd: ROOT, encoding: 'utf8', input: '' });
    assert.equal(run('check', 'examples/openai-cloud-alliances.entente.yaml').status, 0);
    assert.match(run('mcp').stderr, /mcp\.js/, 'without its bundle it cannot start, so this test can tell');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
