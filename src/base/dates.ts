/**
 * Days are whole numbers counted from 1970-01-01 in the proleptic Gregorian calendar.
 * `-Infinity` stands for a start, `Infinity` for an end, that no date bounds.
 */
export type Day = number;

export const BEGINNING: Day = -Infinity;
export const FOREVER: Day = Infinity;

const MS_PER_DAY = 86_400_000;

/** A date as written: `2026`, `2026-02` or `2026-02-27` (language, section 1, Values). */
export interface PartialDate {
  readonly text: string;
  readonly precision: 'year' | 'month' | 'day';
  /** First day of the period, inclusive. */
  readonly first: Day;
  /** First day after the period. */
  readonly next: Day;
}

/** The last day that a date can name, 9999-12-31. */
export const LAST_DAY: Day = 2_932_896;

/** Day number of a calendar date. The month is 1 to 12; a day past the month's end is not checked here. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

export function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

export function calendarOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD`. The open bounds are written in words. */
export function formatDay(day: Day): string {
  if (day === BEGINNING) return 'the beginning';
  if (day === FOREVER) return 'no end';
  const { year, month, day: dayOfMonth } = calendarOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `1 May 2026`, for titles; the open bounds as in `formatDay`. */
export function longDay(day: Day): string {
  if (!Number.isFinite(day)) return formatDay(day);
  const { year, month, day: dayOfMonth } = calendarOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** Parses a partial date with years 0001 to 9999; anything else is `undefined`. */
export function parseDate(text: string): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1) return undefined;
  if (match[2] === undefined) {
    return { text, precision: 'year', first: dayOf(year, 1, 1), next: dayOf(year + 1, 1, 1) };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) {
    return { text, precision: 'month', first: dayOf(year, month, 1), next: dayOf(year, month + 1, 1) };
  }
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const first = dayOf(year, month, day);
  return { text, precision: 'day', first, next: first + 1 };
}

/** A calendar duration. Years and months move by the calendar, clamped to the month's last day. */
export interface Duration {
  readonly text: string;
  readonly months: number;
  readonly days: number;
}

export const YEAR: Duration = { text: '1 year', months: 12, days: 0 };

const UNITS: Readonly<Record<string, { months: number; days: number }>> = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  year: { months: 12, days: 0 },
};

/** ISO 8601 (`P6M`, `P1Y2M10D`, `P2W`) or words (`6 months`, `1 year`, `90 days`); anything else is `undefined`. */
export function parseDuration(text: string): Duration | undefined {
  const iso = /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/.exec(text);
  if (iso && text.length > 1) {
    const [years, months, weeks, days] = iso.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
    return { text, months: years * 12 + months, days: weeks * 7 + days };
  }
  const words = /^(\d{1,6}) +(day|week|month|year)s?$/i.exec(text);
  const unit = words && UNITS[(words[2] ?? '').toLowerCase()];
  if (!words || !unit) return undefined;
  const count = Number(words[1]);
  return { text, months: unit.months * count, days: unit.days * count };
}

/** The day a duration after `day`; the open bounds stay where they are. */
export function addDuration(day: Day, duration: Duration): Day {
  if (!Number.isFinite(day)) return day;
  const { year, month, day: dayOfMonth } = calendarOf(day);
  const index = year * 12 + (month - 1) + duration.months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth))) + duration.days;
}

/** A half-open range of days: `from` inclusive, `to` exclusive. */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

/** `2026-04-27 → 2032-12-31`: first and last day, both inclusive. */
export function formatInterval({ from, to }: Interval): string {
  const start = from === BEGINNING ? '…' : formatDay(from);
  return `${start} → ${to === FOREVER ? '…' : formatDay(to - 1)}`;
}

/** `from 2026-04-27 through 2032-12-31`, for sentences. */
export function describeInterval({ from, to }: Interval): string {
  if (from === BEGINNING) return to === FOREVER ? 'on every day' : `until ${formatDay(to - 1)}`;
  if (to === FOREVER) return `from ${formatDay(from)} on`;
  if (to === from + 1) return `on ${formatDay(from)}`;
  return `from ${formatDay(from)} through ${formatDay(to - 1)}`;
}

/** JSON form of a bound: `null` where it is open. */
export const dayOrNull = (day: Day): string | null => (Number.isFinite(day) ? formatDay(day) : null);
