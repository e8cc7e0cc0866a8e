import { type Day, formatDay } from '../base/dates.js';
import { applyEdits, type TextEdit } from '../base/edits.js';
import { type Span, span } from '../base/span.js';
import { mapInParts, outcomeOf, type Steps } from '../base/steps.js';
import { count } from '../base/words.js';
import { ID } from '../grammar/read.js';
import type { Assumptions, Clause, Expectation } from '../model/types.js';
import { addEntry, addItem, addLines, columnOf, endOfText, newlineOf } from '../rules/support/edits.js';
import { parseSteps } from '../syntax/parse.js';
import { entryOf, type MapNode, type SeqNode } from '../syntax/tree.js';
import type { Analysis } from './analysis.js';
import { effective } from './assume.js';
import { afterMarkers } from './markers.js';

export interface CellToSave {
  readonly product: string;
  readonly cloud: string;
  readonly at: Day;
  readonly assume?: Assumptions | undefined;
}

export type Saved =
  /** The edit adds what was not there; `reveal` is where the entries are after it. */
  | { readonly kind: 'added'; readonly edits: readonly TextEdit[]; readonly text: string; readonly reveal: Span }
  /** Nothing to add: the file expects this already. */
  | { readonly kind: 'there'; readonly reveal: Span }
  /** One sentence. */
  | { readonly kind: 'impossible'; readonly message: string };

/** What an entry says, in the order of its keys. */
type Entry = Required<Pick<Expectation, 'at' | 'product' | 'cloud' | 'assume'>> & Partial<Pick<Expectation, 'status' | 'certain' | 'possible'>> & CellToSave;

/**
 * Adds what cells are now to `expect` of the main file, in the file's style. A cell that depends is saved with all that is
 * possible; an undecided one has no status to expect and is saved as `certain: false`. Assumptions without effect are
 * left out. What the file expects already is not written again.
 */
export const saveExpectations = (analysis: Analysis, cells: readonly CellToSave[]): Saved => outcomeOf(saveSteps(analysis, cells));

/** As `saveExpectations`, in parts. */
export function* saveSteps(analysis: Analysis, cells: readonly CellToSave[]): Steps<Saved> {
  const { partnership } = analysis;
  const tree = partnership.files.get(partnership.file)?.tree;
  const root = tree?.root;
  if (!tree || !root) return { kind: 'impossible', message: 'The text cannot be read, so nothing can be added to it. Mend it first.' };
  const wanted = cells.map((cell) => entryFor(cell, analysis));
  const known = wanted.map((entry) => partnership.expectations.find((expectation) => saysSo(expectation, entry)));
  const added = wanted.filter((_, index) => known[index] === undefined);
  if (added.length === 0) {
    const place = known[0]?.place;
    return place ? { kind: 'there', reveal: span(place.start, place.end) } : { kind: 'impossible', message: 'There is no cell to save.' };
  }
  const edit = insertion(tree.text, root, added);
  const text = edit && applyEdits(tree.text, [edit]);
  const after = text === undefined ? undefined : yield* parseSteps(text);
  const items = after?.root ? itemsOf(after.root) : undefined;
  const first = items?.items.at(-added.length);
  const last = items?.items.at(-1);
  // Text in an unusual form may not take the edit as it is meant.
  if (!edit || text === undefined || !first || !last || items?.items.length !== (itemsOf(root)?.items.length ?? 0) + added.length || (after?.problems.length ?? 0) > tree.problems.length) {
    return { kind: 'impossible', message: `\`expect\` is written in a way that nothing can be added to. Write by hand: \`- { ${keysOf(added[0] as Entry).join(', ')} }\`.` };
  }
  return { kind: 'added', edits: [edit], text, reveal: span(first.span.start, last.span.end) };
}

/** The cells that a clause decides on the as-of day, or on its first day where that is later. */
export function* cellsDecidedBy(clause: Clause, { partnership, matrix }: Analysis): Steps<readonly CellToSave[]> {
  const at = Math.max(partnership.asOf, clause.start);
  const inProducts = yield* mapInParts(partnership.products.keys(), 1, function* (product) {
    return [...partnership.clouds.keys()].filter((cloud) => matrix.cell(product, cloud, at).because.includes(clause.id)).map((cloud) => ({ product, cloud, at }));
  });
  return inProducts.flat();
}

/** An edit under a title for the clause whose id is at the span; undefined where there is nothing to save. */
export function* saveClauseAction(analysis: Analysis, file: string, { start, end }: Span): Steps<{ readonly title: string; readonly edits: readonly TextEdit[] } | undefined> {
  const { partnership } = analysis;
  const clause = [...partnership.clauses.values()].find(({ place }) => place.file === file && place.start <= start && end <= place.end);
  if (!clause || file !== partnership.file) return undefined;
  const cells = yield* cellsDecidedBy(clause, analysis);
  const saved = cells.length === 0 ? undefined : yield* saveSteps(analysis, cells);
  if (saved?.kind !== 'added') return undefined;
  return { title: `Save ${count(cells.length, 'cell')} that this clause decides on ${formatDay(cells[0]?.at ?? partnership.asOf)} as expectations`, edits: saved.edits };
}

