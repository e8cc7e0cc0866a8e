import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { DayView } from '../../src/protocol.js';
import { Client, positionOf, ROOT } from './client.js';

const WORKED = readFileSync(join(ROOT, 'test/server/fixtures/worked-example.entente.yaml'), 'utf8');
const URI = 'file:///w/alliances.entente.yaml';
const at = (uri: string, position: object) => ({ textDocument: { uri }, position });

interface View {
  readonly uri: string;
  readonly version: number | null;
  readonly products: readonly { readonly id: string }[];
  readonly cells: readonly { readonly product: string; readonly cloud: string; readonly certain: boolean; readonly possible: readonly { readonly status: string }[] }[];
}

/** Section 4 of the language page. */
const SECTION_4: readonly (readonly [day: string, products: readonly string[], cells: readonly string[]])[] = [
  ['2026-01-15', ['models', 'chatgpt', 'frontier', 'stateful-runtime'], ['exclusive', 'barred', 'barred']],
  ['2026-03-01', ['models', 'chatgpt'], ['exclusive', 'barred', 'barred']],
  ['2026-03-01', ['frontier'], ['conflict', 'conflict', 'barred']],
  ['2026-03-01', ['stateful-runtime'], ['exclusive', 'conflict', 'barred']],
  ['2026-05-01', ['models', 'chatgpt', 'stateful-runtime'], ['first | available', 'after-first | available', 'after-first | available']],
  ['2026-05-01', ['frontier'], ['conflict | barred', 'exclusive', 'barred']],
  ['2033-06-01', ['models', 'chatgpt'], ['unspecified', 'unspecified', 'unspecified']],
  ['2033-06-01', ['frontier'], ['barred', 'exclusive', 'barred']],
  ['2033-06-01', ['stateful-runtime'], ['unspecified', 'available', 'unspecified']],
];

