import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { CancellationToken, CancellationTokenSource, createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { Connection } from '../../src/server/connection.js';
import { serve } from '../../src/server/server.js';
import { stepwise } from '../../src/server/stepwise.js';
import type { Clock } from '../../src/server/turns.js';
import { Work } from '../../src/server/work.js';
import { LIMITS } from '../../src/syntax/limits.js';
import { ROOT } from './client.js';

const EXAMPLE = readFileSync(join(ROOT, 'examples/openai-cloud-alliances.entente.yaml'), 'utf8');
const URI = 'file:///deals/main.entente.yaml';

/** A clock that goes on by so many milliseconds each time somebody looks at it. */
const clock = (step: number): Clock => {
  let now = 0;
  return () => (now += step);
};
function* forever(taken: number[]): Generator<number> {
  for (;;) yield taken.push(taken.length);
}

describe('One request', () => {
  test('that is taken back ends before its next step', async () => {
    const source = new CancellationTokenSource();
    const taken: number[] = [];
    const going = new Work('The work', source.token, clock(1)).through(forever(taken));
    await new Promise<void>((done) => void setTimeout(done, 0));
    const before = taken.length;
    assert.ok(before > 0);
    source.cancel();
    await assert.rejects(going, { code: -32800, message: 'The work was taken back.' });
    assert.equal(taken.length, before);
  });

  test('computes no longer than 10 ms before messages are read', async () => {
    const taken: number[] = [];
    const source = new CancellationTokenSource();
    const going = new Work('The work', source.token, clock(1)).through(forever(taken));
    setTimeout(() => source.cancel(), 0);
    await assert.rejects(going, { code: -32800 });
    assert.ok(taken.length <= 20, `${taken.length} looks at the clock, of a millisecond each`);
  });

  test('is refused at once when it is taken back, whatever it waits for', async () => {
    const source = new CancellationTokenSource();
    const waiting = new Work('The work', source.token, clock(1)).unlessTakenBack(new Promise(() => undefined));
    source.cancel();
    await assert.rejects(waiting, { code: -32800 });
  });

  test('that has had all of its time is refused with what to do, or gives what it has found', async () => {
    const steps = Math.ceil(LIMITS.requestTime / 1000);
    await assert.rejects(new Work('The work', CancellationToken.None, clock(1000)).through(forever([])), { code: -32803, message: /^The work was given up: it takes more than 30 seconds\. Ask about fewer things at once/ });
    const found = await stepwise(forever([]), () => true, new Work('The work', CancellationToken.None, clock(1000)));
    assert.ok(found.length > 1 && found.length <= steps, String(found.length));
  });
});

/** The server in this process, with a clock of ours: what it reads, and what it writes. */
function streams(ticking: Clock): readonly [there: PassThrough, back: PassThrough] {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const connection = new Connection((logger) => createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back), logger));
  serve(connection, { clock: ticking });
  connection.listen();
  return [there, back];
}

const INITIALIZE = { processId: null, rootUri: null, capabilities: { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } } };
const RANGE = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
const OPEN = { textDocument: { uri: URI, languageId: 'entente', version: 1, text: EXAMPLE } };

async function served(ticking: Clock) {
  const [there, back] = streams(ticking);
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client.listen();
  await client.sendRequest('initialize', INITIALIZE);
  await client.sendNotification('textDocument/didOpen', OPEN);
  return client;
}

const LONG: readonly (readonly [method: string, params: object])[] = [
  ['entente/matrix', { uri: URI }], ['entente/matrix', { uri: URI, timeline: true }], ['entente/report', { uri: URI, format: 'markdown' }], ['entente/export', { uri: URI, format: 'csv' }],
  ['entente/ask', { uri: URI, question: 'unmet' }], ['entente/ask', { uri: URI, question: 'plan', agreements: ['amazon-alliance'] }],
  ['entente/compare', { uri: URI, base: { kind: 'same' }, before: { at: '2026-01-01' }, after: { at: '2027-01-01' } }],
];

test('requests about whole files end with their time', async () => {
  const client = await served(clock(5_000));
  try {
    for (const [method, params] of LONG) await assert.rejects(client.sendRequest(method, params), { code: -32803, message: /more than 30 seconds/ }, method);
    // What needs no parts is answered, whatever the clock says.
    assert.ok(await client.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 2 } }) !== undefined);
  } finally {
    client.dispose();
  }
});