function entryFor(cell: CellToSave, { partnership, matrix }: Analysis): Entry {
  const assume = effective(cell.assume ?? {}, partnership);
  const { status, certain, possible } = matrix.cell(cell.product, cell.cloud, cell.at, assume);
  const is = status === 'undecided' ? { certain: false } : certain ? { status } : { status, possible: possible.map((one) => one.status) };
  return { at: cell.at, product: cell.product, cloud: cell.cloud, assume, ...is };
}

/** Whether an entry names the same cell under the same assumptions and says all that `entry` says of it. */
function saysSo(expectation: Expectation, entry: Entry): boolean {
  const set = (items: readonly string[] | undefined): string => JSON.stringify([...(items ?? [])].sort());
  const pairs = (assume: Assumptions): string => JSON.stringify(Object.entries(assume).sort());
  return expectation.at === entry.at && expectation.product === entry.product && expectation.cloud === entry.cloud && pairs(expectation.assume) === pairs(entry.assume)
    && (entry.status === undefined || expectation.status === entry.status) && (entry.certain === undefined || expectation.certain === entry.certain)
    && (entry.possible === undefined || (expectation.possible !== undefined && set(expectation.possible) === set(entry.possible)));
}

function keysOf({ at, product, cloud, status, certain, possible, assume }: Entry): readonly string[] {
  const assumed = Object.entries(assume).map(([name, value]) => `${word(name)}: ${typeof value === 'boolean' ? String(value) : word(value)}`);
  return [
    `at: ${formatDay(at)}`, `product: ${word(product)}`, `cloud: ${word(cloud)}`,
    ...(status === undefined ? [] : [`status: ${status}`]),
    ...(certain === undefined ? [] : [`certain: ${String(certain)}`]),
    ...(possible === undefined ? [] : [`possible: [${possible.join(', ')}]`]),
    ...(assumed.length === 0 ? [] : [`assume: { ${assumed.join(', ')} }`]),
  ];
}

/** Quoted unless it is an id, or two with a colon between, that YAML takes for a word. */
const word = (text: string): string => (text.split(':').every((part) => ID.test(part)) && !['true', 'false', 'null'].includes(text) ? text : JSON.stringify(text));

const itemsOf = (root: MapNode): SeqNode | undefined => {
  const value = entryOf(root, 'expect')?.value;
  return value?.kind === 'seq' ? value : undefined;
};

/** Adds the entries to the list, makes one where `expect` is missing or empty; undefined where it is something else. */
function insertion(text: string, root: MapNode, entries: readonly Entry[]): TextEdit | undefined {
  const newline = newlineOf(text);
  const flow = entries.map((entry) => `{ ${keysOf(entry).join(', ')} }`);
  const lines = (column: number, items = flow): string => items.map((item) => `- ${item}`).join(newline + ' '.repeat(column));
  const expect = entryOf(root, 'expect');
  const list = itemsOf(root);
  const last = list?.items.at(-1);
  if (list && text[list.span.start] === '*') return undefined;
  if (list && (list.flow || !last)) return addItem(text, list, flow.join(', '));
  if (list && last) {
    const column = columnOf(text, list.span.start);
    const block = last.kind === 'map' && !last.flow;
    return below(text, endOfText(last), column, lines(column, block ? entries.map((entry) => keysOf(entry).join(newline + ' '.repeat(column + 2))) : flow));
  }
  if (root.flow) return expect ? undefined : addEntry(text, root, 'expect', `[${flow.join(', ')}]`);
  const column = columnOf(text, root.entries[0]?.keySpan.start ?? 0);
  if (!expect) {
    const end = root.entries.reduce((latest, entry) => Math.max(latest, entry.keySpan.end, endOfText(entry.value)), 0);
    const head = `${newline}${' '.repeat(column)}expect:${newline}${' '.repeat(column + 2)}`;
    return below(text, end, 0, `${head}${lines(column + 2)}`);
  }
  const { value, keySpan } = expect;
  if (value.kind !== 'scalar' || value.value !== null || value.span.start !== value.span.end) return undefined;
  return below(text, keySpan.end, column + 2, lines(column + 2));
}

/** Adds lines below the one of the offset, and below its markers: those belong to it. */
const below = (text: string, offset: number, column: number, lines: string): TextEdit => addLines(text, afterMarkers(text, offset), column, [lines]);
