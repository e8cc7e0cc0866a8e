import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ExpectationEdit, TestsView } from '../../src/protocol.js';
import { isExpectationEdit, isTestsView } from '../../src/protocol-guards.js';
import { Client, positionOf } from './client.js';

const URI = 'file:///deals/tool.entente.yaml';
const TEXT = `entente: 1
as-of: 2026-01-01
products: { tool: {} }
clouds: { one: {} }
facts: { open: {} }
expect:
  - { at: 2026-02-01, product: tool, cloud: one, status: unspecified }
  - { at: 2026-03-01, product: tool, cloud: one, status: barred }
`;

test('the tests of a file over the protocol', async (context) => {
  const client = new Client();
  const folder = mkdtempSync(join(tmpdir(), 'entente-tests-'));
  after(() => {
    client.kill();
    rmSync(folder, { recursive: true });
  });
  await client.initialize({ folder: pathToFileURL(folder).href });
  const tests = (uri: string): Promise<TestsView> => client.request('entente/tests', { uri });
  const refused = (method: string, params: unknown): Promise<string> =>
    client.request(method, params).then(() => assert.fail('it must be refused'), ({ message, code }: { message: string; code: number }) => {
      assert.equal(code, -32602, message);
      return message;
    });

  await context.test('of an open text, with its version: one passes, one fails', async () => {
    await client.open(URI, TEXT, 3);
    const view = await tests(URI);
    assert.ok(isTestsView(view));
    assert.deepEqual([view.uri, view.version, view.problem], [URI, 3, null]);
    assert.deepEqual(view.tests.map(({ outcome, expected, actual }) => [outcome, expected, actual]), [
      ['passed', undefined, undefined], ['failed', 'status: barred', 'status: unspecified'],
    ]);
    assert.deepEqual(view.tests[1]?.range.start, positionOf(TEXT, '{ at: 2026-03-01'));
    assert.equal(view.tests[1]?.message, 'The status on 2026-03-01 is `unspecified`, not `barred`.');
  });

  await context.test('of a file that is not open; what cannot be read is one sentence', async () => {
    const file = join(folder, 'closed.entente.yaml');
    writeFileSync(file, TEXT);
    const view = await tests(pathToFileURL(file).href);
    assert.deepEqual([view.version, view.tests.length], [null, 2]);
    writeFileSync(file, 'expect: [');
    assert.match((await tests(pathToFileURL(file).href)).problem ?? '', /errors? in the text: expectations may be missing\.$/);
    assert.match(await refused('entente/tests', { uri: pathToFileURL(join(folder, 'none.entente.yaml')).href }), /cannot be read/);
    assert.match(await refused('entente/tests', {}), /`uri` must be a text/);
  });

  await context.test('a cell becomes an expectation that passes, once', async () => {
    const params = { uri: URI, product: 'tool', cloud: 'one', at: '2026-05-01', assume: { open: true } };
    const edit = await client.request<ExpectationEdit>('entente/expectation', params);
    assert.ok(isExpectationEdit(edit));
    assert.equal(edit.version, 3);
    await client.change(URI, 4, edit.edits.map(({ range, newText }) => ({ range, text: newText })));
    const view = await tests(URI);
    assert.deepEqual(view.tests.map(({ outcome }) => outcome), ['passed', 'failed', 'passed']);
    assert.equal(view.tests[2]?.label, '2026-05-01 · tool on one: unspecified (open: true)');
    assert.deepEqual(view.tests[2]?.range, edit.reveal);
    const again = await client.request<ExpectationEdit>('entente/expectation', params);
    assert.deepEqual([again.edits, again.reveal], [[], edit.reveal]);
    assert.match(await refused('entente/expectation', { ...params, product: 'tol' }), /Did you mean `tool`/);
    assert.match(await refused('entente/expectation', { ...params, assume: { open: 'x' } }), /`true` or `false`/);
  });

  await context.test('the lens above `expect` says how many hold', async () => {
    const lenses = await client.request<{ range: { start: object }; command: { title: string; command: string } }[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    const lens = lenses.find(({ command }) => command.title === 'Run 3 expectations (2 of 3 hold)');
    assert.deepEqual([lens?.range.start, lens?.command.command], [positionOf(TEXT, 'expect:'), '']);
  });
});

test('lenses follow their settings, each of its own', async () => {
  const client = new Client();
  after(() => client.kill());
  const off = new Set<string>();
  let refreshed = 0;
  client.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'entente' ? { codeLens: Object.fromEntries([...off].map((kind) => [kind, false])) } : null)));
  client.connection.onRequest('workspace/codeLens/refresh', () => void (refreshed += 1));
  await client.initialize({ capabilities: { workspace: { configuration: true, codeLens: { refreshSupport: true } } }, initializationOptions: { files: 'client' } });
  await client.open(URI, TEXT);
  const commands = async (): Promise<readonly string[]> =>
    (await client.request<{ command: { command: string; arguments: string[] } }[]>('textDocument/codeLens', { textDocument: { uri: URI } })).map(({ command }) => `${command.command} ${command.arguments.join()}`);
  assert.deepEqual(await commands(), [`entente.showMatrix ${URI}`, `entente.runExpectations ${URI}`]);
  for (const [kind, left] of [['matrix', [`entente.runExpectations ${URI}`]], ['expectations', []]] as const) {
    off.add(kind);
    const before = refreshed;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => (refreshed > before ? true : undefined));
    assert.deepEqual(await commands(), left);
  }
});

test('a clause offers to save its cells', async () => {
  const client = new Client();
  after(() => client.kill());
  await client.initialize();
  const text = `${TEXT.slice(0, TEXT.indexOf('facts'))}parties: { a: {}, b: {} }\nagreements:\n  deal:\n    parties: [a, b]\n    effective: 2026-01-01\n    clauses:\n      not-there: { type: restriction, by: a, to: b, cloud: one }\n`;
  await client.open(URI, text);
  const position = positionOf(text, 'not-there');
  const actions = (only?: readonly string[]) => client.request<{ title: string; kind: string; edit: { documentChanges: { edits: { newText: string }[] }[] } }[]>(
    'textDocument/codeAction', { textDocument: { uri: URI }, range: { start: position, end: position }, context: { diagnostics: [], ...(only ? { only } : {}) } });
  const save = (await actions(['refactor'])).find(({ kind }) => kind === 'refactor');
  assert.equal(save?.title, 'Save 1 cell that this clause decides on 2026-01-01 as expectations');
  assert.equal(save?.edit.documentChanges[0]?.edits[0]?.newText, '\n\nexpect:\n  - { at: 2026-01-01, product: tool, cloud: one, status: barred }');
  assert.ok((await actions()).some(({ kind }) => kind === 'refactor'));
  assert.deepEqual(await actions(['quickfix']), []);
});
