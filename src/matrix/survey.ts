import type { Day, Interval } from '../base/dates.js';
import { betterWitness, clashing } from './clashes.js';
import { dayIn, runsBetween } from './days.js';
import { FALSE } from './diagram.js';
import type { Evaluator } from './evaluate.js';
import type { Clash } from './types.js';

/** What one look at some cells on every day tells, in every world that the assumptions leave. */
export interface Survey {
  readonly clashes: readonly Clash[];
  /** By cloud: the maximal runs of days on which the cell is undecided. */
  readonly undecided: ReadonlyMap<string, readonly Interval[]>;
  /** The clauses that contribute to some cell in some world, or to one that is undecided. */
  readonly contributing: ReadonlySet<string>;
}

/** Looks at a cell run by run (language, sections 2 and 3). */
export function surveyOf(evaluator: Evaluator, product: string, cloud: string, days: readonly Day[]): Survey {
  const { asOf } = evaluator.partnership;
  const clashes: Clash[] = [];
  const undecided: Interval[] = [];
  const contributing = new Set<string>();
  const undecidedOn = (run: Interval): void => {
    for (const clause of evaluator.clausesOf(product)) if (evaluator.contributionsTo(clause, cloud).length > 0) contributing.add(clause.id);
    const last = undecided.at(-1);
    if (last && last.to === run.from) undecided[undecided.length - 1] = { from: last.from, to: run.to };
    else undecided.push(run);
  };
  for (const run of evaluator.isBeyond(product) ? runsBetween([]) : runsBetween(days)) {
    const day = dayIn(run, asOf);
    const seen = evaluator.on(product, cloud, day, () => {
      const terms = evaluator.terms(product, cloud, day);
      for (const effects of [terms.claims, terms.bars, terms.leaves]) for (const { clause } of effects) contributing.add(clause.id);
      return terms.conflict === FALSE ? NO_CLASH : clashing(evaluator, terms, run);
    }, undefined);
    if (seen === undefined) undecidedOn(run);
    else if (seen !== NO_CLASH) {
      const last = clashes.at(-1);
      if (last && last.to === run.from && last.certain === seen.certain && last.clauses.join() === seen.clauses.join()) {
        clashes[clashes.length - 1] = { ...last, to: run.to, witness: betterWitness(last.witness, seen.witness, asOf) };
      } else clashes.push({ product, cloud, from: run.from, to: run.to, ...seen });
    }
  }
  return { clashes, undecided: new Map(undecided.length > 0 ? [[cloud, undecided]] : []), contributing };
}

/** The surveys of several cells as one. */
export const together = (surveys: readonly Survey[]): Survey => ({
  clashes: surveys.flatMap(({ clashes }) => clashes),
  undecided: new Map(surveys.flatMap(({ undecided }) => [...undecided])),
  contributing: new Set(surveys.flatMap(({ contributing }) => [...contributing])),
});

const NO_CLASH = null;
