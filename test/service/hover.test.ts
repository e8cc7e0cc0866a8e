import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../src/service/hover.js';
import { plain } from '../support/plain.js';
import { analysisOf, atCursor, FILE, marks, SMALL, WORKED } from './support.js';

/** The hover at the first place where a text stands, or at the cursor that is written into it. */
function at(needle: string, base = SMALL): string {
  const { text: word, offset } = needle.includes('$0') ? atCursor(needle) : { text: needle, offset: 0 };
  const found = base.indexOf(word);
  assert.ok(found >= 0, `${needle} is in the text`);
  return hover(analysisOf(base), FILE, found + offset)?.markdown ?? '';
}

const has = (markdown: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(markdown.includes(part), `${part}\n\nis missing in\n\n${markdown}`);
};

test('a clause: meaning, holder, term in days, contributions, exceptions, cells', () => {
  has(at('only-n$0orth:'),
    '`hosting/only-north` · exclusivity', 'Meteo Analytics promises North Cloud Inc that Forecasts will be served on North Cloud, and on no other cloud.',
    'In force from 2026-02-01 through 2028-12-31', 'only North Cloud Inc can give it up', 'Except where “North has an outage” holds',
    'Claim: North Cloud Inc may insist that it is served on North Cloud', 'Bar: North Cloud Inc may insist that it is not served on South Cloud',
    'Goes before hosting/maps-north', '**Decides on 2026-04-27**', 'Forecasts on North Cloud: **exclusive**, or unspecified', 'Does “North has an outage” hold?');
});

test('a reference to a clause shows the clause', () => {
  has(at('subject-to: [only$0-north'), '`hosting/only-north` · exclusivity');
});

test('a clause that another agreement ended says so', () => {
  has(at('exclusive-access:', WORKED), 'Superseded by “Renegotiated Microsoft agreement” from 2026-04-27 on', 'from before every dated fact until the day on which “OpenAI achieves AGI” happens (it has not happened up to 2026-04-27)');
});

test('a clause that turns on a reading asks the question', () => {
  has(at('first-on-azure:', WORKED), '**Still open**', 'Does "first" give Azure a head start', 'Frontier on Microsoft Azure: **conflict**, or barred');
});

test('amendments are told at the target and at what takes its place', () => {
  const text = `${SMALL}  change:
    parties: [meteo, north]
    effective: 2027-01-01
    amends:
      - { target: hosting/only-north, effect: replace, with: softer }
      - { target: hosting/maps-north, effect: suspend, until: 2027-07-01 }
    clauses:
      softer: { type: first-availability, by: meteo, to: north, products: [forecasts], cloud: north-cloud, lead: 6 months }
`;
  has(at('only-north:', text), 'Replaced by “change” from 2027-01-01 on, with change/softer');
  has(at('maps-north:', text), 'Suspended by “change” from 2027-01-01 through 2027-06-30');
  has(at('softer: {', text), 'Takes the place of hosting/only-north', 'other clouds wait 6 months, through 2027-06-30');
  has(at('change:', text), 'Replaces hosting/only-north', 'Suspends hosting/maps-north');
});

test('declarations say what they are and where they matter', () => {
  has(at('meteo:'), '**Meteo Analytics** · `meteo` · party', 'Owns Forecasts and Maps.', '`hosting/only-north`');
  has(at('north-cloud:'), 'Operated by North Cloud Inc.', 'Services: North Grid.');
  has(at('forecasts:'), 'Owned by Meteo Analytics.', 'Kind: model.');
  has(at('merger:'), 'Pending: it has not happened up to 2026-04-27', 'No clause speaks of it.');
  has(at('outage:'), 'Unknown: both are considered', 'Maps: holds.');
  has(at('best-efforts:'), 'Still open: a judgment is needed.', '`strict`: Whatever it takes (shown while the question is open)');
  has(at('lenient:'), '**What is reasonable** · `lenient` · choice');
  has(at('grid:'), '**North Grid** · `grid` · service');
  has(at('hosting:'), '**Hosting agreement** · `hosting`', 'An agreement of Meteo Analytics and North Cloud Inc', 'Its clauses decide');
});

test('dates: period, weekday, relation to the as-of day', () => {
  has(at('2026-02'), '**2026-02-01 → 2026-02-28**', 'Sunday to Saturday, 28 days.', 'Counts from 2026-02-01', '58 days before the as-of day, 2026-04-27.');
  has(at('2028'), '**2028-01-01 → 2028-12-31**', 'In force through 2028-12-31', '614 days after the as-of day');
  has(at('2026-04-27'), '**Monday, 2026-04-27**', 'It is the as-of day');
});

