import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isExplainView, isMatrixView } from '../../src/protocol-guards.js';
import { assumptionProblem } from '../../src/service/assume.js';
import { codeLenses } from '../../src/service/code-lenses.js';
import { explainView } from '../../src/service/explain.js';
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

const section = (view: ReturnType<typeof explainView>, title: string) => view.sections.find((candidate) => candidate.title === title)?.lines ?? [];

test('a conflict that depends is explained: why, what it depends on, what flips it', () => {
  const view = explainView(worked, { product: 'frontier', cloud: 'azure', at: day('2026-05-01') });
  assert.ok(isExplainView(JSON.parse(JSON.stringify(view))));
  assert.equal(view.status, 'conflict');
  assert.match(view.summary, /^Frontier on Microsoft Azure, 2026-05-01: conflict, .* this depends on 2 unknowns, and it can also be barred\.$/);
  assert.deepEqual(section(view, 'Why').map(({ clause }) => clause), ['amazon-alliance/frontier-exclusive', 'microsoft-renegotiated/first-on-azure']);
  assert.deepEqual(section(view, 'What else speaks here').map(({ clause }) => clause), ['microsoft-renegotiated/any-cloud']);
  assert.match(section(view, 'Not counted')[0]?.text ?? '', /Superseded by “Renegotiated Microsoft agreement” from 2026-04-27 on\.$/);
  assert.deepEqual(section(view, 'Depends on').map(({ text }) => text.split(' if ')[0]), ['Conflict (shown)', 'Barred']);
  assert.match(section(view, 'What would flip it')[0]?.text ?? '', /^If “Azure lacks the capabilities the product needs” holds and “Microsoft chooses not to build them” holds, it is barred\.$/);
});

test('every reason for not counting is told', () => {
  const reasons = (text: string, product: string, at: string): string[] =>
    section(explainView(analysisOf(text), { product, cloud: 'north-cloud', at: day(at) }), 'Not counted').map((line) => line.text);
  assert.match(reasons(SMALL, 'forecasts', '2025')[0] ?? '', /Not yet in force: it starts on 2026-02-01\.$/);
  assert.match(reasons(SMALL, 'forecasts', '2029')[0] ?? '', /Over: its term ended with 2028-12-31\.$/);
  assert.match(reasons(SMALL.replace('unless: outage', 'when: outage'), 'forecasts', '2027')[0] ?? '', /condition is not met: “North has an outage” holds\. It counts if “North has an outage” holds\.$/);
  assert.match(reasons(SMALL.replace('for: { maps: true }', 'value: true'), 'forecasts', '2027')[0] ?? '', /exception holds: “North has an outage” holds\.$/);
  assert.match(reasons(SMALL.replace('products: [forecasts]', 'products: all').replace('unless: outage', 'note: x'), 'maps', '2027')[0] ?? '', /yields here to hosting\/only-north\.$/);
  const suspended = `${SMALL}  pause:\n    parties: [north]\n    effective: 2027-01-01\n    amends: [{ target: hosting/only-north, effect: suspend, until: 2027-06-01 }]\n`;
  assert.match(reasons(suspended, 'forecasts', '2027-03')[0] ?? '', /Suspended by “pause”: it counts again from 2027-06-01\.$/);
});

test('a cell of which nothing speaks', () => {
  const view = explainView(worked, { product: 'models', cloud: 'aws', at: day('2033-06-01') });
  assert.match(view.summary, /unspecified, since no term speaks of it, which is not the same as barred; this is certain\.$/);
  assert.deepEqual(view.sections.map(({ title }) => title), ['Why', 'Not counted']);
});

test('lenses: the matrix on top, cells and conflicts above each agreement', () => {
  assert.deepEqual(codeLenses(worked, FILE).map(({ title }) => title), [
    'Show availability matrix', '0 cells decided on 2026-04-27', 'conflicts on 3 cells', '0 cells decided on 2026-04-27',
    '4 cells decided on 2026-04-27', 'conflicts on 3 cells', '10 cells decided on 2026-04-27', 'conflicts on 1 cell', 'Run 1 expectation (1 of 1 holds)',
  ]);
  assert.deepEqual(codeLenses(worked, FILE, ['expectations', 'matrix']).map(({ kind }) => kind), ['matrix', 'expectations']);
  assert.deepEqual(codeLenses(analysisOf('entente: 1\n'), FILE), []);
});
