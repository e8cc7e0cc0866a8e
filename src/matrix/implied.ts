import { type Day, FOREVER, type Interval } from '../base/dates.js';
import { Remembered, RememberedBy } from '../base/remembered.js';
import type { Contribution, Role } from '../clauses/clause-type.js';
import type { Clause, End } from '../model/types.js';
import { dayIn, runsBetween } from './days.js';
import { FALSE } from './diagram.js';
import type { Evaluator } from './evaluate.js';

/** What a clause gives on one cloud: the role, and whether it is exclusive. */
const key = ({ role, exclusive }: Contribution): string => `${role}${exclusive === true ? '!' : ''}`;

/** Roles that another clause of the same parties can give just as well; a priority is more than that. */
const COMMON: readonly Role[] = ['claim', 'bar', 'leave'];

/** By id, of clauses that may imply each other. */
type Implied = ReadonlyMap<string, string>;
const IMPLIED = new RememberedBy<Implied>();

/**
 * Another clause between the same parties that gives the same holder the same right wherever, whenever and in whatever
 * world the clause gives it: the first in the text. Of two that imply each other, the one written later is implied by the
 * other. Clauses that yield, or that others yield to, are left out: they do more than give a right.
 */
export function impliedBy(evaluator: Evaluator, daysOf: (product: string) => readonly Day[], keyOf: (product: string) => object, clause: Clause): string | undefined {
  const [product] = clause.products;
  if (product === undefined || !isAble(evaluator, clause)) return undefined;
  const clauses = evaluator.clausesOf(product);
  const groups = GROUPS.of(clauses, [evaluator.partnership, evaluator.precedence], () => grouped(clauses.filter((other) => isAble(evaluator, other))));
  const alike = groups.get(betweenWhom(clause));
  const [first] = alike ?? [];
  if (!alike || !first || alike.length < 2) return undefined;
  // For the first of them that is asked for; the others find it with the list.
  return AMONG.of(alike, [evaluator], () => {
    const products = new Set(alike.flatMap((other) => [...other.products]));
    return IMPLIED.of(first, product, [...alike, ...[...products].map(keyOf)], () => impliedAmong(evaluator, daysOf, alike));
  }).get(clause.id);
}

const GROUPS = new Remembered<ReadonlyMap<string, readonly Clause[]>>();
const AMONG = new Remembered<Implied>();

function grouped(clauses: readonly Clause[]): ReadonlyMap<string, readonly Clause[]> {
  const groups = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const group = groups.get(betweenWhom(clause));
    if (group) group.push(clause);
    else groups.set(betweenWhom(clause), [clause]);
  }
  return groups;
}

const betweenWhom = ({ by, to }: Clause): string => JSON.stringify([by, to]);

const isAble = ({ precedence }: Evaluator, { id, unreadable }: Clause): boolean => !precedence.rank.has(id) && !unreadable;

function impliedAmong(evaluator: Evaluator, daysOf: (product: string) => readonly Day[], alike: readonly Clause[]): Implied {
  const clouds = [...evaluator.partnership.clouds.keys()];
  const given = new Map(alike.map((clause) => [clause, clouds.filter((cloud) => evaluator.contributionsTo(clause, cloud).length > 0)]));
  const does = (wide: Clause, narrow: Clause): boolean => {
    const here = given.get(narrow)!;
    return here.length > 0 && mayImply(evaluator, wide, narrow, here) && implies(evaluator, wide, narrow, daysOf);
  };
  const found = new Map<string, string>();
  for (const [index, narrow] of alike.entries()) {
    const wide = alike.find((other, at) => other !== narrow && does(other, narrow) && (at < index || !does(narrow, other)));
    if (wide) found.set(narrow.id, wide.id);
  }
  return found;
}

/** What can be told without looking at days: on the clouds of the narrow one, its products, roles and start reach as far. */
function mayImply(evaluator: Evaluator, wide: Clause, narrow: Clause, clouds: readonly string[]): boolean {
  if (wide.start > narrow.start || evaluator.hasPriority(narrow)) return false;
  for (const product of narrow.products) if (!wide.products.has(product)) return false;
  return clouds.every((cloud) => {
    const given = new Set(evaluator.contributionsTo(wide, cloud).map(key));
    return evaluator.contributionsTo(narrow, cloud).every((contribution) => COMMON.includes(contribution.role) && (given.has(key(contribution)) || given.has(`${contribution.role}!`)));
  });
}

function implies(evaluator: Evaluator, wide: Clause, narrow: Clause, daysOf: (product: string) => readonly Day[]): boolean {
  const { partnership, worlds } = evaluator;
  const [outer, inner] = [fixedDays(evaluator, wide), fixedDays(evaluator, narrow)];
  // Where nothing unknown decides, days are all there is to compare.
  if (outer && inner) return inner.length > 0 && inner.every(({ from, to }) => outer.some((run) => run.from <= from && to <= run.to));
  let counts = false;
  for (const product of narrow.products) {
    for (const run of runsBetween(daysOf(product))) {
      const day = dayIn(run, partnership.asOf);
      for (const cloud of partnership.clouds.keys()) {
        if (evaluator.contributionsTo(narrow, cloud).length === 0) continue;
        const holds = evaluator.on(product, cloud, day, () => {
          const own = evaluator.effective(narrow, product, cloud, day);
          if (own !== FALSE) counts = true;
          return worlds.diagrams.and(own, worlds.diagrams.not(evaluator.effective(wide, product, cloud, day))) === FALSE;
        }, false);
        if (!holds) return false;
      }
    }
  }
  return counts;
}

/** The days on which a clause is in force, where nothing unknown decides it; undefined otherwise. */
function fixedDays({ precedence }: Evaluator, clause: Clause): readonly Interval[] | undefined {
  const end = fixedEnd(clause.end);
  if (end === undefined || clause.when || clause.unless) return undefined;
  return (precedence.endings.get(clause.id) ?? []).reduce<readonly Interval[]>((runs, ending) => runs.flatMap((run) => [
    { from: run.from, to: Math.min(run.to, ending.from) }, { from: Math.max(run.from, ending.to), to: run.to },
  ]), [{ from: clause.start, to: end }]).filter(({ from, to }) => from < to);
}

function fixedEnd(end: End): Day | undefined {
  switch (end.kind) {
    case 'open': return FOREVER;
    case 'day': return end.day;
    case 'event': return undefined;
    case 'earliest':
    case 'latest': {
      const parts = end.of.map(fixedEnd);
      return parts.includes(undefined) ? undefined : (end.kind === 'earliest' ? Math.min : Math.max)(...parts as Day[]);
    }
  }
}
