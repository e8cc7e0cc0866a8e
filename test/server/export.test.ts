import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EXPORT_FORMATS, type ExportResult, MONEY_FORMATS } from '../../src/protocol.js';
import { isCommitmentsView, isExportResult } from '../../src/protocol-guards.js';
import { entente } from '../cli/run.js';
import { Client, ROOT } from './client.js';

const EXAMPLE = 'examples/openai-cloud-alliances.entente.yaml';
const uri = pathToFileURL(join(ROOT, EXAMPLE)).href;

async function started(): Promise<Client> {
  const client = new Client();
  after(() => client.kill());
  client.connection.onRequest('client/registerCapability', () => null);
  await client.initialize({ folder: pathToFileURL(ROOT).href });
  return client;
}

test('an export is what the command line prints in the workspace folder, for an open text as for a file', async () => {
  const client = await started();
  for (const open of [false, true]) {
    if (open) await client.open(uri, readFileSync(join(ROOT, EXAMPLE), 'utf8'));
    for (const format of EXPORT_FORMATS) {
      const result = await client.request<ExportResult>('entente/export', { uri, at: '2026-05-01', assume: { 'first-means': 'among-first' }, format });
      assert.ok(isExportResult(result));
      const { out } = await entente(['matrix', EXAMPLE, '--at', '2026-05-01', '--assume', 'first-means=among-first', '--format', format]);
      assert.equal(result.text, out, format);
      assert.deepEqual({ ...result, text: '' }, { text: '', name: 'openai-cloud-alliances-2026-05-01', at: '2026-05-01', assumed: { 'first-means': 'among-first' } });
    }
  }
  const { text } = await client.request<ExportResult>('entente/export', { uri, product: 'frontier', cloud: 'aws', format: 'csv' });
  assert.equal(text, (await entente(['matrix', EXAMPLE, '--product', 'frontier', '--cloud', 'aws', '--format', 'csv'])).out);
});

test('money and terms are asked for like the matrix', async () => {
  const client = await started();
  const view = await client.request('entente/commitments', { uri, at: '2026-05-01', assume: { 'investment-conditions': 'occurred' } });
  assert.ok(isCommitmentsView(view));
  assert.deepEqual([view.uri, view.at, view.totals[0]?.certain.words], [uri, '2026-05-01', '300 billion USD']);
});

test('money and terms are exported as the command line prints them', async () => {
  const client = await started();
  for (const format of MONEY_FORMATS) {
    const result = await client.request<ExportResult>('entente/exportMoney', { uri, at: '2026-05-01', assume: { 'investment-conditions': 'occurred' }, format });
    assert.ok(isExportResult(result));
    assert.equal(result.text, (await entente(['money', EXAMPLE, '--at', '2026-05-01', '--assume', 'investment-conditions=occurred', '--format', format])).out, format);
    assert.deepEqual({ ...result, text: '' }, { text: '', name: 'openai-cloud-alliances-money-2026-05-01', at: '2026-05-01', assumed: { 'investment-conditions': 'occurred' } });
  }
  for (const format of ['markdown', 'html']) {
    const report = await client.request<ExportResult>('entente/report', { uri, assume: { 'first-means': 'among-first' }, format });
    const { out } = await entente(['report', EXAMPLE, '--assume', 'first-means=among-first', '--format', format]);
    assert.ok(isExportResult(report));
    assert.equal(report.text, out);
    assert.match(report.name, /-report-2026-04-27$/);
  }
  await assert.rejects(client.request('entente/report', { uri, format: 'svg' }), /`format` must be one of markdown, html\.$/);
  await assert.rejects(client.request('entente/exportMoney', { uri, format: 'svg' }), /`format` must be one of text, json, markdown, csv\.$/);
});

test('what is wrong with a request is said in one sentence', async () => {
  const client = await started();
  for (const [params, message] of [
    [{ uri, format: 'pdf' }, /`format` must be one of table, json, markdown, csv, svg, html\.$/],
    [{ uri, format: 'svg', product: 'fronteir' }, /Did you mean `frontier`\?$/],
    [{ uri, format: 'svg', cloud: 5 }, /`cloud` must be a text\.$/],
    [{ uri, format: 'svg', at: 'soon' }, /is not a day of the calendar/],
    [{ uri, format: 'svg', assume: { agi: 'maybe' } }, /is `occurred` or `never`/],
    [{ uri: `${uri}.gone`, format: 'svg' }, /cannot be read/],
  ] as const) await assert.rejects(client.request('entente/export', params), message);
});
