import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client, type Diagnostic, positionOf } from './client.js';

const PARTIES = 'entente: 1\nparties:\n  meteo: { name: Meteo }\n  north: { name: North }\nproducts:\n  maps: { owner: meteo }\nclouds:\n  north-cloud: { operator: north }\n';
const DEAL = `entente: 1
import: [./shared/parties.entente.yaml]
agreements:
  deal:
    parties: [meteo, north]
    signed: 2025
    through: 2030
    source: { document: ./shared/notes.md, quote: served everywhere }
    clauses:
      served: { type: availability, by: north, to: meteo, cloud: north-cloud }
`;
const LATER = `entente: 1
import: [./deal.entente.yaml]
agreements:
  later:
    parties: [meteo, north]
    signed: 2026
    supersedes: [deal]
    clauses:
      again: { type: availability, by: north, to: meteo, cloud: north-cloud }
`;

interface Edit { readonly range: object; readonly newText: string }
interface WorkspaceEdit { readonly documentChanges: readonly { readonly textDocument: { readonly uri: string; readonly version: number | null }; readonly edits: readonly Edit[] }[] }

/** A folder with three files that build on each other, none of them open. */
async function started(more: { capabilities?: object; workspace?: object; settings?: () => object; files?: Readonly<Record<string, string>> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'shared'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const files = { 'shared/parties.entente.yaml': PARTIES, 'shared/notes.md': 'Maps are served everywhere.', 'deal.entente.yaml': DEAL, 'later.entente.yaml': LATER, ...more.files };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const client = new Client();
  after(() => client.kill());
  client.connection.onRequest('client/registerCapability', () => null);
  client.connection.onRequest('workspace/configuration', ({ items }: { items: readonly object[] }) => items.map(() => more.settings?.() ?? {}));
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  await client.initialize({
    folder: pathToFileURL(folder).href,
    capabilities: {
      ...more.capabilities,
      workspace: { workspaceEdit: { documentChanges: true }, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true }, ...more.workspace },
    },
  });
  return { client, uri, write, shown: (edit: WorkspaceEdit) => edit.documentChanges.map(({ textDocument, edits }) => `${textDocument.uri.slice(uri('').length + 1)} ${edits.length}`).sort() };
}

test('a name is renamed in every file of the workspace, open or not', async () => {
  const { client, uri, shown } = await started();
  const parties = uri('shared/parties.entente.yaml');
  await client.open(parties, PARTIES);
  const position = positionOf(PARTIES, 'north: {', 2);
  const prepared = await client.request<object>('textDocument/prepareRename', { textDocument: { uri: parties }, position });
  assert.deepEqual(prepared, { range: { start: positionOf(PARTIES, 'north: {'), end: positionOf(PARTIES, 'north: {', 5) }, placeholder: 'north' });
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: parties }, position, newName: 'boreal' });
  assert.deepEqual(shown(edit), ['deal.entente.yaml 2', 'later.entente.yaml 2', 'shared/parties.entente.yaml 2']);
  assert.deepEqual(edit.documentChanges.map(({ textDocument }) => textDocument.version).sort(), [1, null, null]);
  await assert.rejects(client.request('textDocument/rename', { textDocument: { uri: parties }, position, newName: 'meteo' }), /`meteo` is already the id of a party in parties\.entente\.yaml\./);
  await assert.rejects(client.request('textDocument/prepareRename', { textDocument: { uri: parties }, position: { line: 0, character: 0 } }), /There is no name here/);

  // Unsaved text counts before the disk.
  await client.open(uri('later.entente.yaml'), LATER.replace('by: north', 'by: meteo'));
  const again = await client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: parties }, position, newName: 'boreal' });
  assert.deepEqual(shown(again), ['deal.entente.yaml 2', 'later.entente.yaml 1', 'shared/parties.entente.yaml 2']);
  const uses = await client.request<{ uri: string }[]>('textDocument/references', { textDocument: { uri: parties }, position, context: { includeDeclaration: false } });
  assert.equal(uses.length, 4);
  const highlights = await client.request<{ kind: number }[]>('textDocument/documentHighlight', { textDocument: { uri: parties }, position });
  assert.deepEqual(highlights.map(({ kind }) => kind), [3, 2]);
});

