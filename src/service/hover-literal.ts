import { addDuration, type Day, formatDay, type PartialDate } from '../base/dates.js';
import { type Decimal, withoutZeros } from '../base/money.js';
import { count } from '../base/words.js';
import type { Literal, Partnership } from '../model/types.js';
import { bold, escapeText, ours, paragraphs } from './markdown.js';

/** A date, an amount or a duration, with everything that its writing leaves to be worked out. */
export function literalHover(literal: Literal, partnership: Partnership): string {
  switch (literal.kind) {
    case 'date': return dateHover(literal.date, literal.key, partnership.asOf);
    case 'amount': {
      const { value, currency, ceiling } = literal.amount;
      return paragraphs(bold(`${spelledOut(value)} ${currency}`), ceiling ? 'A ceiling: it may be less, never more.' : undefined);
    }
    case 'duration': {
      const { duration } = literal;
      const parts = [duration.months >= 12 ? count(Math.floor(duration.months / 12), 'year') : '', duration.months % 12 > 0 ? count(duration.months % 12, 'month') : '', duration.days > 0 ? count(duration.days, 'day') : ''].filter((part) => part !== '');
      return paragraphs(bold(parts.join(' ') || 'no time'), escapeText(`From ${formatDay(partnership.asOf)} that is until ${formatDay(addDuration(partnership.asOf, duration))}. Months and years follow the calendar; a day that the month lacks becomes its last.`));
    }
  }
}

const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const;
const weekday = (day: Day): string => WEEKDAYS[((day % 7) + 7) % 7] ?? '';

function dateHover({ precision, first, next }: PartialDate, key: string, asOf: Day): string {
  const period = precision === 'day'
    ? bold(`${weekday(first)}, ${formatDay(first)}`)
    : paragraphs(bold(`${formatDay(first)} → ${formatDay(next - 1)}`), escapeText(`${weekday(first)} to ${weekday(next - 1)}, ${count(next - first, 'day')}.`));
  return paragraphs(period, ours(meaning(key, first, next)), escapeText(relation(first, next, asOf)));
}

/** How the key that holds the date reads its period (language, section 1, Values). */
function meaning(key: string, first: Day, next: Day): string {
  switch (key) {
    case 'through': return `In force through ${formatDay(next - 1)}, the last day of this period.`;
    case 'until':
    case 'earliest':
    case 'latest': return `Ends before this period: the last day is ${formatDay(first - 1)}.`;
    case 'from':
    case 'effective':
    case 'signed': return `Counts from ${formatDay(first)}, the first day of this period.`;
    case 'on': return `Counts as having happened from ${formatDay(first)} on.`;
    default: return '';
  }
}

function relation(first: Day, next: Day, asOf: Day): string {
  const day = `the as-of day, ${formatDay(asOf)}`;
  if (!Number.isFinite(asOf)) return '';
  if (asOf < first) return `${count(first - asOf, 'day')} after ${day}.`;
  if (asOf >= next) return `${count(asOf - (next - 1), 'day')} before ${day}.`;
  return next === first + 1 ? `It is ${day}.` : `It holds ${day}.`;
}

/** Every digit, with thousands separators. */
function spelledOut({ units, scale }: Decimal): string {
  const digits = units.toString().padStart(scale + 1, '0');
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const grouped = BigInt(whole).toLocaleString('en-US');
  const fraction = scale === 0 ? '' : withoutZeros(digits.slice(-scale));
  return fraction === '' ? grouped : `${grouped}.${fraction}`;
}
