import type { Clause, Condition, End } from '../model/types.js';

/** The events, facts and readings that a clause's force turns on, each once, in the order written. */
export function unknownsIn(clause: Clause): readonly string[] {
  const names = new Set<string>();
  const condition = (of: Condition | undefined): void => {
    if (!of) return;
    switch (of.kind) {
      case 'all':
      case 'any': return of.of.forEach(condition);
      case 'not': return condition(of.of);
      default: names.add(of.id);
    }
  };
  const end = (of: End): void => {
    if (of.kind === 'event') names.add(of.event);
    else if (of.kind === 'earliest' || of.kind === 'latest') of.of.forEach(end);
  };
  end(clause.end);
  condition(clause.when);
  condition(clause.unless);
  if (clause.lead.kind === 'reading') names.add(clause.lead.reading);
  return [...names];
}
