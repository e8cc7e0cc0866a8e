import { type Day, FOREVER, formatDay, type Interval } from '../base/dates.js';
import { listWords } from '../base/words.js';
import { unknownsIn } from '../matrix/unknowns.js';
import type { EventChange } from '../matrix/types.js';
import type { Assumptions, Clause, End, Partnership } from '../model/types.js';
import { assumptionWords } from '../rules/support/assumed.js';
import { eventsOf, latestEnd } from '../rules/support/terms.js';
import type { UndatedDay } from '../protocol.js';
import { nameOf } from '../rules/support/names.js';
import type { Analysis } from './analysis.js';
import { cellName, quoted } from './phrases.js';

/** Days that have no date yet: each is the day on which a pending event occurs, with what is known of when that can be. */

/** `after 2027-01-01, before 2033-01-01`: between which dates the day lies. */
export const boundsWords = ({ from, to }: Interval): string => `after ${formatDay(from - 1)}${to === FOREVER ? '' : `, before ${formatDay(to)}`}`;

/** What has to be so on that day, with ids: ``before `agi`, if `stock` holds``. Empty where nothing has to. */
export function constraintWords(when: Assumptions, partnership: Partnership): string {
  const entries = Object.entries(when);
  const events = entries.filter(([name]) => partnership.events.has(name)).map(([name, value]) => `${value === 'occurred' ? 'after' : 'before'} \`${name}\``);
  const others = entries.filter(([name]) => !partnership.events.has(name)).map(([name, value]) => assumptionWords(name, value, partnership));
  return [...events, ...(others.length > 0 ? [`if ${listWords(others)}`] : [])].join(', ');
}

/** Every change of a cell on the day of an event, by event and by the dates between which the day lies, in the order of the matrix. */
export function byEventDay(changes: readonly EventChange[]): readonly { readonly event: string; readonly days: Interval; readonly changes: readonly EventChange[] }[] {
  const groups = new Map<string, { event: string; days: Interval; changes: EventChange[] }>();
  for (const change of changes) {
    const key = `${change.event} ${change.days.from} ${change.days.to}`;
    const group = groups.get(key);
    if (group) group.changes.push(change);
    else groups.set(key, { event: change.event, days: change.days, changes: [change] });
  }
  return [...groups.values()];
}

/** `first → available, before `agi``, for each way in which the day can change the cell. */
export const caseWords = ({ cases }: EventChange, partnership: Partnership): readonly string[] => cases.map(({ before, after, when, more }) => {
  const sets = when.map((set) => constraintWords(set, partnership));
  const only = when.length === 0 ? ', in some worlds' : sets.includes('') ? '' : `, ${sets.join('; or ')}${more ? '; or in other worlds' : ''}`;
  return `${before} → ${after}${only}`;
});

/** The days without a date on which a clause comes into force, ends, or starts or stops to count. Plain text. */
export function eventDays({ partnership, matrix }: Analysis, clause: Clause): readonly string[] {
  const { asOf, events } = partnership;
  const ended = (matrix.precedence.endings.get(clause.id) ?? []).filter(({ kind }) => kind !== 'suspend').map(({ from }) => from);
  const days: Interval = { from: Math.max(asOf + 1, clause.start), to: Math.min(latestEnd(clause.end, events), ...ended) };
  if (days.from >= days.to) return [];
  const ends = new Set(eventsOf(clause.end));
  return unknownsIn(clause).filter((id) => events.get(id)?.status === 'pending').map((id) => {
    const does = !ends.has(id) ? 'what the clause is conditional on changes' : endsAlone(clause.end, id) ? 'the term ends' : 'part of its end is reached';
    return `The day on which ${quoted(nameOf(events, id))} occurs (${boundsWords(days)}): ${does}`;
  });
}

/** Whether the event ends the term whatever else happens. */
function endsAlone(end: End, event: string): boolean {
  if (end.kind === 'event') return end.event === event;
  if (end.kind === 'earliest') return end.of.some((part) => endsAlone(part, event));
  return end.kind === 'latest' && end.of.every((part) => endsAlone(part, event));
}

/** For the timeline of a view. */
export const undatedDays = (changes: readonly EventChange[], partnership: Partnership): readonly UndatedDay[] => byEventDay(changes).map(({ event, days, changes: list }) => ({
  event: nameOf(partnership.events, event), bounds: boundsWords(days),
  changes: list.flatMap((change) => caseWords(change, partnership).map((words) => `${cellName(change.product, change.cloud, partnership)}: ${words.replaceAll('`', '')}`)),
}));

/** For JSON: the bounds exclude the days that they name. */
export const eventDaysJson = (changes: readonly EventChange[]) => byEventDay(changes).map(({ event, days, changes: list }) => ({
  event, after: formatDay(days.from - 1), before: boundOrNull(days.to),
  changes: list.map(({ product, cloud, cases }) => ({
    product, cloud, cases: cases.map(({ before, after, when, more }) => ({ from: before, to: after, when, ...(more ? { more } : {}) })),
  })),
}));

const boundOrNull = (day: Day): string | null => (day === FOREVER ? null : formatDay(day));
