// `npm run soak`: an editing session without end, over stdio, with the server as it ships. Edits, undo, closing and opening, and
// every kind of request in between, some taken back; each edit is awaited. `-- --edits N` (50,000), `--seed N`. Every few hundred
// edits the texts are as at first and the heap is measured after a collection. Exit status 1 if it grows: if a line through the
// second half of the measurements rises by more than BOUND bytes for each edit.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMessageConnection, CancellationTokenSource, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { Problem, root, runMain } from './host/run.mjs';

/** Bytes for each edit: a mebibyte in 25,000 edits. */
const BOUND = 42;
/** Measurements, at least 50 edits apart. */
const SAMPLES = 100;
const FILES = ['before-the-renegotiation.entente.yaml', 'imports-shared.entente.yaml'];
/** In the server's process: collects, and tells the heap in bytes and the memory of the process. */
const SAMPLER = `process.on('message', () => { gc(); gc(); const { heapUsed, rss } = process.memoryUsage(); process.send({ heapUsed, rss }); }); process.channel.unref();`;

/** A generator of numbers below `of`, the same for the same seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return (of) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % of;
  };
}

/** The least change from one text to the other, as an editor sends it. */
function changeBetween(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < Math.min(before.length, after.length) - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { range: { start: position(before, start), end: position(before, before.length - same) }, text: after.slice(start, after.length - same) };
}

function position(text, offset) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1).length };
}

/** The rise of the least-squares line through points. */
function slope(points) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  return points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

/** What is asked between edits: method and parameters for a file and a place. */
const REQUESTS = [
  (textDocument, at) => ['textDocument/hover', { textDocument, position: at }],
  (textDocument, at) => ['textDocument/completion', { textDocument, position: at }],
  ({ uri }) => ['entente/matrix', { uri, timeline: true }],
  ({ uri }) => ['entente/matrix', { uri, at: '2026-05-01' }],
  (textDocument) => ['textDocument/documentSymbol', { textDocument }],
  (textDocument) => ['textDocument/semanticTokens/full', { textDocument }],
  (textDocument, at) => ['textDocument/codeAction', { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } }],
  (textDocument, at) => ['textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end: at } }],
  (textDocument) => ['textDocument/codeLens', { textDocument }],
  (textDocument, at) => ['textDocument/references', { textDocument, position: at, context: { includeDeclaration: true } }],
  ({ uri }) => ['entente/tests', { uri }],
  ({ uri }) => ['entente/ask', { uri, question: 'exposure' }],
];

await runMain(async () => {
  const { values } = parseArgs({ options: { edits: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } } });
  const edits = Number(values.edits);
  if (!Number.isSafeInteger(edits) || edits < 200) throw new Problem('`--edits` must be a whole number, and at least 200.', 2);
  const { edited, changedLine } = await import(new URL('../.build/test/support/edits.js', import.meta.url).href);
  const roll = dice(Number(values.seed));

  const server = spawn(process.execPath, ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(SAMPLER)}`, join(root, 'dist', 'server', 'node.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  const ended = new Promise((_, fail) => server.once('exit', (code, signal) => fail(new Problem(`The server has ended: ${signal ?? code}.`))));
  ended.catch(() => undefined);
  const within = (promise) => Promise.race([promise, ended]);
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const failures = [];
  connection.onNotification('window/logMessage', ({ message }) => failures.push(message));
  connection.onNotification('textDocument/publishDiagnostics', () => undefined);
  let analysed = () => undefined;
  connection.onNotification('entente/analysed', ({ uri, version }) => analysed(uri, version));
  connection.listen();
  try {
    await within(connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } } }));
    await connection.sendNotification('initialized', {});

    const documents = FILES.map((name) => {
      const original = readFileSync(join(root, 'examples', name), 'utf8');
      return { uri: `file:///deals/${name}`, original, text: original, version: 0, past: [] };
    });
    const reached = ({ uri, version }) => new Promise((done) => (analysed = (changed, at) => changed === uri && at === version && done()));
    const open = async (document) => {
      document.version += 1;
      const done = reached(document);
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: document.uri, languageId: 'entente', version: document.version, text: document.text } });
      await within(done);
    };
    const change = async (document, text) => {
      document.version += 1;
      const done = reached(document);
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version: document.version }, contentChanges: [changeBetween(document.text, text)] });
      document.text = text;
      await within(done);
    };
    const ask = async ({ uri, text }) => {
      const [method, params] = REQUESTS[roll(REQUESTS.length)]({ uri }, position(text, roll(text.length + 1)));
      const source = new CancellationTokenSource();
      const answer = connection.sendRequest(method, params, source.token).catch(({ code }) => asked.set(code, (asked.get(code) ?? 0) + 1));
      if (roll(8) === 0) source.cancel();
      await within(answer);
    };
    const sample = async () => {
      for (const document of documents) {
        document.past = [];
        await change(document, document.original);
      }
      return within(new Promise((done) => {
        server.once('message', done);
        server.send('sample');
      }));
    };

    const asked = new Map();
    for (const document of documents) await open(document);
    const heap = [];
    const start = performance.now();
    const every = Math.max(50, Math.floor(edits / SAMPLES));
    for (let edit = 1; edit <= edits; edit += 1) {
      const document = documents[roll(documents.length)];
      const size = { at: roll(1_000_000), kind: roll(10), piece: roll(40), size: roll(12) };
      const kind = roll(10);
      if (kind < 3 && document.past.length > 0) await change(document, document.past.pop());
      else if (document.past.length > 20 || document.text.length > document.original.length * 2) {
        document.past = [];
        await change(document, document.original);
      } else {
        document.past.push(document.text);
        await change(document, kind < 7 ? changedLine(document.text, size) : edited(document.text, { ...size, piece: size.piece % 30 }));
      }
      if (roll(4) === 0) await ask(document);
      if (roll(500) === 0) {
        await connection.sendNotification('textDocument/didClose', { textDocument: { uri: document.uri } });
        await open(document);
      }
      if (edit % every === 0) {
        const { heapUsed, rss } = await sample();
        heap.push([edit, heapUsed, rss]);
        if (heap.length % 5 === 0) console.log(`${edit} edits, ${Math.round((performance.now() - start) / 1000)} s: heap ${(heapUsed / 2 ** 20).toFixed(2)} MiB, process ${Math.round(rss / 2 ** 20)} MiB`);
      }
    }
    const half = heap.slice(Math.floor(heap.length / 2));
    const rise = slope(half);
    console.log(`Heap after ${half[0][0]} edits ${(half[0][1] / 2 ** 20).toFixed(2)} MiB, after ${edits} ${(half.at(-1)[1] / 2 ** 20).toFixed(2)} MiB: ${rise.toFixed(1)} bytes for each edit; ${BOUND} are allowed.`);
    console.log(`Refused or taken back: ${[...asked].map(([code, times]) => `${times} with ${code}`).join(', ') || 'nothing'}.`);
    for (const failure of failures.slice(0, 5)) console.log(`The server said: ${failure.slice(0, 500)}`);
    // A short session has too few measurements for a line.
    return failures.length > 0 || (edits >= 5_000 && rise > BOUND) ? 1 : 0;
  } finally {
    connection.dispose();
    server.kill();
  }
});
