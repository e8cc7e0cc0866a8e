import { type Day, FOREVER, type Interval } from '../../base/dates.js';
import type { Severity } from '../../base/findings.js';
import type { Ending } from '../../matrix/precedence.js';
import type { Clause, Condition, End, EventDeclaration } from '../../model/types.js';

const NO_EVENTS: ReadonlyMap<string, EventDeclaration> = new Map();

/** The latest first day without the term: open ends and events that have not occurred bound nothing. */
export function latestEnd(end: End, events: ReadonlyMap<string, EventDeclaration>): Day {
  switch (end.kind) {
    case 'open': return FOREVER;
    case 'day': return end.day;
    case 'event': return dayOfEvent(end.event, events) ?? FOREVER;
    case 'earliest': return Math.min(...end.of.map((part) => latestEnd(part, events)));
    case 'latest': return Math.max(...end.of.map((part) => latestEnd(part, events)));
  }
}

/** The earliest first day without the term: a pending event may occur on the day after `asOf`. */
export function earliestEnd(end: End, events: ReadonlyMap<string, EventDeclaration>, asOf: Day): Day {
  switch (end.kind) {
    case 'open': return FOREVER;
    case 'day': return end.day;
    case 'event': return events.get(end.event)?.status === 'never' ? FOREVER : dayOfEvent(end.event, events) ?? asOf + 1;
    case 'earliest': return Math.min(...end.of.map((part) => earliestEnd(part, events, asOf)));
    case 'latest': return Math.max(...end.of.map((part) => earliestEnd(part, events, asOf)));
  }
}

/** The end as far as dates alone give one. */
export const datedEnd = (end: End): Day => latestEnd(end, NO_EVENTS);

/** The events that an end names. */
export function eventsOf(end: End): readonly string[] {
  switch (end.kind) {
    case 'open':
    case 'day': return [];
    case 'event': return [end.event];
    case 'earliest':
    case 'latest': return end.of.flatMap(eventsOf);
  }
}

const dayOfEvent = (id: string, events: ReadonlyMap<string, EventDeclaration>): Day | undefined => {
  const event = events.get(id);
  return event?.status === 'occurred' ? event.on : undefined;
};

/** The days from `clause.start` up to `end`, without those that other agreements took away. */
export function inForce(clause: Clause, end: Day, endings: readonly Ending[] = []): readonly Interval[] {
  let runs: readonly Interval[] = [{ from: clause.start, to: end }];
  for (const ending of endings) {
    runs = runs.flatMap((run) => [
      { from: run.from, to: Math.min(run.to, ending.from) },
      { from: Math.max(run.from, ending.to), to: run.to },
    ]);
  }
  return runs.filter(({ from, to }) => from < to);
}

/** The days that are in some interval of both lists. */
export function overlaps(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap((x) => b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) })))
    .filter(({ from, to }) => from < to)
    .sort((x, y) => x.from - y.from);
}

/** How grave something is that cannot be kept on days up to `to`, not included (language, section 5). */
export const severityInTime = (certain: boolean, to: Day, asOf: Day): Severity => (to <= asOf ? 'information' : certain ? 'error' : 'warning');

/** The readings that a clause turns on. */
export function readingsOf(clause: Clause): ReadonlySet<string> {
  const readings = new Set<string>();
  const visit = (condition: Condition | undefined): void => {
    if (!condition) return;
    switch (condition.kind) {
      case 'event':
      case 'fact': return;
      case 'reading': readings.add(condition.id); return;
      case 'all':
      case 'any': condition.of.forEach(visit); return;
      case 'not': visit(condition.of);
    }
  };
  visit(clause.when);
  visit(clause.unless);
  if (clause.lead.kind === 'reading') readings.add(clause.lead.reading);
  return readings;
}
