import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Analysis } from '../../src/service/analysis.js';
import { analyse } from '../../src/service/analyse.js';
import { explain } from '../../src/service/explain.js';
import type { Explanation, Reason } from '../../src/service/reason.js';
import { analysisOf, day, FILE, ROOT, SMALL, WORKED } from './support.js';

const worked = analysisOf(WORKED);
const at = (product: string, cloud: string, on: string, analysis: Analysis = worked): Explanation => explain(analysis, { product, cloud, at: day(on) });
const children = (reasons: readonly Reason[], ...path: readonly string[]): readonly Reason[] =>
  path.reduce((level, id) => level.find((reason) => reason.id === id)?.children ?? [], reasons);
const texts = (reasons: readonly Reason[]): readonly string[] => reasons.map(({ text }) => text);
const ids = (reasons: readonly Reason[]): readonly string[] => reasons.map(({ id }) => id);
const written = ({ partnership }: Analysis, { place }: Reason): string | undefined => place && partnership.files.get(place.file)?.text.slice(place.start, place.end);

describe('why', () => {
  test('a conflict that depends: who claims, who bars, what else, what it depends on', () => {
    const { parts, status, summary } = at('frontier', 'azure', '2026-05-01');
    assert.equal(status, 'conflict');
    assert.match(summary, /^Frontier on Microsoft Azure, 2026-05-01: conflict, .* this depends on 2 unknowns, and it can also be barred\.$/);
    assert.deepEqual(ids(parts), ['why', 'why-not', 'change', 'depends', 'also', 'not-counted']);
    assert.deepEqual(ids(children(parts, 'why')), ['claim', 'bar']);
    assert.deepEqual(ids(children(parts, 'why', 'claim')), ['microsoft-renegotiated/first-on-azure']);
    assert.deepEqual(ids(children(parts, 'why', 'bar')), ['amazon-alliance/frontier-exclusive']);
    assert.deepEqual(ids(children(parts, 'also')), ['microsoft-renegotiated/any-cloud']);
    assert.match(texts(children(parts, 'not-counted'))[0] ?? '', /Superseded by “Renegotiated Microsoft agreement” from 2026-04-27 on\.$/);
    assert.deepEqual(texts(children(parts, 'depends')).map((text) => text.split(' if ')[0]), ['Conflict (shown)', 'Barred']);
    assert.match(texts(children(parts, 'change')).at(-1) ?? '', /^If “Azure lacks the capabilities the product needs” holds and “Microsoft chooses not to build them” holds, it is barred\.$/);
  });

  test('each line leads to where it is written', () => {
    const { parts } = at('frontier', 'azure', '2026-05-01');
    const clause = children(parts, 'why', 'claim')[0]!;
    assert.equal(written(worked, clause), 'first-on-azure');
    const facts = children(parts, 'why', 'claim', clause.id, 'unless');
    assert.deepEqual(facts.map((fact) => written(worked, fact)), ['microsoft-cannot-support', 'microsoft-declines']);
    assert.deepEqual(children(parts, 'why', 'claim', clause.id, 'lead').map((reading) => written(worked, reading)), ['first-means']);
    const old = children(parts, 'not-counted', 'microsoft-original/exclusive-access');
    const superseded = old.find(({ text }) => text.startsWith('Superseded'));
    assert.ok(superseded?.place);
    assert.equal(written(worked, superseded), 'microsoft-original');
    assert.ok(superseded.place.start > WORKED.indexOf('supersedes:'));
    assert.equal(written(worked, old.find(({ id }) => id === 'agreement')!), 'microsoft-original');
  });

  test('a source leads into its document, to the quoted words where they stand in it', () => {
    const text = SMALL.replace('        unless: outage', '        source: { document: ./terms.md, quote: "only in \'the north\'", status: disputed }');
    const document = 'Terms\n\nServed only\nin "the north", says the letter.\n';
    const analysis = analyse({ file: FILE, texts: new Map([[FILE, text]]), documents: new Map([['file:///deals/terms.md', document]]), workspace: 'file:///deals/', today: day('2026-06-01') });
    const [source] = children(at('forecasts', 'north-cloud', '2027', analysis).parts, 'why', 'claim', 'hosting/only-north').filter(({ id }) => id === 'source');
    assert.equal(source?.text, 'Source: “only in \'the north\'”, ./terms.md (disputed).');
    const [link] = source?.children ?? [];
    assert.equal(link?.text, 'Open ./terms.md at the quoted words, line 3');
    assert.equal(document.slice(link?.place?.start, link?.place?.end), 'only\nin "the north"');
    assert.equal(link?.place?.file, 'file:///deals/terms.md');
  });

  test('every reason for not counting is told', () => {
    const reasons = (text: string, product: string, on: string): readonly string[] => texts(children(at(product, 'north-cloud', on, analysisOf(text)).parts, 'not-counted'));
    assert.match(reasons(SMALL, 'forecasts', '2025')[0] ?? '', /Not yet in force: it starts on 2026-02-01\.$/);
    assert.match(reasons(SMALL, 'forecasts', '2029')[0] ?? '', /Over: its term ended with 2028-12-31\.$/);
    assert.match(reasons(SMALL.replace('unless: outage', 'when: outage'), 'forecasts', '2027')[0] ?? '', /condition is not met: “North has an outage” holds\. It counts if “North has an outage” holds\.$/);
    assert.match(reasons(SMALL.replace('for: { maps: true }', 'value: true'), 'forecasts', '2027')[0] ?? '', /exception holds: “North has an outage” holds\.$/);
    assert.match(reasons(SMALL.replace('products: [forecasts]', 'products: all').replace('unless: outage', 'note: x'), 'maps', '2027')[0] ?? '', /yields here to hosting\/only-north\.$/);
    const suspended = `${SMALL}  pause:\n    parties: [north]\n    effective: 2027-01-01\n    amends: [{ target: hosting/only-north, effect: suspend, until: 2027-06-01 }]\n`;
    assert.match(reasons(suspended, 'forecasts', '2027-03')[0] ?? '', /Suspended by “pause”: it counts again from 2027-06-01\.$/);
  });

  test('what events, facts and readings are taken to be', () => {
    const told = (text: string, on: string, assume = {}): readonly string[] => {
      const { parts } = explain(analysisOf(text), { product: 'forecasts', cloud: 'north-cloud', at: day(on), assume });
      const clause = [...children(parts, 'why', 'claim'), ...children(parts, 'not-counted'), ...children(parts, 'also')].find(({ id }) => id === 'hosting/only-north');
      return (clause?.children ?? []).flatMap(({ children: atoms = [] }) => texts(atoms));
    };
    const merger = SMALL.replace('unless: outage', 'unless: merger');
    assert.deepEqual(told(merger, '2026-03'), ['Event “The merger closes” has not happened up to 2026-04-27.']);
    assert.deepEqual(told(merger, '2027'), ['Event “The merger closes” may have happened by this day or not; taken not to have happened.']);
    assert.deepEqual(told(merger, '2027', { merger: 'occurred' }), ['Event “The merger closes” is assumed to have happened.']);
    assert.deepEqual(told(merger, '2026-03', { merger: 'occurred' }), ['Event “The merger closes” has not happened up to 2026-04-27.']);
    assert.deepEqual(told(merger.replace('status: pending', 'status: occurred, on: 2027-05'), '2027'), ['Event “The merger closes” happened on 2027-05-01.']);
    assert.deepEqual(told(SMALL, '2027'), ['Fact “North has an outage” is not known; taken not to hold.']);
    assert.deepEqual(told(SMALL.replace('maps: true', 'forecasts: false'), '2027'), ['Fact “North has an outage” does not hold for Forecasts.']);
    const reading = SMALL.replace('unless: outage', 'when: { reading: best-efforts, is: lenient }');
    assert.deepEqual(told(reading, '2027'), ['Reading “What are best efforts?” is open; taken to be read as “Whatever it takes” until somebody adopts a choice.']);
    assert.deepEqual(told(reading, '2027', { 'best-efforts': 'lenient' }), ['Reading “What are best efforts?” is assumed to be read as “What is reasonable”.']);
    assert.deepEqual(told(reading.replace('lenient: What is reasonable }', 'lenient: What is reasonable }\n    adopted: lenient\n    by: Counsel'), '2027'), ['Reading “What are best efforts?” is read as “What is reasonable”; adopted by Counsel.']);
  });

  test('an end that has no effect, and a yielding on both sides', () => {
    const powerless = `${SMALL}  coup:\n    parties: [meteo]\n    effective: 2027-01-01\n    amends: [{ target: hosting/only-north, effect: end }]\n`;
    const { parts } = at('forecasts', 'north-cloud', '2027-03', analysisOf(powerless));
    assert.ok(texts(children(parts, 'why', 'claim', 'hosting/only-north')).includes('“coup” amends this clause without effect: North Cloud Inc, to whom it is owed, is not a party of it.'));
    const both = at('maps', 'north-cloud', '2027', analysisOf(SMALL.replace('products: [forecasts]', 'products: all').replace('unless: outage', 'note: x')));
    assert.ok(texts(children(both.parts, 'why', 'claim', 'hosting/only-north')).includes('Makes hosting/maps-north yield here.'));
    assert.ok(texts(children(both.parts, 'not-counted', 'hosting/maps-north')).includes('Yields to hosting/only-north, which counts here.'));
  });

  test('undecided: text that cannot be read is named', () => {
    const broken = SMALL.replace('unless: outage', 'unless: { nonsense: 1 }');
    const { parts, status } = at('forecasts', 'south-cloud', '2027', analysisOf(broken));
    assert.equal(status, 'undecided');
    assert.deepEqual(ids(parts), ['why']);
    assert.deepEqual(ids(children(parts, 'why')), ['hosting/only-north']);
    assert.match(texts(children(parts, 'why'))[0] ?? '', /cannot be read/);
  });
});

