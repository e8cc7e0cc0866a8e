import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../src/rules/registry.js';
import { Converters } from '../../src/server/convert.js';
import { applyChanges } from '../../src/server/documents.js';
import { Client, positionOf } from './client.js';

const URI = 'file:///deals/main.entente.yaml';
const CLASH = RULES.find(({ code }) => code === 'leave-against-exclusivity')!.bad.text;

interface Edit { readonly range: { start: { line: number; character: number }; end: { line: number; character: number } }; readonly newText: string }
interface Action {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly diagnostics?: readonly { readonly code: string }[];
  readonly data?: object;
  readonly edit?: { readonly changes?: Record<string, readonly Edit[]>; readonly documentChanges?: readonly ({ kind: string; uri: string; options?: object } | { textDocument: { uri: string; version: number | null }; edits: readonly Edit[] })[] };
}

const CODE_ACTION = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source.fixAll'] } } };
const RESOLVES = { ...CODE_ACTION, dataSupport: true, resolveSupport: { properties: ['edit'] } };

async function started(capabilities: object, folder?: string): Promise<Client> {
  const client = new Client();
  after(() => client.kill());
  await client.initialize({ capabilities, ...(folder === undefined ? {} : { folder }) });
  return client;
}
const actionsAt = (client: Client, uri: string, text: string, words: string, only?: readonly string[]): Promise<readonly Action[]> => {
  const position = positionOf(text, words);
  return client.request('textDocument/codeAction', { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [], ...(only ? { only } : {}) } });
};
/** Inserts at one place keep the order of the list. */
const applied = (text: string, edits: readonly Edit[] = []): string =>
  [...edits].reverse().sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)
    .reduce((now, { range, newText }) => applyChanges(now, [{ range, text: newText }], new Converters('utf-16')), text);

describe('Fixes of a clash', () => {
  test('without resolve: with their edits, tied to the findings, never preferred, and not in fix-all', async () => {
    const client = await started({ textDocument: { codeAction: CODE_ACTION }, workspace: { workspaceEdit: { documentChanges: true } } });
    await client.open(URI, CLASH);
    const all = await actionsAt(client, URI, CLASH, 'also-stratus');
    const fixes = all.filter(({ title }) => title.includes('cirrus-deal/only-cirrus'));
    assert.ok(fixes.length >= 3, all.map(({ title }) => title).join('\n'));
    for (const { kind, isPreferred, diagnostics, edit, data } of fixes) {
      assert.deepEqual([kind, isPreferred, data], ['quickfix', false, undefined]);
      assert.deepEqual(diagnostics?.map(({ code }) => code), ['conflict', 'leave-against-exclusivity']);
      const [change] = edit!.documentChanges!;
      assert.ok(change && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri: URI, version: 1 });
    }
    const [first] = fixes;
    const [change] = first!.edit!.documentChanges!;
    await client.change(URI, 2, [{ text: applied(CLASH, change && 'edits' in change ? change.edits : []) }]);
    assert.deepEqual((await client.diagnostics(URI, 2)).filter(({ code }) => code === 'conflict' || code === 'leave-against-exclusivity'), []);
    assert.deepEqual(await actionsAt(client, URI, CLASH, 'also-stratus', ['source.fixAll']), []);
  });

  test('a witness is saved as an expectation by every client, and opened by our own', async () => {
    const client = await started({ textDocument: { codeAction: CODE_ACTION }, workspace: { workspaceEdit: { documentChanges: true } } });
    const depends = CLASH.replace('entente: 1\n', 'entente: 1\nas-of: 2026-06-01\n').replace('cloud: stratus-eu }', 'cloud: stratus-eu, when: peak }').replace('agreements:', 'facts: { peak: {} }\nagreements:');
    await client.open(URI, depends);
    const [save, ...others] = (await actionsAt(client, URI, depends, 'also-stratus')).filter(({ title }) => title.includes('witness'));
    assert.deepEqual([save?.title, save?.kind, others.length], ['Save this witness as an expectation: Nowcast on Stratus Europe on 2026-06-01', 'quickfix', 0]);
    assert.deepEqual(save?.diagnostics?.map(({ code }) => code), ['conflict']);
    const [change] = save.edit!.documentChanges!;
    const saved = applied(depends, change && 'edits' in change ? change.edits : []);
    assert.match(saved, /- \{ at: 2026-06-01, product: nowcast, cloud: stratus-eu, status: conflict, assume: \{ peak: true \} \}/);
    await client.change(URI, 2, [{ text: saved }]);
    assert.deepEqual((await client.diagnostics(URI, 2)).filter(({ code }) => code === 'failed-expectation'), []);
    assert.deepEqual((await actionsAt(client, URI, saved, 'also-stratus')).filter(({ title }) => title.includes('witness')), [], 'it is there already');
  });

  test('with resolve: the edit comes when it is asked for, and not for another text', async () => {
    const client = await started({ textDocument: { codeAction: RESOLVES }, workspace: {} });
    await client.open(URI, CLASH);
    const fix = (await actionsAt(client, URI, CLASH, 'also-stratus')).find(({ title }) => title.includes('notwithstanding'));
    assert.equal(fix?.edit, undefined);
    const resolved = await client.request<Action>('codeAction/resolve', fix);
    assert.equal(resolved.title, fix?.title);
    assert.match(applied(CLASH, resolved.edit?.changes?.[URI]), /cloud: stratus-eu, notwithstanding: \[cirrus-deal\/only-cirrus\] }/);
    await client.change(URI, 2, [{ text: `# More.\n${CLASH}` }]);
    await assert.rejects(client.request('codeAction/resolve', fix), { code: -32801, message: /The text has changed since/ });
    for (const data of [undefined, null, 7, { uri: 7 }, {}]) assert.deepEqual((await client.request<Action>('codeAction/resolve', { title: 'x', data })).edit, undefined);
  });

  test('only at the clash', async () => {
    const client = await started({ textDocument: { codeAction: CODE_ACTION } });
    await client.open(URI, CLASH);
    assert.deepEqual((await actionsAt(client, URI, CLASH, 'signed: 2026')).map(({ title }) => title), []);
  });
});