test('amounts are spelled out exactly, and ceilings are named', () => {
  has(at('250 billion USD', WORKED), '**250,000,000,000 USD**');
  has(at('up to 50 billion USD', WORKED), '**50,000,000,000 USD**', 'A ceiling');
  has(at('1.05 million EUR', SMALL.replace('strength: must,', 'strength: must, note: x }\n      pay: { type: investment, by: north, to: meteo, amount: 1.05 million EUR,').replace(', subject-to: [only-north]', '')), '**1,050,000 EUR**');
});

test('keys and fixed values are explained where no name stands', () => {
  has(at('unless'), '`unless` · key of exclusivity clause', 'An exception: where it holds, the clause contributes nothing.', 'Example: `unless:');
  has(at('parties: ['), '`parties` · required key of agreement');
  has(at('exclusivity'), '**exclusivity**', 'A claim on its clouds and a bar on every other cloud.');
  has(at('pending'), '`pending`', 'It has not happened up to `as-of`');
  has(at('unstated', WORKED), 'A date that the source does not give.');
});

test('the range is that of what is explained', () => {
  const text = `entente: 1
parties:
  meteo: { name: Meteo }
# ^^^^^ declaration
products:
  maps: { owner: meteo }
#         ^^^^^ key
#                ^^^^^ reference
`;
  const analysis = analysisOf(text);
  const expected = marks(text);
  assert.equal(expected.length, 3);
  for (const { start, end } of expected) {
    for (const offset of [start, end]) assert.deepEqual(plain(hover(analysis, FILE, offset)?.span), { start, end });
  }
});

test('text of the user is escaped in every part', () => {
  const hostile = '"[x](https://evil.example) <b> **y**"';
  const text = SMALL.replaceAll(/name: [A-Z][A-Za-z ]*/g, `name: ${hostile}`).replace('title: Hosting agreement', `title: ${hostile}`).replace('What are best efforts?', hostile)
    .replace('        unless: outage\n', `        unless: outage\n        title: ${hostile}\n        note: ${hostile}\n        source: { quote: ${hostile}, document: ${hostile} }\n        unmodelled: { excerpt: ${hostile}, reason: ${hostile} }\n`);
  const analysis = analysisOf(text);
  let hovers = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const markdown = hover(analysis, FILE, offset)?.markdown;
    if (markdown === undefined) continue;
    hovers += 1;
    const prose = markdown.replace(/```[^]*?```/g, '').replace(/`[^`]*`/g, '');
    assert.doesNotMatch(prose, /(?<!\\)[[\]<>]|https:\/\//, markdown);
  }
  assert.ok(hovers > 500);
});

test('every offset of the worked example can be hovered', () => {
  const analysis = analysisOf(WORKED);
  for (let offset = 0; offset <= WORKED.length; offset++) {
    const found = hover(analysis, FILE, offset);
    if (found) assert.ok(found.span.start <= offset && offset <= found.span.end && found.markdown !== '');
  }
});

test('a clause in conflict shows a witness, and one that waits for an event the day without a date', () => {
  const text = `entente: 1
as-of: 2026-06-01
parties: { a: {}, b: {}, c: {} }
clouds: { one: {}, two: {} }
products: { tool: { owner: a } }
events: { launch: { name: The launch }, closing: { name: The closing } }
agreements:
  first:
    parties: [a, b]
    signed: 2026-01
    clauses:
      only: { type: exclusivity, by: a, to: b, products: [tool], cloud: one, from: 2027-01-02, until: { earliest: [2030, { event: closing }] } }
  second:
    parties: [a, c]
    signed: 2026
    clauses:
      also: { type: availability, strength: must, by: a, to: c, products: [tool], cloud: two, when: launch }
`;
  has(at('on$0ly:', text), '**In conflict**', 'With second/also: for example tool on two on 2027-01-02, if “The launch” has happened', '**Days without a date**',
    'The day on which “The closing” occurs (after 2027-01-01, before 2030-01-01): the term ends');
  has(at('al$0so:', text), 'The day on which “The launch” occurs (after 2026-06-01): what the clause is conditional on changes');
});

test('an exclusivity says until when it is exposed; other clauses do not', () => {
  has(at('only-n$0orth:'), '**Exposure**', '- Exposed; the last such day is 2028-12-31.', '- Possibly unprotected from 2026-02-01 through 2028-12-31, as it counts only if “North has an outage” does not hold');
  has(at('only-n$0orth:', SMALL.replace('        unless: outage\n', '')), '- Never exposed.');
  assert.ok(!at('maps-n$0orth:').includes('Exposure'));
});
