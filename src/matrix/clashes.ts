import { FALSE, TRUE } from './diagram.js';
import type { CellTerms, Effect, Evaluator } from './evaluate.js';
import type { Clash } from './types.js';

/** The clauses that clash on a cell in some world. Call it inside `on`. */
export function clashing(evaluator: Evaluator, { claims, bars, leaves, conflict }: CellTerms): Pick<Clash, 'certain' | 'clauses'> {
  const { diagrams } = evaluator.worlds;
  const any = (effects: readonly Effect[]): number => diagrams.any(effects.map(({ holds }) => holds));
  const anyBar = any(bars);
  const anyClaim = any(claims);
  const meets = ({ holds }: Effect, others: number): boolean => diagrams.and(holds, others) !== FALSE;
  const clauses = [
    ...claims.filter((claim) => meets(claim, anyBar)),
    ...bars.filter((bar) => meets(bar, diagrams.or(anyClaim, any(leaves.filter(({ clause }) => clause.by === bar.clause.to))))),
    ...leaves.filter((leave) => meets(leave, any(bars.filter(({ clause }) => clause.to === leave.clause.by)))),
  ].map(({ clause }) => clause.id);
  return { certain: conflict === TRUE, clauses: [...new Set(clauses)].sort() };
}
