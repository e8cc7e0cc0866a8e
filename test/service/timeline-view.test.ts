import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { formatDay } from '../../src/base/dates.js';
import type { Assume, MatrixView } from '../../src/protocol.js';
import { isDayView, isMatrixView } from '../../src/protocol-guards.js';
import type { Analysis } from '../../src/service/analysis.js';
import { assumptionProblem, effective } from '../../src/service/assume.js';
import { matrixView } from '../../src/service/matrix-view.js';
import { cellsOfDay, matrixOverTime } from '../../src/service/timeline-view.js';
import { mattersOn, viewOn, withCells } from '../../src/webview/over-time.js';
import { agreementFile } from '../oracle/generate.js';
import { drawn } from '../support/drawn.js';
import { changedLine, edits } from '../support/edits.js';
import { analysisOf, day, SMALL, WORKED } from './support.js';

const worked = analysisOf(WORKED);
const sent = (view: MatrixView): MatrixView => JSON.parse(JSON.stringify(view)) as MatrixView;

/** Each day of change, the days around it, and days far from all. */
const daysToTry = ({ changes, asOf }: MatrixView): readonly string[] =>
  ['1000-01-01', '9999-12-31', asOf, ...changes.flatMap((change) => [-1, 0, 1].map((step) => formatDay(day(change) + step)))];

function sameEveryDay(analysis: Analysis, assume: Assume, where: string): void {
  const over = sent(matrixOverTime(analysis, { assume }));
  assert.ok(isMatrixView(over), where);
  for (const at of daysToTry(over)) {
    assert.deepEqual(viewOn(over, at).cells, sent(matrixView(analysis, { at: day(at), assume })).cells, `${at}: ${where}`);
  }
}

test('every day that is chosen locally is the day that the server would have sent', () => {
  for (const assume of [{}, { 'first-means': 'among-first' }, { agi: 'occurred', 'microsoft-declines': true }]) sameEveryDay(worked, assume, JSON.stringify(assume));
  fc.assert(fc.property(agreementFile(), ({ text, assume }) => sameEveryDay(analysisOf(text), assume, text)), drawn('timeline-days', 60));
});

test('days after a change share their cells with it, and equal cells are one object', () => {
  const over = matrixOverTime(worked);
  const [a, b, later] = ['2026-05-01', '2026-06-01', '2034-01-01'].map((at) => viewOn(over, at));
  assert.equal(a!.cells, b!.cells);
  const frontier = (view: MatrixView | undefined) => view!.cells.find(({ product, cloud }) => product === 'frontier' && cloud === 'aws');
  assert.equal(frontier(a), frontier(later));
  assert.equal(viewOn(a!, '2026-05-01'), a);
});

test('the cells of a newer text take the place of those that differ, and no others', () => {
  let changed = 0;
  const renewed = (before: Analysis, after: Analysis, assume: Assume, where: string): void => {
    const over = sent(matrixOverTime(before, { assume }));
    const view = viewOn(viewOn(over, '1000-01-01'), over.at);
    const answer: unknown = JSON.parse(JSON.stringify(cellsOfDay(after, { assume, at: day(view.at) })));
    assert.ok(isDayView(answer), where);
    const expected = sent(matrixView(after, { assume, at: day(view.at) }));
    const next = withCells(view, answer);
    const ids = ({ products, clouds }: MatrixView): readonly string[] => [...products, ...clouds].map(({ id }) => id);
    if (JSON.stringify(ids(view)) !== JSON.stringify(ids(expected))) return assert.equal(next, view, where);
    assert.deepEqual(next.cells, expected.cells, where);
    for (const [index, cell] of next.cells.entries()) {
      if (isDeepStrictEqual(cell, view.cells[index])) assert.equal(cell, view.cells[index], 'a cell that stays is the same object');
      else changed += 1;
    }
  };
  renewed(worked, analysisOf(WORKED.replace('2032', '2026-01')), {}, 'the worked example');
  assert.ok(changed > 0);
  fc.assert(fc.property(agreementFile(), edits(3), ({ text, assume }, list) => {
    const [before, after] = [analysisOf(text), analysisOf(list.reduce(changedLine, text))];
    if (Object.entries(assume).every(([name, value]) => assumptionProblem(name, value, after.partnership) === undefined)) renewed(before, after, assume, text);
  }), drawn('timeline-newer', 100));
  assert.ok(changed > 20, `only ${changed} cells changed`);
});

