import { BEGINNING, type Day, FOREVER, formatDay, LAST_DAY } from '../base/dates.js';
import { Remembered } from '../base/remembered.js';
import type { Cell, CellInterval } from '../matrix/types.js';
import type { Assumptions, Partnership } from '../model/types.js';
import type { CellContent, CellsOverTime, DayView, Matters, MatrixView, TimelineView } from '../protocol.js';
import { agreementBars } from './agreement-bars.js';
import type { Analysis } from './analysis.js';
import { effective, unknownsOf } from './assume.js';
import { undatedDays } from './event-days.js';
import { cellsUnder, marksOf, type MatrixOptions, matrixView } from './matrix-view.js';

/** Beyond these the cells are asked for day by day, and nothing is said of assumptions that are made. */
const LIMITS = {
  /** Runs of equal days, of all cells together. */
  runs: 500_000,
  /** Cells that differ in more than their product and cloud. */
  contents: 20_000,
  /** Cells × days of change × assumptions, each of which asks what the cells would be without it. */
  without: 100_000,
  /** Cells × days of change: beyond it the days of events are left to `entente timeline`. */
  undated: 20_000,
};
/** Days of events that the view lists. */
const LISTED = 100;

/** The matrix of one day, with every other day. */
export function matrixOverTime(analysis: Analysis, options: MatrixOptions = {}, limits: typeof LIMITS = LIMITS): MatrixView {
  const view = matrixView(analysis, options);
  const assumed = effective(options.assume ?? {}, analysis.partnership);
  const timeline: TimelineView = {
    today: formatDay(analysis.input.today),
    agreements: agreementBars(analysis),
    cells: cellsOverTime(analysis, view.changes, assumed, limits),
    matters: mattersOf(analysis, view.changes.length, assumed, limits),
    undated: view.cells.length * (view.changes.length + 1) > limits.undated ? [] : undatedDays(analysis.matrix.eventChanges(assumed), analysis.partnership).slice(0, LISTED),
  };
  return { ...view, timeline };
}

function cellsOverTime({ partnership, matrix }: Analysis, changes: readonly string[], assumed: Assumptions, limits: typeof LIMITS): CellsOverTime | null {
  const places = new Map(changes.map((day, place) => [day, place]));
  const shared = new Contents();
  const runs: number[][] = [];
  let left = limits.runs;
  for (const product of partnership.products.keys()) {
    for (const cloud of partnership.clouds.keys()) {
      const timeline = matrix.timeline(product, cloud, assumed);
      left -= timeline.length;
      if (left < 0 || shared.contents.length > limits.contents) return null;
      runs.push(shownOf(timeline, partnership).flatMap((shown) => {
        const place = shared.placeOf(shown);
        return shown.from === BEGINNING ? [place] : [places.get(formatDay(shown.from)) ?? 0, place];
      }));
    }
  }
  return { clauses: shared.clauses, contents: shared.contents, runs };
}

const SHOWN_CELLS = new Remembered<Shown>();

/** The cells of one day, which take little to compute: most cells stay as they are after an edit, and no other day is looked at. */
export function cellsOfDay(analysis: Analysis, { at, assume = {}, version = null }: MatrixOptions = {}): DayView {
  const { partnership } = analysis;
  const day = at ?? partnership.asOf;
  const shared = new Contents();
  const runs = cellsUnder(analysis, day, effective(assume, partnership)).map((cell) => {
    const shown = (): Shown => shownCell(cell, partnership);
    return [shared.placeOf(cell.unmodelled.length > 0 || cell.doubtful.length > 0 ? shown() : SHOWN_CELLS.of(cell, [], shown))];
  });
  return {
    uri: partnership.file, version, at: formatDay(day), products: [...partnership.products.keys()], clouds: [...partnership.clouds.keys()],
    cells: { clauses: shared.clauses, contents: shared.contents, runs },
  };
}

/** Contents of cells, each different one once. */
class Contents {
  readonly clauses: string[] = [];
  readonly contents: CellContent[] = [];
  private readonly clausePlaces = new Map<string, number>();
  private readonly places = new Map<string, number>();

  placeOf({ cell, marks, text }: Shown): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.contents.push({
      status: cell.status, certain: cell.certain, possible: cell.possible.map(({ status, when }) => ({ status, when })),
      because: cell.because.map((id) => placeIn(this.clausePlaces, this.clauses, id)), marks,
    }) - 1;
    this.places.set(text, place);
    return place;
  }
}

