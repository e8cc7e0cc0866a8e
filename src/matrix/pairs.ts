import type { Day, Interval } from '../base/dates.js';
import type { Clause } from '../model/types.js';
import { breakpoints, dayIn, runsBetween } from './days.js';
import { FALSE, TRUE } from './diagram.js';
import type { Evaluator } from './evaluate.js';

/** What two clauses, or a clause and its own exception, do to each other on every day and in every world. */

/**
 * Whether two clauses clash on some cloud for each product that both cover, on every day and in every world in which both
 * are in force: a claim of one meets a bar of the other, or a leave a bar that is owed to the one who gave the leave.
 * False where they are never in force together, or where that cannot be decided.
 */
export function neverTogether(evaluator: Evaluator, daysOf: (product: string) => readonly Day[], one: Clause, other: Clause): boolean {
  const { partnership, precedence, worlds } = evaluator;
  const clouds = [...partnership.clouds.keys()].filter((cloud) => opposed(evaluator, one, other, cloud) || opposed(evaluator, other, one, cloud));
  const shared = [...one.products].filter((product) => other.products.has(product));
  if (clouds.length === 0 || shared.length === 0) return false;
  const yields = precedence.rank.has(one.id) || precedence.rank.has(other.id);
  let met = false;
  for (const product of shared) {
    for (const run of runsBetween(daysOf(product))) {
      const day = dayIn(run, partnership.asOf);
      const found = evaluator.on(product, clouds[0]!, day, () => {
        const { diagrams } = worlds;
        const both = diagrams.and(evaluator.active(one, product, day), evaluator.active(other, product, day));
        if (both === FALSE) return 'apart';
        if (!yields) return 'clash';
        const clashing = diagrams.any(clouds.map((cloud) => diagrams.and(evaluator.effective(one, product, cloud, day), evaluator.effective(other, product, cloud, day))));
        return diagrams.and(both, diagrams.not(clashing)) === FALSE ? 'clash' : 'kept';
      }, 'kept');
      if (found === 'kept') return false;
      if (found === 'clash' && !yields) return true; // what is in force contributes, on every other day as well
      met ||= found === 'clash';
    }
  }
  return met;
}

/** Whether the first clause claims or permits what the second one bars on the cloud. */
function opposed(evaluator: Evaluator, serving: Clause, barring: Clause, cloud: string): boolean {
  const roles = evaluator.contributionsTo(serving, cloud).map(({ role }) => role);
  return (roles.includes('claim') || (roles.includes('leave') && serving.by === barring.to)) && evaluator.contributionsTo(barring, cloud).some(({ role }) => role === 'bar');
}

/** The days on which each of two clauses makes the other's cloud wait, and whether in every world; undefined where there are none. Clauses without priority never do. */
export function waitForEachOther(evaluator: Evaluator, daysOf: (product: string) => readonly Day[], one: Clause, other: Clause): { readonly days: Interval; readonly products: readonly string[]; readonly certain: boolean } | undefined {
  const { partnership, worlds } = evaluator;
  const [home] = one.clouds;
  const [away] = other.clouds;
  if (home === undefined || away === undefined) return undefined;
  const runs: Interval[] = [];
  const products = new Set<string>();
  let certain = true;
  for (const product of one.products) {
    if (!other.products.has(product)) continue;
    for (const run of runsBetween(daysOf(product))) {
      const day = dayIn(run, partnership.asOf);
      const both = evaluator.on(product, home, day, () => worlds.diagrams.and(evaluator.waiting(one, product, away, day), evaluator.waiting(other, product, home, day)), FALSE);
      if (both === FALSE) continue;
      certain &&= both === TRUE;
      products.add(product);
      runs.push(run);
    }
  }
  if (runs.length === 0) return undefined;
  return { days: { from: Math.min(...runs.map(({ from }) => from)), to: Math.max(...runs.map(({ to }) => to)) }, products: [...products], certain };
}

/** Whether a clause's `unless` holds on every day and in every world in which the clause would be in force otherwise, and there are some. */
export function swallowed(evaluator: Evaluator, clause: Clause): boolean {
  const { partnership, precedence, worlds } = evaluator;
  const { unless } = clause;
  if (!unless || clause.unreadable) return false;
  // A clause that is about no product, such as a licence, is asked for none.
  const products = clause.products.size > 0 ? [...clause.products] : evaluator.changesCells(clause) ? [] : [''];
  const runs = runsBetween(breakpoints([clause], partnership, precedence));
  let found = false;
  for (const product of products) {
    for (const run of runs) {
      const day = dayIn(run, partnership.asOf);
      const state = evaluator.on(product, '', day, () => {
        const inTerm = evaluator.inTerm(clause, product, day);
        if (inTerm === FALSE) return 'out';
        return worlds.diagrams.and(inTerm, worlds.diagrams.not(worlds.condition(unless, product, day))) === FALSE ? 'swallowed' : 'counts';
      }, 'counts');
      if (state === 'counts') return false;
      found ||= state === 'swallowed';
    }
  }
  return found;
}
