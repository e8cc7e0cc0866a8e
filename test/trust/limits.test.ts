/** Each limit of docs/limits.md: beyond it a finding, and what comes before it still counts. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationToken } from 'vscode-jsonrpc/node';
import { CELL_LIMITS } from '../../src/matrix/limits.js';
import { listOnDisk } from '../../src/server/disk.js';
import { stepwise } from '../../src/server/stepwise.js';
import { Work } from '../../src/server/work.js';
import { analyse } from '../../src/service/analyse.js';
import { loadInput } from '../../src/service/load.js';
import { LIMITS } from '../../src/syntax/limits.js';
import { analysisOf, day, FILE } from '../service/support.js';
import { ROOT } from '../support/syntax.js';

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const limitsIn = (text: string): readonly string[] => analysisOf(text).findings.filter(({ code }) => code === 'resource-limit').map(({ message }) => message);
const load = (read: (uri: string) => string | null) => loadInput({ file: FILE, workspace: 'file:///deals/', today: day('2026-06-01'), read: (uri) => Promise.resolve(read(uri)) });

describe('One file', () => {
  test('anchors: the last one allowed is read, the next is not', () => {
    const text = (anchors: number): string => `entente: 1\nnote: [${range(anchors).map((index) => `&a${index} x`).join(', ')}]\ntitle: *a${anchors - 1}\n`;
    assert.deepEqual(limitsIn(text(LIMITS.anchors)), []);
    assert.equal(analysisOf(text(LIMITS.anchors)).partnership.title, 'x');
    assert.equal(limitsIn(text(LIMITS.anchors + 1)).length, 1);
  });

  test('aliases: what stands before the limit counts', () => {
    const text = `entente: 1\nnote: &a [${'x,'.repeat(999)}]\ntitle: Before\nproducts: { p: { name: Q, note: [${'*a,'.repeat(LIMITS.aliasedNodes / 1000)} *a] } }\n`;
    assert.equal(limitsIn(text).length, 1);
    const { partnership } = analysisOf(text);
    assert.equal(partnership.title, 'Before');
    assert.equal(partnership.products.get('p')?.name, 'Q');
  });

  test('findings: as many as are allowed, and one that says so', () => {
    const { findings } = analysisOf(`entente: 1\n${range(LIMITS.findings + 500).map((index) => `k${index}: 1\n`).join('')}`);
    assert.equal(findings.length, LIMITS.findings + 1);
    assert.equal(findings.filter(({ code, message }) => code === 'resource-limit' && /others are not shown/.test(message)).length, 1);
  });
});

describe('A file with its imports', () => {
  const importing = (count: number): string => `entente: 1\nimport: [${range(count).map((index) => `./i${index}.entente.yaml`).join(', ')}]\n`;

  test('imports: no more are read than may be, and the next is named', async () => {
    let reads = 0;
    const input = await load((uri) => {
      reads += 1;
      return uri === FILE ? importing(LIMITS.imports + 50) : 'entente: 1\n';
    });
    assert.equal(reads, LIMITS.imports + 1);
    const { findings, partnership } = analyse(input);
    assert.equal(partnership.files.size, LIMITS.imports + 1);
    assert.equal(findings.filter(({ code }) => code === 'resource-limit').length, 50);
  });

  test('imports that import on and on end', async () => {
    let reads = 0;
    const input = await load(() => `entente: 1\nimport: [./n${reads++}.entente.yaml]\n`);
    assert.equal(reads, LIMITS.imports + 1);
    assert.ok(analyse(input).findings.some(({ code }) => code === 'import-with-errors'));
  });

  test('documents: no more are read than may be; the next count as not found', async () => {
    let reads = 0;
    const clauses = range(LIMITS.documents + 20).map((index) => `      c${index}: { type: license, subject: s, by: a, to: b, source: { document: ./d${index}.md, quote: x } }`).join('\n');
    const input = await load((uri) => {
      if (uri.endsWith('.md')) reads += 1;
      return uri === FILE ? `entente: 1\nparties: { a: {}, b: {} }\nagreements:\n  deal:\n    parties: [a, b]\n    effective: 2026-01-01\n    clauses:\n${clauses}\n` : 'x';
    });
    assert.equal(reads, LIMITS.documents);
    assert.equal(analyse(input).findings.filter(({ code }) => code === 'document-not-found').length, 20);
  });

  test('all texts together: what does not fit counts as not found', async () => {
    const large = `entente: 1\n#${' '.repeat(LIMITS.textLength - 100)}\n`;
    const fitting = Math.floor(LIMITS.allTexts / large.length);
    const input = await load((uri) => (uri === FILE ? importing(fitting + 3) : large));
    assert.equal([...input.texts.values()].filter((text) => text === null).length, 3);
  });
});

describe('One cell', () => {
  test('lists no more sets than may be, and says that there are more', () => {
    const facts = range(16);
    // Each of 2^8 choices of one fact in every pair leads to it.
    const text = `entente: 1\nas-of: 2026-06-01\nparties: { a: {}, b: {} }\nclouds: { one: {} }\nproducts: { tool: { owner: a } }\nfacts: {${facts.map((index) => ` f${index}: {}`).join(',')} }\nagreements:\n  deal:\n    parties: [a, b]\n    effective: 2026-01-01\n    clauses:\n      c: { type: availability, by: a, to: b, products: all, cloud: one, when: { all: [${range(8).map((index) => `{ any: [f${2 * index}, f${2 * index + 1}] }`).join(', ')}] } }\n`;
    const possible = analysisOf(text).matrix.cell('tool', 'one', day('2026-06-01')).possible;
    assert.ok(possible.some(({ when }) => when.length === CELL_LIMITS.sets), possible.map(({ when }) => when.length).join());
    assert.ok(possible.every(({ when }) => when.length <= CELL_LIMITS.sets));
  });
});

test('a workspace: files are looked for up to the limit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-many-'));
  try {
    mkdirSync(join(folder, 'sub'));
    for (const index of range(LIMITS.workspaceFiles + 5)) writeFileSync(join(folder, 'sub', `${index}.entente.yaml`), '');
    assert.equal((await listOnDisk([pathToFileURL(folder).href])).length, LIMITS.workspaceFiles);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('Long work in the server', () => {
  test('lets others in between two steps, and stops before the next step once nobody wants it', async () => {
    let taken = 0;
    let wanted = true;
    function* steps(): Generator<number> {
      for (;;) yield taken++;
    }
    let now = 0;
    const work = stepwise(steps(), () => wanted, new Work('The work', CancellationToken.None, () => (now += 10)));
    await new Promise<void>((done) => void setTimeout(done, 0)); // another request is answered
    const before = taken;
    assert.ok(before >= 1);
    wanted = false;
    assert.equal((await work).length, taken);
    assert.ok(taken <= before + 1, `${taken - before} steps after the request was cancelled`);
  });
});

/** Shapes that once took time out of proportion: with time that grows with the square, none of these would end. */
describe('Hostile texts of a few hundred kilobytes', () => {
  const TEXTS: Readonly<Record<string, () => string>> = {
    'unknown keys': () => range(30_000).map((index) => `k${index}: 1\n`).join(''),
    'one key again and again': () => 'title: x\n'.repeat(30_000),
    'silencing comments in a row': () => `${'# entente-silence conflict: because\n'.repeat(30_000)}title: x\n`,
    'a silencing comment on each line': () => range(15_000).map((index) => `k${index}: 1 # entente-silence unknown-key: because\n`).join(''),
    'hidden characters': () => `title: ${'a\u200b'.repeat(100_000)}\n`,
    'expectations of what is not there': () => `expect:\n${'  - { at: 2026-01-01, product: p, cloud: c, status: barred, assume: { x: true } }\n'.repeat(3_000)}`,
    brackets: () => `note: ${'['.repeat(100_000)}`,
    'spaces and line breaks in a name': () => `title: "${' '.repeat(100_000)}\\n"\nproducts: { p: { name: "x${'\\t '.repeat(50_000)}" } }\n`,
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    test(name, { timeout: 180_000 }, () => assert.ok(!analysisOf(`entente: 1\n${text()}`).findings.some(({ code }) => code === 'internal-error')));
  }
});

test('the page names every limit', () => {
  const page = readFileSync(join(ROOT, 'docs', 'limits.md'), 'utf8').replace(/(?<=\d) (?=\d{3})/g, '');
  for (const [name, value] of [...Object.entries(LIMITS), ...Object.entries(CELL_LIMITS)]) {
    const shown = value % (1024 * 1024) === 0 ? `${value / 1024 / 1024} Mi` : String(value);
    assert.ok(new RegExp(`(?<!\\d)${shown}(?!\\d)`).test(page), `${name}: ${shown}`);
  }
});
