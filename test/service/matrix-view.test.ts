import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMatrixView } from '../../src/protocol-guards.js';
import { assumptionProblem } from '../../src/service/assume.js';
import { codeLenses } from '../../src/service/code-lenses.js';
import { matrixView } from '../../src/service/matrix-view.js';
import { summaryOf } from '../../src/service/summary.js';
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
    ['agi', 'event', ['never', 'occurred']], ['investment-conditions', 'event', ['never', 'occurred']], ['microsoft-cannot-support', 'fact', [false, true]], ['microsoft-declines', 'fact', [false, true]],
    ['first-means', 'reading', ['head-start', 'among-first']],
  ]);
  const perProduct = analysisOf(SMALL.replace('for: { maps: true }', 'value: false, for: { forecasts: unknown }'));
  assert.deepEqual(matrixView(perProduct).unknowns.map(({ name, label }) => [name, label]), [['outage:forecasts', 'North has an outage (Forecasts)']]);
});

test('what the text settles is known, where some clause turns on it: events, facts for each product, readings', () => {
  const known = (text: string) => matrixView(analysisOf(text)).known.map(({ id, kind, label, value }) => [id, kind, label, value]);
  assert.deepEqual(known(WORKED), []);
  assert.deepEqual(known(SMALL), [['outage', 'fact', 'North has an outage (Maps)', 'holds']]);
  const settled = SMALL.replace('status: pending', 'status: occurred, on: 2026-03-01').replace('for: { maps: true }', 'value: false, for: { maps: unknown }')
    .replace('    choices:', '    adopted: lenient\n    by: meteo\n    because: Asked.\n    choices:').replace('unless: outage', 'unless: { any: [outage, merger, { reading: best-efforts, is: strict }] }');
  assert.deepEqual(known(settled), [
    ['merger', 'event', 'The merger closes', 'happened on 2026-03-01'], ['outage', 'fact', 'North has an outage', 'does not hold'], ['best-efforts', 'reading', 'What are best efforts?', 'What is reasonable'],
  ]);
  assert.deepEqual(matrixView(analysisOf(settled)).unknowns.map(({ name }) => name), ['outage:maps']);
  assert.deepEqual(known(settled.replace('occurred, on: 2026-03-01', 'never'))[0], ['merger', 'event', 'The merger closes', 'does not happen']);
});

test('an event on which only money turns can be assumed, and counts as no world of the cells', () => {
  const analysis = analysisOf(`${SMALL}      round: { type: investment, by: north, to: meteo, amount: 10 EUR, tranches: [{ amount: 10 EUR, when: merger }] }\n`);
  assert.deepEqual(matrixView(analysis).unknowns.map(({ name }) => name), ['merger', 'outage']);
  assert.deepEqual([summaryOf(analysis).unknowns, summaryOf(analysis).worlds], [1, '2']);
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
