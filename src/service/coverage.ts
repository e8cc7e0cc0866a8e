import { type Day, FOREVER, formatDay } from '../base/dates.js';
import { count } from '../base/words.js';
import { clausesWithUnknowns, unknownsIn } from '../matrix/unknowns.js';
import type { Assumptions, Partnership } from '../model/types.js';
import { inAnyOf, inSomeOf } from '../protocol-words.js';
import { type Analysis, unreadErrors } from './analysis.js';

/**
 * How many worlds there are: one for each way to answer everything open that some clause turns on. A pending event has
 * happened or has not, on days after as-of only; a fact counts once for each product that it is asked for; a reading has
 * one answer for each choice. What is assumed is no longer open.
 */
export function worldsOf(partnership: Partnership, assume: Assumptions = {}, day: Day = FOREVER): bigint {
  const { events, facts, readings, asOf } = partnership;
  const sizes = new Map<string, number>();
  const assumed = (name: string): boolean => Object.hasOwn(assume, name);
  for (const clause of clausesWithUnknowns(partnership)) {
    for (const name of unknownsIn(clause)) {
      const fact = facts.get(name);
      if (events.has(name)) {
        if (events.get(name)?.status === 'pending' && day > asOf && !assumed(name)) sizes.set(name, 2);
      } else if (fact) {
        if (assumed(name)) continue;
        for (const product of clause.products) {
          if ((fact.per.get(product) ?? fact.value) === 'unknown' && !assumed(`${name}:${product}`)) sizes.set(`${name}:${product}`, 2);
        }
      } else if (readings.get(name)?.adopted === undefined && !assumed(name)) sizes.set(name, Math.max(1, readings.get(name)?.choices.size ?? 1));
    }
  }
  return [...sizes.values()].reduce((product, size) => product * BigInt(size), 1n);
}

/** What the answer "conflict or not" rests on: every day, in every world. */
export interface Coverage {
  /** Cells with a conflict in some world on some day, past ones too. */
  readonly conflicts: number;
  /** Cells that are undecided on some day: nothing is said of them. */
  readonly undecided: number;
  /** Errors in text that could not be read: what it says is not covered. */
  readonly unread: number;
  readonly worlds: bigint;
  /** The first and the last day on which some cell changes; undefined where none ever does. All days before and after are covered as well. */
  readonly changes: { readonly first: Day; readonly last: Day } | undefined;
}

const KNOWN = new WeakMap<Analysis, Coverage>();

/** Without assumptions; remembered with the analysis. */
export function coverageOf(analysis: Analysis): Coverage {
  const known = KNOWN.get(analysis);
  if (known) return known;
  const { partnership, matrix } = analysis;
  const { own, imported } = unreadErrors(analysis);
  let undecided = 0;
  for (const product of partnership.products.keys()) undecided += matrix.undecided(product).size;
  const coverage: Coverage = {
    conflicts: new Set(matrix.clashes().map(({ product, cloud }) => `${product} ${cloud}`)).size,
    undecided, unread: own + imported, worlds: worldsOf(partnership),
    changes: matrix.changeBounds(),
  };
  KNOWN.set(analysis, coverage);
  return coverage;
}

/** Whether it can be said that there is no conflict, and how far that reaches. */
export function coverageText({ conflicts, undecided, unread, worlds, changes }: Coverage): string {
  const limits = [
    ...(undecided > 0 ? [`${count(undecided, 'cell')} ${undecided === 1 ? 'is' : 'are'} undecided and not covered`] : []),
    ...(unread > 0 ? [`text with ${count(unread, 'error')} is not covered`] : []),
  ];
  const says = conflicts > 0 ? `${count(conflicts, 'cell')} in conflict on some day, ${inSomeOf(worlds)}` : `No conflict${undecided > 0 ? ' in the cells that are decided' : ''} on any day ${inAnyOf(worlds)}`;
  const when = changes ? `; nothing changes before ${formatDay(changes.first)} or after ${formatDay(changes.last)}` : '; nothing ever changes';
  return `${says}${when}${limits.length > 0 ? `; ${limits.join(', ')}` : ''}.`;
}

/** For JSON: numbers of worlds are exact, as digits. */
export const coverageJson = ({ conflicts, undecided, unread, worlds, changes }: Coverage) => ({
  conflicts, undecided, unread, worlds: worlds.toString(), days: 'every',
  firstChange: changes ? formatDay(changes.first) : null, lastChange: changes ? formatDay(changes.last) : null,
});
