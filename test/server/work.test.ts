import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { CancellationToken, CancellationTokenSource, createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { Connection } from '../../src/server/connection.js';
import { serve } from '../../src/server/server.js';
import { stepwise } from '../../src/server/stepwise.js';
import { type Clock, Work } from '../../src/server/work.js';
import { LIMITS } from '../../src/syntax/limits.js';
import { Client, ROOT } from './client.js';

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

/** The server in this process, with a clock of ours. */
async function served(ticking: Clock) {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const connection = new Connection((logger) => createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back), logger));
  serve(connection, { clock: ticking });
  connection.listen();
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'entente', version: 1, text: EXAMPLE } });
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

test('every request that is taken back is answered with that, and the next one as ever', async () => {
  const client = new Client();
  try {
    await client.initialize();
    await client.open(URI, EXAMPLE);
    await client.diagnostics(URI, 1);
    for (const [method, params] of [...LONG, ['entente/tests', { uri: URI }], ['textDocument/semanticTokens/full', { textDocument: { uri: URI } }], ['entente/commitments', { uri: URI }]] as const) {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(method, params, source.token);
      source.cancel();
      await assert.rejects(answer, { code: -32800 }, method);
    }
    assert.equal((await client.request<{ uri: string }>('entente/matrix', { uri: URI })).uri, URI);
    assert.equal(client.errors, '');
  } finally {
    client.kill();
  }
});
