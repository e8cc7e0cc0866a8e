/** The cells of a day out of those of every day. */
import type { CellsOverTime, CellView, DayView, MatrixView, TimelineView } from '../protocol.js';

/**
 * The view on another day. Where its timeline has no cells it comes back as it is. A cell that is the same on both days
 * is the same object, and so are all cells between two days of change.
 */
export function viewOn(view: MatrixView, day: string): MatrixView {
  const over = view.timeline?.cells;
  return over === undefined || over === null || day === view.at ? view : { ...view, at: day, cells: cellsOn(view, over, day) };
}

/** The view with the cells of a newer text. It comes back as it is where these are of another day, or of other rows and columns. */
export function withCells(view: MatrixView, day: DayView): MatrixView {
  const ids = (list: MatrixView['products'] | MatrixView['clouds']) => list.map(({ id }) => id);
  const shows = ({ uri, at }: DayView | MatrixView, products: readonly string[], clouds: readonly string[]) => JSON.stringify([uri, at, products, clouds]);
  if (shows(view, ids(view.products), ids(view.clouds)) !== shows(day, day.products, day.clouds)) return view;
  return {
    ...view, cells: view.cells.map((cell, index) => {
      const newer = cellOf(day.cells, day.cells.runs[index]![0]!, cell);
      return JSON.stringify(newer) === JSON.stringify(cell) ? cell : newer;
    }),
  };
}

function cellOf({ contents, clauses }: CellsOverTime, number: number, { product, cloud }: Pick<CellView, 'product' | 'cloud'>): CellView {
  const { because, ...content } = contents[number]!;
  return { product, cloud, ...content, because: because.map((place) => clauses[place]!) };
}

/** The number of items, of a sorted list, that are not after `item`. */
export function countUpTo(list: readonly string[], item: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! <= item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For how many cells an unknown matters on a day; undefined where that is not known. */
export function mattersOn(timeline: TimelineView | undefined, name: string, day: string): number | undefined {
  const matters = timeline?.matters.find((each) => each.name === name);
  return matters?.cells[countUpTo(matters.days, day)];
}

/** What has been built so far: all cells by the number of changes up to the day, and each cell by its content. */
interface Built { readonly stretches: Map<number, readonly CellView[]>; readonly cells: Map<number, CellView>[] }
const BUILT = new WeakMap<CellsOverTime, Built>();

function cellsOn({ products, clouds, changes }: MatrixView, over: CellsOverTime, day: string): readonly CellView[] {
  const built: Built = BUILT.get(over) ?? { stretches: new Map(), cells: over.runs.map(() => new Map<number, CellView>()) };
  BUILT.set(over, built);
  const stretch = countUpTo(changes, day);
  const known = built.stretches.get(stretch);
  if (known !== undefined) return known;
  const cells = over.runs.map((run, index) => {
    const number = contentOf(run, stretch);
    const before = built.cells[index]!.get(number);
    if (before !== undefined) return before;
    const cell = cellOf(over, number, { product: products[Math.floor(index / clouds.length)]!.id, cloud: clouds[index % clouds.length]!.id });
    built.cells[index]!.set(number, cell);
    return cell;
  });
  built.stretches.set(stretch, cells);
  return cells;
}

/** The content after the first `stretch` changes. */
function contentOf(run: readonly number[], stretch: number): number {
  let [low, high] = [0, (run.length - 1) / 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (run[middle * 2 - 1]! < stretch) low = middle;
    else high = middle - 1;
  }
  return run[low * 2]!;
}
