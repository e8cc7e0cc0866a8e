import { BEGINNING, type Day, FOREVER, type Interval } from '../base/dates.js';
import { Remembered, RememberedBy } from '../base/remembered.js';
import { mapInParts, outcomeOf, type Steps } from '../base/steps.js';
import type { Assumptions, Clause, End, Partnership } from '../model/types.js';
import { anywhereOf } from './anywhere.js';
import { breakpoints, dayIn, runsBetween } from './days.js';
import { Evaluator } from './evaluate.js';
import { eventChanges } from './event-days.js';
import { flipsOf } from './flips.js';
import { givenBy } from './given.js';
import { impliedBy } from './implied.js';
import type { Matrix } from './matrix.js';
import { neverTogether, swallowed, waitForEachOther } from './pairs.js';
import { type Precedence, precedenceOf } from './precedence.js';
import { type CellKeys, cellKeys } from './cell-key.js';
import { releaseOf, SERVED, truthOf } from './release.js';
import { standingsOf } from './standing.js';
import { type Survey, surveyOf, together } from './survey.js';
import { tracesOf } from './traces.js';
import type { Cell, CellInterval, Clash, EventChange } from './types.js';
import { waysTo } from './ways.js';

const NONE: Assumptions = {};
/** Evaluators kept for sets of assumptions, beside the one for none. */
const KEPT = 4;
/** Timelines kept of one product, over all clouds and assumptions. */
const TIMELINES_KEPT = 256;
/** Cells kept of one product, over all clouds, days and assumptions. */
const CELLS_KEPT = 512;

const DAYS = new Remembered<readonly Day[]>();
const SURVEYS = new RememberedBy<Survey>(KEPT + 1);
const TIMELINES_OF_CELLS = new RememberedBy<readonly CellInterval[]>(KEPT + 1);
const CHANGES = new RememberedBy<readonly Day[]>(KEPT + 1);
const CELLS = new RememberedBy<Cell>(CELLS_KEPT);
const CELLS_OF_DAYS = new RememberedBy<Cell>(CELLS_KEPT);
const TIMELINES = new RememberedBy<readonly CellInterval[]>(TIMELINES_KEPT);

