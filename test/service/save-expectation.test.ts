import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../src/base/edits.js';
import type { Analysis } from '../../src/service/analysis.js';
import { outcomeOf } from '../../src/base/steps.js';
import { cellsDecidedBy, type CellToSave, saveClauseAction, saveExpectations } from '../../src/service/save-expectation.js';
import { testsOf } from '../../src/service/tests.js';
import { analysisOf, day, FILE, SMALL, WORKED } from './support.js';

const NORTH: CellToSave = { product: 'forecasts', cloud: 'north-cloud', at: day('2026-05-01') };

/** The text after saving; the entries that were added pass, and saving again adds nothing. */
function save(text: string, ...cells: readonly CellToSave[]): string {
  const saved = saveExpectations(analysisOf(text), cells);
  assert.equal(saved.kind, 'added', saved.kind === 'impossible' ? saved.message : '');
  if (saved.kind !== 'added') return text;
  assert.equal(applyEdits(text, saved.edits), saved.text);
  const after = analysisOf(saved.text);
  const { start, end } = saved.reveal;
  const added = testsOf(after).tests.filter(({ kind, span }) => kind === 'expectation' && start <= span.start && span.end <= end);
  assert.ok(added.length > 0 && added.every(({ outcome }) => outcome === 'passed'), added.flatMap(({ messages }) => messages).join(' '));
  assert.equal(saveExpectations(after, cells).kind, 'there');
  return saved.text;
}
const added = (before: string, after: string): string => after.replace(before, '');
const whole = (analysis: Analysis): string => analysis.partnership.files.get(FILE)!.text;

describe('A cell that is saved', () => {
  test('passes, whatever its status and under every assumption', () => {
    const statuses = new Set<string>();
    const worlds = [{}, { 'first-means': 'among-first' }, { agi: 'occurred' }, { 'microsoft-cannot-support': true, 'microsoft-declines:frontier': true }, { 'first-means': 'head-start', 'microsoft-cannot-support': false }];
    const bare = WORKED.replace(/expect:[^]*/, '');
    const { matrix } = analysisOf(bare);
    for (const assume of worlds) {
      for (const at of ['2026-01-15', '2026-03-01', '2026-05-01', '2033-06-01'].map(day)) {
        for (const product of ['models', 'frontier']) {
          for (const cloud of ['azure', 'aws']) {
            statuses.add(`${matrix.cell(product, cloud, at, assume).status} ${String(matrix.cell(product, cloud, at, assume).certain)}`);
            save(bare, { product, cloud, at, assume });
          }
        }
      }
    }
    assert.deepEqual([...statuses].sort(), [
      'after-first false', 'after-first true', 'available true', 'barred true', 'conflict false', 'conflict true', 'exclusive true', 'first false', 'first true', 'unspecified true',
    ]);
  });

  test('says status, what else is possible, and what was assumed', () => {
    assert.equal(added(SMALL, save(SMALL, NORTH)), '\nexpect:\n  - { at: 2026-05-01, product: forecasts, cloud: north-cloud, status: exclusive, possible: [exclusive, unspecified] }\n');
    assert.match(save(SMALL, { ...NORTH, assume: { outage: true } }), /status: unspecified, assume: \{ outage: true \} \}\n$/);
    assert.match(save(SMALL.replace('maps: true', 'maps: true, forecasts: unknown'), { ...NORTH, assume: { 'outage:forecasts': false } }), /status: exclusive, assume: \{ outage:forecasts: false \} \}\n$/);
    assert.match(save(SMALL, { ...NORTH, assume: { merger: 'occurred', 'outage:maps': false } }), /assume: \{ merger: occurred \} \}\n$/, 'what is known is not assumed');
  });

  test('that is undecided is saved as not certain', () => {
    const text = SMALL.replace('unless: outage', 'unless: outrage');
    assert.equal(analysisOf(text).matrix.cell('forecasts', 'north-cloud', NORTH.at).status, 'undecided');
    assert.match(save(text, NORTH), /cloud: north-cloud, certain: false \}\n$/);
  });
});

