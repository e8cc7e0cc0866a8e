import { BEGINNING, type Day, FOREVER, type Interval } from '../base/dates.js';
import { betterWitness, clashing } from './clashes.js';
import { dayIn, runsBetween } from './days.js';
import { FALSE } from './diagram.js';
import type { Evaluator } from './evaluate.js';
import type { Clash } from './types.js';

/** What one look at every cell of a product on every day tells, in every world that the assumptions leave. */
export interface Survey {
  readonly clashes: readonly Clash[];
  /** By cloud: the maximal runs of days on which the cell is undecided. */
  readonly undecided: ReadonlyMap<string, readonly Interval[]>;
  /** The clauses that contribute to some cell in some world, or to one that is undecided. */
  readonly contributing: ReadonlySet<string>;
}

/** Looks at the cells of a product run by run (language, sections 2 and 3). */
export function surveyOf(evaluator: Evaluator, product: string, days: readonly Day[]): Survey {
  const { asOf, clouds } = evaluator.partnership;
  if (evaluator.isBeyond(product)) {
    const always = [{ from: BEGINNING, to: FOREVER }];
    return { clashes: [], undecided: new Map([...clouds.keys()].map((cloud) => [cloud, always])), contributing: new Set(evaluator.clausesOf(product).map(({ id }) => id)) };
  }
  const clashes = new Map([...clouds.keys()].map((cloud): [string, Clash[]] => [cloud, []]));
  const undecided = new Map([...clouds.keys()].map((cloud): [string, Interval[]] => [cloud, []]));
  const contributing = new Set<string>();
  for (const run of runsBetween(days)) {
    const day = dayIn(run, asOf);
    for (const [cloud, found] of clashes) {
      const seen = evaluator.on(product, cloud, day, () => {
        const terms = evaluator.terms(product, cloud, day);
        for (const effects of [terms.claims, terms.bars, terms.leaves]) for (const { clause } of effects) contributing.add(clause.id);
        return terms.conflict === FALSE ? NO_CLASH : clashing(evaluator, terms, run);
      }, undefined);
      if (seen === undefined) {
        for (const clause of evaluator.clausesOf(product)) if (evaluator.contributionsTo(clause, cloud).length > 0) contributing.add(clause.id);
        const runs = undecided.get(cloud)!;
        const last = runs.at(-1);
        if (last && last.to === run.from) runs[runs.length - 1] = { from: last.from, to: run.to };
        else runs.push(run);
      } else if (seen !== NO_CLASH) {
        const last = found.at(-1);
        if (last && last.to === run.from && last.certain === seen.certain && last.clauses.join() === seen.clauses.join()) {
          found[found.length - 1] = { ...last, to: run.to, witness: betterWitness(last.witness, seen.witness, asOf) };
        } else found.push({ product, cloud, from: run.from, to: run.to, ...seen });
      }
    }
  }
  return { clashes: [...clashes.values()].flat(), undecided: new Map([...undecided].filter(([, runs]) => runs.length > 0)), contributing };
}

const NO_CLASH = null;
