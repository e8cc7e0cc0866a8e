/** Smallest changes are checked by writing them into the text and asking the naive evaluator, and against trying every assumption. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { formatDay, parseDate } from '../../src/base/dates.js';
import { matrixOf } from '../../src/matrix/build.js';
import type { Flip, Matrix, PrecedenceEdit } from '../../src/matrix/matrix.js';
import { SERVED } from '../../src/matrix/release.js';
import { resolve } from '../../src/model/resolve.js';
import { parse as parseTree } from '../../src/syntax/parse.js';
import { agreementFile } from '../oracle/generate.js';
import { evaluate, type World } from '../oracle/naive.js';
import { drawn, ofAll } from '../support/drawn.js';
import { day as dayOf, FILE, SMALL } from './support.js';

const runs = Number(process.env['ENTENTE_RUNS'] ?? 30);
interface Holder { parties: string[]; supersedes?: string[]; amends?: object[]; clauses?: Record<string, Record<string, unknown> & { to: string }> }
interface Data {
  agreements: Record<string, Holder>;
  events?: Record<string, { status?: string } | null>; facts?: Record<string, { value?: unknown; for?: Record<string, unknown> } | null>;
  readings?: Record<string, { choices: Record<string, unknown>; adopted?: string }>;
}

const matrixOfText = (text: string, today: number): Matrix => matrixOf(resolve({ file: FILE, workspace: 'file:///deals', today, treeOf: (uri) => (uri === FILE ? parseTree(text) : null) }));

/** The text with the entries of the edits, and whether each is written where the holder of what yields or ends has signed. */
function written(text: string, edits: readonly PrecedenceEdit[]): { text: string; signed: boolean } {
  const data = parse(text) as Data;
  let signed = true;
  const holderOf = (id: string): string => {
    const [agreement = '', clause = ''] = id.split('/');
    return data.agreements[agreement]!.clauses![clause]!.to;
  };
  for (const { key, holder, target, until } of edits) {
    const [agreement = '', clause] = holder.split('/');
    const own = data.agreements[agreement]!;
    const give = key === 'subject-to' ? [holder] : key === 'supersedes' ? Object.keys(data.agreements[target]?.clauses ?? {}).map((id) => `${target}/${id}`) : [target];
    signed &&= give.every((id) => own.parties.includes(holderOf(id)));
    const owner = (clause === undefined ? own : own.clauses![clause]) as Record<string, unknown[] | undefined>;
    const entry = key === 'amends' ? { target, effect: until === undefined ? 'end' : 'suspend', ...(until === undefined ? {} : { until: formatDay(until) }) } : target;
    owner[key] = [...(owner[key] ?? []), entry];
  }
  return { text: stringify(data, { aliasDuplicateObjects: false }), signed };
}

/** Every smallest change of unknowns from the baseline under which the naive evaluator says that the goal is reached. */
function smallest(text: string, product: string, day: string, asOf: string, assume: World, reaches: (world: World) => boolean): string[] {
  const data = parse(text) as Data;
  const isSet = (name: string): boolean => Object.hasOwn(assume, name) || Object.hasOwn(assume, `${name}:${product}`);
  const unknowns: { name: string; values: (string | boolean)[] }[] = [
    ...Object.entries(data.events ?? {}).filter(([, event]) => (event?.status ?? 'pending') === 'pending' && day > asOf).map(([name]) => ({ name, values: ['occurred'] })),
    ...Object.entries(data.facts ?? {}).filter(([, fact]) => (fact?.for?.[product] ?? fact?.value ?? 'unknown') === 'unknown').map(([name]) => ({ name, values: [true] })),
    ...Object.entries(data.readings ?? {}).filter(([, { adopted }]) => adopted === undefined).map(([name, { choices }]) => ({ name, values: Object.keys(choices).slice(1) })),
  ].filter(({ name }) => !isSet(name));
  let changes: World[] = [{}];
  for (const { name, values } of unknowns) changes = changes.flatMap((change) => [change, ...values.map((value) => ({ ...change, [name]: value }))]);
  const reached: World[] = [];
  for (const change of changes.sort((a, b) => Object.keys(a).length - Object.keys(b).length)) {
    const contains = reached.some((small) => Object.entries(small).every(([name, value]) => change[name] === value));
    if (!contains && reaches(change)) reached.push(change);
  }
  return reached.map(sorted).sort();
}

const sorted = (world: object): string => JSON.stringify(Object.entries(world).sort());
const less = <T>(list: readonly T[]): readonly (readonly T[])[] => list.map((_, index) => list.filter((__, other) => other !== index));

test('where neither is enough, a fact and an edit go together; what takes fewer changes stands first', () => {
  const text = `${SMALL.replace('        unless: outage\n', '')}  lease:
    parties: [meteo, north]
    signed: 2026-03
    clauses:
      in-need: { type: availability, by: meteo, to: meteo, products: [forecasts], cloud: south-cloud, when: outage }
`;
  const ways = matrixOfText(text, dayOf('2026-06-01')).waysToServe('forecasts', 'south-cloud', dayOf('2026-05-01'));
  assert.deepEqual(ways.map(({ assume, edits, status }) => [assume, edits.map(({ key }) => key), status]), [
    [{ outage: true }, ['subject-to'], 'available'], [{ outage: true }, ['notwithstanding'], 'available'],
    [{ outage: true }, ['amends'], 'available'], [{ outage: true }, ['supersedes'], 'available'],
  ]);
});