test('the cells of another day or file are not taken', () => {
  const view = matrixView(worked);
  const newer = cellsOfDay(analysisOf(WORKED.replace('2032', '2026-01')));
  assert.notEqual(withCells(view, newer), view);
  for (const other of [{ ...newer, at: '2020-01-01' }, { ...newer, uri: 'file:///other.entente.yaml' }]) assert.equal(withCells(view, other), view);
});

/** Whether the status differs in two worlds that differ in nothing but the unknown: by trying all worlds. */
function mattersByTrying(analysis: Analysis, name: string, fixed: Assume, at: string): number {
  const { unknowns, products, clouds } = matrixView(analysis);
  const others = unknowns.filter((unknown) => unknown.name !== name && !name.startsWith(`${unknown.name}:`) && !Object.hasOwn(fixed, unknown.name));
  const worlds = others.reduce<Assume[]>((sets, { name: other, options }) => sets.flatMap((set) => options.map(({ value }) => ({ ...set, [other]: value }))), [fixed]);
  const values = unknowns.find((unknown) => unknown.name === name)!.options.map(({ value }) => value);
  return products.flatMap(({ id: product }) => clouds.map(({ id: cloud }) => [product, cloud] as const)).filter(([product, cloud]) => worlds.some((world) =>
    new Set(values.map((value) => analysis.matrix.cell(product, cloud, day(at), { ...world, [name]: value }).status)).size > 1)).length;
}

test('an unknown matters for the cells whose status it can change; one that is assumed, as if it were open', () => {
  const over = matrixOverTime(worked, { assume: { 'first-means': 'among-first' } });
  const counts = (at: string) => over.unknowns.map(({ name }) => mattersOn(over.timeline, name, at));
  assert.deepEqual(counts('2026-03-01'), [0, 0, 0, 0, 0]);
  assert.deepEqual(counts('2026-05-01'), [0, 0, 4, 4, 6]);
  assert.deepEqual(counts('2033-06-01'), [0, 0, 0, 0, 0]);
  fc.assert(fc.property(agreementFile(), ({ text, assume, days }) => {
    const analysis = analysisOf(text);
    const view = matrixOverTime(analysis, { assume });
    const kept = effective(assume, analysis.partnership);
    // A fact that has both a switch of its own and one for a product would count for that product twice.
    const bases = view.unknowns.map(({ name }) => name.split(':')[0]);
    fc.pre(view.unknowns.reduce((worlds, { options }) => worlds * options.length, 1) <= 16 && !view.cells.some(({ status }) => status === 'undecided'));
    for (const { name } of view.unknowns) {
      if (bases.filter((base) => base === name.split(':')[0]).length > 1 && !name.includes(':')) continue;
      const { [name]: _, [name.split(':')[0]!]: __, ...fixed } = kept;
      for (const at of days.slice(0, 4)) assert.equal(mattersOn(view.timeline, name, at), mattersByTrying(analysis, name, fixed, at), `${name} on ${at}, ${JSON.stringify(kept)}\n${text}`);
    }
  }), drawn('timeline-unknowns', 40));
});

test('a fact of one product matters for that product only', () => {
  const over = matrixOverTime(analysisOf(SMALL.replace('for: { maps: true }', 'value: false, for: { forecasts: unknown, maps: unknown }')));
  assert.deepEqual(over.unknowns.map(({ name }) => [name, mattersOn(over.timeline, name, '2027-01-01')]), [['outage:forecasts', 2], ['outage:maps', 0]]);
});

