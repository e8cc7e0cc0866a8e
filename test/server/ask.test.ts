import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AskableView, AskResult, CompareView } from '../../src/protocol.js';
import { isAskableView, isAskResult, isCompareView } from '../../src/protocol-guards.js';
import { Client, ROOT } from './client.js';

const NAME = 'examples/openai-cloud-alliances.entente.yaml';
const TEXT = readFileSync(join(ROOT, NAME), 'utf8');

async function started(more: object = {}): Promise<{ client: Client; uri: string }> {
  const client = new Client();
  after(() => client.kill());
  await client.initialize({ folder: pathToFileURL(ROOT).href, ...more });
  const uri = pathToFileURL(join(ROOT, NAME)).href;
  await client.open(uri, TEXT);
  return { client, uri };
}

test('a question is answered as the command line prints it, also while the text is open', async () => {
  const { client, uri } = await started();
  const printed = (...args: string[]): string => execFileSync('node', ['dist/cli/entente.js', 'ask', ...args, '--format', 'markdown'], { cwd: ROOT, encoding: 'utf8' });
  for (const [params, args] of [
    [{ question: 'serve', party: 'amazon', product: 'frontier', at: '2026-03-01' }, ['serve', NAME, '--party', 'amazon', '--product', 'frontier', '--at', '2026-03-01']],
    [{ question: 'plan', agreements: ['amazon-alliance'] }, ['plan', NAME, '--agreement', 'amazon-alliance']],
    [{ question: 'infringed', agreements: ['amazon-alliance'], assume: { 'microsoft-declines': true } }, ['infringed', NAME, '--agreement', 'amazon-alliance', '--assume', 'microsoft-declines=true']],
    [{ question: 'exposure' }, ['exposure', NAME]], [{ question: 'idle' }, ['idle', NAME]], [{ question: 'unmet' }, ['unmet', NAME]],
  ] as const) {
    const answer = await client.request<AskResult>('entente/ask', { uri, ...params });
    assert.ok(isAskResult(answer));
    assert.equal(answer.markdown, printed(...args));
    assert.ok(answer.markdown.includes('**'));
  }
  await client.change(uri, 2, [{ text: TEXT.replace('  amazon-alliance:', '  other-alliance:').replaceAll('amazon-alliance/', 'other-alliance/') }]);
  assert.match((await client.request<AskResult>('entente/ask', { uri, question: 'exposure' })).markdown, /other-alliance\/frontier-exclusive/);
});

test('what can be asked about, and what is wrong with a question', async () => {
  const { client, uri } = await started();
  const view = await client.request<AskableView>('entente/askable', { uri });
  assert.ok(isAskableView(view));
  assert.deepEqual([view.parties[0], view.products.length, view.agreements.find(({ id }) => id === 'amazon-alliance')?.at], [{ id: 'openai', name: 'OpenAI' }, 4, '2026-02-01']);
  for (const [params, message] of [
    [{ question: 'why' }, /must be one of serve, plan/], [{ question: 'serve', party: 'amazon' }, /`product` must be a text/], [{ question: 'serve', party: 'amazn', product: 'frontier' }, /Did you mean `amazon`/],
    [{ question: 'plan' }, /must hold one id/], [{ question: 'plan', agreements: ['a', 'b'] }, /must hold one id/], [{ question: 'infringed', agreements: ['none'] }, /no agreement `none`/],
    [{ question: 'exposure', assume: { agi: true } }, /`occurred` or `never`/], [{ question: 'serve', party: 'amazon', product: 'frontier', at: 'soon' }, /not a day/],
  ] as const) await assert.rejects(client.request('entente/ask', { uri, ...params }), message);
});

test('the file without an agreement is a side of a comparison; the lens names its agreement', async () => {
  const { client, uri } = await started({ initializationOptions: { files: 'client' } });
  client.connection.onRequest('entente/readFile', () => ({ text: null }));
  client.connection.onRequest('entente/listFiles', () => ({ uris: [] }));
  const side = { at: '2026-02-01' };
  const view = await client.request<CompareView>('entente/compare', { uri, base: { kind: 'without', agreement: 'amazon-alliance' }, before: side, after: side });
  assert.ok(isCompareView(view));
  assert.deepEqual([view.before.label, view.introduced.length, view.resolved.length], ['without amazon-alliance', 4, 0]);
  assert.equal(view.cells.find(({ product, cloud }) => product === 'frontier' && cloud === 'aws')?.before?.status, 'barred');
  await assert.rejects(client.request('entente/compare', { uri, base: { kind: 'without', agreement: 'amazon' }, before: side, after: side }), /no agreement `amazon`/);
  const lenses = await client.request<{ command: { command: string; arguments: string[] } }[]>('textDocument/codeLens', { textDocument: { uri } });
  assert.ok(lenses.some(({ command }) => command.command === 'entente.showPlan' && command.arguments.join() === `${uri},amazon-alliance`));
});
