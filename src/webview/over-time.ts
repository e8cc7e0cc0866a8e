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
export function withCells(view: MatrixView, { uri, at, products, clouds, cells: { clauses, contents, runs } }: DayView): MatrixView {
  const sameIds = (list: MatrixView['products'] | MatrixView['clouds'], ids: readonly string[]) => list.length === ids.length && list.every(({ id }, index) => id === ids[index]);
  if (uri !== view.uri || at !== view.at || !sameIds(view.products, products) || !sameIds(view.clouds, clouds)) return view;
  const made = contents.map(({ because, ...content }) => ({ ...content, because: because.map((place) => clauses[place]!) }));
  const texts = made.map(textOf);
  return {
    ...view, cells: view.cells.map((cell, index) => {
      const content = runs[index]![0]!;
      const { product, cloud } = cell;
      return textOf(cell) === texts[content] ? cell : { product, cloud, ...made[content]! };
    }),
  };
}

const textOf = ({ status, certain, possible, because, marks }: Omit<CellView, 'product' | 'cloud'>) => JSON.stringify([status, certain, possible, because, marks]);

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
    const { because, ...content } = over.contents[number]!;
    const cell: CellView = {
      product: products[Math.floor(index / clouds.length)]!.id, cloud: clouds[index % clouds.length]!.id,
      ...content, because: because.map((place) => over.clauses[place]!),
    };
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
