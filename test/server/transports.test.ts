import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import vm from 'node:vm';
import { ROOT } from './client.js';

interface Message { readonly id?: number; readonly method?: string; readonly params?: { readonly diagnostics?: readonly { readonly code: string }[] }; readonly result?: { readonly serverInfo?: object } }

const INITIALIZE = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };
const OPEN = { jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///w/a.entente.yaml', languageId: 'entente', version: 1, text: 'entente: 1\nimport: [./b.entente.yaml]\n' } } };

async function talk(send: (message: object) => void, received: readonly Message[], more: () => Promise<void>): Promise<void> {
  const until = async (found: (message: Message) => boolean): Promise<Message> => {
    for (let tries = 0; tries < 500; tries++) {
      const message = received.find(found);
      if (message) return message;
      await more();
    }
    throw new Error('Nothing arrived in time.');
  };
  send(INITIALIZE);
  assert.ok((await until(({ id }) => id === 1)).result?.serverInfo);
  send({ jsonrpc: '2.0', method: 'initialized', params: {} });
  send(OPEN);
  const published = await until(({ method }) => method === 'textDocument/publishDiagnostics');
  assert.ok(published.params?.diagnostics?.some(({ code }) => code === 'import-not-found'));
}

const soon = (): Promise<void> => new Promise((done) => void setTimeout(done, 10));

test('Node IPC, as the VS Code extension starts it', async () => {
  const child = fork(join(ROOT, 'dist/server/node.js'), ['--node-ipc'], { stdio: 'ignore' });
  after(() => child.kill());
  const received: Message[] = [];
  child.on('message', (message) => received.push(message as Message));
  await talk((message) => child.send(message), received, soon);
  child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
  const ended = once(child, 'exit');
  child.send({ jsonrpc: '2.0', method: 'exit' });
  assert.deepEqual((await ended)[0], 0);
});

test('a web worker without Node: files come from the client', async () => {
  const received: Message[] = [];
  const worker = {
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
    addEventListener: (): void => undefined,
    postMessage: (message: Message): void => {
      received.push(structuredClone(message));
      if (message.method === 'entente/readFile') setImmediate(() => worker.onmessage?.({ data: { jsonrpc: '2.0', id: message.id, result: { text: null } } }));
    },
  };
  const globals = { self: worker, setTimeout, clearTimeout, setInterval, clearInterval, URL, TextDecoder, TextEncoder, console, performance, queueMicrotask };
  vm.runInNewContext(readFileSync(join(ROOT, 'dist/server/web.js'), 'utf8'), globals);
  await talk((message) => worker.onmessage?.({ data: message }), received, soon);
  assert.ok(received.some(({ method }) => method === 'entente/readFile'));
});