test('a session: the worked example from opening to goodbye', async (context) => {
  const client = new Client();
  after(() => client.kill());
  const { capabilities } = await client.initialize();
  assert.equal(capabilities['positionEncoding'], 'utf-16');
  await client.open(URI, WORKED);

  await context.test('diagnostics with version, code, page, and related places', async () => {
    const diagnostics = await client.diagnostics(URI, 1);
    const conflict = diagnostics.find(({ code, severity }) => code === 'conflict' && severity === 2);
    assert.ok(conflict);
    assert.match(conflict.codeDescription?.href ?? '', /^file:\/\/.*\/docs\/findings\/conflict\.md$/);
    assert.ok(conflict.relatedInformation?.some(({ location }) => location.uri === URI));
    assert.ok(diagnostics.every(({ severity }) => severity !== 1), 'the worked example has no error');
    const { summary } = await client.until(() => client.analysed.find(({ uri, version }) => uri === URI && version === 1));
    assert.deepEqual(summary, { cells: 12, certainConflicts: 0, possibleConflicts: 1, undecided: 0, unknowns: 4, worlds: '1024', asOf: '2026-04-27', lastChange: '2033-01-01', errors: 0 });
  });

  await context.test('hover on a clause', async () => {
    const hover = await client.request<{ contents: { kind: string; value: string }; range: object }>('textDocument/hover', at(URI, positionOf(WORKED, 'frontier-exclusive:', 3)));
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /OpenAI promises Amazon that Frontier will be served on Amazon Web Services, and on no other cloud\./);
    assert.deepEqual(hover.range, { start: positionOf(WORKED, 'frontier-exclusive:'), end: positionOf(WORKED, 'frontier-exclusive:', 18) });
  });

  await context.test('outline, definition, references, lenses', async () => {
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.ok(symbols.some(({ name }) => name === 'agreements'));
    const [link] = await client.request<{ targetUri: string; targetRange: object }[]>('textDocument/definition', at(URI, positionOf(WORKED, 'supersedes: [microsoft-original', 15)));
    assert.deepEqual([link!.targetUri, link!.targetRange], [URI, { start: positionOf(WORKED, 'microsoft-original:'), end: positionOf(WORKED, 'microsoft-original:', 18) }]);
    const uses = await client.request<object[]>('textDocument/references', { ...at(URI, positionOf(WORKED, 'frontier-exclusive:')), context: { includeDeclaration: true } });
    assert.equal(uses.length, 2);
    const lenses = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    assert.equal(lenses[0]?.command.title, 'Show availability matrix');
  });

  await context.test('the matrix is that of section 4', async () => {
    for (const [day, products, cells] of SECTION_4) {
      const view = await client.request<View>('entente/matrix', { uri: URI, at: day });
      assert.deepEqual([view.uri, view.version], [URI, 1]);
      for (const product of products) {
        const row = view.cells.filter((cell) => cell.product === product);
        assert.deepEqual(row.map(({ possible }) => possible.map(({ status }) => status).join(' | ')), cells, `${product} on ${day}`);
        assert.deepEqual(row.map(({ certain }) => certain), cells.map((cell) => !cell.includes('|')));
      }
    }
  });

  await context.test('every day at once, where it is asked for', async () => {
    const day = await client.request<object>('entente/matrix', { uri: URI });
    assert.ok(!('timeline' in day));
    const every = await client.request<View & { timeline: { cells: { runs: number[][] }; agreements: { id: string; end: string }[] } }>('entente/matrix', { uri: URI, timeline: true });
    assert.equal(every.timeline.cells.runs.length, every.cells.length);
    assert.deepEqual(every.timeline.agreements[0]?.id, 'microsoft-original');
  });

  await context.test('the cells of a day alone are those of its matrix', async () => {
    const { at, cells } = await client.request<View & { at: string }>('entente/matrix', { uri: URI, at: '2026-05-01' });
    const day = await client.request<DayView>('entente/cells', { uri: URI, at: '2026-05-01' });
    assert.deepEqual([day.uri, day.version, day.at], [URI, 1, at]);
    assert.deepEqual(day.cells.runs.map(([content]) => day.cells.contents[content!]!.status), cells.map(({ possible }) => possible[0]!.status));
    assert.deepEqual(day.products.flatMap((product) => day.clouds.map((cloud) => [product, cloud])), cells.map(({ product, cloud }) => [product, cloud]));
  });

  await context.test('explain and locate', async () => {
    const explanation = await client.request<{ status: string; parts: { id: string }[] }>('entente/explain', { uri: URI, product: 'frontier', cloud: 'azure', at: '2026-05-01' });
    assert.equal(explanation.status, 'conflict');
    assert.ok(explanation.parts.some(({ id }) => id === 'change'));
    const place = await client.request<{ uri: string; range: object }>('entente/locate', { uri: URI, id: 'amazon-alliance/frontier-exclusive' });
    assert.deepEqual(place, { uri: URI, range: { start: positionOf(WORKED, 'frontier-exclusive:'), end: positionOf(WORKED, 'frontier-exclusive:', 18) } });
  });

  await context.test('wrong parameters are answered with one sentence each', async () => {
    const wrong = async (method: string, params: unknown): Promise<string> =>
      client.request(method, params).then(() => assert.fail('it must be refused'), (error: { code: number; message: string }) => {
        assert.equal(error.code, -32602, error.message);
        return error.message;
      });
    assert.match(await wrong('entente/matrix', { uri: URI, at: '2026-02-30' }), /not a day of the calendar: `2026-02-30`/);
    assert.match(await wrong('entente/matrix', { uri: URI, at: 20260101 }), /not a day/);
    assert.match(await wrong('entente/matrix', { uri: URI, assume: { agj: 'occurred' } }), /Did you mean `agi`/);
    assert.match(await wrong('entente/matrix', { uri: URI, assume: [] }), /must be an object/);
    assert.match(await wrong('entente/matrix', {}), /`uri` must be a text/);
    assert.match(await wrong('entente/matrix', { uri: 'file:///w/missing.entente.yaml' }), /cannot be read/);
    assert.match(await wrong('entente/explain', { uri: URI, product: 'frontiers', cloud: 'aws' }), /no product `frontiers`. Did you mean `frontier`/);
    assert.match(await wrong('entente/explain', { uri: URI, product: 'frontier', cloud: 'moon' }), /no cloud `moon`/);
    assert.match(await wrong('entente/locate', { uri: URI, id: 'nobody' }), /Nothing is declared as `nobody`/);
  });

  await context.test('an edit: new diagnostics with the new version, never an old one after it', async () => {
    const start = positionOf(WORKED, 'by: openai', 4);
    await client.change(URI, 2, [{ range: { start, end: { ...start, character: start.character + 6 } }, text: 'opnai' }]);
    const diagnostics = await client.diagnostics(URI, 2);
    const unknown = diagnostics.find(({ code }) => code === 'unknown-reference');
    assert.deepEqual(unknown?.range, { start, end: { ...start, character: start.character + 5 } });
    const actions = await client.request<{ title: string; isPreferred: boolean; edit: { documentChanges: { textDocument: object; edits: { newText: string }[] }[] } }[]>(
      'textDocument/codeAction', { textDocument: { uri: URI }, range: unknown!.range, context: { diagnostics: [] } });
    assert.deepEqual(actions[0]?.edit.documentChanges[0], { textDocument: { uri: URI, version: 2 }, edits: [{ range: unknown!.range, newText: 'openai' }] });
    const versions = client.published.filter(({ uri }) => uri === URI).map(({ version }) => version!);
    assert.deepEqual(versions, [...versions].sort((a, b) => a - b));
    await client.change(URI, 3, [{ text: WORKED }]);
    assert.ok((await client.diagnostics(URI, 3)).every(({ code }) => code !== 'unknown-reference'));
  });

  await context.test('completion of a key in the text that was typed just now', async () => {
    const end = { line: WORKED.split('\n').length - 1, character: 0 };
    await client.change(URI, 4, [{ range: { start: end, end }, text: 'no' }]);
    const items = await client.request<{ label: string; textEdit: { range: object; newText: string } }[]>('textDocument/completion', at(URI, { ...end, character: 2 }));
    const note = items.find(({ label }) => label === 'note');
    assert.deepEqual(note?.textEdit, { range: { start: end, end: { ...end, character: 2 } }, newText: 'note: $0' });
  });

  await context.test('many quick changes end with the newest version', async () => {
    for (let version = 5; version < 60; version++) void client.change(URI, version, [{ text: `${WORKED}# ${version}\n` }]);
    const view = await client.request<View>('entente/matrix', { uri: URI });
    assert.equal(view.version, 59);
    await client.diagnostics(URI, 59);
    const versions = client.published.filter(({ uri }) => uri === URI).map(({ version }) => version!);
    assert.deepEqual(versions, [...versions].sort((a, b) => a - b));
  });

  await context.test('what is unused is drawn so', async () => {
    await client.change(URI, 60, [{ text: WORKED.replace('clouds:', '  nobody: { name: Nobody }\n\nclouds:') }]);
    const unused = (await client.diagnostics(URI, 60)).find(({ code }) => code === 'unused-declaration');
    assert.deepEqual(unused?.tags, [1]);
  });

  await context.test('what is nonsense is an answer, and the server lives on', async () => {
    await assert.rejects(client.request('textDocument/hover', { textDocument: {}, position: {} }));
    await assert.rejects(client.request('entente/unheard-of', {}));
    await client.change(URI, 61, [{ text: '\0 { [ : "' }]);
    assert.ok((await client.diagnostics(URI, 61)).some(({ severity }) => severity === 1));
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } }), []);
  });

  await context.test('closing clears, and goodbye ends the process', async () => {
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await client.until(() => (client.published.at(-1)?.diagnostics.length === 0 && client.published.at(-1)?.version === undefined ? true : undefined));
    assert.equal(await client.exit(), 0);
  });
});

