/** Days as whole numbers counted from 1970-01-01, to reckon with; YYYY-MM-DD everywhere else. */

const MS_PER_DAY = 86_400_000;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** For years 0001 to 9999. */
export const dayText = (day: number): string => dateOf(day).toISOString().slice(0, 10);

export const yearOf = (day: number): number => dateOf(day).getUTCFullYear();

/** The first day of a month; months are counted from January of the year as 0, and may be beyond it. */
export function monthStart(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / MS_PER_DAY;
}

/** The same day of the month, some months later; the last day where the month is too short. */
export function monthsLater(day: number, months: number): number {
  const date = dateOf(day);
  const month = date.getUTCMonth() + months;
  return Math.min(monthStart(date.getUTCFullYear(), month) + date.getUTCDate(), monthStart(date.getUTCFullYear(), month + 1)) - 1;
}

const dateOf = (day: number): Date => new Date(Math.round(day) * MS_PER_DAY);
