import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ClausePlacesResult, ClausesAtResult, MatrixView, OpenQuestionsView } from '../../src/protocol.js';
import { isClausePlacesResult, isClausesAtResult, isMatrixView, isOpenQuestionsView } from '../../src/protocol-guards.js';
import { Client, positionOf } from './client.js';

const URI = 'file:///deals/clash.entente.yaml';
const TEXT = `entente: 1
as-of: 2026-06-01
parties: { a: { name: 🎈 Aria }, b: {}, c: {} }
clouds: { one: { operator: b }, two: { operator: c } }
products: { tool: { owner: a, kind: app } }
agreements:
  first:
    parties: [a, b]
    clauses:
      only: { type: exclusivity, by: a, to: b, products: [tool], cloud: one }
  second:
    parties: [a, c]
    clauses:
      also: { type: availability, strength: must, by: a, to: c, products: [tool], cloud: two }
`;

test('text and matrix lead to each other over the protocol', async (context) => {
  const client = new Client();
  after(() => client.kill());
  await client.initialize();
  await client.open(URI, TEXT, 2);

  await context.test('the conflicts of a file, with their cells and a day', async () => {
    const view: OpenQuestionsView = await client.request('entente/openQuestions', { uri: URI });
    assert.ok(isOpenQuestionsView(view));
    assert.deepEqual([view.version, view.questions.length], [2, 1]);
    const [question] = view.questions;
    assert.deepEqual([question?.kind, question?.severity, question?.place.uri], ['conflict', 'error', URI]);
    assert.deepEqual(question?.place.range.start, positionOf(TEXT, 'also:'));
    assert.deepEqual(question?.cells.map(({ product, cloud, at }) => [product, cloud, at]), [['tool', 'two', '2026-06-01']]);
    assert.deepEqual(question?.witness, { product: 'tool', cloud: 'two', at: '2026-06-01', assume: {} });
    assert.match(view.covered, /^1 cell in conflict on some day, in the one world that there is/);
  });

  await context.test('the clause at the cursor, and its place', async () => {
    const at: ClausesAtResult = await client.request('entente/clausesAt', { uri: URI, text: URI, position: positionOf(TEXT, 'exclusivity') });
    assert.ok(isClausesAtResult(at));
    assert.deepEqual(at.clauses, ['first/only']);
    const places: ClausePlacesResult = await client.request('entente/clausePlaces', { uri: URI, clauses: [...at.clauses, 'none/such'] });
    assert.ok(isClausePlacesResult(places));
    assert.deepEqual(places.places.map(({ uri, range }) => [uri, range.start]), [[URI, positionOf(TEXT, 'only:')]]);
    assert.deepEqual(await client.request('entente/clausesAt', { uri: URI, text: 'file:///deals/another.yaml', position: { line: 0, character: 0 } }), { clauses: [] });
  });

  await context.test('kinds, owners and operators in words', async () => {
    const view: MatrixView = await client.request('entente/matrix', { uri: URI });
    assert.ok(isMatrixView(view));
    assert.deepEqual([view.products, view.clouds.map(({ operator }) => operator)], [[{ id: 'tool', name: 'tool', kind: 'app', owner: '🎈 Aria' }], ['b', 'c']]);
  });

  await context.test('what is not understood is refused in a sentence', async () => {
    for (const [method, params] of [['clausesAt', { uri: URI, text: URI, position: { line: -1, character: 0 } }], ['clausesAt', { uri: URI }], ['clausePlaces', { uri: URI, clauses: [1] }], ['openQuestions', {}]] as const) {
      await client.request(`entente/${method}`, params).then(() => assert.fail('it must be refused'), ({ code, message }: { code: number; message: string }) => {
        assert.equal(code, -32602);
        assert.match(message, /^`\w+` must .*\.$/);
      });
    }
  });
});
