import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatDay } from '../../src/base/dates.js';
import { drawn, ofAll } from '../support/drawn.js';
import { matrixFrom } from '../support/partnership.js';

/** Periods as an independent calendar has them: the first day, and the first day after. */
interface Period { readonly text: string; readonly first: Temporal.PlainDate; readonly next: Temporal.PlainDate }

const pad = (number: number): string => String(number).padStart(2, '0');
/** Few years, two of them leap years, so that days often coincide; days up to 31 are cut at the end of the month. */
const period: fc.Arbitrary<Period> = fc.tuple(fc.constantFrom(1999, 2000, 2024, 2100), fc.constantFrom(1, 2, 2, 12), fc.constantFrom(1, 28, 29, 31), fc.constantFrom('year', 'month', 'day')).map(([year, month, day, precision]) => {
  if (precision === 'year') return { text: `${year}`, first: Temporal.PlainDate.from({ year, month: 1, day: 1 }), next: Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }) };
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  if (precision === 'month') return { text: `${year}-${pad(month)}`, first: start, next: start.add({ months: 1 }) };
  const first = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return { text: first.toString(), first, next: first.add({ days: 1 }) };
});

interface Ends { readonly text: string; readonly day: Temporal.PlainDate | undefined }
/** An `until` with the first day that it leaves out; undefined where it has none. The event happened on the first day of its `on`. */
const until = (on: Period): fc.Arbitrary<Ends> => fc.letrec<{ end: Ends }>((tie) => ({
  end: fc.oneof({ depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: period.map(({ text, first }) => ({ text, day: first })) },
    { weight: 2, arbitrary: fc.constant({ text: '{ event: opening }', day: on.first }) },
    { weight: 1, arbitrary: fc.constantFrom({ text: 'unstated', day: undefined }, { text: '{ event: never }', day: undefined }) },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom('earliest', 'latest'), fc.array(tie('end'), { minLength: 1, maxLength: 3 })).map(([kind, parts]) => {
      const days = parts.flatMap(({ day }) => (day ? [day] : [])).sort(Temporal.PlainDate.compare);
      const day = kind === 'earliest' ? days[0] : days.length < parts.length ? undefined : days.at(-1);
      return { text: `{ ${kind}: [${parts.map(({ text }) => text).join(', ')}] }`, day };
    }) }),
})).end;

test('a term of partial dates, earliest and latest is in force on the days that an independent calendar gives, and on no other', () => {
  const seen = { some: 0, none: 0, open: 0 };
  fc.assert(fc.property(period, period.chain((on) => until(on).map((end) => ({ on, end }))), fc.option(period, { nil: undefined }), (from, { on, end }, through) => {
    const matrix = matrixFrom(`entente: 1
as-of: 2150
parties: { a: {}, b: {} }
clouds: { one: {} }
products: { tool: {} }
events: { opening: { status: occurred, on: ${on.text} }, never: { status: never } }
agreements:
  deal:
    parties: [a, b]
    effective: 1990
    clauses:
      bar: { type: restriction, by: a, to: b, cloud: one, from: ${from.text}, until: ${end.text}${through ? `, through: ${through.text}` : ''} }
`);
    const days = [end.day, through?.next].flatMap((day) => (day ? [day] : [])).sort(Temporal.PlainDate.compare);
    const [last] = days;
    const barred = matrix.timeline('tool', 'one').filter(({ cell }) => cell.status === 'barred').map((run) => [formatDay(run.from), formatDay(run.to)]);
    const expected = last && Temporal.PlainDate.compare(last, from.first) <= 0 ? [] : [[from.first.toString(), last ? last.toString() : 'no end']];
    assert.deepEqual(barred, expected);
    seen[expected.length === 0 ? 'none' : last ? 'some' : 'open'] += 1;
  }), drawn('days-terms', 2_000));
  assert.ok(seen.some >= ofAll(100) && seen.none >= ofAll(100) && seen.open >= ofAll(20), JSON.stringify(seen));
});

test('a lead of months ends on the day that an independent calendar gives, from the end of a month and a leap day as well', () => {
  fc.assert(fc.property(period, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 40 }), (from, months, days) => {
    const matrix = matrixFrom(`entente: 1
as-of: 2150
parties: { a: {}, b: {} }
clouds: { one: {}, two: {} }
products: { tool: {} }
agreements:
  deal:
    parties: [a, b]
    effective: 1990
    clauses:
      first: { type: first-availability, by: a, to: b, cloud: one, from: ${from.text}, lead: P${months}M${days}D }
      also: { type: availability, by: b, to: a, cloud: two }
`);
    const waiting = matrix.timeline('tool', 'two').filter(({ cell }) => cell.status === 'after-first').map((run) => [formatDay(run.from), formatDay(run.to)]);
    assert.deepEqual(waiting, [[from.first.toString(), from.first.add({ months }).add({ days }).toString()]]);
  }), drawn('days-leads', 100));
});