test('what keeps a cell from a conflict: an agreement that ends another, a clause that yields', () => {
  const { parts } = at('frontier', 'aws', '2026-05-01');
  const [entry] = children(parts, 'change');
  assert.equal(entry?.text, 'Without `supersedes: microsoft-original` in “Renegotiated Microsoft agreement”, it would be a conflict.');
  assert.equal(written(worked, entry!), 'microsoft-original');
  const yielding = SMALL.replace('unless: outage', 'note: x').concat('      south: { type: availability, by: meteo, to: north, products: [forecasts], cloud: south-cloud, strength: must, subject-to: [only-north] }\n');
  const cell = at('forecasts', 'south-cloud', '2027', analysisOf(yielding));
  assert.equal(cell.status, 'barred');
  assert.deepEqual(texts(children(cell.parts, 'change')), ['Without `subject-to: hosting/only-north` in hosting/south, it would be a conflict.']);
});

test('no override is proposed that would close a circle, also a long one', () => {
  const deal = (id: string, clauses: string): string => `  ${id}:\n    parties: [meteo, north]\n    signed: 2026-01\n    through: 2028\n    clauses:\n${clauses}`;
  const clause = (id: string, rest: string): string => `      ${id}: { by: meteo, to: north, products: [maps], ${rest} }\n`;
  // `served` and `barred` clash, and one yields to the other through a clause that does not count here.
  const text = SMALL.slice(0, SMALL.indexOf('  hosting:')) + deal('a', clause('served', 'type: availability, strength: must, cloud: north-cloud, subject-to: [off]')
    + clause('off', 'type: restriction, cloud: north-cloud, when: merger, subject-to: [barred]') + clause('barred', 'type: restriction, cloud: north-cloud'));
  const { parts, status } = at('maps', 'north-cloud', '2026-04', analysisOf(text));
  assert.equal(status, 'conflict');
  assert.deepEqual(texts(children(parts, 'change')), ['With `subject-to: a/barred` in a/served, it is barred.']);
});