test('formatting, and looking for findings, are given up on the way', async () => {
  const client = await served(clock(20)); // it is always time for others
  try {
    const uri = 'file:///deals/long.entente.yaml';
    const parties = Array.from({ length: 5_000 }, (_, index) => `  party-${index}:   { name:  "Party ${index}" }\n`).join('');
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'entente', version: 1, text: `entente: 1\nparties:\n${parties}` } });
    const [textDocument, options] = [{ uri }, { tabSize: 2, insertSpaces: true }];
    let version = 1;
    for (const [method, params] of [
      ['textDocument/codeAction', { range: RANGE, context: { diagnostics: [] } }], ['textDocument/diagnostic', {}], ['textDocument/formatting', { options }], ['textDocument/rangeFormatting', { range: RANGE, options }],
    ] as const) {
      // The findings of a new text are looked for anew.
      await client.sendNotification('textDocument/didChange', { textDocument: { uri, version: version += 1 }, contentChanges: [{ range: { start: RANGE.start, end: RANGE.start }, text: `# ${version}\n` }] });
      const source = new CancellationTokenSource();
      const answer = client.sendRequest(method, { textDocument, ...params }, source.token);
      setTimeout(() => source.cancel(), 0);
      await assert.rejects(answer, { code: -32800 }, method);
    }
    const edits = await client.sendRequest('textDocument/formatting', { textDocument, options });
    assert.ok((edits as readonly unknown[]).length >= 5_000);
  } finally {
    client.dispose();
  }
});

test('while a long text is read, its names are resolved and an editor asks about all of it, other texts are answered first', async () => {
  const client = await served(() => performance.now());
  try {
    const textDocument = { uri: 'file:///deals/long.entente.yaml' };
    const long = (name: string): string => `entente: 1\nparties:\n${Array.from({ length: 4_000 }, (_, index) => `  ${name}-${index}: { name: "Party ${index}" }\n`).join('')}`;
    await client.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'entente', version: 1, text: long('party') } });
    const whole = { start: RANGE.start, end: { line: 4_000, character: 0 } };
    let version = 1;
    for (const [method, params] of [
      ['textDocument/hover', { position: { line: 2, character: 3 } }], ['textDocument/documentSymbol', {}], ['textDocument/semanticTokens/full', {}],
      ['textDocument/foldingRange', {}], ['textDocument/codeLens', {}], ['textDocument/inlayHint', { range: whole }], ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
    ] as const) {
      // All of it is another text, of which nothing is known yet.
      await client.sendNotification('textDocument/didChange', { textDocument: { ...textDocument, version: version += 1 }, contentChanges: [{ text: long(`p${version}`) }] });
      const answers: string[] = [];
      const source = new CancellationTokenSource();
      const kept = client.sendRequest(method, { textDocument, ...params }).then(() => answers.push('the long one'));
      const taken = assert.rejects(client.sendRequest(method, { textDocument, ...params }, source.token).finally(() => answers.push('the one that was taken back')), { code: -32800 }, method);
      source.cancel();
      const other = client.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 2 } }).then(() => answers.push('the other text'));
      await Promise.all([kept, taken, other]);
      assert.equal(answers.at(-1), 'the long one', `${method}: ${answers.join(', ')}`);
    }
  } finally {
    client.dispose();
  }
});

interface Answer { readonly id?: number; readonly method?: string; readonly error?: { readonly code: number }; readonly result?: { readonly uri: string } }

test('every request that is taken back before it has begun is answered with that, and the next one as ever', async () => {
  const [there, back] = streams(() => 0);
  const reader = new StreamMessageReader(back);
  const heard = new Map<number, (answer: Answer) => void>();
  const framed = (message: object): string => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  reader.listen((message) => {
    const { id = -1, method } = message as Answer;
    if (method === undefined) heard.get(id)?.(message as Answer);
    else if (id >= 0) there.write(framed({ id, error: { code: -32601, message: 'It has no files.' } }));
  });
  let last = 0;
  // Both messages arrive together: else a quick answer might be there first, which would be right, too.
  const answerOf = (method: string, params: object, isTakenBack: boolean): Promise<Answer> => new Promise((done) => {
    const id = last += 1;
    heard.set(id, done);
    there.write(framed({ id, method, params }) + (isTakenBack ? framed({ method: '$/cancelRequest', params: { id } }) : ''));
  });
  await answerOf('initialize', INITIALIZE, false);
  there.write(framed({ method: 'textDocument/didOpen', params: OPEN }));
  for (const [method, params] of [...LONG, ['entente/tests', { uri: URI }], ['textDocument/semanticTokens/full', { textDocument: { uri: URI } }], ['entente/commitments', { uri: URI }]] as const) {
    assert.equal((await answerOf(method, params, true)).error?.code, -32800, method);
  }
  assert.equal((await answerOf('entente/matrix', { uri: URI }, false)).result?.uri, URI);
  reader.dispose();
});
