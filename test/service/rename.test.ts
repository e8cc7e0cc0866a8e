import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import type { Reference } from '../../src/model/types.js';
import type { Analysis } from '../../src/service/analysis.js';
import { renamable, rename } from '../../src/service/rename.js';
import { analysisOf, atCursor, FILE, ROOT, SMALL, WORKED } from './support.js';

/** The texts of all files after renaming the name at `$0`, or the reason why not. */
function renamed(marked: string, to: string, others: Readonly<Record<string, string>> = {}): string | Record<string, string> {
  const { text, offset } = atCursor(marked);
  const { partnership } = analysisOf(text, others);
  const target = renamable(partnership, FILE, offset);
  if ('refused' in target) return target.refused;
  const edits = rename([partnership], target, to);
  if ('refused' in edits) return edits.refused;
  return Object.fromEntries(edits.map(({ file, edits: list }) => [file.slice('file:///deals/'.length), applyEdits(partnership.files.get(file)!.text, list)]));
}

test('a clause is renamed alone, with its agreement, quoted and in expectations', () => {
  const text = `entente: 1
parties: { a: {} }
agreements:
  deal:
    parties: [a]
    clauses:
      fir$0st: { type: license, by: a, to: a, subject: x }
      second: { type: license, by: a, to: a, subject: x, subject-to: [first, "deal/first"] }
  later: { parties: [a], amends: [{ target: deal/first, effect: end }] }
expect:
  - { at: 2026-01-01, because: ['deal/first'] }
`;
  assert.deepEqual(renamed(text, 'opening'), { 'main.entente.yaml': text.replace('$0', '').replaceAll('first', 'opening') });
});

test('an agreement is renamed where clauses are named by it', () => {
  const text = SMALL.replace('  hosting:', '  host$0ing:').replace('subject-to: [only-north]', 'subject-to: [hosting/only-north]');
  assert.deepEqual(renamed(text, 'lease'), { 'main.entente.yaml': text.replace('$0', '').replace('  hosting:', '  lease:').replace('hosting/only', 'lease/only') });
});

test('unknowns are renamed in conditions and assumptions, with their products and choices', () => {
  const expect = `expect:\n  - { at: 2027-01-01, assume: { outage:forecasts: true, best-efforts: strict, merger: never } }\n`;
  assert.deepEqual(renamed(`${SMALL.replace('  outage:', '  out$0age:')}${expect}`, 'failure'), { 'main.entente.yaml': `${SMALL}${expect}`.replaceAll(/\boutage\b(?! })/g, (word, at: number, all: string) => (all.slice(at - 4, at) === 'an o' || all.slice(at - 3, at) === 'an ' ? word : 'failure')) });
  assert.match((renamed(`${SMALL.replace('strict:', 'str$0ict:')}${expect}`, 'literal') as Record<string, string>)['main.entente.yaml']!, /choices: \{ literal: [^]*best-efforts: literal, merger/);
  assert.match((renamed(`${SMALL.replace('  forecasts:', '  fore$0casts:')}${expect}`, 'outlook') as Record<string, string>)['main.entente.yaml']!, /outlook: \{ name: Forecasts[^]*products: \[outlook\][^]*outage:outlook: true/);
});

test('names in imports are renamed there, too', () => {
  const base = 'entente: 1\nparties:\n  meteo: { name: Meteo }\nproducts:\n  maps: { owner: meteo }\n';
  assert.deepEqual(renamed('entente: 1\nimport: [./base.entente.yaml]\nclouds:\n  c: { operator: met$0eo }\n', 'weather', { 'base.entente.yaml': base }), {
    'main.entente.yaml': 'entente: 1\nimport: [./base.entente.yaml]\nclouds:\n  c: { operator: weather }\n', 'base.entente.yaml': base.replaceAll('meteo', 'weather'),
  });
});

test('what cannot be is refused in one sentence', () => {
  const at = (needle: string) => SMALL.replace(needle, `${needle.slice(0, 1)}$0${needle.slice(1)}`);
  assert.match(renamed(at('title:'), 'x') as string, /^There is no name here\./);
  assert.match(renamed(at('meteo:'), 'Not an id') as string, /^`Not an id` is not an id:/);
  assert.match(renamed(at('meteo:'), 'null') as string, /is not an id/);
  assert.match(renamed(at('meteo:'), 'north') as string, /^`north` is already the id of a party in main\.entente\.yaml\.$/);
  assert.match(renamed(at('merger:'), 'outage') as string, /^`outage` is already the id of a fact/, 'events, facts and readings share their names');
  assert.match(renamed(at('maps:'), 'all') as string, /meaning of its own/);
  assert.match(renamed(at('strict:'), 'reading') as string, /meaning of its own/);
  assert.match(renamed(SMALL.replace('unless: outage', 'unless: dro$0ught'), 'rain') as string, /not declared anywhere/);
  assert.match(renamed(SMALL.replace('unless: outage', 'unless: drought').replace('merger:', 'mer$0ger:'), 'drought') as string, /^`drought` is already used for a fact/, 'a use that is in the air would suddenly mean it');
  const aliased = 'entente: 1\nparties:\n  me$0teo: {}\n  north: {}\nclouds:\n  c: { operator: &who meteo }\n  d: { operator: *who }\n';
  assert.match(renamed(aliased, 'weather') as string, /through an alias/);
  assert.match(renamed(aliased.replace('$0', '').replace('*who', '*w$0ho'), 'weather') as string, /not written out here/);
  assert.deepEqual(renamed(at('meteo:'), 'meteo'), {});
});

/** What an analysis says, without places. */
const meaning = ({ partnership, matrix, findings }: Analysis): unknown => ({
  findings: findings.map(({ code, severity }) => `${code} ${severity}`).sort(),
  references: partnership.references.map(({ role, known, namespace }) => `${namespace} ${role} ${known}`),
  clashes: matrix.clashes().length,
  cells: [...partnership.products.keys()].map((product) => [...partnership.clouds.keys()].map((cloud) => matrix.timeline(product, cloud).map(({ from, to, cell }) => [from, to, cell.status, cell.certain]))),
});

const EXAMPLES = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.entente.yaml')).map(({ name }) => [name, readFileSync(join(ROOT, 'examples', name), 'utf8')] as const);

test('whatever is renamed, and from wherever, the meaning stays', () => {
  for (const [title, text] of [['small', SMALL], ['worked', WORKED], ...EXAMPLES] as const) {
    const before = analysisOf(text);
    const { partnership } = before;
    const once = new Map<string, Reference>();
    for (const reference of partnership.references) if (reference.known) once.set(`${reference.namespace} ${reference.id} ${reference.role}`, reference);
    assert.ok(once.size > 10, title);
    for (const { place, namespace, id, role } of once.values()) {
      const target = renamable(partnership, FILE, namespace === 'clause' ? place.end : place.start);
      if ('refused' in target) assert.fail(`${title} ${id}: ${target.refused}`);
      assert.deepEqual([target.name.namespace, target.name.id], [namespace, id]);
      const edits = rename([partnership], target, `zz-${target.local}`);
      if ('refused' in edits) assert.fail(`${title} ${id}: ${edits.refused}`);
      const after = analysisOf(applyEdits(text, edits[0]!.edits));
      assert.deepEqual(meaning(after), meaning(before), `${title}: ${role} of ${id}`);
    }
  }
});
