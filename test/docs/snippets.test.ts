import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';

const root = process.cwd();
const cli = path.join(root, 'dist/cli/entente.js');

/** The documents that are written by hand; the generated pages are tested with the rules. */
const documents = ['README.md', ...readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** Whole files among the YAML blocks of a document, with the line on which each starts. */
function wholeFiles(markdown: string): { line: number; text: string }[] {
  return [...markdown.matchAll(/^```yaml\n(entente: 1\n[^]*?)^```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length + 1, text: match[1] ?? '',
  }));
}

describe('files shown in the docs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-docs-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const shown = documents.flatMap((document) => wholeFiles(readFileSync(path.join(root, document), 'utf8')).map((block) => ({ document, ...block })));
  test('there are some', () => assert.ok(shown.length > 0));

  for (const { document, line, text } of shown) {
    test(`${document}:${line}`, () => {
      const file = path.join(folder, `${document.replaceAll(/\W+/g, '-')}-${line}.entente.yaml`);
      writeFileSync(file, text);
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', file, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
      const { findings } = JSON.parse(stdout) as { findings: readonly { code: string; severity: string; message: string }[] };
      assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
      assert.equal(status, 0, stderr);
    });
  }
});

/** Terminal sessions in a document: a command after `$ entente`, then exactly what it prints. */
function sessions(markdown: string): { line: number; args: string[]; output: string }[] {
  return [...markdown.matchAll(/^```console\n\$ entente (.*)\n([^]*?)^```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length + 1, args: (match[1] ?? '').split(' '), output: match[2] ?? '',
  }));
}

describe('output shown in the docs', () => {
  for (const document of documents) {
    for (const { line, args, output } of sessions(readFileSync(path.join(root, document), 'utf8'))) {
      test(`${document}:${line}`, () => {
        const { stdout } = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
        assert.equal(stdout, output);
      });
    }
  }
});
