/** What is said to change a cell is written into the text, and the cell is evaluated again: by the naive evaluator. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { formatDay, parseDate } from '../../src/base/dates.js';
import { matrixOf } from '../../src/matrix/build.js';
import { SERVED } from '../../src/matrix/release.js';
import { resolve } from '../../src/model/resolve.js';
import { parse as parseTree } from '../../src/syntax/parse.js';
import { explain } from '../../src/service/explain.js';
import type { Reason } from '../../src/service/reason.js';
import { agreementFile } from '../oracle/generate.js';
import { evaluate, type World } from '../oracle/naive.js';
import { drawn } from '../support/drawn.js';
import { analysisOf, FILE } from './support.js';

const runs = Number(process.env['ENTENTE_RUNS'] ?? 50);
interface Data { parties: Record<string, object>; agreements: Record<string, { amends?: object[]; clauses?: Record<string, object> }> }

/** The text with agreements that everybody has signed: one ends clauses from the beginning, one allows the product on the cloud. */
function without(text: string, ended: readonly string[], allow?: { readonly product: string; readonly cloud: string }): string {
  const data = parse(text) as Data;
  const parties = Object.keys(data.parties);
  const [by, to = by] = parties;
  data.agreements['the-end'] = { parties, effective: 'unstated', amends: ended.map((target) => ({ target, effect: 'end' })) } as object;
  if (allow) data.agreements['the-leave'] = { parties, effective: 'unstated', clauses: { leave: { type: 'availability', by, to, products: [allow.product], cloud: allow.cloud } } } as object;
  return stringify(data, { aliasDuplicateObjects: false });
}

const descend = (reasons: readonly Reason[], ...path: readonly string[]): readonly Reason[] =>
  path.reduce((level, id) => level.find((reason) => reason.id === id)?.children ?? [], reasons);

test('clauses that are said to stand in the way do: once they have ended, and a leave is given where one is missing, the product is served', () => {
  const seen = { ended: 0, missing: 0 };
  fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days, assume }) => {
    const asOf = /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';
    const matrix = matrixOf(resolve({ file: FILE, workspace: 'file:///deals', treeOf: (uri) => (uri === FILE ? parseTree(text) : null), today: parseDate(asOf)!.first }));
    for (const product of products) {
      for (const cloud of clouds) {
        for (const day of days.filter((_, index) => index % 8 === 0)) {
          const at = parseDate(day)!.first;
          const release = matrix.release(product, cloud, at, assume);
          const where = `${product} on ${cloud}, ${day}\n${text}`;
          assert.ok(release, where);
          const ended = release.ended.map(({ clause }) => clause);
          assert.equal(new Set(ended).size, ended.length, where);
          const cell = matrix.cell(product, cloud, at, assume);
          if (SERVED.has(cell.status)) assert.deepEqual(ended, [], where);
          // Every bar of the baseline is named.
          if (cell.status === 'barred') assert.ok(cell.because.every((clause) => ended.includes(clause)), where);
          const after = evaluate(without(text, ended), product, cloud, day, assume, asOf);
          assert.equal(after.status, release.cell.status, where);
          assert.equal(after.certain, release.cell.certain, where);
          if (!SERVED.has(after.status)) {
            assert.equal(after.status, 'unspecified', where);
            assert.equal(evaluate(without(text, ended, { product, cloud }), product, cloud, day, assume, asOf).status, 'available', where);
            seen.missing += 1;
          }
          if (ended.length > 0) seen.ended += 1;
        }
      }
    }
  }), drawn('why-not-in-the-way', runs));
  for (const [what, times] of Object.entries(seen)) assert.ok(times > 0, `${what} was drawn`);
});

test('the tree says what the matrix says, and each assumption in it gives the status that it promises', () => {
  fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days, assume }) => {
    const asOf = /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';
    const analysis = analysisOf(text);
    const { matrix } = analysis;
    for (const product of products) {
      for (const cloud of clouds) {
        for (const day of days.filter((_, index) => index % 9 === 0)) {
          const at = parseDate(day)!.first;
          const { parts, status } = explain(analysis, { product, cloud, at, assume });
          const cell = matrix.cell(product, cloud, at, assume);
          const traces = matrix.traces(product, cloud, at, assume);
          const where = `${product} on ${cloud}, ${formatDay(at)}\n${text}`;
          const clausesOf = (reasons: readonly Reason[]): readonly string[] => [...new Set(reasons.flatMap(({ kind, about, children = [] }) => (kind === 'clause' ? [about ?? ''] : clausesOf(children))))].sort();
          assert.equal(status, cell.status, where);
          assert.deepEqual(clausesOf(descend(parts, 'why')), cell.because, where);
          const others = (contributes: boolean): readonly string[] =>
            traces.filter(({ clause, state }) => !cell.because.includes(clause) && (state.kind === 'contributes') === contributes).map(({ clause }) => clause).sort();
          assert.deepEqual(clausesOf(descend(parts, 'also')), others(true), where);
          assert.deepEqual(clausesOf(descend(parts, 'not-counted')), others(false), where);
          for (const { assume: more, text: promise } of [...descend(parts, 'why-not'), ...descend(parts, 'change')]) {
            if (more === undefined) continue;
            const promised = /, it is ([a-z-]+)\.$/.exec(promise)?.[1];
            assert.equal(evaluate(text, product, cloud, day, { ...assume, ...more } as World, asOf).status, promised, `${promise} ${where}`);
          }
          const later = descend(parts, 'why-not').find(({ id }) => id === 'later');
          const from = /^From ([\d-]+) on it is ([a-z-]+)/.exec(later?.text ?? '');
          if (from) {
            assert.ok(from[1]! > day, where);
            assert.equal(evaluate(text, product, cloud, from[1]!, assume, asOf).status, from[2], where);
          }
        }
      }
    }
  }), drawn('why-not-tree', runs));
});

/** The text without one entry of a list. */
function dropped(text: string, key: string, holder: string, target: string): string {
  const data = parse(text) as Data;
  const [agreement = '', clause] = holder.split('/');
  const owner = (clause === undefined ? data.agreements[agreement] : data.agreements[agreement]?.clauses?.[clause]) as Record<string, unknown[]>;
  const names = (entry: unknown): boolean => {
    const name = typeof entry === 'string' ? entry : (entry as { target: string }).target;
    return name === target || (clause !== undefined && `${agreement}/${name}` === target);
  };
  const entries = owner[key] ?? [];
  assert.ok(entries.some(names), `${key} of ${holder} names ${target}`);
  owner[key] = entries.filter((entry) => !names(entry));
  return stringify(data, { aliasDuplicateObjects: false });
}

test('what is said to keep a cell from a conflict does: without that entry of the text it is in one', () => {
  fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days, assume }) => {
    const asOf = /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';
    const { matrix } = analysisOf(text);
    for (const product of products) {
      for (const cloud of clouds) {
        for (const day of days.filter((_, index) => index % 9 === 0)) {
          for (const flip of matrix.flips(product, cloud, parseDate(day)!.first, assume)) {
            const [edit] = flip.edits;
            if (!edit?.drop) continue;
            const after = evaluate(dropped(text, edit.key, edit.holder, edit.target), product, cloud, day, assume, asOf);
            assert.equal(after.status, 'conflict', `${JSON.stringify(flip)}: ${product} on ${cloud}, ${day}\n${text}`);
          }
        }
      }
    }
  }), drawn('why-not-kept-from', runs));
});
