import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse as parseYaml, stringify } from 'yaml';
import { parseDate } from '../../src/base/dates.js';
import { matrixOf } from '../../src/matrix/build.js';
import type { Matrix } from '../../src/matrix/matrix.js';
import { resolve } from '../../src/model/resolve.js';
import { parse } from '../../src/syntax/parse.js';
import { type AgreementFile, agreementFile } from '../oracle/generate.js';
import { evaluate, type World } from '../oracle/naive.js';
import { drawn, ofAll } from '../support/drawn.js';
import { FILE } from '../support/partnership.js';

const runs = Number(process.env['ENTENTE_RUNS'] ?? 400);

type ClauseData = Record<string, unknown>;
interface FileData { 'as-of': string; agreements: Record<string, { clauses?: Record<string, ClauseData> }> }

const matrixFrom = (text: string, asOf: string): Matrix => matrixOf(resolve({ file: FILE, workspace: 'file:///deals', treeOf: (uri) => (uri === FILE ? parse(text) : null), today: parseDate(asOf)!.first }));

/** The file with every clause but those kept made one that changes no cell; those kept may be changed. Overrides of and by others fall away. */
function only(text: string, keep: Readonly<Record<string, (clause: ClauseData) => ClauseData>>): string {
  const data = parseYaml(text) as FileData;
  for (const [agreement, { clauses = {} }] of Object.entries(data.agreements)) {
    for (const [local, clause] of Object.entries(clauses)) {
      const change = keep[`${agreement}/${local}`];
      const full = (name: string): string => (name.includes('/') ? name : `${agreement}/${name}`);
      const kept = Object.fromEntries(['subject-to', 'notwithstanding'].flatMap((key) => {
        const names = ((clause[key] ?? []) as string[]).filter((name) => Object.hasOwn(keep, full(name)));
        return names.length > 0 ? [[key, names]] : [];
      }));
      const { 'subject-to': _s, notwithstanding: _n, ...rest } = clause;
      clauses[local] = change ? change({ ...rest, ...kept }) : { type: 'primary-cloud', by: clause['by'], to: clause['to'], cloud: 'cloud-1' };
    }
  }
  return stringify(data);
}

/** The clause in the form of one that bars every cloud: a cell is barred where it is in force for the product. */
const bars = ({ cloud: _c, clouds: _cs, strength: _s, lead: _l, type: _t, 'subject-to': _st, notwithstanding: _n, ...rest }: ClauseData): ClauseData => ({ ...rest, type: 'restriction', clouds: 'any' });
const keep = (clause: ClauseData): ClauseData => clause;

/** Every world of the unknowns that the file declares, whether something asks for them or not. */
function worldsOf({ partnership: { events, facts, readings } }: Matrix): readonly World[] {
  const values: readonly (readonly [string, readonly (string | boolean)[]])[] = [
    ...[...events.values()].filter(({ status }) => status === 'pending').map(({ id }) => [id, ['never', 'occurred']] as const),
    ...[...facts.keys()].map((id) => [id, [false, true]] as const),
    ...[...readings.values()].filter(({ adopted }) => adopted === undefined).map(({ id, choices }) => [id, [...choices.keys()]] as const),
  ];
  return values.reduce<World[]>((worlds, [name, each]) => worlds.flatMap((world) => each.map((value) => ({ ...world, [name]: value }))), [{}]);
}

const asOfIn = ({ text }: AgreementFile): string => /as-of: *([\d-]+)/.exec(text)?.[1] ?? '2026-06-01';

test('an exception swallows its rule exactly where the naive evaluator finds the clause in force without it and never with it', () => {
  const seen = { swallowed: 0, not: 0 };
  fc.assert(fc.property(agreementFile(), fc.boolean(), (file, swallow) => {
    const asOf = asOfIn(file);
    const matrix = matrixFrom(file.text, asOf);
    for (const clause of matrix.partnership.clauses.values()) {
      if (!clause.unless || clause.products.size === 0) continue;
      // Now and then the exception says what the condition says, so that there is something to find.
      const alike = (data: ClauseData): ClauseData => (swallow ? { ...data, when: data['unless'] } : data);
      const text = only(file.text, { [clause.id]: (data) => bars(alike(data)) });
      const without = only(file.text, { [clause.id]: (data) => { const { unless: _u, ...rest } = bars(alike(data)); return rest; } });
      const ever = (of: string): boolean => file.days.some((day) => file.products.some((product) => evaluate(of, product, file.clouds[0]!, day, {}, asOf).possible.some(({ status }) => status === 'barred')));
      const expected = !ever(text) && ever(without);
      assert.equal(matrixFrom(text, asOf).swallowed(clause.id), expected, `${clause.id}\n${text}`);
      seen[expected ? 'swallowed' : 'not'] += 1;
    }
  }), drawn('pairs-swallowed', Math.ceil(runs / 4)));
  assert.ok(seen.swallowed >= ofAll(10) && seen.not >= ofAll(10), JSON.stringify(seen));
});

test('two clauses are never kept together exactly where the naive evaluator finds a clash on every day and in every world in which both are in force', () => {
  const seen = { never: 0, sometimes: 0 };
  fc.assert(fc.property(agreementFile(), fc.nat(), fc.nat(), (file, a, b) => {
    const asOf = asOfIn(file);
    const drawn = matrixFrom(file.text, asOf);
    // Two clauses of a clash where there is one, so that there is something to find.
    const clashes = drawn.clashes();
    const ids = clashes[a % Math.max(1, clashes.length)]?.clauses ?? [...drawn.partnership.clauses.keys()];
    const [one, other] = [ids[b % Math.max(1, ids.length)], ids[(b + 1) % Math.max(1, ids.length)]].map((id) => drawn.partnership.clauses.get(id ?? ''));
    if (!one || !other || one === other) return;
    const [both, first, second] = [only(file.text, { [one.id]: keep, [other.id]: keep }), only(file.text, { [one.id]: bars }), only(file.text, { [other.id]: bars })];
    const matrix = matrixFrom(both, asOf);
    const worlds = worldsOf(matrix);
    if (worlds.length > 16) return;
    // Text by text: the naive evaluator remembers the last one that it read.
    const asked = worlds.flatMap((world) => file.days.flatMap((day) => file.products.map((product) => ({ world, day, product }))));
    const inForce = (text: string) => asked.map(({ world, day, product }) => evaluate(text, product, file.clouds[0]!, day, world, asOf).status === 'barred');
    const [firstIn, secondIn] = [inForce(first), inForce(second)];
    const met = asked.filter((_, index) => firstIn[index] && secondIn[index]);
    const kept = met.some(({ world, day, product }) => file.clouds.every((cloud) => {
      const { status, because } = evaluate(both, product, cloud, day, world, asOf);
      return status !== 'conflict' || because.length < 2; // a clause that clashes with itself is no pair
    }));
    assert.equal(matrix.neverTogether(one.id, other.id), met.length > 0 && !kept, `${one.id} ${other.id}\n${both}`);
    seen[met.length > 0 && !kept ? 'never' : 'sometimes'] += 1;
  }), drawn('pairs-never-together', Math.ceil(runs / 2)));
  assert.ok(seen.never >= ofAll(4) && seen.sometimes >= ofAll(4), JSON.stringify(seen));
});
