import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { SECTIONS } from '../../src/rules/support/sections.js';
import { analyse } from '../../src/service/analyse.js';
import type { Analysis } from '../../src/service/analysis.js';
import { type Move, moves } from '../../src/service/refactor-move.js';
import { edited } from '../../src/service/try-edits.js';
import { analysisOf, day, FILE, ROOT } from './support.js';

const NEW = 'shared.entente.yaml';
const at = (text: string, id: string, length = 0) => {
  const start = text.search(new RegExp(`^ *${id}:`, 'm'));
  assert.ok(start >= 0, id);
  const from = start + /^ */.exec(text.slice(start))![0].length;
  return { start: from, end: from + length };
};
const movesOf = (analysis: Analysis, id: string, newFile: string | undefined = NEW): readonly Move[] =>
  moves(analysis, FILE, at(analysis.input.texts.get(FILE) ?? '', id), newFile);

/** The files after the first move of an id, by their names. */
function moved(text: string, id: string, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  const analysis = analysisOf(text, others);
  const [move] = movesOf(analysis, id);
  assert.ok(move, `${id} can be moved`);
  sameMeaning(analysis, move);
  return Object.fromEntries([...edited(analysis.input, move.edits).texts].map(([file, now]) => [file.replace('file:///deals/', ''), now ?? '']));
}

/** Plain data as text, whatever order its lists and keys are in. */
const unordered = (value: unknown): string => (typeof value !== 'object' || value === null ? String(value)
  : Array.isArray(value) ? `[${value.map(unordered).sort().join(' ')}]` : `{${Object.entries(value).map(([name, one]) => `${name}: ${unordered(one)}`).sort().join(' ')}}`);

/** Every cell on every day, and every finding of every file that is edited, without places. Unknowns, and the words of messages, come in file order, which a move changes. */
function meaning({ input, matrix, partnership }: Analysis, files: readonly string[]): object {
  const cells = [...partnership.products.keys()].sort().flatMap((product) => [...partnership.clouds.keys()].sort().map((cloud) => [product, cloud, unordered(matrix.timeline(product, cloud))].join(' ')));
  const findings = files.filter((file) => input.texts.has(file)).flatMap((file) => analyse({ ...input, file }).findings.map(({ code, severity, message }) => `${severity} ${code} ${message.split(/[\s,.:]+/).sort().join(' ')}`));
  return { cells, findings: findings.sort() };
}

function sameMeaning(analysis: Analysis, move: Move): void {
  const edits = move.edits;
  const files = edits.map(({ file }) => file);
  assert.equal(new Set(files).size, 2);
  assert.deepEqual(meaning(analyse(edited(analysis.input, edits)), files), meaning(analysis, files), move.title);
}

describe('A move keeps the meaning', () => {
  const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.entente.yaml'));
  const shared = { 'shared/parties-and-clouds.entente.yaml': readFileSync(join(ROOT, 'examples/shared/parties-and-clouds.entente.yaml'), 'utf8') };
  for (const name of [...examples, ...Object.keys(shared)]) {
    test(`of every declaration of ${name}`, () => {
      const text = readFileSync(join(ROOT, 'examples', name), 'utf8');
      const analysis = analysisOf(text, shared);
      let count = 0;
      for (const [, section] of SECTIONS) {
        for (const { place, id } of analysis.partnership[section].values()) {
          if (place.file !== FILE) continue;
          const found = moves(analysis, FILE, { start: place.start, end: place.start }, NEW);
          assert.equal(found.length, 1, `${id} can be moved`);
          sameMeaning(analysis, found[0]!);
          count += 1;
        }
      }
      assert.ok(count > 5);
    });
  }
});

const TEXT = `entente: 1
title: Hosting

# Who is who.
parties:
  # Weather is
  # their business.
  meteo: { name: Meteo } # since 1990
  north:
    name: North
    # An old name.

clouds: # where
  grid: { operator: north }

products:
  maps: { owner: meteo }
`;

