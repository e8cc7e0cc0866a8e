import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyseExample } from '../support/examples.js';

const HEAD = `entente: 1
as-of: 2026-06-01
parties: { meteo: {}, cirrus: {}, stratus: {} }
clouds: { north: { operator: cirrus }, south: { operator: stratus }, east: {} }
products: { nowcast: { owner: meteo }, maps: { owner: meteo } }
events: { launch: {}, opened: { status: occurred, on: 2024-01-01 } }
facts: { peak: {} }
readings:
  means: { question: What does it mean?, choices: { wide: Wide, narrow: Narrow } }
agreements:
`;
/** One agreement for each list of clauses: with cirrus, except where it is told otherwise. */
const agreement = (id: string, clauses: readonly string[], more = 'signed: 2025', parties = 'meteo, cirrus'): string =>
  `  ${id}:\n    parties: [${parties}]\n    ${more}\n    clauses:\n${clauses.map((clause) => `      ${clause}\n`).join('')}`;
const found = (text: string, code: string): readonly string[] => analyseExample({ text: HEAD + text }).findings.filter((finding) => finding.code === code).map(({ message }) => message);
const TO_CIRRUS = 'by: meteo, to: cirrus';
const TO_STRATUS = 'by: meteo, to: stratus';
const STRATUS = (clause: string, more = 'signed: 2026') => agreement('second', [clause], more, 'meteo, stratus');

describe('Contradictions', () => {
  const only = (more = ''): string => agreement('first', [`only: { type: exclusivity, ${TO_CIRRUS}, products: [nowcast], cloud: north${more} }`]);
  const must = (more: string): string => STRATUS(`must: { type: availability, ${TO_STRATUS}, products: [nowcast], cloud: south, strength: must${more} }`);

  test('are reported where the conflict depends, whatever it depends on', () => {
    assert.match(found(only(', unless: peak') + must(', when: launch'), 'contradiction').join(), /`second\/must` can never be kept together with `first\/only`: on every day and in every world in which both are in force, they clash \(from 2026-01-01 on\)/);
    assert.equal(found(only() + must(', when: { reading: means, is: wide }'), 'contradiction').length, 1);
  });

  test('are not where the conflict is certain, where they never meet, or where one yields at least somewhere', () => {
    assert.deepEqual(found(only() + must(''), 'contradiction'), [], 'the conflict says so');
    assert.deepEqual(found(only(', unless: peak') + must(', when: peak'), 'contradiction'), []);
    const third = agreement('third', [`may: { type: availability, ${TO_STRATUS}, products: [nowcast], cloud: south, when: launch }`], 'signed: 2026', 'meteo, stratus, cirrus');
    const yielding = only(', unless: peak, subject-to: [third/may]') + must('') + third;
    assert.equal(found(yielding, 'conflict').length > 0, true);
    assert.deepEqual(found(yielding, 'contradiction'), [], 'after the launch both can be kept');
  });

  test('two exclusivities for different holders on different clouds are a certain conflict', () => {
    const both = only() + STRATUS(`also: { type: exclusivity, ${TO_STRATUS}, products: [nowcast], cloud: south }`);
    assert.match(found(both, 'conflict').join(), /cannot be both served and not served/);
    const same = only() + STRATUS(`also: { type: exclusivity, ${TO_STRATUS}, products: [nowcast], cloud: north }`);
    assert.deepEqual(found(same, 'conflict'), [], 'both are kept on one cloud');
  });
});

describe('Exceptions', () => {
  const one = (more: string): string => agreement('first', [`one: { type: restriction, ${TO_CIRRUS}, cloud: north, ${more} }`]);

  test('that hold wherever the clause is in force swallow it, and it is no clause without effect beside', () => {
    for (const more of ['unless: opened', 'when: peak, unless: peak', 'when: { all: [launch, peak] }, unless: { any: [launch, peak] }', 'unless: { any: [peak, { not: peak }] }', 'when: { reading: means, is: wide }, unless: { reading: means, is: wide }']) {
      assert.equal(found(one(more), 'swallowing-exception').length, 1, more);
      assert.deepEqual(found(one(more), 'ineffective-clause'), [], more);
    }
  });

  test('that leave a day, a product or a world do not; nor where nothing is left to swallow', () => {
    for (const more of ['unless: peak', 'from: 2023, unless: opened', 'when: launch, unless: peak', 'unless: { reading: means, is: wide }', 'until: { event: launch }, unless: launch']) {
      assert.deepEqual(found(one(more), 'swallowing-exception'), [], more);
    }
    const never = one('when: { all: [peak, { not: peak }] }, unless: peak');
    assert.deepEqual([found(never, 'swallowing-exception').length, found(never, 'ineffective-clause').length], [0, 1]);
  });

  test('of clauses that change no cell are looked at, too', () => {
    const licence = agreement('first', [`ip: { type: license, ${TO_CIRRUS}, subject: [code], when: launch, unless: launch }`]);
    assert.equal(found(licence, 'swallowing-exception').length, 1);
  });
});

