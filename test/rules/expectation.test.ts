import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkAssumptions } from '../../src/matrix/assumptions.js';
import { runExpectation } from '../../src/rules/expectation.js';
import { analyseExample } from '../support/examples.js';

const worked = readFileSync('test/oracle/worked-example.entente.yaml', 'utf8').replace(/expect:[^]*/, '');

function run(entry: string): ReturnType<typeof runExpectation> {
  const { partnership, matrix } = analyseExample({ text: `${worked}expect:\n  - ${entry}\n` });
  const [expectation] = partnership.expectations;
  assert.ok(expectation);
  return runExpectation(expectation, matrix);
}

describe('An expectation', () => {
  test('passes where everything that it says is so; sets have no order', () => {
    const result = run('{ at: 2026-05-01, product: frontier, cloud: azure, status: conflict, certain: false, possible: [barred, conflict], because: [amazon-alliance/frontier-exclusive, microsoft-renegotiated/first-on-azure] }');
    assert.deepEqual(result.differences, []);
    assert.equal(result.pass, true);
  });
  test('says in sentences what differs', () => {
    const result = run('{ at: 2026-05-01, product: models, cloud: aws, status: barred, certain: true, possible: [barred], because: [microsoft-original/exclusive-access] }');
    assert.equal(result.pass, false);
    assert.deepEqual(result.differences, [
      'The status on 2026-05-01 is `after-first`, not `barred`.',
      'The status on 2026-05-01 is not certain: it depends on `first-means`, `microsoft-cannot-support` and `microsoft-declines`.',
      'Possible on 2026-05-01: `after-first` and `available`, not `barred`.',
      'The status on 2026-05-01 is decided by `microsoft-renegotiated/any-cloud` and `microsoft-renegotiated/first-on-azure`, not by `microsoft-original/exclusive-access`.',
    ]);
    assert.deepEqual(result.expected, { status: 'barred', certain: true, possible: ['barred'], because: ['microsoft-original/exclusive-access'] });
    assert.equal(result.actual?.status, 'after-first');
  });
  test('is evaluated under its assumptions', () => {
    assert.equal(run('{ at: 2026-05-01, product: models, cloud: aws, assume: { first-means: among-first }, status: available, certain: true }').pass, true);
  });
  test('about no cell fails without a cell', () => {
    const result = run('{ at: 2026-05-01, product: modles, cloud: aws, status: available }');
    assert.deepEqual([result.pass, result.actual, result.differences], [false, undefined, ['There is no product `modles`.']]);
    assert.equal(run('{ product: models, cloud: aws, status: available }').pass, false);
  });
});

describe('An assumption', () => {
  const { partnership } = analyseExample({
    text: `entente: 1
products: { p: {}, q: {} }
events: { launch: { status: pending }, flop: { status: never } }
facts: { open: {}, settled: { value: true }, partly: { value: false, for: { p: unknown } } }
readings: { wide: { question: Which?, choices: { a: One, b: Other } }, narrow: { question: Which?, choices: { a: One, b: Other }, adopted: b } }
`,
  });
  const problem = (name: string, value: string | boolean): string => checkAssumptions(partnership, { [name]: value }).join(' ');
  for (const [name, value] of [['launch', 'occurred'], ['launch', 'never'], ['open', true], ['open:q', false], ['partly:p', true], ['partly', true], ['wide', 'b']] as const) {
    test(`${name} = ${String(value)} can be made`, () => assert.equal(problem(name, value), ''));
  }
  for (const [name, value, message] of [
    ['launch', 'pending', '`launch` cannot be `pending`: it is `occurred` or `never`.'],
    ['launch', true, '`launch` cannot be `true`: it is `occurred` or `never`.'],
    ['launch:p', 'never', '`launch` is the same for every product: leave out `:p`.'],
    ['flop', 'occurred', '`flop` is known: it will not happen. Only what is unknown can be assumed.'],
    ['open', 'yes', '`open` cannot be `yes`: a fact is `true` or `false`.'],
    ['open:r', true, 'There is no product `r`.'],
    ['settled', false, '`settled` is known: it is true. Only what is unknown can be assumed.'],
    ['partly:q', true, '`partly` is known for `q`: it is false. Only what is unknown can be assumed.'],
    ['wide', 'c', '`wide` cannot be `c`: it is `a` or `b`.'],
    ['narrow', 'a', '`b` has been adopted for `narrow`. Only what is unknown can be assumed.'],
    ['lunch', 'never', 'There is no event, fact or reading `lunch`. Did you mean `launch`?'],
  ] as const) {
    test(`${name} = ${String(value)} cannot`, () => assert.equal(problem(name, value).replace(/ Did you mean `[pq]`\?$/, ''), message));
  }
});