test('leaving without a goodbye is exit code 1', async () => {
  const client = new Client();
  await client.initialize();
  assert.equal(await client.exit(false), 1);
});

test('imports: open texts count before the disk, and a change re-analyses who imports it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente (server) '));
  const client = new Client();
  after(() => {
    client.kill();
    rmSync(folder, { recursive: true });
  });
  const main = 'entente: 1\nimport: [./parties.entente.yaml]\nproducts:\n  maps: { owner: meteo }\n';
  const parties = 'entente: 1\nparties:\n  meteo: { name: Meteo }\n';
  writeFileSync(join(folder, 'parties.entente.yaml'), parties);
  // As VS Code escapes it.
  const root = pathToFileURL(folder).href.replaceAll('(', '%28').replaceAll(')', '%29');
  const [mainUri, partiesUri] = [`${root}/main.entente.yaml`, `${root}/parties.entente.yaml`];
  const codes = async (version: number) => (await client.diagnostics(mainUri, version)).filter(({ severity }) => severity === 1).map(({ code }) => code);

  await client.initialize({ folder: root });
  await client.open(mainUri, main);
  assert.deepEqual(await codes(1), []);

  client.published.length = 0;
  await client.open(partiesUri, parties.replace('meteo:', 'weather:'));
  await client.until(() => (client.published.some(({ uri, diagnostics }) => uri === mainUri && diagnostics.some(({ code }) => code === 'unknown-reference')) ? true : undefined));

  client.published.length = 0;
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: partiesUri } });
  await client.until(() => (client.published.some(({ uri, diagnostics }) => uri === mainUri && diagnostics.every(({ severity }) => severity !== 1)) ? true : undefined));

  client.published.length = 0;
  writeFileSync(join(folder, 'parties.entente.yaml'), 'entente: 1\nparties: {}\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: partiesUri, type: 2 }] });
  await client.until(() => (client.published.some(({ uri, diagnostics }) => uri === mainUri && diagnostics.some(({ code }) => code === 'unknown-reference')) ? true : undefined));

  client.published.length = 0;
  writeFileSync(join(folder, 'parties.entente.yaml'), parties);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: partiesUri, type: 2 }] });
  await client.until(() => (client.published.some(({ uri, diagnostics }) => uri === mainUri && diagnostics.every(({ severity }) => severity !== 1)) ? true : undefined));
  const found = await client.request<{ targetUri: string }[]>('textDocument/definition', at(mainUri, positionOf(main, 'owner: meteo', 8)));
  assert.match(found[0]!.targetUri, /parties\.entente\.yaml$/);
  const place = await client.request<{ uri: string }>('entente/locate', { uri: mainUri, id: 'meteo' });
  assert.match(place.uri, /parties\.entente\.yaml$/);
  assert.equal((await client.request<View>('entente/matrix', { uri: partiesUri })).version, null, 'a file that is not open is read from disk');
  await client.open(partiesUri, parties);
  const uses = await client.request<{ uri: string }[]>('textDocument/references', { ...at(partiesUri, positionOf(parties, 'meteo')), context: { includeDeclaration: true } });
  assert.deepEqual(uses.map(({ uri }) => uri).sort(), [mainUri, partiesUri], 'uses in open files that import this one');
});