test('two rights that go against a cell must both yield', () => {
  const text = `entente: 1
as-of: 2026-06-01
parties: { a: {}, north: {}, east: {}, south: {} }
clouds: { n: { operator: north }, e: { operator: east }, s: { operator: south } }
products: { tool: { owner: a } }
agreements:
  one: { parties: [a, north], signed: 2026-01, clauses: { no-north: { type: restriction, by: a, to: north, products: [tool], cloud: s } } }
  two: { parties: [a, east], signed: 2026-01, clauses: { no-east: { type: restriction, by: a, to: east, products: [tool], cloud: s } } }
  three: { parties: [a, south], signed: 2026-01, clauses: { on-south: { type: availability, strength: must, by: a, to: south, products: [tool], cloud: s } } }
`;
  const [first] = matrixOfText(text, dayOf('2026-06-01')).flips('tool', 's', dayOf('2026-06-01')).filter(({ edits }) => edits.every(({ key }) => key === 'subject-to') && edits.some(({ holder }) => holder !== 'three/on-south'));
  assert.deepEqual(first?.edits.map(({ holder, target }) => [holder, target]).sort(), [['one/no-north', 'three/on-south'], ['two/no-east', 'three/on-south']]);
  assert.equal(first?.status, 'available');
});

test('smallest changes hold, need every part of them, respect privity, and of assumptions none is missing', () => {
  const seen = { 'assumptions only': 0, 'one edit': 0, 'several edits': 0, 'subject-to': 0, notwithstanding: 0, amends: 0, suspend: 0, supersedes: 0, served: 0, cleared: 0 };
  fc.assert(fc.property(agreementFile(), ({ text, products, clouds, days, assume }) => {
    const asOf = /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';
    const matrix = matrixOfText(text, parseDate(asOf)!.first);
    for (const product of products) {
      for (const cloud of clouds) {
        for (const day of days.filter((_, index) => index % 7 === 0)) {
          const at = parseDate(day)!.first;
          const { status } = matrix.cell(product, cloud, at, assume);
          if (SERVED.has(status)) {
            assert.deepEqual(matrix.waysToServe(product, cloud, at, assume), []);
            continue;
          }
          for (const [goal, ways] of [['served', matrix.waysToServe(product, cloud, at, assume)], ...(status === 'conflict' ? [['cleared', matrix.flips(product, cloud, at, assume)] as const] : [])] as const) {
            const where = `${goal}: ${product} on ${cloud}, ${day}\n${text}`;
            const isGoal = (found: string): boolean => (goal === 'served' ? SERVED.has(found) : found !== 'conflict');
            const after = (edits: readonly PrecedenceEdit[], more: object): string => evaluate(written(text, edits).text, product, cloud, day, { ...assume, ...more } as World, asOf).status;
            const only = ways.filter(({ edits }) => edits.length === 0).map((way) => sorted(way.assume));
            assert.deepEqual(only.sort(), smallest(text, product, day, asOf, assume, (change) => isGoal(after([], change))), where);
            for (const way of ways) {
              assert.ok(written(text, way.edits).signed, where);
              assert.equal(after(way.edits, way.assume), way.status, `${JSON.stringify(way)} ${where}`);
              assert.ok(isGoal(way.status), where);
              if (way.edits.length === 0) continue;
              for (const fewer of less(way.edits)) assert.ok(!isGoal(after(fewer, way.assume)), `${JSON.stringify(way)} ${where}`);
              for (const fewer of less(Object.entries(way.assume))) assert.ok(!isGoal(after(way.edits, Object.fromEntries(fewer))), `${JSON.stringify(way)} ${where}`);
            }
            const sizes = ways.map(({ assume: set, edits }) => Object.keys(set).length + edits.length);
            assert.deepEqual(sizes, [...sizes].sort((a, b) => a - b), where);
            count(seen, goal, ways);
          }
        }
      }
    }
  }), drawn('ways-smallest', runs));
  // Several edits at once, which have a test of their own, and suspensions are rarely drawn.
  for (const [what, times] of Object.entries(seen)) assert.ok(times >= ofAll(1) || what === 'several edits' || what === 'suspend', `${what} was drawn`);
});

function count(seen: Record<string, number>, goal: string, ways: readonly Flip[]): void {
  const add = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);
  for (const { assume, edits } of ways) {
    const facts = Object.keys(assume).length;
    add(goal);
    if (edits.length === 0) add('assumptions only');
    if (edits.length === 1 && facts === 0) add('one edit');
    if (edits.length > 1) add('several edits');
    for (const { key, until } of edits) add(key === 'amends' && until !== undefined ? 'suspend' : key);
  }
}
