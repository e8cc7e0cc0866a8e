import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { entente, fixture, ROOT } from './run.js';

const EXAMPLE = 'examples/openai-cloud-alliances.entente.yaml';
interface Common { version: number; question: string; file: string; asOf: string; at?: string; assumed: object; summary: string }

test('every question has text, Markdown and JSON with the common fields', async () => {
  const needs: Readonly<Record<string, readonly string[]>> = {
    serve: ['--party', 'amazon', '--product', 'frontier'], plan: ['--agreement', 'amazon-alliance'], infringed: ['--agreement', 'amazon-alliance'], exposure: [], idle: [], unmet: [],
  };
  for (const [question, more] of Object.entries(needs)) {
    const ask = (format: string) => entente(['ask', question, EXAMPLE, ...more, '--format', format, '--assume', 'agi=never']);
    const [text, markdown, json] = await Promise.all(['text', 'markdown', 'json'].map(ask));
    assert.deepEqual([text!.status, text!.err, markdown!.status, json!.status], [0, '', 0, 0], question);
    const { version, question: asked, file, asOf, at, assumed, summary } = JSON.parse(json!.out) as Common;
    assert.deepEqual([version, asked, file, asOf, at, assumed], [1, question, EXAMPLE, '2026-04-27', question === 'serve' ? '2026-04-27' : undefined, { agi: 'never' }]);
    assert.ok(text!.out.startsWith(`${summary}\n`), question);
    assert.match(markdown!.out, /^## .*\?\n\n\*OpenAI's cloud alliances\*\n\n\*\*/);
  }
});

test('a draft is what a base lacks; a draft that lacks something of the base is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const base = join(folder, 'base.entente.yaml');
  const draft = join(folder, 'draft.entente.yaml');
  writeFileSync(base, readFileSync(join(ROOT, EXAMPLE)));
  writeFileSync(draft, `entente: 1
as-of: 2026-04-27
import: [./base.entente.yaml]
agreements:
  google-draft:
    parties: [openai, amazon]
    signed: 2026-06-01
    clauses:
      models-on-google: { type: restriction, by: openai, to: amazon, products: [models], cloud: azure, through: 2027 }
`);
  const { out, status } = await entente(['ask', 'infringed', draft, '--base', base, '--format', 'json']);
  const { agreements, rights } = JSON.parse(out) as { agreements: string[]; rights: { clause: string; holder: string; signs: boolean }[] };
  assert.equal(status, 0);
  assert.deepEqual([agreements, rights.map(({ clause, holder, signs }) => `${clause} ${holder} ${signs}`)], [['google-draft'], ['microsoft-renegotiated/first-on-azure microsoft false']]);
  assert.match((await entente(['ask', 'infringed', base, '--base', draft])).err, /has no agreement `google-draft`/);
  assert.match((await entente(['ask', 'infringed', draft, '--base', draft])).err, /there is no draft in it/);
});

test('wrong usage is one sentence and status 2; errors of the file are status 1', async () => {
  for (const [args, message] of [
    [['serve', EXAMPLE, '--party', 'amazn', '--product', 'frontier'], /no party `amazn`\. Did you mean `amazon`\?/],
    [['serve', EXAMPLE, '--party', 'amazon'], /required option '--product <id>' not specified\nRun `entente ask serve --help` for usage\.\n$/],
    [['plan', EXAMPLE, '--agreement', 'x'], /no agreement `x`/],
    [['infringed', EXAMPLE], /Say what the draft is/],
    [['infringed', EXAMPLE, '--agreement', 'amazon-alliance', '--base', EXAMPLE], /Say what the draft is/],
    [['exposure', EXAMPLE, '--format', 'svg'], /--format takes text, json, markdown/],
    [['exposure', 'nowhere.entente.yaml'], /no file/],
    [['why', EXAMPLE], /unknown command/],
  ] as const) {
    const { status, out, err } = await entente(['ask', ...args]);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, message);
  }
  assert.equal((await entente(['ask', 'idle', fixture('wrong')])).status, 1);
});
