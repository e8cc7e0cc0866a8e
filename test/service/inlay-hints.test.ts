import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../src/service/inlay-hints.js';
import { ALL_HINTS, type HintKinds } from '../../src/service/kinds.js';
import { analysisOf, FILE, WORKED } from './support.js';

const NONE: HintKinds = { term: false, ended: false, depends: false, sum: false };

/** Each hint as `text before it on its line | kind | label`. */
function hintsOf(text: string, kinds?: HintKinds, range = { start: 0, end: text.length }): readonly string[] {
  return inlayHints(analysisOf(text), FILE, range, kinds).map(({ offset, kind, label }) => `${text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim()} ${kind} ${label}`);
}

const deal = (clauses: string, more = ''): string => `entente: 1
as-of: 2026-04-27
parties: { a: { name: Ada Ltd }, b: { name: Bob Inc } }
clouds: { c: { name: Cloud, operator: b } }
products: { p: { name: Product, owner: a }, q: { name: Other, owner: a } }
events:
  merger: { name: The merger, status: pending }
  launch: { name: The launch, status: occurred, on: 2026-03-10 }
  flood: { name: The flood, status: never }
facts:
  outage: { name: An outage, for: { p: true } }
readings:
  best: { question: What is best?, choices: { strict: All, lenient: Some } }
agreements:
  deal:
    parties: [a, b]
    signed: 2026-02
    through: 2028
    clauses:
${clauses.split('\n').map((line) => `      ${line}`).join('\n')}
${more}`;
const clause = (more: string, id = 'x'): string => `${id}: { type: availability, by: a, to: b, products: [p], cloud: c${more === '' ? '' : `, ${more}`} }`;
const only = (kind: keyof HintKinds): HintKinds => ({ ...NONE, [kind]: true });

test('the worked example', () => {
  assert.deepEqual(hintsOf(WORKED), [
    'exclusive-access: term until agi',
    'exclusive-access: ended ended by microsoft-renegotiated',
    'exclusive-ip: term until agi',
    'exclusive-ip: ended ended by microsoft-renegotiated',
    'cloud-services: term from 2025-10-01, no end',
    'investment: term from 2026-02-01, no end',
    'tranches: sum = 50 billion USD',
    'frontier-exclusive: term from 2026-02-01, no end',
    'runtime-on-bedrock: term from 2026-02-01, no end',
    'ip-license: term 2026-04-27 → 2032-12-31',
    'primary: term 2026-04-27 → 2032-12-31',
    'first-on-azure: term 2026-04-27 → 2032-12-31',
    'first-on-azure: depends depends on 3 unknowns',
    'any-cloud: term 2026-04-27 → 2032-12-31',
  ]);
});

test('a term, whatever its end', () => {
  const label = (more: string): string | undefined => inlayHints(analysisOf(deal(clause(more))), FILE, { start: 0, end: 5000 }, only('term'))[0]?.label;
  assert.equal(label(''), '2026-02-01 → 2028-12-31');
  assert.equal(label('until: 2027-06-01'), '2026-02-01 → 2027-05-31');
  assert.equal(label('until: 2025-06-01'), 'on no day');
  assert.equal(label('until: unstated'), 'from 2026-02-01, end unstated');
  assert.equal(label('from: unstated, until: unstated'), 'end unstated');
  assert.equal(label('until: { event: merger }'), 'from 2026-02-01 until merger');
  assert.equal(label('until: { event: launch }'), '2026-02-01 → 2026-03-09');
  assert.equal(label('until: { event: flood }'), 'from 2026-02-01, no end');
  assert.equal(label('until: { earliest: [{ event: merger }, 2027-01-01] }'), 'from 2026-02-01 until the earlier of merger and the end of 2026-12-31');
  assert.equal(label('until: { earliest: [{ event: flood }, 2027-01-01] }'), '2026-02-01 → 2026-12-31');
  assert.equal(label('until: { latest: [{ event: flood }, 2027-01-01] }'), 'from 2026-02-01, no end');
  assert.equal(label('until: { latest: [{ event: launch }, 2027-01-01] }'), '2026-02-01 → 2026-12-31');
});

