/** What the extension reads in Restricted Mode, with a stand-in for VS Code that tells of every access. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { ROOT } from '../support/syntax.js';

interface Client {
  readonly readWorkspaceFile: (uri: string) => Promise<string | null>;
  readonly agreementsInWorkspace: (limit: number) => Promise<readonly object[]>;
  readonly committedText: (uri: unknown) => Promise<{ readonly text: string } | { readonly reason: string }>;
}

/** The client's own readers, built on a stand-in for the module `vscode`. */
async function clientOn(vscode: object): Promise<Client> {
  const { outputFiles: [file] } = await build({
    stdin: { contents: `export * from './read-file.js'; export * from './git-text.js';`, resolveDir: join(ROOT, 'src', 'client'), loader: 'ts' },
    bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'], logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', file!.text)(module, module.exports, () => vscode);
  return module.exports as Client;
}

class Uri {
  constructor(readonly scheme: string, readonly authority: string, readonly path: string) {}
  static parse(text: string): Uri {
    const { protocol, host, pathname } = new URL(text);
    return new Uri(protocol.slice(0, -1), host, decodeURIComponent(pathname));
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri { return uri.with({ path: new URL(parts.join('/'), `file://${uri.path}`).pathname }); }
  with({ path = this.path }: { path?: string }): Uri { return new Uri(this.scheme, this.authority, path); }
  toString(): string { return `${this.scheme}://${this.authority}${this.path}`; }
}

function standIn({ isTrusted, scheme = 'file', type = 1 }: { isTrusted: boolean; scheme?: string; type?: number }): { vscode: object; accesses: string[] } {
  const accesses: string[] = [];
  const note = (what: string) => { accesses.push(what); };
  const vscode = {
    l10n: { t: (text: string) => text }, Uri, FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
    extensions: { getExtension: () => { note('git'); return undefined; } },
    workspace: {
      isTrusted, workspaceFolders: [{ uri: new Uri(scheme, '', '/deals') }],
      textDocuments: [{ isClosed: false, languageId: 'entente', uri: new Uri(scheme, '', '/deals/open.entente.yaml'), getText: () => 'open text' }],
      findFiles: () => { note('search'); return Promise.resolve([new Uri(scheme, '', '/deals/other.entente.yaml')]); },
      fs: { stat: () => { note('stat'); return Promise.resolve({ type, size: 4 }); }, readFile: () => { note('read'); return Promise.resolve(new TextEncoder().encode('text')); } },
    },
  };
  return { vscode, accesses };
}

interface Provider { provideTasks(): readonly object[]; resolveTask(task: object): object | undefined }

/** The provider of tasks, on a stand-in in which only folders and trust differ. */
async function tasksOn(isTrusted: boolean, scheme: string): Promise<Provider> {
  const { outputFiles: [file] } = await build({
    stdin: { contents: `export * from './tasks.js';`, resolveDir: join(ROOT, 'src', 'client'), loader: 'ts' },
    bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'], logLevel: 'silent',
  });
  const module = { exports: {} };
  let provider: Provider | undefined;
  class ProcessExecution { constructor(readonly process: string, readonly args: readonly string[]) {} }
  class Task { constructor(readonly definition: object, readonly scope: object, readonly name: string, readonly source: string, readonly execution: ProcessExecution) {} }
  const uri = { scheme, fsPath: '/deals' };
  const vscode = {
    l10n: { t: (text: string) => text }, ProcessExecution, Task, TaskGroup: { Test: {} }, Uri: { joinPath: () => ({ fsPath: '/extension/dist/cli/entente.js' }) },
    workspace: { isTrusted, workspaceFolders: [{ uri }] }, tasks: { registerTaskProvider: (_: string, given: Provider) => { provider = given; } },
  };
  new Function('module', 'exports', 'require', file!.text)(module, module.exports, () => vscode);
  (module.exports as { ententeTasks(extension: object): void }).ententeTasks(uri);
  return provider!;
}

test('tasks: none in Restricted Mode and where there is no disk; of a definition only what it may say', async () => {
  for (const [isTrusted, scheme, count] of [[true, 'file', 3], [false, 'file', 0], [true, 'vscode-vfs', 0]] as const) {
    const provider = await tasksOn(isTrusted, scheme);
    assert.equal(provider.provideTasks().length, count);
    assert.equal(provider.resolveTask({ definition: { type: 'entente', command: 'check' } }) !== undefined, count > 0);
  }
  const provider = await tasksOn(true, 'file');
  for (const command of ['lsp', 'mcp', '--version', 'constructor', 3, undefined]) assert.equal(provider.resolveTask({ definition: { type: 'entente', command } }), undefined);
  const { execution: { args } } = provider.resolveTask({ definition: { type: 'entente', command: 'format', paths: ['--key-order', 'a b; rm', 3, ''] } }) as { execution: { args: readonly string[] } };
  assert.deepEqual(args, ['/extension/dist/cli/entente.js', 'format', '--', '--key-order', 'a b; rm']);
});

describe('In Restricted Mode', () => {
  test('only open files are read, nothing is searched, and Git is not asked', async () => {
    const { vscode, accesses } = standIn({ isTrusted: false });
    const client = await clientOn(vscode);
    assert.equal(await client.readWorkspaceFile('file:///deals/open.entente.yaml'), 'open text');
    assert.equal(await client.readWorkspaceFile('file:///deals/other.entente.yaml'), null);
    assert.deepEqual(await client.agreementsInWorkspace(10), []);
    assert.ok('reason' in await client.committedText(Uri.parse('file:///deals/open.entente.yaml')));
    assert.deepEqual(accesses, []);
  });

  test('else, what lies in the workspace is', async () => {
    const { vscode, accesses } = standIn({ isTrusted: true });
    const client = await clientOn(vscode);
    assert.equal(await client.readWorkspaceFile('file:///deals/other.entente.yaml'), 'text');
    assert.deepEqual((await client.agreementsInWorkspace(10)).map(String), ['file:///deals/other.entente.yaml']);
    for (const outside of ['file:///deal', 'file:///deals-beside/x.md', 'file:///deals/../x.md', 'file:///deals/%2e%2e/x.md', 'file:///deals/..%2fx.md', 'file:///DEALS/x.md', 'https://deals/x.md', 'vscode-remote://host/deals/x.md', 'not a uri']) {
      assert.equal(await client.readWorkspaceFile(outside), null, outside);
    }
    assert.deepEqual(accesses, ['stat', 'read', 'search']);
  });

  test('a link on a file system that no server can look at is not followed', async () => {
    const { vscode, accesses } = standIn({ isTrusted: true, scheme: 'memfs', type: 65 });
    assert.equal(await (await clientOn(vscode)).readWorkspaceFile('memfs:///deals/link.md'), null);
    assert.deepEqual(accesses, ['stat']);
  });

  test('the extension says so of itself', () => {
    const { capabilities } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { capabilities: { untrustedWorkspaces: { supported: unknown } } };
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    const { untrustedWorkspaces } = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as { untrustedWorkspaces: string };
    assert.match(untrustedWorkspaces, /Restricted Mode only open files are read/);
  });
});
