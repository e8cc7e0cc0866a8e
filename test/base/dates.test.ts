import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDuration, dayOf, formatDay, parseDate, parseDuration } from '../../src/base/dates.js';
import { drawn } from '../support/drawn.js';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const plain = fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });

test('days are counted as an independent calendar counts them, leap years included', () => {
  fc.assert(fc.property(plain, ({ year, month, day }) => {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    let expected: Temporal.PlainDate | undefined;
    try {
      expected = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    } catch {
      expected = undefined;
    }
    const actual = parseDate(text);
    assert.equal(actual?.first, expected && EPOCH.until(expected, { largestUnit: 'days' }).days);
    if (actual) assert.equal(formatDay(actual.first), text);
  }), drawn('dates-calendar', 100));
});

test('durations move by the calendar and clamp to the end of the month', () => {
  fc.assert(fc.property(plain, fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 900 }), ({ year, month, day }, months, days) => {
    const start = Temporal.PlainDate.from({ year: Math.min(year, 9900), month, day }, { overflow: 'constrain' });
    const expected = start.add({ months }).add({ days });
    assert.equal(formatDay(addDuration(dayOf(start.year, start.month, start.day), parseDuration(`P${months}M${days}D`)!)), expected.toString());
  }), drawn('dates-durations', 100));
});

test('a partial date is the whole period, half-open', () => {
  const show = (text: string): string => { const date = parseDate(text)!; return `${formatDay(date.first)}..${formatDay(date.next)}`; };
  assert.equal(show('2026'), '2026-01-01..2027-01-01');
  assert.equal(show('2024-02'), '2024-02-01..2024-03-01');
  assert.equal(show('2026-12'), '2026-12-01..2027-01-01');
  assert.equal(show('2026-02-27'), '2026-02-27..2026-02-28');
});

test('what is not a date or a duration is undefined', () => {
  for (const text of ['', '26', '2026-2', '2026-13', '2026-00', '2026-02-29', '2026-04-31', '0000', '2026-04-27T00:00', ' 2026', '20260427']) assert.equal(parseDate(text), undefined, text);
  for (const text of ['', 'P', 'P1', '6', 'months', '6 moons', '-6 months', 'P1.5M', 'PT6H', '6 months 2 days']) assert.equal(parseDuration(text), undefined, text);
  assert.deepEqual(parseDuration('P1Y2M3W4D'), { text: 'P1Y2M3W4D', months: 14, days: 25 });
  assert.deepEqual(parseDuration('1 year'), { text: '1 year', months: 12, days: 0 });
});
