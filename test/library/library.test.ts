import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse, type Analysis, explain, type Folder, matrix } from '../../src/library/index.js';
import { entente, ROOT } from '../cli/run.js';

const MAIN = 'examples/openai-cloud-alliances.entente.yaml';
const SHARED = 'examples/imports-shared.entente.yaml';
const folder = (main: string, ...others: readonly string[]): Folder => ({
  main, files: Object.fromEntries([main, ...others].map((file) => [file, readFileSync(join(ROOT, file), 'utf8')])),
});
const json = async (...args: readonly string[]): Promise<Record<string, unknown>> => JSON.parse((await entente([...args, '--format', 'json'])).out) as Record<string, unknown>;
/** As it is after a journey as JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('answers are those that the command line prints', async () => {
  for (const [main, others, assume] of [
    [MAIN, ['examples/sources/openai-cloud-alliances-notes.md'], { 'first-means': 'among-first', 'microsoft-declines:models': false }], [SHARED, ['examples/shared/parties-and-clouds.entente.yaml'], {}],
  ] as const) {
    const analysis = analyse(folder(main, ...others));
    const given = Object.entries(assume).flatMap(([name, value]) => ['--assume', `${name}=${String(value)}`]);
    assert.deepEqual(plain(analysis.findings), (await json('check', main))['findings']);
    for (const at of [undefined, '2026-03-01', '2030']) {
      const { file, ...printed } = await json('matrix', main, ...given, ...(at === undefined ? [] : ['--at', at]));
      assert.equal(file, main);
      const view = matrix(analysis, { at, assume });
      assert.deepEqual(plain(view), printed);
      assert.deepEqual([analysis.products.map(({ id }) => id), analysis.clouds.map(({ id }) => id), analysis.asOf], [view.products, view.clouds, view.asOf]);
    }
    const { product, cloud } = matrix(analysis).cells.at(-1)!;
    const { file: _, version, ...printed } = await json('explain', main, '--product', product, '--cloud', cloud, ...given);
    assert.equal(version, 1);
    assert.deepEqual(plain(explain(analysis, { product, cloud, assume })), printed);
  }
});

test('a row and a column of the matrix', () => {
  const analysis = analyse(folder(MAIN));
  assert.deepEqual(matrix(analysis, { product: 'frontier' }).cells.map(({ product, cloud }) => [product, cloud]), [['frontier', 'azure'], ['frontier', 'aws'], ['frontier', 'google-cloud']]);
  assert.deepEqual(matrix(analysis, { product: 'frontier', cloud: 'aws' }).cells.length, 1);
});

test('as-of and today may be given', () => {
  assert.equal(analyse('entente: 1\n', { today: '2026-02-03' }).asOf, '2026-02-03');
  assert.equal(analyse('entente: 1\nas-of: 2026-01-01\n', { today: '2026-02-03', asOf: '2025' }).asOf, '2025-01-01');
  assert.match(analyse('entente: 1\n').asOf, /^\d{4}-\d{2}-\d{2}$/);
});

test('whatever the text is, there are findings and no exception; files that are not given are not there', () => {
  for (const text of ['', '[', 'entente: 2', '\0', 'a'.repeat(3_000_000), 'entente: 1\nimport: [./other.entente.yaml]\n', 'entente: 1\nimport: [../../../etc/passwd]\n']) assert.ok(analyse(text).findings.some(({ severity }) => severity === 'error'), text.slice(0, 40));
  const names = { main: 'ä b/%41#?.entente.yaml', files: { 'ä b/%41#?.entente.yaml': 'entente: 1\nimport: ["./%42.entente.yaml"]\nbogus: 1\n', 'ä b/%42.entente.yaml': 'entente: 1\n' } };
  assert.deepEqual(analyse(names).findings.map(({ code, file }) => [code, file]), [['unknown-key', names.main]]);
});

test('what is wrong with an argument is said in one sentence', () => {
  const analysis = analyse(folder(MAIN));
  const wrong: readonly (readonly [() => unknown, RegExp])[] = [
    [() => analyse('', { asOf: 'soon' }), /^RangeError: `asOf` takes a date such as 2026-04-27; `soon` is none\.$/], [() => analyse('', { today: '2026-02-30' }), /`today`/],
    [() => analyse({ main: 'a', files: {} }), /`files` has no `a`/], [() => analyse({ main: '../a', files: { '../a': '' } }), /not a path inside/], [() => analyse({ main: 'a', files: { a: '', '/b': '' } }), /not a path inside/],
    [() => matrix(analysis, { at: 'x' }), /`at`/], [() => matrix(analysis, { product: 'frontir' }), /Did you mean `frontier`\?/], [() => matrix(analysis, { cloud: 'x' }), /There is no cloud `x`/],
    [() => matrix(analysis, { assume: { nothing: true } }), /nothing/], [() => explain(analysis, { product: 'x', cloud: 'aws' }), /There is no product `x`/], [() => matrix({ ...analysis } as Analysis), /no analysis/],
  ];
  for (const [act, message] of wrong) assert.throws(act, (error: unknown) => error instanceof RangeError && message.test(String(error)));
});