test('a clash in a file that is not open refuses the name, and news of the disk count', async () => {
  const { client, uri, write, shown } = await started();
  const parties = uri('shared/parties.entente.yaml');
  await client.open(parties, PARTIES);
  const rename = () => client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: parties }, position: positionOf(PARTIES, 'maps', 1), newName: 'charts' });
  assert.deepEqual(shown(await rename()), ['shared/parties.entente.yaml 1']);
  write('other.entente.yaml', 'entente: 1\nimport: [./shared/parties.entente.yaml]\nproducts:\n  charts: { owner: meteo }\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('other.entente.yaml'), type: 1 }] });
  await assert.rejects(rename(), /`charts` is already the id of a product in other\.entente\.yaml\./);
});

test('symbols of the whole workspace, and supersession through files that nobody has open', async () => {
  const { client, uri } = await started();
  const symbols = await client.request<{ name: string; containerName: string; location: { uri: string; range: object } }[]>('workspace/symbol', { query: 'dealserv' });
  assert.deepEqual(symbols, [{ name: 'served', kind: 11, containerName: 'deal', location: { uri: uri('deal.entente.yaml'), range: { start: positionOf(DEAL, 'served:'), end: positionOf(DEAL, 'served:', 6) } } }]);
  assert.deepEqual(await client.request('workspace/symbol', { query: 'nothing like this' }), []);
  assert.equal((await client.request<object[]>('workspace/symbol', { query: '' })).length, 8);

  await client.open(uri('deal.entente.yaml'), DEAL);
  const [item] = await client.request<{ name: string; data: object }[]>('textDocument/prepareCallHierarchy', { textDocument: { uri: uri('deal.entente.yaml') }, position: positionOf(DEAL, 'deal:', 1) });
  assert.equal(item?.name, 'deal');
  const [incoming] = await client.request<{ from: { name: string; detail: string; uri: string; data: object }; fromRanges: object[] }[]>('callHierarchy/incomingCalls', { item });
  assert.deepEqual([incoming?.from.name, incoming?.from.uri, incoming?.from.detail], ['later', uri('later.entente.yaml'), 'superseded from 2026-01-01 · in force from 2026-01-01']);
  assert.deepEqual(incoming?.fromRanges, [{ start: positionOf(LATER, 'deal]'), end: positionOf(LATER, 'deal]', 4) }]);
  const [outgoing] = await client.request<{ to: { name: string; uri: string } }[]>('callHierarchy/outgoingCalls', { item: incoming!.from });
  assert.deepEqual([outgoing?.to.name, outgoing?.to.uri], ['deal', uri('deal.entente.yaml')]);
});

test('moving a file or a folder updates the paths that lead there, and its own', async () => {
  const { client, uri, shown } = await started();
  const move = (from: string, to: string) => client.request<WorkspaceEdit>('workspace/willRenameFiles', { files: [{ oldUri: uri(from), newUri: uri(to) }] });
  const texts = ({ documentChanges }: WorkspaceEdit) => documentChanges.flatMap(({ edits }) => edits.map(({ newText }) => newText));
  const file = await move('shared/parties.entente.yaml', 'who is who.entente.yaml');
  assert.deepEqual([shown(file), texts(file)], [['deal.entente.yaml 1'], ['./who is who.entente.yaml']]);
  const folder = await move('shared', "common, it's");
  assert.deepEqual([shown(folder), texts(folder)], [['deal.entente.yaml 2'], ["'./common, it''s/parties.entente.yaml'", "'./common, it''s/notes.md'"]]);
  const own = await move('deal.entente.yaml', 'old/deal.entente.yaml');
  assert.deepEqual([shown(own), texts(own).sort()], [['deal.entente.yaml 2', 'later.entente.yaml 1'], ['../shared/notes.md', '../shared/parties.entente.yaml', './old/deal.entente.yaml']]);
  assert.deepEqual(await move('later.entente.yaml', 'last.entente.yaml'), { documentChanges: [] }, 'nothing leads there, and its own path stays right');
});

