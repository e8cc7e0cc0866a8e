/** The built command line and server, in processes in which everything that reaches out is refused and told. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { entente, ROOT } from '../cli/run.js';
import { Client } from '../server/client.js';
import { agreementNamed } from '../support/naughty.js';

const GUARD = join(ROOT, 'test', 'support', 'no-network.cjs');
const NODE_OPTIONS = `--require "${GUARD.replaceAll('\\', '\\\\')}"`;
const EXAMPLE = 'examples/openai-cloud-alliances.entente.yaml';

describe('Nothing is contacted', () => {
  test('the guard refuses and tells', () => {
    for (const attempt of ['fetch("http://127.0.0.1:9")', 'require("node:net").connect(9)', 'new (require("node:net").Socket)().connect(9)', 'require("node:https").get("https://127.0.0.1")', 'require("node:dgram").createSocket("udp4")', 'require("node:child_process").spawn("true")']) {
      const { stderr, status } = spawnSync(process.execPath, ['-e', attempt], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS } });
      assert.match(stderr, /^REACHED OUT: /m, attempt);
      assert.notEqual(status, 0);
    }
  });

  for (const args of [
    ['check', 'examples', '--format', 'sarif'], ['matrix', EXAMPLE, '--format', 'html'], ['matrix', EXAMPLE, '--format', 'svg'], ['explain', EXAMPLE, '--product', 'frontier', '--cloud', 'azure'],
    ['timeline', EXAMPLE], ['cells', EXAMPLE], ['money', EXAMPLE], ['test', EXAMPLE], ['diff', EXAMPLE, '--from', '2026-03-01', '--to', '2026-05-01'], ['format', EXAMPLE, '--check'], ['schema'],
  ]) {
    test(`by entente ${args.join(' ')}`, async () => {
      const { err, out } = await entente(args, { NODE_OPTIONS });
      assert.doesNotMatch(err, /REACHED OUT|refused/);
      assert.notEqual(out + err, '');
    });
  }

  test('by the server, in a whole session with a text full of addresses', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-'));
    const client = new Client({ NODE_OPTIONS });
    try {
      await client.initialize({ folder: pathToFileURL(folder).href });
      const uri = pathToFileURL(join(folder, 'a.entente.yaml')).href;
      await client.open(uri, agreementNamed('https://example.com/x.entente.yaml', false));
      await client.diagnostics(uri, 1);
      const textDocument = { uri };
      for (const [method, params] of [
        ['textDocument/documentLink', { textDocument }], ['textDocument/hover', { textDocument, position: { line: 1, character: 9 } }], ['textDocument/codeAction', { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } }, context: { diagnostics: [] } }],
        ['workspace/symbol', { query: '' }], ['entente/matrix', { uri }], ['entente/export', { uri, format: 'html' }], ['entente/commitments', { uri }],
      ] as const) assert.notEqual(await client.request(method, params), undefined, method);
      await client.exit();
      assert.doesNotMatch(client.errors, /REACHED OUT|refused/);
    } finally {
      client.kill();
      rmSync(folder, { recursive: true });
    }
  });
});