describe('What is moved', () => {
  test('to a new file: the declaration, its comments, an import', () => {
    assert.deepEqual(moved(TEXT, 'meteo'), {
      'main.entente.yaml': TEXT.replace(/ {2}# Weather[^]*1990\n/, '').replace('title: Hosting\n', 'title: Hosting\nimport: [./shared.entente.yaml]\n'),
      'shared.entente.yaml': 'entente: 1\n\nparties:\n  # Weather is\n  # their business.\n  meteo: { name: Meteo } # since 1990\n',
    });
  });

  test('with what it names, and the comments of a section that is left empty', () => {
    const [move] = movesOf(analysisOf(TEXT), 'grid');
    assert.equal(move?.title, 'Move `grid`, and `north`, which it names, to a new file `shared.entente.yaml`');
    assert.equal(move.creates, 'file:///deals/shared.entente.yaml');
    const files = moved(TEXT, 'grid');
    assert.equal(files['shared.entente.yaml'], 'entente: 1\n\nparties:\n  north:\n    name: North\n    # An old name.\n\nclouds:\n  # where\n  grid: { operator: north }\n');
    assert.equal(files['main.entente.yaml'], TEXT.replace(/ {2}north:[^]*old name\.\n/, '').replace(/clouds:[^]*?\n\n/, '').replace('Hosting\n', 'Hosting\nimport: [./shared.entente.yaml]\n'));
  });

  test('several at once', () => {
    const analysis = analysisOf(TEXT);
    const found = moves(analysis, FILE, { start: at(TEXT, 'meteo').start, end: at(TEXT, 'north').start + 2 }, NEW);
    assert.deepEqual(found.map(({ title }) => title), ['Move `meteo` and `north` to a new file `shared.entente.yaml`']);
    sameMeaning(analysis, found[0]!);
    const main = edited(analysis.input, found[0]!.edits).texts.get(FILE)!;
    assert.ok(!main.includes('parties:'));
    assert.ok(!main.includes('Who is who'), 'the comment went along');
  });

  test('to each file that is imported directly, in the style of that file', () => {
    const text = TEXT.replace('title: Hosting', 'import: [./a.entente.yaml, ./b.entente.yaml, ./a.entente.yaml]');
    const others = { 'a.entente.yaml': 'entente: 1\nimport: ./c.entente.yaml\nparties: { east: {} }\n', 'b.entente.yaml': 'entente: 1\n\nparties:\n    west: {}\n\nproducts:\n    tiles: {}\n', 'c.entente.yaml': 'entente: 1\n' };
    const analysis = analysisOf(text, others);
    const after = (id: string): readonly string[] => movesOf(analysis, id).map((move) => {
      sameMeaning(analysis, move);
      assert.equal(move.creates, undefined);
      const edits = move.edits;
      return `${move.title}: ${edited(analysis.input, edits).texts.get(edits[1]!.file)}`;
    });
    assert.deepEqual(after('meteo'), ['Move `meteo` to `./b.entente.yaml`: entente: 1\n\nparties:\n    west: {}\n    # Weather is\n    # their business.\n    meteo: { name: Meteo } # since 1990\n\nproducts:\n    tiles: {}\n'], 'comments do not go into braces');
    assert.deepEqual(after('grid'), [
      'Move `grid`, and `north`, which it names, to `./b.entente.yaml`: entente: 1\n\nparties:\n    west: {}\n    north:\n      name: North\n      # An old name.\n\nclouds:\n  # where\n  grid: { operator: north }\n\nproducts:\n    tiles: {}\n',
    ]);
  });

  test('from braces and into braces', () => {
    const text = 'entente: 1\nimport: ./a.entente.yaml\nparties: { one: { name: One }, two: {}, three: {} }\nevents: { launch: { status: pending } } # soon\n';
    const others = { 'a.entente.yaml': 'entente: 1\nparties: { zero: {} }\n' };
    const span = (id: string) => ({ start: text.indexOf(`${id}:`), end: text.indexOf(`${id}:`) });
    const analysis = analysisOf(text, others);
    const after = (id: string): (string | null | undefined)[] => {
      const [move] = moves(analysis, FILE, span(id), NEW);
      sameMeaning(analysis, move!);
      const { texts } = edited(analysis.input, move!.edits);
      return [texts.get(FILE), texts.get('file:///deals/a.entente.yaml')];
    };
    assert.deepEqual(after('one'), [text.replace('one: { name: One }, ', ''), 'entente: 1\nparties: { zero: {}, one: { name: One } }\n']);
    assert.deepEqual(after('three'), [text.replace(', three: {}', ''), 'entente: 1\nparties: { zero: {}, three: {} }\n']);
    assert.deepEqual(after('launch'), [text.replace(/events.*\n/, ''), 'entente: 1\nparties: { zero: {} }\nevents:\n  # soon\n  launch: { status: pending }\n']);
  });

  test('line ends of Windows, and a text without a last line end', () => {
    const files = moved(TEXT.replaceAll('\n', '\r\n').trimEnd(), 'maps');
    assert.ok(!/[^\r]\n/.test(files['shared.entente.yaml']!), 'every line ends as in the file');
    assert.match(files['shared.entente.yaml']!, /products:\r\n {2}maps: \{ owner: meteo \}\r\n$/);
  });

  test('a block of text keeps its lines', () => {
    const text = 'entente: 1\nfacts:\n    outage:\n        note: |\n            One.\n              Two.\n        name: Outage\n    other: {}\n';
    assert.match(moved(text, 'outage')['shared.entente.yaml']!, /facts:\n {2}outage:\n {6}note: \|\n {10}One\.\n {12}Two\.\n {6}name: Outage\n$/);
  });
});

describe('Nothing is offered', () => {
  const none = (text: string, id: string, newFile: string | undefined = NEW, others: Readonly<Record<string, string>> = {}): void => {
    const analysis = analysisOf(text, others);
    assert.deepEqual(moves(analysis, FILE, at(text, id), newFile), []);
  };
  test('without a name for a new file', () => assert.deepEqual(moves(analysisOf(TEXT), FILE, at(TEXT, 'meteo'), undefined), []));
  test('in a text that has no place of its own yet', () => {
    const file = 'untitled:Untitled-1';
    const analysis = analyse({ file, texts: new Map([[file, TEXT]]), documents: new Map(), workspace: file, today: day('2026-06-01') });
    assert.deepEqual(moves(analysis, file, at(TEXT, 'meteo'), NEW), []);
  });
  test('in a text that cannot be read whole', () => none(`${TEXT}products: {}\n`, 'meteo'));
  test('for agreements and clauses', () => none('entente: 1\nagreements:\n  deal: { parties: [] }\n', 'deal'));
  test('where an anchor or an alias would be torn apart', () => {
    none('entente: 1\nparties:\n  a: &a { name: A }\n  b: *a\n', 'a');
    none('entente: 1\nparties:\n  a: &a { name: A }\n  b: *a\n', 'b');
    none('entente: 1\nparties: &p\n  a: {}\n', 'a');
  });
  test('where it names what the other file does not see', () => {
    const text = 'entente: 1\nimport: [./a.entente.yaml, ./b.entente.yaml]\nclouds:\n  grid: { operator: north }\n';
    const others = { 'a.entente.yaml': 'entente: 1\nparties: { north: {} }\n', 'b.entente.yaml': 'entente: 1\n' };
    assert.deepEqual(movesOf(analysisOf(text, others), 'grid').map(({ title }) => title), ['Move `grid` to `./a.entente.yaml`']);
  });
});