test('files through the client, settings, registration', async () => {
  const client = new Client();
  after(() => client.kill());
  let asOf = '2027-01-01';
  const read: string[] = [];
  const registered: string[] = [];
  client.connection.onRequest('entente/readFile', ({ uri }: { uri: string }) => {
    read.push(uri);
    return { text: uri.endsWith('/parties.entente.yaml') ? 'entente: 1\nparties:\n  meteo: {}\n' : null };
  });
  client.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) => items.map(({ section }) => (section === 'entente' ? { asOf } : null)));
  client.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: readonly { method: string }[] }) => void registered.push(...registrations.map(({ method }) => method)));
  await client.initialize({
    folder: 'virtual://host/w', initializationOptions: { files: 'client', docs: 'virtual://host/docs' },
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  const uri = 'virtual://host/w/main.entente.yaml';
  await client.open(uri, 'entente: 1\nimport: [./parties.entente.yaml, ./none.entente.yaml]\nproducts:\n  maps: { owner: meteo }\nclouds: { c: {} }\n');
  const diagnostics = await client.diagnostics(uri, 1);
  assert.deepEqual(diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code), ['import-not-found']);
  assert.equal(diagnostics.find(({ code }) => code === 'import-not-found')?.codeDescription?.href, 'virtual://host/docs/import-not-found.md');
  assert.ok(read.includes('virtual://host/w/parties.entente.yaml'));
  const lenses = await client.request<{ command: object }[]>('textDocument/codeLens', { textDocument: { uri } });
  assert.deepEqual(lenses[0]?.command, { title: 'Show availability matrix', command: 'entente.showMatrix', arguments: [uri] });
  const asOfNow = async () => (await client.request<{ asOf: string }>('entente/matrix', { uri })).asOf;
  assert.equal(await asOfNow(), '2027-01-01');
  asOf = 'next week';
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.match(await asOfNow(), /^\d{4}-\d{2}-\d{2}$/);
  await client.until(() => (/entente\.asOf is not a day: next week/.test(client.errors) ? true : undefined));
  await client.until(() => (registered.length >= 2 ? true : undefined));
  assert.deepEqual([...new Set(registered)].sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
});