test('no term where the clause itself shows both days, and none that could not be read', () => {
  assert.deepEqual(hintsOf(deal(clause('from: 2026-05-01, through: 2027-04-30')), only('term')), []);
  assert.deepEqual(hintsOf(deal(clause('from: 2026-05, through: 2027-04-30')), only('term')), ['x: term 2026-05-01 → 2027-04-30']);
  assert.deepEqual(hintsOf(deal(clause('from: 2026-05-01, until: 2027-05-01')), only('term')), ['x: term 2026-05-01 → 2027-04-30']);
  assert.deepEqual(hintsOf(deal(clause('until: { event: mergre }'))), []);
});

test('what ended or suspended a clause by the as-of day, and nothing that is still to come', () => {
  const later = (start: string, amends: string): string => deal(clause(''), `  later:
    parties: [a, b]
    effective: ${start}
    amends: [{ target: deal/x, ${amends} }]
`);
  assert.deepEqual(hintsOf(later('2026-04-27', 'effect: end'), only('ended')), ['x: ended ended by later']);
  assert.deepEqual(hintsOf(later('2026-04-28', 'effect: end'), only('ended')), []);
  assert.deepEqual(hintsOf(later('2026-03', 'effect: suspend, until: 2026-04-28'), only('ended')), ['x: ended suspended by later']);
  assert.deepEqual(hintsOf(later('2026-03', 'effect: suspend, until: 2026-04-27'), only('ended')), [], 'the suspension is over');
  const [hint] = inlayHints(analysisOf(later('2026-03', 'effect: end')), FILE, { start: 0, end: 5000 }, only('ended'));
  assert.equal(hint?.tooltip, 'Ended by “later” from 2026-03-01 on.');
  assert.deepEqual(hintsOf(later('2026-03', 'effect: end').replace('cloud: c }', 'cloud: c, until: 2026-02-20 }'), only('ended')), [], 'its term had run out before');
});

test('unknowns that are open, for the products of the clause', () => {
  const of = (more: string): readonly string[] => hintsOf(deal(clause(more)), only('depends'));
  assert.deepEqual(of('unless: merger'), ['x: depends depends on 1 unknown']);
  assert.deepEqual(of('unless: launch'), []);
  assert.deepEqual(of('unless: outage'), [], 'it is known for this product');
  assert.deepEqual(hintsOf(deal(clause('unless: outage').replace('[p]', '[p, q]')), only('depends')), ['x: depends depends on 1 unknown']);
  assert.deepEqual(of('when: { any: [merger, { reading: best, is: strict }] }'), ['x: depends depends on 2 unknowns']);
  assert.deepEqual(of('until: { earliest: [{ event: merger }, 2026-03-01] }'), [], 'it is over before the event can happen');
  const [hint] = inlayHints(analysisOf(deal(clause('unless: merger'))), FILE, { start: 0, end: 5000 }, only('depends'));
  assert.equal(hint?.tooltip, 'What this clause does depends on “The merger”.');
});

test('sums are exact, and missing where parts cannot be added', () => {
  const of = (tranches: string): readonly string[] => hintsOf(deal(`i:\n  type: investment\n  by: b\n  to: a\n  amount: 1 USD\n  tranches: [${tranches}]`), only('sum'));
  assert.deepEqual(of('{ amount: 0.1 USD }, { amount: 0.2 USD }'), ['tranches: sum = 0.3 USD']);
  assert.deepEqual(of('{ amount: up to 1.5 million USD }, { amount: 2 million USD }'), ['tranches: sum = up to 3.5 million USD']);
  assert.deepEqual(of('{ amount: 1 USD }, { amount: 2 EUR }'), []);
  assert.deepEqual(of('{ amount: 1 USD }, { due: signing }, { amount: 1 USD }'), []);
  assert.deepEqual(of('{ amount: 1 USD }'), []);
});

test('only what is asked for: the range and the kinds', () => {
  const start = WORKED.indexOf('ip-license:');
  assert.deepEqual(hintsOf(WORKED, ALL_HINTS, { start, end: start + 20 }), ['ip-license: term 2026-04-27 → 2032-12-31']);
  assert.deepEqual(hintsOf(WORKED, NONE), []);
  const at = WORKED.indexOf('tranches:');
  assert.deepEqual(hintsOf(WORKED, ALL_HINTS, { start: at, end: at + 20 }), ['tranches: sum = 50 billion USD'], 'also where the id of the clause is above the range');
  assert.deepEqual(inlayHints(analysisOf(WORKED), 'file:///deals/other.entente.yaml', { start: 0, end: 1e6 }), []);
});
