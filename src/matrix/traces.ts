import { type Day } from '../base/dates.js';
import type { Clause, End } from '../model/types.js';
import { FALSE, TRUE } from './diagram.js';
import type { Evaluator } from './evaluate.js';
import type { ClauseTrace, TraceState } from './matrix.js';

/** What each clause that can speak of the cell does there on the day, and if nothing, why. Empty where the cell is undecided. */
export function tracesOf(evaluator: Evaluator, product: string, cloud: string, day: Day): readonly ClauseTrace[] {
  return evaluator.on<readonly ClauseTrace[]>(product, cloud, day, () => evaluator.clausesOf(product).flatMap((clause): ClauseTrace[] => {
    const contributions = evaluator.contributionsTo(clause, cloud);
    const waits = contributions.length === 0 && evaluator.hasPriority(clause);
    if (contributions.length === 0 && !waits) return [];
    const holds = waits ? evaluator.waiting(clause, product, cloud, day) : evaluator.effective(clause, product, cloud, day);
    const worlds = holds === TRUE ? 'all' : holds === FALSE ? 'none' : 'some';
    return [{
      clause: clause.id,
      roles: [...new Set(contributions.map(({ role }) => role))],
      waits,
      state: stateOf(evaluator, clause, product, cloud, day, holds),
      worlds,
      when: worlds === 'some' ? evaluator.smallestSets(() => holds).when : [],
    }];
  }), []);
}

/** What a clause does in the baseline, and if nothing, why. `holds` says in which worlds it counts. Call it inside `on`. */
export function stateOf(evaluator: Evaluator, clause: Clause, product: string, cloud: string, day: Day, holds: number): TraceState {
  const { worlds, precedence, partnership } = evaluator;
  const base = (diagram: number): boolean => worlds.diagrams.baseline(diagram) === TRUE;
  if (base(holds)) return { kind: 'contributes' };
  if (day < clause.start) return { kind: 'not-yet', from: clause.start };
  for (const { kind, from, to, by } of precedence.endings.get(clause.id) ?? []) {
    if (from <= day && day < to) return kind === 'suspend' ? { kind: 'suspended', until: to, by } : { kind: 'over', day: from, by };
  }
  const ended = evaluator.endedInBaseline(clause.end, day);
  if (ended) return { kind: 'over', day: dayOfEnd(clause.end), by: undefined };
  if (clause.when && !base(worlds.condition(clause.when, product, day))) return { kind: 'condition' };
  if (clause.unless && base(worlds.condition(clause.unless, product, day))) return { kind: 'exception' };
  const to = [...(precedence.yieldsTo.get(clause.id) ?? [])].filter((id) => base(evaluator.effective(partnership.clauses.get(id)!, product, cloud, day)));
  if (to.length > 0) return { kind: 'yields', to };
  // Only a wait is left: its lead has run out, nobody waits, or its own cloud's cell is overridden.
  return { kind: 'over', day: undefined, by: undefined };
}

const dayOfEnd = (end: End): Day | undefined => (end.kind === 'day' ? end.day : undefined);
