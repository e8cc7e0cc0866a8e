import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Client, positionOf, ROOT } from './client.js';

const CLIENTS = join(ROOT, 'test/server/fixtures/clients');
const URI = 'file:///deals/hosting.entente.yaml';
/** On one line an emoji stands before a name, so that a wrong encoding shows. */
const TEXT = `entente: 1
parties:
  quarry: { name: Quarry }
  harbor: { name: Harbor }
clouds:
  north: { name: North 🚢, operator: harbor }
products:
  ledger: { name: Ledger, owner: quary }
agreements:
  hosting:
    parties: [quarry, harbor]
    signed: 2026-01-10
    clauses:
      one-year: { type: exclusivity, by: quarry, to: harbor, products: [ledger], cloud: north, until: 2027 }
`;

interface Expected {
  readonly hover: 'markdown' | 'plaintext';
  readonly documentation: 'markdown' | 'text';
  readonly snippets: boolean;
  readonly symbols: 'nested' | 'flat';
  readonly edits: 'documentChanges' | 'changes';
  readonly definition: 'link' | 'location';
  readonly prepareRename: boolean;
  readonly related: boolean;
  /** What the server registers later on, because the client lets it. */
  readonly registered: readonly string[];
}

const CONFIGURATION = 'workspace/didChangeConfiguration';
const WATCHED = 'workspace/didChangeWatchedFiles';

const EXPECTED: Readonly<Record<string, Expected>> = {
  'eglot-1.9': {
    hover: 'plaintext', documentation: 'text', snippets: false, symbols: 'nested', edits: 'documentChanges', definition: 'link', prepareRename: false, related: false, registered: [WATCHED],
  },
  'helix-25.07': {
    hover: 'markdown', documentation: 'text', snippets: true, symbols: 'flat', edits: 'documentChanges', definition: 'location', prepareRename: true, related: false, registered: [WATCHED],
  },
  'kate-26': { hover: 'markdown', documentation: 'text', snippets: false, symbols: 'nested', edits: 'changes', definition: 'location', prepareRename: false, related: true, registered: [] },
  'neovim-0.7': { hover: 'markdown', documentation: 'markdown', snippets: false, symbols: 'nested', edits: 'changes', definition: 'link', prepareRename: true, related: true, registered: [] },
  vscode: {
    hover: 'markdown', documentation: 'markdown', snippets: true, symbols: 'nested', edits: 'documentChanges', definition: 'link', prepareRename: true, related: true, registered: [CONFIGURATION, WATCHED],
  },
};

test('every recorded client is in the table', () => {
  assert.deepEqual(readdirSync(CLIENTS).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort(), Object.keys(EXPECTED).sort());
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`the server as ${name} meets it`, async () => {
    const client = new Client();
    after(() => client.kill());
    const registered: string[] = [];
    client.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    client.connection.onRequest('workspace/configuration', ({ items }: { items: object[] }) => items.map(() => null));
    client.connection.onRequest('workspace/workspaceFolders', () => [{ uri: 'file:///deals', name: 'deals' }]);
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onRequest('entente/readFile', () => ({ text: null }));
    client.connection.onRequest('entente/listFiles', () => ({ uris: [] }));

    const { capabilities } = await client.request<{ capabilities: Record<string, unknown> }>('initialize', JSON.parse(readFileSync(join(CLIENTS, `${name}.json`), 'utf8')));
    await client.connection.sendNotification('initialized', {});
    assert.equal(capabilities['positionEncoding'], 'utf-16');
    assert.equal(capabilities['diagnosticProvider'], undefined, 'findings are pushed');
    assert.deepEqual(capabilities['renameProvider'], expected.prepareRename ? { prepareProvider: true } : true);

    await client.open(URI, TEXT);
    const diagnostics = await client.diagnostics(URI, 1);
    const unknown = diagnostics.find(({ code }) => code === 'unknown-reference');
    assert.deepEqual(unknown?.range, { start: positionOf(TEXT, 'quary'), end: positionOf(TEXT, 'quary', 5) });
    assert.ok(diagnostics.every(({ relatedInformation }) => expected.related || relatedInformation === undefined));

    const at = (needle: string, inside = 0): object => ({ textDocument: { uri: URI }, position: positionOf(TEXT, needle, inside) });
    const { contents } = await client.request<{ contents: { kind: string; value: string } }>('textDocument/hover', at('one-year'));
    assert.equal(contents.kind, expected.hover);
    assert.equal(contents.value.includes('**'), expected.hover === 'markdown', contents.value);

    const items = await client.request<{ label: string; insertTextFormat: number; documentation?: string | { kind: string }; textEdit: { newText: string } }[]>('textDocument/completion', at('  hosting', 0));
    assert.ok(items.length > 0);
    const formats = new Set(items.map(({ insertTextFormat }) => insertTextFormat));
    assert.ok(expected.snippets || !formats.has(2), 'no placeholder for a client that has none');
    assert.equal(items.some(({ textEdit }) => /\$\{?\d/.test(textEdit.newText)), expected.snippets);
    assert.deepEqual(new Set(items.flatMap(({ documentation }) => (documentation === undefined ? [] : [typeof documentation === 'string' ? 'text' : documentation.kind]))), new Set([expected.documentation]));

    const symbols = await client.request<{ name: string; children?: object[]; containerName?: string; location?: object }[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.equal(symbols.every(({ children, location }) => (expected.symbols === 'nested' ? children !== undefined && location === undefined : location !== undefined)), true);

    const definition = await client.request<{ uri: string; range: object } | { targetUri: string; targetRange: object }[]>('textDocument/definition', at('operator: harbor', 11));
    const declared = { start: positionOf(TEXT, 'harbor:'), end: positionOf(TEXT, 'harbor:', 6) };
    if (Array.isArray(definition)) assert.deepEqual(definition.map(({ targetRange }) => targetRange), [declared]);
    else assert.deepEqual(definition.range, declared);
    assert.equal(Array.isArray(definition) ? 'link' : 'location', expected.definition);

    const edit = await client.request<{ changes?: Record<string, { range: object }[]>; documentChanges?: { textDocument: object; edits: { range: object }[] }[] }>('textDocument/rename', { ...at('operator: harbor', 11), newName: 'port' });
    assert.deepEqual(Object.keys(edit), [expected.edits]);
    const edits = edit.changes?.[URI] ?? edit.documentChanges?.[0]?.edits ?? [];
    assert.equal(edits.length, 4);
    assert.ok(edits.some(({ range }) => JSON.stringify(range) === JSON.stringify({ start: positionOf(TEXT, 'operator: harbor', 10), end: positionOf(TEXT, 'operator: harbor', 16) })));

    await client.until(() => (registered.length >= expected.registered.length ? true : undefined));
    assert.deepEqual(new Set(registered), new Set(expected.registered));
    assert.equal(await client.exit(), 0);
  });
}