test('unopened files are checked where the setting asks for it, and again when what they import changes', async () => {
  let settings: object = { validateUnopenedFiles: true };
  const { client, uri, write } = await started({ settings: () => settings });
  const newest = (name: string) => client.published.findLast((published) => published.uri === uri(name));
  const codes = (name: string) => newest(name)?.diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);
  await client.until(() => (codes('deal.entente.yaml')?.length === 0 && codes('later.entente.yaml')?.length === 0 ? true : undefined));
  write('shared/parties.entente.yaml', PARTIES.replaceAll(/\bnorth\b(?!-)/g, 'nord'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('shared/parties.entente.yaml'), type: 2 }] });
  await client.until(() => (codes('deal.entente.yaml')?.includes('unknown-reference') ? true : undefined));
  assert.equal(newest('deal.entente.yaml')?.version, undefined);

  // Opened, its text in the editor counts; closed, that on disk again.
  await client.open(uri('deal.entente.yaml'), DEAL.replaceAll('north]', 'nord]').replace('by: north', 'by: nord'), 7);
  await client.until(() => (newest('deal.entente.yaml')?.version === 7 && codes('deal.entente.yaml')?.length === 0 ? true : undefined));
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('deal.entente.yaml') } });
  await client.until(() => (codes('deal.entente.yaml')?.includes('unknown-reference') ? true : undefined));

  settings = {};
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => (newest('deal.entente.yaml')?.diagnostics.length === 0 && newest('later.entente.yaml')?.diagnostics.length === 0 ? true : undefined));
});

test('a finding has the severity that the settings give it, or none; its fix goes with it', async () => {
  const text = 'entente: 1\nparties: { a: {}, b: {} }\nproducts: { maps: { onwer: a } }\nagreements:\n  deal: { parties: [a], signed: 2026 }\n';
  let severity: object = { 'unused-declaration': 'warning', 'unknown-key': 'off', nonsense: 'off', conflict: 'loud' };
  const { client, uri } = await started({ settings: () => ({ severity }) });
  const main = uri('main.entente.yaml');
  await client.open(main, text);
  const shown = (list: readonly Diagnostic[]) => [...new Set(list.map(({ code, severity: one }) => `${code} ${one}`))];
  assert.deepEqual(shown(await client.diagnostics(main, 1)), ['unused-declaration 2']);
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  const fixes = await client.request<{ title: string }[]>('textDocument/codeAction', { textDocument: { uri: main }, range, context: { diagnostics: [] } });
  assert.ok(!fixes.some(({ title }) => /owner/.test(title)));
  await client.until(() => (/names no finding: nonsense/.test(client.errors) && /cannot be this for conflict: loud/.test(client.errors) ? true : undefined));
  const { errors } = await client.request<{ errors: number }>('entente/matrix', { uri: main });
  assert.equal(errors, 1, 'the matrix still says that it lacks something');
  severity = {};
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => (shown(client.published.findLast((published) => published.uri === main)?.diagnostics ?? []).includes('unknown-key 1') ? true : undefined));
});

test('a thousand files: read with progress, each renamed', async () => {
  const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`d${index}.entente.yaml`, `entente: 1\nimport: [./shared/parties.entente.yaml]\nagreements:\n  deal-${index}: { parties: [meteo, north], signed: 2026 }\n`]));
  const progress: { kind: string; message?: string }[] = [];
  const { client, uri } = await started({ files, capabilities: { window: { workDoneProgress: true } } });
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => void progress.push(value));
  const parties = uri('shared/parties.entente.yaml');
  await client.open(parties, PARTIES);
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: parties }, position: positionOf(PARTIES, 'meteo', 1), newName: 'weather' });
  assert.equal(edit.documentChanges.length, 1_003);
  await client.until(() => (progress.at(-1)?.kind === 'end' ? true : undefined));
  assert.equal(progress[0]?.kind, 'begin');
  assert.ok(progress.some(({ message }) => /^1003 of 1003 files$/.test(message ?? '')));
});

test('links, folds, selections and tokens over the protocol', async () => {
  const { client, uri } = await started();
  const deal = uri('deal.entente.yaml');
  await client.open(deal, DEAL);
  const textDocument = { uri: deal };
  const links = await client.request<{ target: string; range: object }[]>('textDocument/documentLink', { textDocument });
  assert.deepEqual(links.map(({ target }) => target), [uri('shared/parties.entente.yaml'), uri('shared/notes.md'), `${uri('shared/notes.md')}#L1`]);
  const folds = await client.request<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', { textDocument });
  assert.deepEqual(folds[0], { startLine: 2, endLine: 9 });
  const [selection] = await client.request<{ range: object; parent: { range: object } }[]>('textDocument/selectionRange', { textDocument, positions: [positionOf(DEAL, 'north-cloud', 2)] });
  assert.deepEqual(selection?.range, { start: positionOf(DEAL, 'north-cloud'), end: positionOf(DEAL, 'north-cloud', 11) });
  assert.deepEqual(selection?.parent.range, { start: positionOf(DEAL, 'cloud: north-cloud'), end: positionOf(DEAL, 'cloud: north-cloud', 18) });
  const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
  assert.deepEqual(data.slice(0, 5), [3, 2, 4, 6, 1], 'the declaration of deal is an interface');
  assert.equal(data.length % 5, 0);
  const part = await client.request<{ data: number[] }>('textDocument/semanticTokens/range', { textDocument, range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } } });
  assert.deepEqual(part.data, [3, 2, 4, 6, 1]);
});

