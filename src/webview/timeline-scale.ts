/** Where days lie on the timeline, as shares of its width from 0 to 100. */
import type { MatrixView, TimelineView } from '../protocol.js';
import { dayNumber, monthStart, yearOf } from './days.js';
import { LOCALE } from './l10n.js';

export interface Scale { readonly first: number; readonly last: number }
export interface Tick { readonly at: number; readonly label: string }

/** Days further than this from as-of are off the timeline. */
const REACH = 50 * 366;
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const EARLIEST = dayNumber('0001-01-01');
const LATEST = dayNumber('9999-12-31');

/** From a little before the first day that something happens on to a little after the last; at least a year to each side of as-of. */
export function scaleOf({ asOf, changes }: Pick<MatrixView, 'asOf' | 'changes'>, { today, agreements }: TimelineView): Scale {
  const middle = dayNumber(asOf);
  const named = [today, ...changes, ...agreements.flatMap(({ from, sure, last }) => [from, sure, last])];
  const days = named.flatMap((day) => (day === null ? [] : [dayNumber(day)])).filter((day) => Math.abs(day - middle) <= REACH);
  const first = days.reduce((least, day) => Math.min(least, day), middle - 366);
  const last = days.reduce((most, day) => Math.max(most, day), middle + 366);
  const margin = Math.round((last - first) * 0.05);
  return { first: Math.max(EARLIEST, first - margin), last: Math.min(LATEST, last + margin) };
}

/** Days off the scale lie at its ends. */
export const placeOn = ({ first, last }: Scale, day: number): number => Math.max(0, Math.min(100, ((day - first) / (last - first)) * 100));

/** Days that can be told apart on the scale: the first of each thousandth of its width. */
export function apart(scale: Scale, days: readonly number[]): readonly number[] {
  const seen = new Map(days.toReversed().map((day) => [Math.round(placeOn(scale, day) * 10), day]));
  return [...seen.values()].reverse();
}

/** The day at a share of the width. */
export const dayAt = ({ first, last }: Scale, place: number): number => Math.round(first + (Math.max(0, Math.min(100, place)) / 100) * (last - first));

/** Years, or quarters where the scale is short; never more than about a dozen. */
export function ticksOf(scale: Scale): readonly Tick[] {
  const years = (scale.last - scale.first) / 365.25;
  const from = yearOf(scale.first);
  const starts = years <= 3
    ? Array.from({ length: Math.ceil(years + 1) * 4 }, (_, quarter) => ({ day: monthStart(from, quarter * 3), label: quarter % 4 === 0 ? String(from + quarter / 4) : MONTH.format(Date.UTC(2000, (quarter % 4) * 3)) }))
    : everyYears([1, 2, 5, 10, 20].find((step) => years / step <= 12) ?? 20, from, years);
  return starts.filter(({ day }) => day >= scale.first && day <= scale.last).map(({ day, label }) => ({ at: placeOn(scale, day), label }));
}

function everyYears(step: number, from: number, years: number): { readonly day: number; readonly label: string }[] {
  const start = Math.floor(from / step) * step;
  return Array.from({ length: Math.ceil(years / step) + 2 }, (_, index) => start + index * step).map((year) => ({ day: monthStart(year, 0), label: String(year) }));
}
