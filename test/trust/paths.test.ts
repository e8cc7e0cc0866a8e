/** Files outside the workspace, and every way to name one: nothing of them may reach an answer, on a real disk. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { ROOT } from '../cli/run.js';
import { Client } from '../server/client.js';

const CLI = join(ROOT, 'dist', 'cli', 'entente.js');
const SECRET = 'entente: 1\nparties: { secret: { name: Top Secret } }\n';
const WORDS = 'These are the secret words.';

describe('What lies outside the workspace is not read', { skip: process.platform === 'win32' && 'links need rights' }, () => {
  let top = '';
  const at = (...names: string[]): string => join(top, ...names);

  before(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'entente-trust-')));
    for (const folder of ['outside', 'workspace/sub', 'workspace-beside']) mkdirSync(at(folder), { recursive: true });
    for (const folder of ['outside', 'workspace-beside']) {
      writeFileSync(at(folder, 'secret.entente.yaml'), SECRET);
      writeFileSync(at(folder, 'secret.md'), WORDS);
    }
    writeFileSync(at('workspace', 'sub', 'inside.entente.yaml'), SECRET);
    symlinkSync(at('outside'), at('workspace', 'linked'));
    symlinkSync('../outside', at('workspace', 'relative'));
    for (const kind of ['entente.yaml', 'md']) symlinkSync(at('outside', `secret.${kind}`), at('workspace', `link.${kind}`));
    symlinkSync(at('workspace', `link.entente.yaml`), at('workspace', 'twice.entente.yaml'));
    symlinkSync(at('nowhere'), at('workspace', 'dangling.entente.yaml'));
    symlinkSync(at('workspace', 'loop.entente.yaml'), at('workspace', 'loop.entente.yaml'));
    symlinkSync(at('workspace', 'sub', 'inside.entente.yaml'), at('workspace', 'kept.entente.yaml'));
  });
  after(() => rmSync(top, { recursive: true }));

  /** Ways to name `secret.KIND`, by what they try. */
  const attempts = (kind: string): readonly string[] => {
    const file = `secret.${kind}`;
    const absolute = at('outside', file);
    return [
      `../outside/${file}`, `./../outside/${file}`, `./sub/../../outside/${file}`, `sub/..//..//outside/${file}`, `../workspace/../outside/${file}`, `../workspace-beside/${file}`, `../WORKSPACE/../outside/${file}`, `../Outside/${file}`,
      `%2e%2e/outside/${file}`, `.%2e/outside/${file}`, `..%2foutside/${file}`, `%2e%2e%2foutside%2f${file}`, `..\\outside\\${file}`, `..;/outside/${file}`, `.\u200b./outside/${file}`, `\uff0e\uff0e/outside/${file}`,
      absolute, `/${absolute}`, `//localhost${absolute}`, `\\${absolute}`, `file://${absolute}`, `FILE://${absolute}`, `File:${absolute}`, `file:../outside/${file}`, `vscode-file:${absolute}`, `https://example.com/${file}`, `data:text/plain,${file}`, ` ../outside/${file}`, `~/../${absolute}`,
      `linked/${file}`, `./linked/../linked/${file}`, `relative/${file}`, `link.${kind}`, 'twice.entente.yaml', 'dangling.entente.yaml', 'loop.entente.yaml', `sub/../link.${kind}`, `link.${kind}/`, `link.${kind}\0`, '.', '..', '/', '', 'sub',
    ];
  };

  const text = (path: string, document: string): string => `entente: 1
import: [${JSON.stringify(path)}]
parties: { a: { name: A }, b: {} }
agreements:
  deal:
    parties: [a, b]
    effective: 2026-01-01
    source: { document: ${JSON.stringify(document)}, quote: words that nobody wrote }
    clauses:
      c: { type: license, by: secret, to: b }
`;
  const documents = attempts('md');
  const texts = attempts('entente.yaml').map((path, index) => [path, text(path, documents[index] ?? '../outside/secret.md')] as const);

  /** The party is not known, and nobody has looked for the quote. */
  const checkUnread = (findings: readonly { readonly code: string; readonly message: string }[], path: string): void => {
    const codes = findings.map(({ code }) => code);
    assert.ok(codes.includes('unknown-reference'), `${path}: ${codes.join(', ')}`);
    assert.ok(!codes.includes('quote-not-found'), path);
    assert.ok(codes.some((code) => /^import-(?:not-found|outside-workspace|cycle)$|^yaml-syntax$|^wrong-type$/.test(code)), `${path}: ${codes.join(', ')}`);
    assert.ok(!JSON.stringify(findings).includes('Top Secret'), path);
  };

  test('by the command line', () => {
    texts.forEach(([, content], index) => writeFileSync(at('workspace', `main-${index}.entente.yaml`), content));
    const { stdout } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', ...texts.map((_, index) => `main-${index}.entente.yaml`)], { cwd: at('workspace'), encoding: 'utf8', maxBuffer: 1 << 26 });
    const { findings } = JSON.parse(stdout) as { findings: { code: string; message: string; file: string }[] };
    texts.forEach(([path], index) => checkUnread(findings.filter(({ file }) => file === `main-${index}.entente.yaml`), path));
  });

  test('by the command line in a folder that it searches: links are not followed', () => {
    const { stdout } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', '.'], { cwd: at('workspace'), encoding: 'utf8', maxBuffer: 1 << 26 });
    const files = new Set((JSON.parse(stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file));
    assert.ok(files.has('main-0.entente.yaml'));
    assert.deepEqual([...files].filter((file) => /linked|relative|link\.|twice|loop|dangling/.test(file)), []);
  });

  test('a link that stays inside is followed', () => {
    writeFileSync(at('workspace', 'good.entente.yaml'), text('kept.entente.yaml', 'A title'));
    const { stdout } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', 'good.entente.yaml'], { cwd: at('workspace'), encoding: 'utf8' });
    assert.doesNotMatch(stdout, /import-|unknown-reference/);
  });

  for (const files of ['disk', 'client'] as const) {
    test(files === 'disk' ? 'by the server' : 'by the server through an editor that would read anything', async () => {
      const client = new Client();
      try {
        const asked: string[] = [];
        client.connection.onRequest('entente/readFile', ({ uri }: { uri: string }) => {
          asked.push(uri);
          return { text: /\.md$/.test(uri) ? WORDS : SECRET };
        });
        client.connection.onRequest('entente/listFiles', () => ({ uris: [] }));
        await client.initialize({ folder: pathToFileURL(at('workspace')).href, ...(files === 'client' ? { initializationOptions: { files: 'client' } } : {}) });
        for (const [index, [path, content]] of texts.entries()) {
          // What is there in no form is the editor's own to give.
          if (files === 'client' && !/secret|link\.|twice/.test(path)) continue;
          const uri = pathToFileURL(at('workspace', `open-${index}.entente.yaml`)).href;
          await client.open(uri, content);
          const findings = await client.diagnostics(uri, 1);
          if (files === 'disk' || /^(?:\.?\/?linked|relative|link\.entente\.yaml$|twice|sub\/\.\.\/link)/.test(path)) checkUnread(findings, path);
        }
        for (const uri of asked) assert.ok(uri.startsWith(`${pathToFileURL(at('workspace')).href}/`), uri);
        const symbols = await client.request<readonly { name: string }[]>('workspace/symbol', { query: 'secret' });
        assert.ok(!symbols.some(({ name }) => name === 'Top Secret' && files === 'client'));
        assert.doesNotMatch(JSON.stringify(symbols), /\/(?:linked|relative|outside|workspace-beside)\//);
      } finally {
        client.kill();
      }
    });
  }
});