describe('why not available', () => {
  test('a bar, and who alone can release it', () => {
    const { parts } = at('frontier', 'google-cloud', '2026-05-01');
    assert.deepEqual(children(parts, 'why-not').map(({ kind, text }) => `${kind} ${text.split(/[ ,]/, 1)[0]}`), ['detail If', 'override With', 'detail If', 'group If']);
    assert.equal(texts(children(parts, 'why-not')).at(-1), 'If these 2 ended, it would be available:');
    const [bar, wait] = children(parts, 'why-not', 'release');
    assert.match(bar?.text ?? '', /on no other cloud\. This bar can only be released by Amazon, to whom it is owed\.$/);
    assert.match(wait?.text ?? '', /This wait can only be released by Microsoft, to whom it is owed\.$/);
    assert.deepEqual(ids(bar?.children ?? []), ['signed amazon-alliance']);
  });

  test('other readings, and a wait', () => {
    const { parts } = at('models', 'aws', '2026-05-01');
    const nodes = children(parts, 'why-not');
    assert.deepEqual(nodes.map(({ assume }) => assume), [{ 'first-means': 'among-first' }, undefined, { 'microsoft-cannot-support': true, 'microsoft-declines': true }, undefined]);
    assert.equal(nodes[1]?.text, 'With `subject-to: microsoft-renegotiated/any-cloud` in microsoft-renegotiated/first-on-azure, it is available.');
    assert.equal(nodes[3]?.text, 'If this ended, it would be available:');
    assert.match(texts(children(parts, 'why-not', 'release'))[0] ?? '', /This wait can only be released by Microsoft, to whom it is owed\.$/);
  });

  test('what comes into force once another promise has ended stands in the way as well', () => {
    const text = SMALL.replace('unless: outage', 'notwithstanding: [quiet]')
      .concat('      quiet: { type: restriction, by: meteo, to: north, products: [forecasts], cloud: south-cloud }\n');
    const { parts, status } = at('forecasts', 'south-cloud', '2027', analysisOf(text));
    assert.equal(status, 'barred');
    assert.deepEqual(texts(children(parts, 'why-not')).map((line) => line.split(':')[0]), [
      'If these 2 ended, nothing would bar it, and nothing would allow it yet', 'A claim or a leave is missing',
    ]);
    assert.deepEqual(ids(children(parts, 'why-not', 'release')), ['end hosting/only-north', 'end hosting/quiet']);
  });

  test('a later day', () => {
    const text = SMALL.replace('unless: outage', 'until: 2027-06').concat('      later: { type: availability, by: north, to: meteo, products: [forecasts], cloud: south-cloud, from: 2027-03 }\n');
    const { parts, status } = at('forecasts', 'south-cloud', '2027-01', analysisOf(text));
    assert.equal(status, 'barred');
    assert.equal(texts(children(parts, 'why-not'))[0], 'From 2027-06-01 on it is available, as the terms run.');
  });

  test('nothing speaks: what is missing', () => {
    const { parts, summary } = at('models', 'aws', '2033-06-01');
    assert.match(summary, /unspecified, since no term speaks of it, which is not the same as barred; this is certain\.$/);
    assert.deepEqual(ids(parts), ['why', 'why-not', 'not-counted']);
    assert.deepEqual(ids(children(parts, 'why-not')), ['missing']);
  });

  test('a served cell asks nothing', () => {
    for (const [product, cloud] of [['frontier', 'aws'], ['models', 'azure']] as const) assert.ok(!ids(at(product, cloud, '2026-05-01').parts).includes('why-not'));
  });

  test('a fact that is declared for one product is assumed for it alone', () => {
    const text = SMALL.replace('for: { maps: true }', 'value: false, for: { forecasts: unknown }').concat('      also: { type: availability, by: north, to: meteo, products: [forecasts], cloud: south-cloud }\n');
    const { parts } = at('forecasts', 'south-cloud', '2027', analysisOf(text));
    assert.deepEqual(children(parts, 'why-not')[0]?.assume, { 'outage:forecasts': true });
  });
});

test('what is said of the examples is never empty, and no node is there twice among its siblings', () => {
  for (const name of ['openai-cloud-alliances', 'before-the-renegotiation']) {
    const analysis = analysisOf(readFileSync(join(ROOT, 'examples', `${name}.entente.yaml`), 'utf8'));
    const { partnership, matrix } = analysis;
    const check = (reasons: readonly Reason[]): void => {
      assert.equal(new Set(ids(reasons)).size, reasons.length, ids(reasons).join('\n'));
      for (const reason of reasons) {
        assert.notEqual(reason.text, '');
        check(reason.children ?? []);
      }
    };
    for (const product of partnership.products.keys()) {
      for (const cloud of partnership.clouds.keys()) {
        for (const { from } of matrix.timeline(product, cloud)) check(explain(analysis, { product, cloud, at: Number.isFinite(from) ? from : day('2020') }).parts);
      }
    }
  }
});