test('inlay hints follow the settings', async () => {
  const client = new Client();
  after(() => client.kill());
  let hints: unknown = { term: false, ended: true };
  let refreshed = 0;
  client.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) => items.map(({ section }) => (section === 'entente' ? { inlayHints: hints } : null)));
  client.connection.onRequest('workspace/inlayHint/refresh', () => void (refreshed += 1));
  const { capabilities } = await client.initialize({ capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } } });
  assert.equal(capabilities['inlayHintProvider'], true);
  await client.open(URI, WORKED);
  const range = { start: positionOf(WORKED, 'exclusive-access:'), end: positionOf(WORKED, 'tranches:', 9) };
  const labels = async () => (await client.request<{ label: string; position: object; tooltip: string }[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range })).map(({ label }) => label);
  assert.deepEqual(await labels(), ['ended by microsoft-renegotiated', 'ended by microsoft-renegotiated', '= 50 billion USD']);
  hints = { term: true, ended: false, sum: 'no' };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(await labels(), ['until agi', 'until agi', 'from 2025-10-01, no end', 'from 2026-02-01, no end', '= 50 billion USD']);
  await client.until(() => (refreshed === 1 ? true : undefined));
  const [first] = await client.request<object[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range });
  assert.deepEqual(first, {
    position: positionOf(WORKED, 'exclusive-access:', 17), label: 'until agi', paddingLeft: true,
    tooltip: 'What OpenAI promises Microsoft here is in force from before every dated fact until the day on which “OpenAI achieves AGI” happens (it has not happened up to 2026-04-27).',
  });
});

test('a client that counts bytes, and shows plain text without snippets', async () => {
  const client = new Client();
  after(() => client.kill());
  const { capabilities } = await client.initialize({
    capabilities: { general: { positionEncodings: ['utf-8'] }, textDocument: { hover: { contentFormat: ['plaintext'] } } },
  });
  assert.equal(capabilities['positionEncoding'], 'utf-8');
  const text = 'entente: 1\nparties:\n  a: { name: "Ünïcode 🌦" , nime: x }\n';
  await client.open('file:///w/u.entente.yaml', text);
  const [diagnostic] = (await client.diagnostics('file:///w/u.entente.yaml', 1)).filter(({ code }) => code === 'unknown-key');
  const character = Buffer.byteLength(text.split('\n')[2]!.split('nime')[0]!);
  assert.deepEqual(diagnostic?.range, { start: { line: 2, character }, end: { line: 2, character: character + 4 } });
  await client.change('file:///w/u.entente.yaml', 2, [{ range: diagnostic!.range, text: 'note' }]);
  assert.deepEqual((await client.diagnostics('file:///w/u.entente.yaml', 2)).filter(({ severity }) => severity === 1), []);
  const hover = await client.request<{ contents: { kind: string; value: string } }>('textDocument/hover', at('file:///w/u.entente.yaml', { line: 2, character: 2 }));
  assert.equal(hover.contents.kind, 'plaintext');
  assert.match(hover.contents.value, /^Ünïcode 🌦 · a · party/);
  const [first] = await client.request<{ insertTextFormat: number; textEdit: { newText: string } }[]>('textDocument/completion', at('file:///w/u.entente.yaml', { line: 3, character: 0 }));
  assert.deepEqual([first?.insertTextFormat, first?.textEdit.newText], [1, 'title: ']);
  const symbols = await client.request<{ location: object; containerName: string }[]>('textDocument/documentSymbol', { textDocument: { uri: 'file:///w/u.entente.yaml' } });
  assert.equal(symbols[1]?.containerName, 'parties');
});
