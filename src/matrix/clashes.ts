import { BEGINNING, type Day, type Interval } from '../base/dates.js';
import { FALSE, TRUE } from './diagram.js';
import type { CellTerms, Effect, Evaluator } from './evaluate.js';
import type { Clash, Witness } from './types.js';

/** The clauses that clash on a cell in some world, with a witness from the run of equal days. Call it inside `on`. */
export function clashing(evaluator: Evaluator, { claims, bars, leaves, conflict }: CellTerms, run: Interval): Pick<Clash, 'certain' | 'clauses' | 'witness'> {
  const { worlds, partnership: { asOf } } = evaluator;
  const { diagrams } = worlds;
  const any = (effects: readonly Effect[]): number => diagrams.any(effects.map(({ holds }) => holds));
  const anyBar = any(bars);
  const anyClaim = any(claims);
  const meets = ({ holds }: Effect, others: number): boolean => diagrams.and(holds, others) !== FALSE;
  const clauses = [
    ...claims.filter((claim) => meets(claim, anyBar)),
    ...bars.filter((bar) => meets(bar, diagrams.or(anyClaim, any(leaves.filter(({ clause }) => clause.by === bar.clause.to))))),
    ...leaves.filter((leave) => meets(leave, any(bars.filter(({ clause }) => clause.to === leave.clause.by)))),
  ].map(({ clause }) => clause.id);
  const assume = worlds.assumptions(diagrams.departures(conflict, TRUE, (variable) => worlds.names([variable])[0]!) ?? []);
  return { certain: conflict === TRUE, clauses: [...new Set(clauses)].sort(), witness: { at: dayToShow(run, asOf), assume } };
}

/** The one with fewer departures from the baseline, then the earlier one; what is past comes last. */
export function betterWitness(a: Witness, b: Witness, asOf: Day): Witness {
  const order = ({ at, assume }: Witness): readonly number[] => [at < asOf ? 1 : 0, Object.keys(assume).length, at];
  const [first, second] = [order(a), order(b)];
  const differs = first.findIndex((value, index) => value !== second[index]);
  return differs >= 0 && second[differs]! < first[differs]! ? b : a;
}

/** A day of the run to show: the earliest that is not past, else its first; its last where it has no first. */
const dayToShow = ({ from, to }: Interval, asOf: Day): Day => (to > asOf ? Math.max(from, asOf) : from === BEGINNING ? to - 1 : from);
