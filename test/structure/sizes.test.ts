/** What is loaded until there is something to see is small; the rest is loaded when it is asked for. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Client, ROOT } from '../server/client.js';

const DIST = path.join(ROOT, 'dist');
const bytesOf = (file: string): number => readFileSync(path.join(DIST, file)).length;

/** A module and all that it imports before it runs. */
function atFirst(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported] of readFileSync(path.join(DIST, file), 'utf8').matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) atFirst(path.posix.join(path.posix.dirname(file), imported!), seen);
  return seen;
}

describe('the server', () => {
  const start = [...atFirst('server/node.js')];

  test('starts with less than 400,000 bytes, in few files', () => {
    const bytes = start.reduce((sum, file) => sum + bytesOf(file), 0);
    assert.ok(bytes < 400_000, `${bytes} bytes in ${start.join(', ')}`);
    assert.ok(start.length <= 3, start.join(', '));
  });

  test('in a browser is one file of less than 620,000 bytes', () => assert.ok(bytesOf('server/web.js') < 620_000, `${bytesOf('server/web.js')} bytes`));

  test('shows findings with these files alone; what else is asked for is loaded then', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-start-'));
    after(() => rmSync(folder, { recursive: true }));
    for (const file of [...start, 'server/package.json']) copyFileSync(path.join(DIST, file), path.join(folder, path.basename(file)));
    const client = new Client({}, path.join(folder, 'node.js'));
    after(() => client.kill());
    await client.initialize();
    const uri = 'file:///deals/a.entente.yaml';
    await client.open(uri, 'entente: 1\nparties:\n  a: { nam: A }\n');
    assert.ok((await client.diagnostics(uri, 1)).some(({ code }) => code === 'unknown-key'));
    await assert.rejects(client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }), /Cannot find module/, 'so this test can tell');
  });

  test('holds nothing of the rules that only docs and tests read', () => {
    assert.ok(!start.some((file) => /\brationale\b/.test(readFileSync(path.join(DIST, file), 'utf8'))));
    assert.match(readFileSync(path.join(DIST, 'cli/entente.js'), 'utf8'), /\brationale\b/, 'so this test can tell');
  });
});

test('the client has less than 450,000 bytes', () => {
  for (const file of ['client/node.js', 'client/web.js']) assert.ok(bytesOf(file) < 450_000, `${file}: ${bytesOf(file)} bytes`);
});
