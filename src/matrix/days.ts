import { addDuration, BEGINNING, type Day, FOREVER, type Interval } from '../base/dates.js';
import type { Clause, Condition, End, LeadValue, Partnership } from '../model/types.js';
import type { Precedence } from './precedence.js';

/** The day from which other clouds no longer wait: BEGINNING where nobody waits, FOREVER where the whole term. */
export function leadEnd(lead: LeadValue, start: Day): Day {
  if (lead.kind === 'open-ended') return FOREVER;
  return lead.kind === 'none' ? BEGINNING : addDuration(start, lead.duration);
}

/** Every day on which something about the clauses can change, sorted: found from the terms, never by sampling. */
export function breakpoints(clauses: Iterable<Clause>, partnership: Partnership, precedence: Precedence): Day[] {
  const days = new Set<Day>();
  const event = (id: string): void => {
    const declared = partnership.events.get(id);
    if (declared?.status === 'pending') days.add(partnership.asOf + 1);
    else if (declared?.on !== undefined) days.add(declared.on);
  };
  const end = (of: End): void => {
    if (of.kind === 'day') days.add(of.day);
    else if (of.kind === 'event') event(of.event);
    else if (of.kind !== 'open') of.of.forEach(end);
  };
  const condition = (of: Condition | undefined): void => {
    if (!of) return;
    if (of.kind === 'event') event(of.id);
    else if (of.kind === 'all' || of.kind === 'any') of.of.forEach(condition);
    else if (of.kind === 'not') condition(of.of);
  };
  for (const clause of clauses) {
    days.add(clause.start);
    end(clause.end);
    condition(clause.when);
    condition(clause.unless);
    for (const ending of precedence.endings.get(clause.id) ?? []) days.add(ending.from).add(ending.to);
    const leads = clause.lead.kind === 'reading' ? clause.lead.by.values() : [clause.lead];
    for (const lead of leads) days.add(leadEnd(lead, clause.start));
  }
  return [...days].filter(Number.isFinite).sort((a, b) => a - b);
}

/** The runs between breakpoints, from BEGINNING to FOREVER. */
export function runsBetween(days: readonly Day[]): Interval[] {
  const bounds = [BEGINNING, ...days, FOREVER];
  return bounds.slice(1).map((to, index) => ({ from: bounds[index]!, to }));
}

/** A day inside the run, for evaluating it. */
export const dayIn = ({ from, to }: Interval, fallback: Day): Day => (Number.isFinite(from) ? from : Number.isFinite(to) ? to - 1 : fallback);