/** A cell, with all that is shown of it as text. */
interface Shown {
  readonly cell: Cell;
  readonly marks: readonly string[];
  readonly text: string;
}

const shownCell = (cell: Cell, partnership: Partnership): Shown => {
  const marks = marksOf(cell, partnership);
  return { cell, marks, text: JSON.stringify([cell.status, cell.certain, cell.possible.map(({ status, when }) => [status, when]), cell.because, marks]) };
};

interface ShownRun extends Shown {
  readonly from: Day;
}

const SHOWN = new Remembered<readonly ShownRun[]>();

/** The runs of a cell that begin on a day that can be written. Marks name what stands elsewhere in the file; without them, a timeline that stays is shown as before. */
function shownOf(timeline: readonly CellInterval[], partnership: Partnership): readonly ShownRun[] {
  const shown = (): readonly ShownRun[] => timeline.filter(({ from }) => from <= LAST_DAY).map(({ from, cell }) => ({ from, ...shownCell(cell, partnership) }));
  const isMarked = timeline.some(({ cell }) => cell.unmodelled.length > 0 || cell.doubtful.length > 0);
  return isMarked ? shown() : SHOWN.of(timeline, [], shown);
}

/** Where a text stands in a list of different ones; it is added where it is new. */
function placeIn(places: Map<string, number>, list: string[], text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, list.push(text) - 1);
  return list.length - 1;
}

const OPEN_RUNS = new Remembered<readonly CellInterval[]>();

/** The runs of a cell on which it turns on something unknown. */
const openRuns = (timeline: readonly CellInterval[]): readonly CellInterval[] => OPEN_RUNS.of(timeline, [], () => timeline.filter(({ cell }) => cell.unknowns.length > 0));

/** What the unknowns matter for, day by day: those that are assumed, as if they alone were open again. */
function mattersOf(analysis: Analysis, changes: number, assumed: Assumptions, limits: typeof LIMITS): readonly Matters[] {
  const { products, clouds } = analysis.partnership;
  const names = unknownsOf(analysis.partnership).map(({ name }) => name);
  // What is assumed of a fact is assumed of it for each product.
  const settled = new Set(names.filter((name) => Object.hasOwn(assumed, name) || Object.hasOwn(assumed, baseOf(name))));
  const affordable = products.size * clouds.size * (changes + 1) * settled.size <= limits.without;
  const open = affecting(analysis, names.filter((name) => !settled.has(name)), assumed);
  return names.map((name) => {
    if (!settled.has(name)) return open.get(name)!;
    if (!affordable) return { name, days: [], cells: [] };
    const { [name]: _, [baseOf(name)]: __, ...others } = assumed;
    return affecting(analysis, [name], others).get(name)!;
  });
}

const baseOf = (name: string): string => name.split(':')[0] ?? name;

function affecting({ partnership, matrix }: Analysis, names: readonly string[], assumed: Assumptions): ReadonlyMap<string, Matters> {
  const steps = new Map(names.map((name) => [name, new Map<Day, number>()]));
  const byBase = new Map<string, string[]>();
  for (const name of names) {
    const base = baseOf(name);
    byBase.set(base, [...(byBase.get(base) ?? []), name]);
  }
  for (const product of partnership.products.keys()) {
    for (const cloud of partnership.clouds.keys()) {
      for (const { from, to, cell } of openRuns(matrix.timeline(product, cloud, assumed))) {
        for (const name of cell.unknowns.flatMap((base) => byBase.get(base) ?? [])) {
          const only = name.split(':')[1];
          if (only !== undefined && only !== product) continue;
          const step = steps.get(name)!;
          step.set(from, (step.get(from) ?? 0) + 1).set(to, (step.get(to) ?? 0) - 1);
        }
      }
    }
  }
  return new Map([...steps].map(([name, step]) => [name, countsOf(name, step)]));
}

/** Turns differences into counts. */
function countsOf(name: string, steps: ReadonlyMap<Day, number>): Matters {
  let count = steps.get(BEGINNING) ?? 0;
  const days: string[] = [];
  const cells = [count];
  for (const [day, step] of [...steps].sort(([a], [b]) => a - b)) {
    if (step === 0 || day === BEGINNING || day === FOREVER || day > LAST_DAY) continue;
    count += step;
    days.push(formatDay(day));
    cells.push(count);
  }
  return { name, days, cells };
}
