/**
 * What is taken along: the same from the command line and from every other caller, whole in itself, safe to open.
 * `ENTENTE_UPDATE_GOLDEN=1 node --test .build/test/render/export.test.js` writes the golden files anew; look at them before
 * they are committed. Needs `dist/cli`.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/protocol.js';
import { exportMatrix } from '../../src/render/export.js';
import { csvField } from '../../src/render/matrix-text.js';
import { exportName } from '../../src/service/matrix-report.js';
import { entente } from '../cli/run.js';
import { analysisOf, day, ROOT, SMALL } from '../service/support.js';

const EXAMPLE = 'examples/openai-cloud-alliances.entente.yaml';
const EXAMPLE_TEXT = readFileSync(path.join(ROOT, EXAMPLE), 'utf8');
const golden = (name: string): string => path.join(ROOT, 'test', 'render', 'golden', name);

describe('golden exports of the example', () => {
  const worlds = { open: {}, assumed: { 'first-means': 'among-first', 'microsoft-cannot-support': true } } as const;
  for (const [world, assume] of Object.entries(worlds)) {
    for (const format of ['svg', 'html'] as const) {
      test(`${world}, ${format}`, () => {
        const text = exportMatrix(analysisOf(EXAMPLE_TEXT), format, EXAMPLE, { at: day('2026-05-01'), assume });
        const file = golden(`openai-${world}.${format}`);
        if (process.env['ENTENTE_UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
        assert.equal(text, readFileSync(file, 'utf8'));
      });
    }
  }
});

describe('golden reports of the example', () => {
  for (const [format, extension] of [['markdown', 'md'], ['html', 'html']] as const) {
    test(format, async () => {
      const { out: text } = await entente(['report', EXAMPLE, '--format', format]);
      const file = golden(`openai-report.${extension}`);
      if (process.env['ENTENTE_UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
      assert.equal(text, readFileSync(file, 'utf8'));
    });
  }
});

describe('the command line prints what is exported', () => {
  const cases: readonly (readonly [string, readonly string[], Parameters<typeof exportMatrix>[3]])[] = [
    ['the as-of day', [], {}],
    ['a day under assumptions', ['--at', '2026-05-01', '--assume', 'first-means=among-first', '--assume', 'microsoft-declines:models=true'],
      { at: day('2026-05-01'), assume: { 'first-means': 'among-first', 'microsoft-declines:models': true } }],
    ['a row', ['--product', 'frontier'], { product: 'frontier' }],
    ['a cell', ['--product', 'frontier', '--cloud', 'azure'], { product: 'frontier', cloud: 'azure' }],
  ];
  for (const [what, args, options] of cases) {
    test(what, async () => {
      const analysis = analysisOf(EXAMPLE_TEXT);
      for (const format of EXPORT_FORMATS) {
        const { out } = await entente(['matrix', EXAMPLE, ...args, '--format', format]);
        assert.equal(exportMatrix(analysis, format, EXAMPLE, options), out, format);
      }
    });
  }
  test('an unknown product is wrong usage', async () => {
    const { status, out, err } = await entente(['matrix', EXAMPLE, '--product', 'fronteir']);
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /Did you mean `frontier`\?/);
  });
});

describe('every export', () => {
  const nasty = SMALL.replace('name: Forecasts,', 'name: "=HYPERLINK(\\"x\\")</title><script>alert(1)</script>|[a](b)",');
  const of = (format: ExportFormat): string => exportMatrix(analysisOf(nasty), format, 'main.entente.yaml', { assume: { merger: 'never', outage: true } });

  test('states the day and what is assumed', () => {
    for (const format of EXPORT_FORMATS) {
      const text = of(format);
      assert.match(text, format === 'svg' || format === 'html' ? /27 April 2026/ : /2026(\\?)-04(\\?)-27/, format);
      assert.match(text, format === 'svg' || format === 'html' ? /“North has an outage” holds/ : format === 'json' ? /"outage": true/ : /outage ?= ?true/, format);
    }
  });
  test('shows names as text', () => {
    for (const format of ['svg', 'html'] as const) assert.doesNotMatch(of(format), /<script/, format);
    assert.match(of('markdown'), /\\<script\\>/);
    assert.doesNotMatch(of('markdown'), /\[a\]\(b\)/);
  });
  test('pictures and pages load nothing', () => {
    for (const format of ['svg', 'html'] as const) {
      const text = exportMatrix(analysisOf(EXAMPLE_TEXT), format, EXAMPLE, {}).replaceAll('http://www.w3.org/2000/svg', '');
      assert.doesNotMatch(text, /https?:|\bsrc=|@import|url\(|javascript:|\son\w+=/i, format);
    }
  });
  test('a spreadsheet takes no name for a formula', () => {
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\uff1d1', '\r=1']) assert.match(csvField(formula), /^"?'/, JSON.stringify(formula));
    for (const plain of ['frontier', '2026-05-01', 'a=b', '']) assert.equal(csvField(plain), plain);
  });
});

describe('the page', () => {
  const page = exportMatrix(analysisOf(EXAMPLE_TEXT), 'html', EXAMPLE, { at: day('2026-05-01') });
  test('every cell leads to its reason, and every reason to clauses that are there', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    assert.equal(targets.filter((id) => id.startsWith('r')).length, 12);
    assert.deepEqual(targets.filter((id) => !ids.has(id)), []);
  });
  test('has a language, headed columns and rows, and no script', () => {
    assert.match(page, /<html lang="en">/);
    assert.equal(page.match(/scope="col"/g)?.length, 4);
    assert.equal(page.match(/scope="row"/g)?.length, 4);
    assert.match(page, /<caption>/);
    assert.doesNotMatch(page, /<script/);
  });
});

test('nothing to show is still a picture and a page', () => {
  for (const format of EXPORT_FORMATS) assert.notEqual(exportMatrix(analysisOf('entente: 1\n'), format, 'x', {}), '');
});

test('file names are plain, with the day and what is in them', () => {
  const view = { uri: 'file:///deals/cloud%20alliances.entente.yaml', at: '2026-05-01' };
  assert.equal(exportName(view, {}), 'cloud-alliances-2026-05-01');
  assert.equal(exportName(view, { product: 'frontier', cloud: '../x' }), 'cloud-alliances-2026-05-01-frontier-..-x');
  assert.equal(exportName({ uri: 'file:///.entente.yaml', at: '2026-05-01' }, {}), '2026-05-01');
});
