import { Remembered } from '../base/remembered.js';
import type { Clause, Condition, End, Partnership } from '../model/types.js';

const OF_CLAUSES = new Remembered<readonly string[]>();
const OF_AGREEMENTS = new Remembered<readonly Clause[]>();

/** The clauses whose force turns on some event, fact or reading, in the order of the text. */
export const clausesWithUnknowns = ({ agreements }: Partnership): readonly Clause[] =>
  [...agreements.values()].flatMap((agreement) => OF_AGREEMENTS.of(agreement, [], () => agreement.clauses.filter((clause) => unknownsIn(clause).length > 0)));

/** The events, facts and readings that a clause's force turns on, each once, in the order written. */
export const unknownsIn = (clause: Clause): readonly string[] => OF_CLAUSES.of(clause, [], () => namesIn(clause));

function namesIn(clause: Clause): readonly string[] {
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