describe('The entry is written', () => {
  const ENTRY = '{ at: 2026-05-01, product: maps, cloud: north-cloud, status: unspecified }';
  const OTHER: CellToSave = { product: 'maps', cloud: 'south-cloud', at: day('2026-05-01') };
  const LINE = '{ at: 2026-05-01, product: maps, cloud: south-cloud, status: unspecified }';
  const NEW = '- { at: 2026-05-01, product: maps, cloud: south-cloud, status: unspecified }';
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['after the last item', `expect:\n  - ${ENTRY}\n`, `expect:\n  - ${ENTRY}\n  ${NEW}\n`],
    ['after an item of several lines and its remark', `expect:\n- { at: 2026-05-01, product: maps,\n    cloud: north-cloud, status: barred } # so\n# The end.\n`, `expect:\n- { at: 2026-05-01, product: maps,\n    cloud: north-cloud, status: barred } # so\n${NEW}\n# The end.\n`],
    ['in block style where the last item is', 'expect:\n  - at: 2026-05-01\n    product: maps\n    cloud: north-cloud\n    note: |\n      Long.\n    status: barred\n', 'expect:\n  - at: 2026-05-01\n    product: maps\n    cloud: north-cloud\n    note: |\n      Long.\n    status: barred\n  - at: 2026-05-01\n    product: maps\n    cloud: south-cloud\n    status: unspecified\n'],
    ['after a block of text', 'expect:\n  - at: 2026-05-01\n    product: maps\n    cloud: north-cloud\n    status: barred\n    note: |\n      Long.\n', 'expect:\n  - at: 2026-05-01\n    product: maps\n    cloud: north-cloud\n    status: barred\n    note: |\n      Long.\n  - at: 2026-05-01\n    product: maps\n    cloud: south-cloud\n    status: unspecified\n'],
    ['in a list in brackets', `expect: [${ENTRY}]\n`, `expect: [${ENTRY}, ${LINE}]\n`],
    ['in an empty list', 'expect: []\n', `expect: [${LINE}]\n`],
    ['under an empty key', 'expect: # later\n', `expect: # later\n  ${NEW}\n`],
    ['below the markers of the last item', `expect:\n  - ${ENTRY}\n  # ^^^ failed-expectation\n`, `expect:\n  - ${ENTRY}\n  # ^^^ failed-expectation\n  ${NEW}\n`],
    ['between the key and what follows it', `expect:\n  - ${ENTRY}\n\nnote: The end.\n`, `expect:\n  - ${ENTRY}\n  ${NEW}\n\nnote: The end.\n`],
  ];
  for (const [what, before, after] of cases) test(what, () => assert.equal(save(`${SMALL}${before}`, OTHER), `${SMALL}${after}`));

  test('with the line breaks of the file, and where the last line has none', () => {
    const windows = SMALL.replaceAll('\n', '\r\n');
    assert.equal(save(windows, OTHER), `${windows}\r\nexpect:\r\n  ${NEW}\r\n`);
    const text = `${SMALL}expect:\r\n  - ${ENTRY}\r\n  # ^^^ failed-expectation`;
    assert.equal(save(text, OTHER), `${text}\r\n  ${NEW}`);
  });

  test('into a file in braces', () => {
    const text = '{ entente: 1, products: { tool: {} }, clouds: { one: {} } }\n';
    assert.equal(save(text, { product: 'tool', cloud: 'one', at: day('2026') }), '{ entente: 1, products: { tool: {} }, clouds: { one: {} }, expect: [{ at: 2026-01-01, product: tool, cloud: one, status: unspecified }] }\n');
  });

  test('with ids that YAML would take for something else in quotes', () => {
    const text = 'entente: 1\nproducts: { "true": {}, "a, b": {} }\nclouds: { "null": {} }\n';
    assert.match(save(text, { product: 'true', cloud: 'null', at: day('2026') }, { product: 'a, b', cloud: 'null', at: day('2026') }), /product: "true", cloud: "null"[^]*product: "a, b", cloud: "null"/);
  });

  test('never where it cannot be: one sentence instead', () => {
    const impossible = (text: string, cell = OTHER): string => {
      const saved = saveExpectations(analysisOf(text), [cell]);
      return saved.kind === 'impossible' ? saved.message : saved.kind;
    };
    assert.match(impossible(''), /^The text cannot be read/);
    for (const expect of ['expect: 5\n', 'expect: {}\n', `list: &list [${ENTRY}]\nexpect: *list\n`, 'expect: ~\n']) {
      assert.match(impossible(`${SMALL}${expect}`), /Write by hand: `- \{ at: 2026-05-01, product: maps, cloud: south-cloud, status: unspecified \}`\.$/, expect);
    }
  });
});

test('an entry that says more is enough; one that says something else is not', () => {
  const there = (entry: string): string => saveExpectations(analysisOf(`${SMALL}expect:\n  - { at: 2026-05-01, product: maps, cloud: south-cloud, ${entry} }\n`), [{ product: 'maps', cloud: 'south-cloud', at: day('2026-05-01') }]).kind;
  assert.equal(there('status: unspecified, certain: true, note: x'), 'there');
  assert.equal(there('certain: true'), 'added');
  assert.equal(there('status: unspecified, assume: { outage: true }'), 'added');
});

test('the cells that a clause decides are saved together', () => {
  const analysis = analysisOf(WORKED);
  const clause = analysis.partnership.clauses.get('amazon-alliance/frontier-exclusive')!;
  assert.deepEqual(outcomeOf(cellsDecidedBy(clause, analysis)).map(({ product, cloud }) => `${product} ${cloud}`), ['frontier azure', 'frontier aws', 'frontier google-cloud']);
  const at = WORKED.indexOf('frontier-exclusive:') + 3;
  const action = outcomeOf(saveClauseAction(analysis, FILE, { start: at, end: at }));
  assert.equal(action?.title, 'Save 3 cells that this clause decides on 2026-04-27 as expectations');
  const before = testsOf(analysis).tests.length;
  const after = testsOf(analysisOf(applyEdits(whole(analysis), action!.edits))).tests;
  assert.equal(after.length, before + 3);
  assert.ok(after.every(({ outcome }) => outcome === 'passed'));
  assert.equal(outcomeOf(saveClauseAction(analysis, FILE, { start: 0, end: 0 })), undefined);
});
