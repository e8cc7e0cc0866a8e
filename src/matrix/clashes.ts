import { BEGINNING, type Day, type Interval } from '../base/dates.js';
import { dayIn, runsBetween } from './days.js';
import { FALSE, TRUE } from './diagram.js';
import type { Effect, Evaluator } from './evaluate.js';
import type { Clash, Witness } from './types.js';

/** Every run of days on which a cell is in conflict in some world, with all clauses that clash on it in some world. */
export function clashesOf(evaluator: Evaluator, daysOf: (product: string) => readonly Day[]): readonly Clash[] {
  const { partnership } = evaluator;
  const clashes: Clash[] = [];
  for (const product of partnership.products.keys()) {
    const runs = runsBetween(daysOf(product));
    for (const cloud of partnership.clouds.keys()) {
      let last: Clash | undefined;
      for (const run of runs) {
        const found = clashOn(evaluator, product, cloud, run);
        if (!found) continue;
        if (last && last.to === run.from && last.certain === found.certain && last.clauses.join() === found.clauses.join()) {
          last = { ...last, to: run.to, witness: betterWitness(last.witness, found.witness, partnership.asOf) };
          clashes[clashes.length - 1] = last;
        } else {
          last = { product, cloud, from: run.from, to: run.to, ...found };
          clashes.push(last);
        }
      }
    }
  }
  return clashes;
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

/** The clash on a run of equal days; none where the cell is undecided, which is a finding of its own. */
function clashOn(evaluator: Evaluator, product: string, cloud: string, run: Interval): Pick<Clash, 'certain' | 'clauses' | 'witness'> | undefined {
  const { asOf } = evaluator.partnership;
  const day = dayIn(run, asOf);
  return evaluator.on(product, cloud, day, () => {
    const { diagrams } = evaluator.worlds;
    const { claims, bars, leaves, conflict } = evaluator.terms(product, cloud, day);
    if (conflict === FALSE) return undefined;
    const any = (effects: readonly Effect[]): number => diagrams.any(effects.map(({ holds }) => holds));
    const anyBar = any(bars);
    const anyClaim = any(claims);
    const meets = ({ holds }: Effect, others: number): boolean => diagrams.and(holds, others) !== FALSE;
    const clauses = [
      ...claims.filter((claim) => meets(claim, anyBar)),
      ...bars.filter((bar) => meets(bar, diagrams.or(anyClaim, any(leaves.filter(({ clause }) => clause.by === bar.clause.to))))),
      ...leaves.filter((leave) => meets(leave, any(bars.filter(({ clause }) => clause.to === leave.clause.by)))),
    ].map(({ clause }) => clause.id);
    const assume = evaluator.worlds.assumptions(diagrams.departures(conflict, TRUE, (variable) => evaluator.worlds.names([variable])[0]!) ?? []);
    return { certain: conflict === TRUE, clauses: [...new Set(clauses)].sort(), witness: { at: dayToShow(run, asOf), assume } };
  }, undefined);
}
