import type { Day } from '../base/dates.js';
import type { Clause } from '../model/types.js';
import { dayIn, runsBetween } from './days.js';
import { FALSE, TRUE } from './diagram.js';
import type { Effect, Evaluator } from './evaluate.js';
import type { Standing } from './matrix.js';
import { stateOf } from './traces.js';

/**
 * A clause on every cell that it speaks of, over its days from its start to its own end, in maximal runs. Against a bar
 * goes what claims the cell, and a leave of the bar's own holder; against a claim what bars it; against a claim outside an
 * exclusivity what makes the cell wait, too; against a leave a bar that its giver holds (language, section 10).
 */
export function standingsOf(evaluator: Evaluator, daysOf: (product: string) => readonly Day[], id: string, rivals: (clause: Clause) => boolean = () => true): readonly Standing[] {
  const { partnership } = evaluator;
  const clause = partnership.clauses.get(id);
  const found: Standing[] = [];
  if (!clause) return found;
  for (const product of clause.products) {
    const runs = runsBetween(daysOf(product)).filter(({ to }) => to > clause.start);
    for (const cloud of partnership.clouds.keys()) {
      if (evaluator.contributionsTo(clause, cloud).length === 0) continue;
      let last: Standing | undefined;
      for (const run of runs) {
        const standing = standingOn(evaluator, clause, product, cloud, dayIn(run, partnership.asOf), rivals);
        if (standing.state.kind === 'over' && standing.state.by === undefined && standing.holds === 'none') continue;
        if (last && last.to === run.from && JSON.stringify({ ...last, from: 0, to: 0 }) === JSON.stringify({ ...standing, from: 0, to: 0 })) {
          found[found.length - 1] = last = { ...last, to: run.to };
        } else found.push(last = { ...standing, ...run });
      }
    }
  }
  return found;
}

function standingOn(evaluator: Evaluator, clause: Clause, product: string, cloud: string, day: Day, rivals: (clause: Clause) => boolean): Standing {
  const contributions = evaluator.contributionsTo(clause, cloud);
  const roles = [...new Set(contributions.map(({ role }) => role))];
  const cell = { product, cloud, roles, from: day, to: day };
  return evaluator.on<Standing>(product, cloud, day, () => {
    const { diagrams } = evaluator.worlds;
    const holds = evaluator.effective(clause, product, cloud, day);
    const { claims, bars, leaves, waits } = evaluator.terms(product, cloud, day);
    const opposing: readonly Effect[] = [
      ...(roles.includes('bar') ? [...claims, ...leaves.filter((leave) => leave.clause.by === clause.to)] : []),
      ...(roles.includes('claim') ? bars : []),
      ...(contributions.some(({ role, exclusive }) => role === 'claim' && exclusive !== true) ? waits : []),
      ...(roles.includes('leave') ? bars.filter((bar) => bar.clause.to === clause.by) : []),
    ];
    const against = opposing.filter((effect) => effect.clause !== clause && rivals(effect.clause) && diagrams.and(holds, effect.holds) !== FALSE);
    const broken = diagrams.and(holds, diagrams.any(against.map((effect) => effect.holds)));
    const worlds = (diagram: number): 'all' | 'some' | 'none' => (diagram === TRUE ? 'all' : diagram === FALSE ? 'none' : 'some');
    const when = (diagram: number): Standing['holdsWhen'] => (worlds(diagram) === 'some' ? evaluator.smallestSets(() => diagram).when : []);
    return {
      ...cell, holds: worlds(holds), holdsWhen: when(holds), state: stateOf(evaluator, clause, product, cloud, day, holds),
      broken: worlds(broken), brokenWhen: when(broken), against: [...new Set(against.map((effect) => effect.clause.id))].sort(),
    };
  }, { ...cell, holds: 'undecided', holdsWhen: [], state: { kind: 'contributes' }, broken: 'none', brokenWhen: [], against: [] });
}
