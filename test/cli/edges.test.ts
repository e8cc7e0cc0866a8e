import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { entente, fixture, ROOT } from './run.js';

const WORKED = fixture('worked-example');
const TABLE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['2026-01-15', ['models', 'chatgpt', 'frontier', 'stateful-runtime'], ['exclusive', 'barred', 'barred']],
  ['2026-03-01', ['models', 'chatgpt'], ['exclusive', 'barred', 'barred']],
  ['2026-03-01', ['frontier'], ['conflict', 'conflict', 'barred']],
  ['2026-03-01', ['stateful-runtime'], ['exclusive', 'conflict', 'barred']],
  ['2026-05-01', ['models', 'chatgpt', 'stateful-runtime'], ['first | available', 'after-first | available', 'after-first | available']],
  ['2026-05-01', ['frontier'], ['conflict | barred', 'exclusive', 'barred']],
  ['2033-06-01', ['models', 'chatgpt'], ['unspecified', 'unspecified', 'unspecified']],
  ['2033-06-01', ['frontier'], ['barred', 'exclusive', 'barred']],
  ['2033-06-01', ['stateful-runtime'], ['unspecified', 'available', 'unspecified']],
];

async function inFolder(files: Readonly<Record<string, string>>, check: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-edges-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    await check(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('every row of section 4', async () => {
  for (const [at, products, expected] of TABLE) {
    const view = JSON.parse((await entente(['matrix', WORKED, '--at', at, '--format', 'json'])).out) as { cells: { product: string; certain: boolean; possible: { status: string }[] }[] };
    for (const product of products) {
      const row = view.cells.filter((cell) => cell.product === product);
      assert.deepEqual(row.map(({ possible }) => possible.map(({ status }) => status).join(' | ')), expected, `${product} ${at}`);
      assert.deepEqual(row.map(({ certain }) => certain), expected.map((text) => !text.includes('|')), `${product} ${at}`);
    }
  }
});

test('a named pipe is not waited for', { skip: process.platform === 'win32' }, () => inFolder({}, async (folder) => {
  const pipe = path.join(folder, 'a.entente.yaml');
  spawnSync('mkfifo', [pipe]);
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/entente.js', 'check', pipe], { cwd: ROOT, encoding: 'utf8', timeout: 10_000 });
  assert.equal(status, 2);
  assert.match(stderr, /is not a regular file/);
}));

test('a full disk is one sentence', { skip: process.platform !== 'linux' }, () => {
  const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" dist/cli/entente.js schema > /dev/full`], { cwd: ROOT, encoding: 'utf8' });
  assert.deepEqual([status, stderr], [2, 'entente: The output cannot be written (ENOSPC).\n']);
});

test('a file that imports itself is found out, whatever its name', () => inFolder({ 'a,b.entente.yaml': 'entente: 1\nimport: ["./a,b.entente.yaml"]\n' }, async (folder) => {
  const { out } = await entente(['check', path.join(folder, 'a,b.entente.yaml'), '--format', 'json']);
  assert.deepEqual((JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code), ['import-cycle']);
}));

test('errors of an import are told by matrix', () => inFolder({
  'main.entente.yaml': 'entente: 1\nimport: [./broken.entente.yaml]\n', 'broken.entente.yaml': 'entente: 1\nproducts: { q: { bogus: 1 } }\nagreements: [1]\n',
}, async (folder) => {
  const { status, err } = await entente(['matrix', path.join(folder, 'main.entente.yaml')]);
  assert.equal(status, 1);
  assert.match(err, /imports/);
}));

test('expectations that could not be read do not pass', () => inFolder({ 'a.entente.yaml': 'entente: 1\nexpect: { at: 2026-01-01 }\n' }, async (folder) => {
  assert.equal((await entente(['test', path.join(folder, 'a.entente.yaml')])).status, 1);
}));

test('a file given twice is checked once; a byte order mark moves no column', () => inFolder({ 'a.entente.yaml': '\ufeffbogus: 1\nentente: 1\n' }, async (folder) => {
  const file = path.join(folder, 'a.entente.yaml');
  const { out, err } = await entente(['check', file, folder]);
  assert.match(out, /:1:1 error unknown-key/);
  assert.match(err, /^1 file:/);
}));

test('a line break in a name starts no line, and so no command of a runner', () => inFolder({
  'a.entente.yaml': 'entente: 1\ntitle: "a\\n::error::b"\nproducts: { p: { name: "x\\n::warning::y" } }\nclouds: { c: { name: "::debug::z" } }\n',
}, async (folder) => {
  assert.doesNotMatch((await entente(['matrix', path.join(folder, 'a.entente.yaml')])).out, /^\s*::/m);
}));

test('FORCE_COLOR=0 is no colour', () => inFolder({ 'a.entente.yaml': 'entente: 1\nbogus: 1\n' }, async (folder) => {
  const { out } = await entente(['check', path.join(folder, 'a.entente.yaml')], { FORCE_COLOR: '0' });
  assert.doesNotMatch(out, /\u001b/);
}));