/** The matrix of a partnership (language, sections 2 and 3). Nothing is computed before it is asked for. */
export function matrixOf(partnership: Partnership): Matrix {
  const precedence = precedenceOf(partnership);
  const marks = markDays(partnership, precedence);
  const keys = cellKeys(partnership, precedence);
  const keyOf = keys.ofProduct;
  const kept = new Map<string, ReturnType<typeof view>>();

  const view = (assume: Assumptions, name: string) => {
    const evaluator = new Evaluator(partnership, precedence, assume);
    const daysOf = (product: string): readonly Day[] =>
      DAYS.of(keyOf(product), [], () => sorted([...breakpoints(evaluator.clausesOf(product), partnership, precedence), ...marks]));
    // A cell can change on the days of its own clauses only.
    const daysOfCell = (product: string, cloud: string): readonly Day[] => {
      const clauses = keys.clausesOf(product, cloud);
      return clauses.length === 0 ? marks : DAYS.of(keys.ofCell(product, cloud), [], () => sorted([...breakpoints(clauses, partnership, precedence), ...marks]));
    };
    const timeline = (product: string, cloud: string): readonly CellInterval[] => TIMELINES.of(keyOf(product), JSON.stringify([name, cloud]), [], () => TIMELINES_OF_CELLS.of(keys.ofCell(product, cloud), name, [], () => {
      const runs: CellInterval[] = [];
      let last = '';
      for (const run of runsBetween(daysOfCell(product, cloud))) {
        const cell = evaluator.cell(product, cloud, dayIn(run, partnership.asOf));
        const text = JSON.stringify(cell);
        const previous = runs[runs.length - 1];
        if (previous && text === last) runs[runs.length - 1] = { ...previous, to: run.to };
        else runs.push({ ...run, cell });
        last = text;
      }
      return runs;
    }));
    // Where no clause has a say there is nothing to find.
    const survey = (product: string): Survey => SURVEYS.of(keyOf(product), name, [], () => together([...partnership.clouds.keys()]
      .filter((cloud) => evaluator.isBeyond(product) || keys.clausesOf(product, cloud).length > 0)
      .map((cloud) => SURVEYS.of(keys.ofCell(product, cloud), name, [], () => surveyOf(evaluator, product, cloud, daysOfCell(product, cloud))))));
    let found: readonly Clash[] | undefined;
    function* clashes(): Steps<readonly Clash[]> {
      if (found) return found;
      const surveys = yield* mapInParts(partnership.products.keys(), 1, function* (product) { return survey(product); });
      return (found = surveys.flatMap(({ clashes }) => clashes));
    }
    let events: readonly EventChange[] | undefined;
    let bounds: [ReturnType<Matrix['changeBounds']>] | undefined;
    return {
      name, evaluator, daysOf, timeline, survey,
      clashes,
      events: () => (events ??= eventChanges(evaluator, daysOf)),
      bounds: () => (bounds ??= [boundsOf(evaluator, name, keys, daysOfCell)])[0],
    };
  };

  const at = (assume: Assumptions = NONE): ReturnType<typeof view> => {
    const key = JSON.stringify(Object.entries(assume).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = kept.get(key);
    if (known) return known;
    const created = view(assume, key);
    if (kept.size > KEPT) for (const old of [...kept.keys()].filter((candidate) => candidate !== '[]').slice(0, 1)) kept.delete(old);
    kept.set(key, created);
    return created;
  };

  const cellOf = (product: string, cloud: string, day: Day, assume?: Assumptions): Cell => {
    const { evaluator, name } = at(assume);
    const key = JSON.stringify([name, cloud, String(day)]);
    return CELLS.of(keyOf(product), key, [], () => CELLS_OF_DAYS.of(keys.ofCell(product, cloud), key, [], () => evaluator.cell(product, cloud, day)));
  };

  const pair = <T>(one: string, other: string, work: (a: Clause, b: Clause) => T): T | undefined => {
    const [a, b] = [partnership.clauses.get(one), partnership.clauses.get(other)];
    return a && b && work(a, b);
  };

  return {
    partnership,
    precedence,
    key: keyOf,
    clausesOf: (product) => givenBy(partnership).clausesOf(product),
    cell: cellOf,
    timeline: (product, cloud, assume) => at(assume).timeline(product, cloud),
    changes: (assume) => {
      const { name, timeline } = at(assume);
      return sorted([...partnership.products.keys()].flatMap((product) => CHANGES.of(keyOf(product), name, [], () =>
        sorted([...partnership.clouds.keys()].flatMap((cloud) => timeline(product, cloud).map(({ from }) => from)).filter((day) => day !== BEGINNING)))));
    },
    changeBounds: (assume) => at(assume).bounds(),
    clashes: (assume) => outcomeOf(at(assume).clashes()),
    clashSteps: (assume) => at(assume).clashes(),
    eventChanges: (assume) => at(assume).events(),
    traces: (product, cloud, day, assume) => tracesOf(at(assume).evaluator, product, cloud, day),
    flips: (product, cloud, day, assume = NONE) =>
      flipsOf(at(assume).evaluator, assume, product, cloud, day, nextDay(at(assume).timeline(product, cloud), day, ({ status }) => status !== 'conflict')),
    waysToServe: (product, cloud, day, assume = NONE) =>
      waysTo(at(assume).evaluator, assume, product, cloud, day, 'served', nextDay(at(assume).timeline(product, cloud), day, ({ status }) => SERVED.has(status))),
    anywhere: (product, clouds, day, assume) => anywhereOf(at(assume).evaluator, product, clouds, day),
    standings: (clause, rivals, assume) => standingsOf(at(assume).evaluator, at(assume).daysOf, clause, rivals),
    release: (product, cloud, day, assume = NONE) => releaseOf(at(assume).evaluator, assume, product, cloud, day),
    truth: (condition, product, cloud, day, assume) => truthOf(at(assume).evaluator, condition, product, cloud, day),
    undecided: (product) => at().survey(product).undecided,
    everContributes: (clause) => [...(partnership.clauses.get(clause)?.products ?? [])].some((product) => at().survey(product).contributing.has(clause)),
    neverTogether: (one, other) => pair(one, other, (a, b) => neverTogether(at().evaluator, at().daysOf, a, b)) ?? false,
    waitForEachOther: (one, other) => pair(one, other, (a, b) => waitForEachOther(at().evaluator, at().daysOf, a, b)),
    swallowed: (id) => {
      const clause = partnership.clauses.get(id);
      return clause !== undefined && swallowed(at().evaluator, clause);
    },
    impliedBy: (id) => {
      const clause = partnership.clauses.get(id);
      return clause && impliedBy(at().evaluator, at().daysOf, keyOf, clause);
    },
  };
}

/** The first later day on which the cell is as wanted; FOREVER where there is none. */
const nextDay = (runs: readonly CellInterval[], day: Day, wanted: (cell: Cell) => boolean): Day => runs.find(({ from, cell }) => from > day && wanted(cell))?.from ?? FOREVER;

const sorted = (days: Iterable<Day>): Day[] => [...new Set(days)].sort((a, b) => a - b);

/** How far it is known when a product changes first, or last: on that day, or not before or after it. */
interface Bound {
  readonly day: Day;
  readonly isChange: boolean;
}

const FIRST = new RememberedBy<{ bound: Bound }>(KEPT + 1);
const LAST = new RememberedBy<{ bound: Bound }>(KEPT + 1);

/** Looks from both ends inwards, at each cell only as far as it can still matter; what was seen of a product is remembered. */
function boundsOf(evaluator: Evaluator, name: string, keys: CellKeys, daysOf: (product: string, cloud: string) => readonly Day[]): ReturnType<Matrix['changeBounds']> {
  let first = FOREVER;
  let last = BEGINNING;
  for (const product of evaluator.partnership.products.keys()) {
    const start = FIRST.of(keys.ofProduct(product), name, [], () => ({ bound: { day: BEGINNING, isChange: false } }));
    if (!start.bound.isChange && start.bound.day < first) start.bound = firstChange(evaluator, product, daysOf, first);
    if (start.bound.isChange) first = Math.min(first, start.bound.day);
    const end = LAST.of(keys.ofProduct(product), name, [], () => ({ bound: { day: FOREVER, isChange: false } }));
    if (!end.bound.isChange && end.bound.day > last) end.bound = lastChange(evaluator, product, daysOf, last);
    if (end.bound.isChange) last = Math.max(last, end.bound.day);
  }
  return first === FOREVER ? undefined : { first, last };
}

const cellText = (evaluator: Evaluator, product: string, cloud: string, run: Interval): string => JSON.stringify(evaluator.cell(product, cloud, dayIn(run, evaluator.partnership.asOf)));

/** The first change of the product before the day; else that there is none before it. */
function firstChange(evaluator: Evaluator, product: string, daysOf: (product: string, cloud: string) => readonly Day[], before: Day): Bound {
  let first = before;
  for (const cloud of evaluator.partnership.clouds.keys()) {
    const runs = runsBetween(daysOf(product, cloud));
    if (runs.length === 1) continue;
    const start = cellText(evaluator, product, cloud, runs[0]!);
    const change = runs.find((run, index) => run.from >= first || (index > 0 && cellText(evaluator, product, cloud, run) !== start));
    if (change && change.from < first) first = change.from;
  }
  return { day: first, isChange: first < before };
}

/** The last change of the product after the day; else that there is none after it. */
function lastChange(evaluator: Evaluator, product: string, daysOf: (product: string, cloud: string) => readonly Day[], after: Day): Bound {
  let last = after;
  for (const cloud of evaluator.partnership.clouds.keys()) {
    const runs = runsBetween(daysOf(product, cloud));
    if (runs.length === 1) continue;
    const end = cellText(evaluator, product, cloud, runs.at(-1)!);
    for (let index = runs.length - 1; index > 0 && runs[index]!.from > last; index--) if (cellText(evaluator, product, cloud, runs[index - 1]!) !== end) last = runs[index]!.from;
  }
  return { day: last, isChange: last > after };
}

/** Days on which marks of unmodelled text come and go, sorted. */
function markDays(partnership: Partnership, precedence: Precedence): Day[] {
  const days: Day[] = [];
  const end = (of: End): void => {
    if (of.kind === 'day') days.push(of.day);
    else if (of.kind === 'event') days.push(partnership.events.get(of.event)?.on ?? BEGINNING);
    else if (of.kind !== 'open') of.of.forEach(end);
  };
  for (const holder of givenBy(partnership).unmodelled) {
    days.push(holder.start);
    end(holder.end);
    for (const { from, to } of precedence.endings.get(holder.id) ?? []) days.push(from, to);
  }
  return sorted(days.filter(Number.isFinite));
}