describe('Moves', () => {
  const TEXT = 'entente: 1\nparties:\n  meteo: { name: Meteo }\n  north: {}\nproducts:\n  maps: { owner: meteo }\n';
  const folder = mkdtempSync(join(tmpdir(), 'entente (moves) '));
  const uri = pathToFileURL(join(folder, 'main.entente.yaml')).href;
  const root = pathToFileURL(folder).href;
  after(() => rmSync(folder, { recursive: true }));
  const CREATES = { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };

  for (const [how, codeAction] of [['with resolve', RESOLVES], ['without resolve', CODE_ACTION]] as const) {
    test(`to a new file, under a name that is free, ${how}`, async () => {
      writeFileSync(join(folder, 'shared.entente.yaml'), 'entente: 1\n');
      const client = await started({ textDocument: { codeAction }, workspace: CREATES }, root);
      await client.open(uri, TEXT);
      const [offered] = await actionsAt(client, uri, TEXT, 'meteo', ['refactor']);
      assert.equal(offered?.title, 'Move `meteo` to a new file `shared-2.entente.yaml`');
      assert.equal(offered.kind, 'refactor.move');
      const { edit } = offered.edit ? offered : await client.request<Action>('codeAction/resolve', offered);
      const [create, main, shared] = edit!.documentChanges!;
      const created = new URL('shared-2.entente.yaml', uri).href;
      assert.ok(create && 'kind' in create && main && 'edits' in main && shared && 'edits' in shared);
      assert.equal(create.kind, 'create');
      assert.equal(decodeURIComponent(create.uri), decodeURIComponent(created));
      assert.deepEqual(create.options, { overwrite: false });
      assert.equal(applied(TEXT, main.edits), 'entente: 1\nimport: [./shared-2.entente.yaml]\nparties:\n  north: {}\nproducts:\n  maps: { owner: meteo }\n');
      assert.equal(shared.textDocument.uri, create.uri);
      assert.equal(applied('', shared.edits), 'entente: 1\n\nparties:\n  meteo: { name: Meteo }\n');
      assert.ok(!existsSync(join(folder, 'shared-2.entente.yaml')), 'the client creates it');
    });
  }

  test('none to a new file where the client cannot create one', async () => {
    const client = await started({ textDocument: { codeAction: CODE_ACTION }, workspace: { workspaceEdit: { documentChanges: true } } }, root);
    await client.open(uri, TEXT);
    assert.deepEqual(await actionsAt(client, uri, TEXT, 'meteo', ['refactor.move']), []);
  });

  test('to a file that is imported, without versioned edits', async () => {
    const other = join(folder, 'parties.entente.yaml');
    writeFileSync(other, 'entente: 1\nparties:\n  south: {}\n');
    const client = await started({ textDocument: { codeAction: RESOLVES }, workspace: {} }, root);
    const text = TEXT.replace('entente: 1\n', 'entente: 1\nimport: ./parties.entente.yaml\n');
    await client.open(uri, text);
    const [offered] = await actionsAt(client, uri, text, 'maps', ['refactor']);
    assert.equal(offered?.title, 'Move `maps`, and `meteo`, which it names, to `./parties.entente.yaml`');
    const { edit } = await client.request<Action>('codeAction/resolve', offered);
    const texts = Object.fromEntries(Object.entries(edit!.changes!).map(([file, edits]) => [file.replace(/.*\//, ''), applied(file === uri || file.endsWith('main.entente.yaml') ? text : readFileSync(other, 'utf8'), edits)]));
    assert.deepEqual(texts, {
      'main.entente.yaml': 'entente: 1\nimport: ./parties.entente.yaml\nparties:\n  north: {}\n',
      'parties.entente.yaml': 'entente: 1\nparties:\n  south: {}\n  meteo: { name: Meteo }\nproducts:\n  maps: { owner: meteo }\n',
    });
  });

  test('not among quick fixes', async () => {
    const client = await started({ textDocument: { codeAction: CODE_ACTION }, workspace: CREATES }, root);
    await client.open(uri, TEXT);
    assert.deepEqual(await actionsAt(client, uri, TEXT, 'meteo', ['quickfix']), []);
  });
});