test('a client that asks for findings gets them when it asks, and is told when an import changes them', async () => {
  const { client, uri, write } = await started({ capabilities: { textDocument: { diagnostic: {} } }, workspace: { diagnostics: { refreshSupport: true } } });
  let refreshed = 0;
  client.connection.onRequest('workspace/diagnostic/refresh', () => void (refreshed += 1));
  const deal = uri('deal.entente.yaml');
  await client.open(deal, DEAL);
  interface Report { readonly kind: string; readonly resultId: string; readonly items: readonly Diagnostic[] }
  const pull = (previousResultId?: string) => client.request<Report>('textDocument/diagnostic', { textDocument: { uri: deal }, previousResultId });
  const first = await pull();
  assert.deepEqual([first.kind, first.items.filter(({ severity }) => severity === 1).length], ['full', 0]);
  assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  write('shared/parties.entente.yaml', PARTIES.replaceAll(/\bnorth\b(?!-)/g, 'nord'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('shared/parties.entente.yaml'), type: 2 }] });
  await client.until(() => (refreshed === 1 ? true : undefined));
  const second = await pull(first.resultId);
  assert.ok(second.items.some(({ code }) => code === 'unknown-reference'));
  await client.change(deal, 2, [{ text: 'entente: 1\n' }]);
  assert.equal((await pull(second.resultId)).items.filter(({ severity }) => severity === 1).length, 0);
  assert.deepEqual(client.published, [], 'nothing is pushed to it');
});

test('formatting, whole and in part, follows the setting for the order of keys', async () => {
  let format: object = {};
  const { client, uri } = await started({ settings: () => ({ format }) });
  const main = uri('main.entente.yaml');
  const text = 'entente: 1\nparties:\n   a: {note: x,name: A}\nclouds:\n    c:   {}\n';
  await client.open(main, text);
  const textDocument = { uri: main };
  const options = { tabSize: 8, insertSpaces: false };
  const edited = (edits: readonly (Edit & { range: { start: { line: number; character: number }; end: { line: number; character: number } } })[]) => {
    const lines = text.split('\n');
    const offset = ({ line, character }: { line: number; character: number }) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start)).reduce((sum, { range, newText }) => sum.slice(0, offset(range.start)) + newText + sum.slice(offset(range.end)), text);
  };
  assert.equal(edited(await client.request('textDocument/formatting', { textDocument, options })), 'entente: 1\nparties:\n  a: { note: x, name: A }\nclouds:\n  c: {}\n');
  const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
  assert.equal(edited(await client.request('textDocument/rangeFormatting', { textDocument, range, options })), text.replace('    c:   {}', '  c: {}'));
  format = { keyOrder: 'canonical' };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.equal(edited(await client.request('textDocument/formatting', { textDocument, options })), 'entente: 1\nparties:\n  a: { name: A, note: x }\nclouds:\n  c: {}\n');
  await client.change(main, 2, [{ text: 'entente:   1\nparties: [\n' }]);
  assert.deepEqual(await client.request('textDocument/formatting', { textDocument, options }), [], 'a broken text is left alone');
});

test('a mapping in braces is offered as a block, by its kind of action', async () => {
  const { client, uri } = await started();
  const parties = uri('shared/parties.entente.yaml');
  await client.open(parties, PARTIES);
  const range = { start: positionOf(PARTIES, 'name: Meteo'), end: positionOf(PARTIES, 'name: Meteo') };
  const [action] = await client.request<{ title: string; edit: WorkspaceEdit }[]>('textDocument/codeAction', { textDocument: { uri: parties }, range, context: { diagnostics: [], only: ['refactor.rewrite'] } });
  assert.equal(action?.title, 'Write `meteo` as a block');
  assert.deepEqual(action?.edit.documentChanges[0]?.edits.map(({ newText }) => newText), ['\n    name: Meteo']);
});
