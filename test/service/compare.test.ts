import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '../../src/base/dates.js';
import type { Assumptions } from '../../src/model/types.js';
import { compareView } from '../../src/service/compare-view.js';
import { compare, type ComparedConflict, conflictDays, type Side } from '../../src/service/compare.js';
import { analysisOf, day, SMALL, WORKED } from './support.js';

const side = (text: string, at: string, assume: Assumptions = {}): Side => ({ analysis: analysisOf(text), at: day(at), assume });
const said = (conflicts: readonly ComparedConflict[]) => conflicts.map(({ product, cloud, clauses, before, after }) => `${product} ${cloud} ${clauses.join('+')} | ${conflictDays(before)} | ${conflictDays(after)}`);

/** A second promise of the same product on another cloud. */
const clash = (from: string) => SMALL.replace('        unless: outage\n', '') + `  rival:
    parties: [meteo, north]
    signed: 2026-03
    clauses:
      elsewhere: { type: availability, by: meteo, to: meteo, products: [forecasts], cloud: south-cloud, strength: must, from: ${from}, through: 2027 }
`;

test('a text with itself, on one day and in one world, is no difference', () => {
  for (const text of [SMALL, WORKED, clash('2026-05-01')]) {
    const one = side(text, '2026-05-01');
    for (const scope of ['day', 'ever'] as const) {
      const { cells, introduced, resolved } = compare(one, one, scope);
      assert.deepEqual([cells, introduced, resolved], [[], [], []]);
    }
  }
});

test('every cell that is listed differs, and every other is the same', () => {
  const before = side(WORKED, '2026-03-01');
  const after = side(WORKED, '2026-05-01');
  const { cells, products, clouds } = compare(before, after, 'day');
  const listed = new Set(cells.map(({ product, cloud }) => `${product} ${cloud}`));
  for (const product of products) {
    for (const cloud of clouds) {
      const [a, b] = [before, after].map(({ analysis, at }) => analysis.matrix.cell(product, cloud, at));
      const same = a!.status === b!.status && a!.certain === b!.certain && a!.because.join() === b!.because.join() && a!.possible.map(({ status }) => status).sort().join() === b!.possible.map(({ status }) => status).sort().join();
      assert.equal(listed.has(`${product} ${cloud}`), !same, `${product} ${cloud}`);
    }
  }
});

test('conflicts of two texts are compared over all days; one whose days move remains', () => {
  const moved = compare(side(clash('2026-05-01'), '2026-04-27'), side(clash('2026-06-01'), '2026-04-27'), 'ever');
  assert.deepEqual([moved.introduced, moved.resolved, moved.cells], [[], [], []]);
  assert.deepEqual(said(moved.remaining), ['forecasts south-cloud hosting/only-north+rival/elsewhere | from 2026-05-01 through 2027-12-31 | from 2026-06-01 through 2027-12-31']);
  const came = compare(side(SMALL, '2026-05-01'), side(clash('2026-05-01'), '2026-05-01'), 'ever');
  assert.deepEqual([came.introduced.length, came.resolved.length, came.remaining.length], [1, 0, 0]);
  const went = compare(side(clash('2026-05-01'), '2026-05-01'), side(SMALL, '2026-05-01'), 'ever');
  assert.deepEqual([went.introduced.length, went.resolved.length, went.remaining.length], [0, 1, 0]);
});

test('two worlds: conflicts are those that the assumptions leave, as certain as they make them', () => {
  const open = side(WORKED, '2026-05-01');
  const certain = open.analysis.matrix.clashes().find(({ product, cloud, from, to }) => product === 'frontier' && cloud === 'azure' && from <= open.at && open.at < to);
  assert.equal(certain?.certain, false);
  for (const { status, when } of open.analysis.matrix.cell('frontier', 'azure', open.at).possible) {
    for (const assume of when) {
      const { introduced, resolved, remaining } = compare(open, { ...open, assume }, 'day');
      const conflict = remaining.filter(({ product, cloud }) => product === 'frontier' && cloud === 'azure');
      if (status === 'conflict') assert.deepEqual(conflict.map(({ after }) => after.map((one) => one.certain)), [[true]], JSON.stringify(assume));
      else assert.ok(conflict.length === 0 && resolved.some(({ product, cloud }) => product === 'frontier' && cloud === 'azure'), JSON.stringify(assume));
      assert.deepEqual(introduced.filter(({ product, cloud }) => product === 'frontier' && cloud === 'azure'), []);
    }
  }
});

test('products and clouds of either side are there; what one side lacks is said', () => {
  const more = SMALL.replace('  maps: {', '  radar: { name: Radar, owner: meteo }\n  maps: {');
  const { cells, products } = compare(side(SMALL, '2026-05-01'), side(more, '2026-05-01'), 'ever');
  assert.deepEqual(products, ['forecasts', 'radar', 'maps']);
  assert.deepEqual(cells.map(({ product, cloud, before, after }) => [product, cloud, before?.status, after?.status]), [['radar', 'north-cloud', undefined, 'unspecified'], ['radar', 'south-cloud', undefined, 'unspecified']]);
});

test('clauses that change nothing in the second text are named', () => {
  const idle = `${SMALL}      idle: { type: availability, by: north, to: meteo, products: [], cloud: north-cloud }\n`;
  assert.deepEqual(compare(side(SMALL, '2026-05-01'), side(idle, '2026-05-01'), 'ever').withoutEffect, ['hosting/idle']);
  assert.equal(formatDay(day('2026-05-01')), '2026-05-01');
});

test('for a view: what is only before or only after, and cells that other clauses decide', () => {
  const fewer = SMALL.replace('  maps: { name: Maps, owner: meteo }\n', '').replace(', for: { maps: true } ', ' ').replace('  south-cloud: { name: South Cloud }\n', '  west-cloud: {}\n');
  const renamed = fewer.replaceAll('only-north', 'north-only');
  const side = (text: string, label: string) => ({ analysis: analysisOf(text), at: day('2026-06-01'), assume: {}, label });
  const view = compareView(side(SMALL, 'before'), side(renamed, 'after'), 7);
  const cells = new Map(view.cells.map((cell) => [`${cell.product} ${cell.cloud}`, cell]));
  assert.deepEqual([view.version, view.title, view.before.label, view.after.label], [7, 'main.entente.yaml', 'before', 'after']);
  assert.deepEqual(view.products.map(({ id, name }) => [id, name]), [['forecasts', 'Forecasts'], ['maps', 'Maps']]);
  assert.deepEqual(view.clouds.map(({ id, name }) => [id, name]), [['north-cloud', 'North Cloud'], ['west-cloud', 'west-cloud'], ['south-cloud', 'South Cloud']]);
  assert.deepEqual(['forecasts north-cloud', 'forecasts west-cloud', 'forecasts south-cloud', 'maps north-cloud'].map((cell) => [cells.get(cell)?.change, cells.get(cell)?.before?.status, cells.get(cell)?.after?.status]), [
    ['reasons', 'exclusive', 'exclusive'], ['added', undefined, 'barred'], ['removed', 'barred', undefined], ['removed', 'available', undefined],
  ]);
});