describe('First places', () => {
  const first = (cloud: string, more = ''): string => `{ type: first-availability, ${TO_CIRRUS}, products: [nowcast], cloud: ${cloud}${more} }`;
  const two = (a: string, b: string): readonly string[] => found(agreement('first', [`a: ${first('north', a)}`, `b: ${first('south', b)}`]), 'first-twice');

  test('promised twice are found in the worlds in which both count', () => {
    assert.match(two('', '').join(), /^meteo promises that nowcast will be first on north and first on south from 2025-01-01 on/);
    assert.match(two(', when: peak', '').join(), /^In some worlds, /);
  });

  test('of which only one can ever count are not promised twice', () => {
    assert.deepEqual(two(', when: peak', ', unless: peak'), []);
    assert.deepEqual(two(', when: { reading: means, is: wide }', ', when: { reading: means, is: narrow }'), []);
    assert.deepEqual(two(', until: 2026', ', from: 2026'), []);
    assert.deepEqual(two(', subject-to: [b]', ''), [], 'b does not speak of the cell of a');
    assert.deepEqual(two(', lead: { reading: means, wide: 6 months, narrow: none }', ', lead: { reading: means, wide: none, narrow: 6 months }'), []);
  });
});

describe('Successive exclusivities', () => {
  const clause = (more = ''): string => `{ type: exclusivity, ${TO_CIRRUS}, products: [nowcast], cloud: north${more} }`;
  const gap = (a: string, b: string): readonly string[] => found(agreement('first', [`one: ${clause(a)}`]) + agreement('second', [`two: ${clause(b)}`]), 'exclusivity-gap');

  test('that miss or share one day are found', () => {
    assert.match(gap(', until: 2026-12-31', ', from: 2027').join(), /^Neither `first\/one` nor `second\/two` is in force on 2026-12-31 \(1 day\), for nowcast/);
    assert.match(gap(', through: 2027-01-01', ', from: 2027').join(), /^Both `first\/one` and `second\/two` are in force on 2027-01-01 \(1 day\)/);
    assert.match(gap(', until: 2028-02-29', ', from: 2028-03').join(), /on 2028-02-29 \(1 day\)/);
  });

  test('that meet are fine, in a leap year as well', () => {
    assert.deepEqual(gap(', through: 2026', ', from: 2027'), []);
    assert.deepEqual(gap(', through: 2028-02', ', from: 2028-03'), []);
    assert.deepEqual(gap(', until: { earliest: [2027, 2029] }', ', from: 2027'), []);
  });

  test('a gap counts also where a cloud is added, and where another exclusivity covers only another product', () => {
    const wider = agreement('second', [`two: { type: exclusivity, ${TO_CIRRUS}, products: [nowcast], clouds: [north, east], from: 2027-01-05 }`]);
    assert.equal(found(agreement('first', [`one: ${clause(', until: 2027')}`]) + wider, 'exclusivity-gap').length, 1);
    const both = (id: string, more: string): string => agreement(id, [`x: { type: exclusivity, ${TO_CIRRUS}, products: [nowcast, maps], cloud: north${more} }`]);
    const bridge = agreement('bridge', [`x: { type: exclusivity, ${TO_CIRRUS}, products: [maps], cloud: north, from: 2024, until: 2030 }`]);
    assert.match(found(both('first', ', until: 2027') + both('second', ', from: 2027-01-05') + bridge, 'exclusivity-gap').join(), /\(4 days\), for nowcast\.$/);
  });
});

describe('Purchases', () => {
  const buys = (more: string): readonly string[] => found(
    agreement('first', [`only: { type: exclusivity, ${TO_CIRRUS}, products: [nowcast], cloud: north }`]) +
    STRATUS(`capacity: { type: purchase-commitment, ${TO_STRATUS}, cloud: south, amount: 1 million EUR${more} }`), 'purchase-barred');

  test('are judged by the products that they name', () => {
    assert.deepEqual(buys(''), [], 'maps may go there');
    assert.match(buys(', products: [nowcast]').join(), /nowcast is barred there by `first\/only`/);
    assert.deepEqual(buys(', products: [maps]'), []);
  });
});
