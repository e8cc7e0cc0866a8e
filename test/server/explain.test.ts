import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ExplainNode, ExplainView, SettleView } from '../../src/protocol.js';
import { isExplainView, isSettleView } from '../../src/protocol-guards.js';
import { Client, positionOf, ROOT } from './client.js';

const EXAMPLE = readFileSync(join(ROOT, 'examples/openai-cloud-alliances.entente.yaml'), 'utf8');
const NOTES = readFileSync(join(ROOT, 'examples/sources/openai-cloud-alliances-notes.md'), 'utf8');
const CELL = { product: 'frontier', cloud: 'azure', at: '2026-05-01' };

/** A folder with the example and its source document, and the example open in a client. */
async function started(): Promise<{ client: Client; folder: string; uri: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'sources/openai-cloud-alliances-notes.md'), NOTES);
  writeFileSync(join(folder, 'deal.entente.yaml'), EXAMPLE);
  const client = new Client();
  after(() => client.kill());
  await client.initialize({ folder: pathToFileURL(folder).href });
  const uri = pathToFileURL(join(folder, 'deal.entente.yaml')).href;
  await client.open(uri, EXAMPLE);
  return { client, folder: pathToFileURL(folder).href, uri };
}

const nodeAt = ({ parts }: ExplainView, ...path: readonly string[]): ExplainNode => {
  const [first, ...rest] = path;
  const found = rest.reduce<ExplainNode | undefined>((node, id) => node?.children.find((child) => child.id === id), parts.find(({ id }) => id === first));
  assert.ok(found, path.join(' '));
  return found;
};

test('a cell is explained as a tree with places in texts and documents', async () => {
  const { client, folder, uri } = await started();
  const view = await client.request<ExplainView>('entente/explain', { uri, ...CELL });
  assert.ok(isExplainView(view));
  const clause = ['why', 'claim', 'microsoft-renegotiated/first-on-azure'];
  assert.deepEqual(nodeAt(view, ...clause).target, { uri, range: { start: positionOf(EXAMPLE, 'first-on-azure:'), end: positionOf(EXAMPLE, 'first-on-azure:', 14) } });
  const document = nodeAt(view, ...clause, 'source', 'document');
  assert.equal(document.target?.uri, `${folder}/sources/openai-cloud-alliances-notes.md`);
  assert.deepEqual(document.target.range.start, positionOf(NOTES, 'first on Azure'));
  const assumed = await client.request<ExplainView>('entente/explain', { uri, ...CELL, assume: { 'microsoft-cannot-support': true, 'microsoft-declines': true } });
  assert.equal(assumed.status, 'barred');
});

test('edits that clear the conflict: written, the cell is as promised; none where there is none', async () => {
  const { client, uri } = await started();
  const view = await client.request<SettleView>('entente/settle', { uri, ...CELL });
  assert.ok(isSettleView(view));
  assert.deepEqual(view.fixes.map(({ status }) => status).sort(), ['barred', 'first']);
  for (const [index, { status, files }] of view.fixes.entries()) {
    assert.equal(files.length, 1);
    assert.deepEqual([files[0]!.uri, files[0]!.version], [uri, 1]);
    const version = 2 * index + 2;
    await client.change(uri, version, [{ text: EXAMPLE }, ...files[0]!.edits.map(({ range, newText }) => ({ range, text: newText }))]);
    const matrix = await client.request<{ version: number; cells: { product: string; cloud: string; status: string }[] }>('entente/matrix', { uri, at: CELL.at });
    assert.equal(matrix.version, version);
    assert.equal(matrix.cells.find(({ product, cloud }) => product === CELL.product && cloud === CELL.cloud)?.status, status);
  }
  await client.change(uri, 9, [{ text: EXAMPLE }]);
  assert.deepEqual(await client.request('entente/settle', { uri, ...CELL, cloud: 'aws' }), { product: 'frontier', cloud: 'aws', fixes: [] });
  await assert.rejects(client.request('entente/settle', { uri, ...CELL, cloud: 'moon' }), /no cloud `moon`/);
});
