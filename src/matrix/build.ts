import { BEGINNING, type Day, FOREVER, type Interval } from '../base/dates.js';
import { Remembered, RememberedBy } from '../base/remembered.js';
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
import { productKeys } from './product-key.js';
import { releaseOf, SERVED, truthOf } from './release.js';
import { standingsOf } from './standing.js';
import { type Survey, surveyOf } from './survey.js';
import { tracesOf } from './traces.js';
import type { Cell, CellInterval, Clash, EventChange } from './types.js';
import { waysTo } from './ways.js';

const NONE: Assumptions = {};
/** Evaluators kept for sets of assumptions, beside the one for none. */
const KEPT = 4;
/** Timelines kept of one product, over all clouds and assumptions. */
const TIMELINES_KEPT = 256;

const DAYS = new Remembered<readonly Day[]>();
const SURVEYS = new RememberedBy<Survey>(KEPT + 1);
const TIMELINES = new RememberedBy<readonly CellInterval[]>(TIMELINES_KEPT);

/** The matrix of a partnership (language, sections 2 and 3). Nothing is computed before it is asked for. */
export function matrixOf(partnership: Partnership): Matrix {
  const precedence = precedenceOf(partnership);
  const marks = markDays(partnership, precedence);
  const keyOf = productKeys(partnership, precedence);
  const kept = new Map<string, ReturnType<typeof view>>();

  const view = (assume: Assumptions, name: string) => {
    const evaluator = new Evaluator(partnership, precedence, assume);
    const daysOf = (product: string): readonly Day[] =>
      DAYS.of(keyOf(product), [], () => sorted([...breakpoints(evaluator.clausesOf(product), partnership, precedence), ...marks]));
    const timeline = (product: string, cloud: string): readonly CellInterval[] => TIMELINES.of(keyOf(product), JSON.stringify([name, cloud]), [], () => {
      const runs: CellInterval[] = [];
      let last = '';
      for (const run of runsBetween(daysOf(product))) {
        const cell = evaluator.cell(product, cloud, dayIn(run, partnership.asOf));
        const text = JSON.stringify(cell);
        const previous = runs[runs.length - 1];
        if (previous && text === last) runs[runs.length - 1] = { ...previous, to: run.to };
        else runs.push({ ...run, cell });
        last = text;
      }
      return runs;
    });
    const survey = (product: string): Survey => SURVEYS.of(keyOf(product), name, [], () => surveyOf(evaluator, product, daysOf(product)));
    let clashes: readonly Clash[] | undefined;
    let events: readonly EventChange[] | undefined;
    let bounds: [ReturnType<Matrix['changeBounds']>] | undefined;
    return {
      evaluator, daysOf, timeline, survey,
      clashes: () => (clashes ??= [...partnership.products.keys()].flatMap((product) => survey(product).clashes)),
      events: () => (events ??= eventChanges(evaluator, daysOf)),
      bounds: () => (bounds ??= [boundsOf(evaluator, daysOf)])[0],
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

  const cellOf = (product: string, cloud: string, day: Day, assume?: Assumptions): Cell => at(assume).evaluator.cell(product, cloud, day);

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
      const days = new Set<Day>();
      for (const product of partnership.products.keys()) {
        for (const cloud of partnership.clouds.keys()) for (const { from } of at(assume).timeline(product, cloud)) if (from !== BEGINNING) days.add(from);
      }
      return sorted(days);
    },
    changeBounds: (assume) => at(assume).bounds(),
    clashes: (assume) => at(assume).clashes(),
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

/** Looks from both ends inwards, and at each cell only as far as it can still matter. */
function boundsOf(evaluator: Evaluator, daysOf: (product: string) => readonly Day[]): ReturnType<Matrix['changeBounds']> {
  const { products, clouds, asOf } = evaluator.partnership;
  let first = FOREVER;
  let last = BEGINNING;
  for (const product of products.keys()) {
    const runs = runsBetween(daysOf(product));
    for (const cloud of clouds.keys()) {
      const text = (run: Interval): string => JSON.stringify(evaluator.cell(product, cloud, dayIn(run, asOf)));
      const start = runs[0] && text(runs[0]);
      for (const run of runs) {
        if (run.from >= first) break;
        if (run.from !== BEGINNING && text(run) !== start) first = run.from;
      }
      const end = text(runs.at(-1)!);
      for (let index = runs.length - 1; index > 0 && runs[index]!.from > last; index--) if (text(runs[index - 1]!) !== end) last = runs[index]!.from;
    }
  }
  return first === FOREVER ? undefined : { first, last };
}

/** Days on which marks of unmodelled text come and go. */
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
  return days.filter(Number.isFinite);
}
