import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from './client.js';

interface Text { readonly text: string }

/** A client that reads files for the server, as VS Code does, links and all; `first` and `second` are its folders. */
async function started(): Promise<{ client: Client; folders: readonly [string, string]; read: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'entente-tools-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  const folders = [join(root, 'first'), join(root, 'second')] as const;
  for (const folder of folders) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'same.entente.yaml'), `entente: 1\ntitle: Of ${folder.slice(root.length + 1)}\n`);
  }
  mkdirSync(join(folders[0], 'second'));
  writeFileSync(join(folders[0], 'second', 'same.entente.yaml'), 'entente: 1\ntitle: Nested\n');
  writeFileSync(join(root, 'secret.entente.yaml'), 'entente: 1\ntitle: Secret\n');
  symlinkSync(root, join(folders[0], 'out'), 'junction');
  const client = new Client();
  after(() => client.kill());
  const read: string[] = [];
  client.connection.onRequest('entente/readFile', ({ uri }: { uri: string }) => {
    read.push(uri);
    const path = fileURLToPath(uri);
    return { text: existsSync(path) ? readFileSync(path, 'utf8') : null };
  });
  client.connection.onRequest('entente/listFiles', () => ({ uris: folders.map((folder) => pathToFileURL(join(folder, 'same.entente.yaml')).href) }));
  await client.connection.sendRequest('initialize', {
    processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { files: 'client' },
    workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: 'a folder' })),
  });
  await client.connection.sendNotification('initialized', {});
  return { client, folders, read };
}

const ask = (client: Client, file: string): Promise<Text> => client.request('entente/tool', { name: 'get_entente_availability', input: { file } });

test('a tool answers over several folders, and asks which file is meant', async () => {
  const { client } = await started();
  await assert.rejects(ask(client, 'same.entente.yaml'), /`first\/same\.entente\.yaml`, `second\/same\.entente\.yaml`\. Name one of them/);
  assert.match((await ask(client, 'second/same.entente.yaml')).text, /^Of second \(second\/same\.entente\.yaml\)/);
  assert.match((await ask(client, 'first/second/same.entente.yaml')).text, /^Nested/);
});

test('an open text counts before the file', async () => {
  const { client, folders } = await started();
  await client.open(pathToFileURL(join(folders[1], 'same.entente.yaml')).href, 'entente: 1\ntitle: Not saved\n');
  assert.match((await ask(client, 'second/same.entente.yaml')).text, /^Not saved/);
});

test('a link that leads out is not read, not even through the client', async () => {
  const { client, folders, read } = await started();
  await assert.rejects(ask(client, 'first/out/secret.entente.yaml'), /no readable agreement file/);
  assert.ok(!read.includes(pathToFileURL(join(folders[0], 'out', 'secret.entente.yaml')).href));
});

test('what cannot be answered is one sentence, and no failure in the log', async () => {
  const { client } = await started();
  for (const [params, message] of [
    [undefined, /There is no tool/], [{ name: 'toString' }, /There is no tool `toString`/], [{ name: 'explain_entente_cell', input: [] }, /is an object with `file`/],
    [{ name: 'get_entente_availability', input: { file: 'first/same.entente.yaml', day: 'soon' } }, /not a day/],
  ] as const) await assert.rejects(client.request('entente/tool', params), message);
  assert.equal(client.errors, '');
});

test('an answer has the room that the client gives, within bounds', async () => {
  const { client } = await started();
  const of = async (limit: unknown): Promise<number> => (await client.request<Text>('entente/tool', { name: 'check_entente_agreements', input: {}, limit })).text.length;
  for (const limit of ['many', Number.MAX_SAFE_INTEGER, -1, null]) assert.ok(await of(limit) > 0);
});