const bars = (agreements: string) => matrixOverTime(analysisOf(`entente: 1
as-of: 2026-04-27
parties: { a: { name: A }, b: { name: B } }
clouds: { c: { name: C, operator: b } }
products: { p: { name: P, owner: a } }
events: { launch: { name: The launch, status: pending }, done: { name: Done, status: occurred, on: 2026-01-05 }, no: { name: No, status: never } }
agreements:
${agreements}`)).timeline!.agreements.map(({ from, sure, last, end, label, words }) => [from, sure, last, end, label, words]);
const clause = (keys: string) => `{ type: availability, strength: must, by: a, to: b, products: [p], cloud: c, ${keys} }`;

test('an agreement is a bar from its first clause to the end of its last', () => {
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, through: 2027 }\n'), [['2026-01-01', '2028-01-01', '2028-01-01', 'day', 'through 2027-12-31', 'In force from 2026-01-01 through 2027-12-31.']]);
  assert.deepEqual(bars(`  d: { parties: [a, b], signed: 2026, through: 2027, clauses: { x: ${clause('from: 2025')}, y: ${clause('until: 2029')} } }\n`)[0]?.slice(0, 3), ['2025-01-01', '2029-01-01', '2029-01-01']);
});

test('open, unstated and event-ended terms are told apart', () => {
  assert.deepEqual(bars('  d: { parties: [a, b], effective: unstated }\n'), [[null, null, null, 'open', 'no end', 'In force before every dated fact, with no end.']]);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, until: unstated }\n')[0]?.slice(2), [null, 'unstated', 'end not stated', 'In force from 2026-01-01, with an end that the source does not give.']);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, until: { event: launch } }\n')[0], ['2026-01-01', '2026-04-28', null, 'event', 'until “The launch”', 'In force from 2026-01-01 until “The launch”.']);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, until: { earliest: [2028, { event: launch }] } }\n')[0]?.slice(1, 5), ['2026-04-28', '2028-01-01', 'event', 'until “The launch”, at the latest through 2027-12-31']);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, until: { latest: [2028, { event: launch }] } }\n')[0]?.slice(1, 4), ['2028-01-01', null, 'event']);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, until: { event: done } }\n')[0]?.slice(1, 4), ['2026-01-05', '2026-01-05', 'day']);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2026, until: { event: no } }\n')[0]?.slice(1, 4), [null, null, 'open']);
  assert.deepEqual(bars('  d: { parties: [a, b], signed: 2027, until: 2026 }\n')[0]?.slice(4), ['on no day', 'In force on no day: its end is not after its start.']);
});

test('an agreement that another one ended stops there; a clause that goes on keeps it going', () => {
  const later = '  later: { title: Later, parties: [a, b], effective: 2026-09-01, supersedes: [d] }\n';
  assert.deepEqual(bars(`  d: { parties: [a, b], signed: 2026, through: 2029, clauses: { x: ${clause('note: n')} } }\n${later}`)[0], ['2026-01-01', '2026-09-01', '2026-09-01', 'ended', 'ended 2026-09-01', 'In force from 2026-01-01 through 2026-08-31, when “Later” ended it.']);
  assert.equal(bars(`  d: { parties: [a, b], signed: 2026, through: 2029, clauses: { x: ${clause('note: n')} } }\n${later.replace('[a, b]', '[a]')}`)[0]?.[3], 'day', 'its holder is no party of the later one');
});

test('too many cells are not sent at once, and the days stay choosable', () => {
  const limits = { runs: 1000, contents: 1000, without: 1000, undated: 1000 };
  const view = (less: Partial<typeof limits>) => matrixOverTime(worked, { assume: { 'first-means': 'among-first' } }, { ...limits, ...less });
  const matters = (over: MatrixView) => over.unknowns.map(({ name }) => mattersOn(over.timeline, name, '2026-05-01'));
  assert.notEqual(view({}).timeline?.cells, null);
  assert.equal(view({ runs: 12 }).timeline?.cells, null);
  assert.equal(view({ contents: 3 }).timeline?.cells, null);
  assert.deepEqual(matters(view({ without: 12 })), [0, 0, 4, 4, undefined], 'nothing is said of what is assumed');
  const over = view({ runs: 12 });
  assert.equal(viewOn(over, '2027-01-01'), over);
});
