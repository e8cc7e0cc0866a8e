import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMatrixView } from '../../src/protocol-guards.js';
import { assumptionProblem } from '../../src/service/assume.js';
import { codeLenses } from '../../src/service/code-lenses.js';
import { matrixView } from '../../src/service/matrix-view.js';
import { analysisOf, day, FILE, SMALL, WORKED } from './support.js';

const worked = analysisOf(WORKED);

test('the default day is the as-of day, products and clouds are in file order', () => {
  const view = matrixView(worked);
  assert.ok(isMatrixView(JSON.parse(JSON.stringify(view))));
  assert.deepEqual([view.at, view.asOf, view.version, view.title, view.errors], ['2026-04-27', '2026-04-27', null, "OpenAI's cloud alliances", 0]);
  assert.deepEqual(view.products.map(({ id }) => id), ['models', 'chatgpt', 'frontier', 'stateful-runtime']);
  assert.deepEqual(view.clouds.map(({ id }) => id), ['azure', 'aws', 'google-cloud']);
  assert.deepEqual(view.changes, ['2026-02-01', '2026-04-27', '2033-01-01']);
});

test('unknowns are those that some clause turns on, the baseline first', () => {
  assert.deepEqual(matrixView(worked).unknowns.map(({ name, kind, options }) => [name, kind, options.map(({ value }) => value)]), [
    ['agi', 'event', ['never', 'occurred']], ['microsoft-cannot-support', 'fact', [false, true]], ['microsoft-declines', 'fact', [false, true]],
    ['first-means', 'reading', ['head-start', 'among-first']],
  ]);
  const perProduct = analysisOf(SMALL.replace('for: { maps: true }', 'value: false, for: { forecasts: unknown }'));
  assert.deepEqual(matrixView(perProduct).unknowns.map(({ name, label }) => [name, label]), [['outage:forecasts', 'North has an outage (Forecasts)']]);
});

test('assumptions change the cells; those without effect are left out', () => {
  const at = day('2026-05-01');
  const view = matrixView(worked, { at, assume: { 'first-means': 'among-first', nothing: true }, version: 7 });
  assert.deepEqual([view.assumed, view.version], [{ 'first-means': 'among-first' }, 7]);
  assert.deepEqual(view.cells.filter(({ product }) => product === 'models').map(({ status }) => status), ['first', 'available', 'available']);
});

test('marks: text that no clause carries, and doubtful sources', () => {
  const text = SMALL.replace('        unless: outage\n', '        source: { status: disputed }\n        unmodelled: { excerpt: reasonable efforts, clouds: [north-cloud] }\n');
  const [cell] = matrixView(analysisOf(text)).cells;
  assert.deepEqual(cell?.marks, ['Text that no clause carries, in hosting/only-north: “reasonable efforts”', 'The source of hosting/only-north is disputed']);
});

test('wrong assumptions are named in one sentence', () => {
  const { partnership } = worked;
  assert.equal(assumptionProblem('agi', 'occurred', partnership), undefined);
  assert.equal(assumptionProblem('microsoft-declines:frontier', true, partnership), undefined);
  assert.match(assumptionProblem('agi', true, partnership) ?? '', /`occurred` or `never`/);
  assert.match(assumptionProblem('microsoft-declines', 'yes', partnership) ?? '', /`true` or `false`/);
  assert.match(assumptionProblem('first-means', 'first', partnership) ?? '', /`head-start`, `among-first`/);
  assert.match(assumptionProblem('microsoft-decline', true, partnership) ?? '', /Did you mean `microsoft-declines`/);
  assert.match(assumptionProblem('microsoft-declines:front', true, partnership) ?? '', /no product `front`/);
  assert.match(assumptionProblem('agi:frontier', 'never', partnership) ?? '', /names no fact/);
  assert.match(assumptionProblem('__proto__', 'x', partnership) ?? '', /There is no/);
});

test('lenses: the matrix on top, cells and conflicts above each agreement', () => {
  assert.deepEqual(codeLenses(worked, FILE, ['matrix', 'agreement', 'expectations']).map(({ title }) => title), [
    'Show availability matrix', '0 cells decided on 2026-04-27', 'conflicts on 3 cells', '0 cells decided on 2026-04-27',
    '4 cells decided on 2026-04-27', 'conflicts on 3 cells', '10 cells decided on 2026-04-27', 'conflicts on 1 cell', 'Run 1 expectation (1 of 1 holds)',
  ]);
  assert.deepEqual(codeLenses(worked, FILE, ['plan']).map(({ title, agreement }) => `${title} ${agreement}`), [
    'What does this agreement change? microsoft-original', 'What does this agreement change? azure-purchase',
    'What does this agreement change? amazon-alliance', 'What does this agreement change? microsoft-renegotiated',
  ]);
  assert.deepEqual(codeLenses(worked, FILE, ['expectations', 'matrix']).map(({ kind }) => kind), ['matrix', 'expectations']);
  assert.deepEqual(codeLenses(analysisOf('entente: 1\n'), FILE), []);
});
