import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testsOf } from '../../src/service/tests.js';
import { analysisOf, SMALL, WORKED } from './support.js';

const CELL = 'at: 2026-05-01, product: forecasts, cloud: north-cloud';
/** Without what nothing uses: no finding at all. */
const CLEAN = SMALL.replace(/events:\n.*\n/, '').replace(/readings:\n(?: {2,}.*\n)+/, '');
const withEntries = (...entries: readonly string[]): string => `${CLEAN}expect:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`;
const run = (text: string) => testsOf(analysisOf(text));

describe('Expectations as tests', () => {
  test('the worked example passes, each entry with a label and a place', () => {
    const { tests, problem } = run(WORKED);
    assert.equal(problem, undefined);
    assert.ok(tests.length > 0 && tests.every(({ outcome, messages, kind }) => outcome === 'passed' && messages.length === 0 && kind === 'expectation'));
    for (const { span } of tests) assert.match(WORKED.slice(span.start, span.end), /^\{ at: [^]*\}$/);
    assert.equal(new Set(tests.map(({ id }) => id)).size, tests.length);
  });

  test('labels name the day, the cell, what is expected and what is assumed', () => {
    const { tests } = run(withEntries(
      `${CELL}, status: exclusive`, `${CELL}, possible: [exclusive, unspecified]`, `${CELL}, certain: false`, `${CELL}, because: [hosting/only-north]`,
      `${CELL}, status: unspecified, assume: { outage: true }`, `${CELL}, status: exclusive`,
    ));
    assert.deepEqual(tests.map(({ label }) => label), ['exclusive', 'exclusive or unspecified', 'not certain', 'decided by hosting/only-north', 'unspecified (outage: true)', 'exclusive'].map((what) => `2026-05-01 · forecasts on north-cloud: ${what}`));
    assert.deepEqual(tests.map(({ outcome }) => outcome), Array(6).fill('passed'));
    assert.deepEqual(tests.filter(({ label }) => label.endsWith('cloud: exclusive')).map(({ id }) => id), ['expect 2026-05-01 · forecasts on north-cloud: exclusive', 'expect 2026-05-01 · forecasts on north-cloud: exclusive #2']);
  });

  test('a failure says what differs, and shows the same keys of both', () => {
    const [failed] = run(withEntries(`${CELL}, status: barred, possible: [unspecified, barred], because: []`)).tests;
    assert.equal(failed?.outcome, 'failed');
    assert.equal(failed?.messages.length, 3);
    assert.equal(failed?.expected, 'status: barred\npossible: [barred, unspecified]\nbecause: []');
    assert.equal(failed?.actual, 'status: exclusive\npossible: [exclusive, unspecified]\nbecause: [hosting/only-north]');
  });

  test('an entry that cannot be run is an error, and says why', () => {
    const { tests } = run(withEntries(`${CELL}, status: exclusiv`, `${CELL}, status: exclusive, assume: { outage: maybe }`, 'product: maps, cloud: moon, status: barred', CELL));
    assert.deepEqual(tests.map(({ outcome }) => outcome), Array(4).fill('errored'));
    assert.ok(tests.every(({ messages, expected }) => messages.length > 0 && expected === undefined));
    assert.equal(tests[2]?.label, '? · maps on moon: barred');
  });

  test('text that cannot be read is told: tests may be missing', () => {
    assert.equal(run(`${SMALL}expect: 5\n`).problem, '1 error in the text: expectations may be missing.');
    const wrong = SMALL.replace('by: meteo\n', 'by: meteoo\n');
    assert.equal(run(wrong).problem, undefined, 'nothing says that it has expectations');
    for (const text of ['', '{', 'expect: [', '- a', `${SMALL}expct: []\n`, `${wrong}expect: []\n`]) assert.match(run(text).problem ?? '', /^\d errors? in the text/, text);
  });
});

describe('Findings that comments expect', () => {
  const WRONG = CLEAN.replace('by: meteo\n', 'by: meteoo\n#           ^^^^^^ unknown-reference\n');
  const of = (text: string) => run(text).tests.map(({ label, outcome }) => `${outcome} ${label}`);

  test('are tests beside the entries, and so is that there is nothing else', () => {
    assert.deepEqual(of(WRONG), ['passed line 23: unknown-reference', 'passed nothing else']);
    assert.equal(run(WRONG).problem, undefined);
    const { tests } = run(WRONG);
    assert.equal(WRONG.slice(tests[0]!.span.start, tests[0]!.span.end), 'meteoo');
    assert.deepEqual(of(CLEAN), [], 'a file without markers has none');
  });

  test('fail with the line as it is marked and as it is', () => {
    const { tests } = run(WRONG.replace('  ^^^^^^ unk', '^^^^^^ unk'));
    assert.deepEqual(tests.map(({ outcome }) => outcome), ['failed', 'failed']);
    assert.equal(tests[0]?.expected, '        by: meteoo\n        # ^^^^^^ unknown-reference');
    assert.equal(tests[0]?.actual, '        by: meteoo\n        #   ^^^^^^ unknown-reference');
    assert.match(tests[1]?.messages.join() ?? '', /^Line 23: `unknown-reference` is not expected\. /);
    assert.deepEqual([tests[1]?.expected, tests[1]?.actual], [tests[0]?.expected, tests[0]?.actual]);
  });

  test('a code that does not exist is an error', () => {
    const { tests } = run(WRONG.replace('^ unknown-reference', '^ unknown-refrence'));
    assert.deepEqual([tests[0]?.outcome, tests[0]?.messages], ['errored', ['There is no finding `unknown-refrence`. Did you mean `unknown-reference`?']]);
  });

  test('a marker stands for one finding: two need two', () => {
    assert.deepEqual(of(WRONG.replace(/(#.*unknown-reference\n)/, '$1$1')).slice(0, 2), ['passed line 23: unknown-reference', 'failed line 23: unknown-reference']);
  });

  test('an entry that is meant to fail is tested by its marker', () => {
    const failing = withEntries(`${CELL}, status: barred`);
    const length = failing.split('\n').at(-2)!.length - 4;
    assert.deepEqual(of(failing), ['failed 2026-05-01 · forecasts on north-cloud: barred']);
    assert.deepEqual(of(`${failing}  # ${'^'.repeat(length)} failed-expectation\n`), ['passed line 30: failed-expectation', 'passed nothing else']);
  });

  test('lines of a value are no markers, and one above all lines marks nothing', () => {
    assert.deepEqual(of(`${CLEAN}note: |\n  text\n  # ^^^ unknown-key\n`), []);
    assert.deepEqual(of(`# ^^^ unknown-key\n${CLEAN}`).map((line) => line.split(' ')[0]), ['failed', 'passed']);
  });
});
