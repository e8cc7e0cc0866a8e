import { type Day, formatDay, parseDate } from '../base/dates.js';
import { didYouMean } from '../base/words.js';
import { checkAssumptions } from '../matrix/assumptions.js';
import { resolvePath } from '../model/imports.js';
import type { Partnership } from '../model/types.js';
import { explanationObject } from '../render/explain-text.js';
import { placed } from '../render/findings.js';
import { matrixObject } from '../render/matrix-text.js';
import { analyse as analyseInput } from '../service/analyse.js';
import type { Analysis as Outcome } from '../service/analysis.js';
import { narrowed } from '../service/matrix-report.js';
import { matrixView } from '../service/matrix-view.js';

// What stands below with `export` is the package's whole surface, and its types name nothing outside this file: they are
// packed as they are.

/** A day of the calendar, written `2026-04-27`. A month or a year stands for its first day. */
export type DayText = string;

/** What an event, fact or reading is taken to be: `{ agi: 'never', 'cannot-support': true, 'first-means': 'head-start' }`. A fact may name a product: `'cannot-support:frontier'`. */
export type Assumptions = Readonly<Record<string, string | boolean>>;

/** What a product on a cloud is, on one day. `undecided` is beyond the limits, or rests on text that cannot be read. */
export type Status = 'conflict' | 'barred' | 'exclusive' | 'first' | 'after-first' | 'available' | 'unspecified' | 'undecided';

/** Several files, one of which is looked at. Nothing else is read: no disk, no network. */
export interface Folder {
  /** The path of the file to look at; one of `files`. */
  readonly main: string;
  /** Texts by path: the main file, what it imports, and the documents that its sources name. Paths are relative, with `/`. */
  readonly files: Readonly<Record<string, string>>;
}

export interface AnalyseOptions {
  /** Replaces the file's `as-of`. */
  readonly asOf?: DayText | undefined;
  /** Used where the file has no `as-of`; the present day in UTC where absent. */
  readonly today?: DayText | undefined;
}

/** Zero-based lines, and characters as UTF-16 code units, as in the Language Server Protocol. */
export interface Position { readonly line: number; readonly character: number }
export interface Range { readonly start: Position; readonly end: Position }

/** Something that is wrong, open or worth a look. */
export interface Finding {
  /** Stays the same in every version and language; each has a page in the documentation. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** Other places that have to do with it. */
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
  /** Of a conflict: one cell, day and world that shows it. `assume` is what differs from the baseline. */
  readonly witness?: { readonly product: string; readonly cloud: string; readonly at: DayText; readonly assume: Assumptions };
}

/** A file that has been read, for `matrix` and `explain`. */
export interface Analysis {
  /** The day on which knowledge ends. */
  readonly asOf: DayText;
  /** Of the main file, in the order of the text, without those that comments silence. */
  readonly findings: readonly Finding[];
  /** Ids and names, in the order of the text. */
  readonly products: readonly Named[];
  readonly clouds: readonly Named[];
}
export interface Named { readonly id: string; readonly name: string }

export interface MatrixOptions {
  /** The day; the file's `as-of` where absent. */
  readonly at?: DayText | undefined;
  readonly assume?: Assumptions | undefined;
  /** Only the row of this product. */
  readonly product?: string | undefined;
  /** Only the column of this cloud. */
  readonly cloud?: string | undefined;
}

/** What a product on a cloud is on the day. */
export interface Cell {
  readonly product: string;
  readonly cloud: string;
  /** Of the baseline: nothing more happens, and nothing more is shown. */
  readonly status: Status;
  /** Whether it is so in every world that is open. */
  readonly certain: boolean;
  /** Each possible status with the smallest sets of assumptions that lead to it, the baseline's first. */
  readonly possible: readonly { readonly status: Status; readonly when: readonly Assumptions[] }[];
  /** The clauses that decide it, as `agreement/clause`. */
  readonly because: readonly string[];
}

export interface Matrix {
  readonly at: DayText;
  readonly asOf: DayText;
  /** The assumptions that have an effect. */
  readonly assumed: Assumptions;
  /** The exact number of worlds that were looked at, in digits. */
  readonly worlds: string;
  /** Ids: the rows and the columns. */
  readonly products: readonly string[];
  readonly clouds: readonly string[];
  /** Row by row. `marks` says in words what else a reader should know. */
  readonly cells: readonly (Cell & { readonly marks: readonly string[] })[];
}

export interface ExplainOptions {
  readonly product: string;
  readonly cloud: string;
  /** The day; the file's `as-of` where absent. */
  readonly at?: DayText | undefined;
  readonly assume?: Assumptions | undefined;
}

/** One line of an explanation, with what stands below it. */
export interface Reason {
  readonly kind: string;
  /** Plain text, never markup. */
  readonly text: string;
  /** The id of the clause, agreement, event, fact or reading that it speaks of. */
  readonly about?: string | undefined;
  /** What to assume for it to be so. */
  readonly assume?: Assumptions | undefined;
  readonly children: readonly Reason[];
}

/** Changes that belong together, and the status of the cell after all of them. */
export interface Change {
  readonly assume: Assumptions;
  /** Entries to write into the text, or with `drop` to take out. */
  readonly edits: readonly {
    readonly key: 'supersedes' | 'amends' | 'subject-to' | 'notwithstanding';
    /** The agreement or clause in which the entry stands. */
    readonly holder: string;
    /** The agreement or clause that it names. */
    readonly target: string;
    readonly until?: DayText;
    readonly drop?: true;
  }[];
  readonly status: Status;
}

/** Why a cell is what it is, and what would change it. */
export interface Explanation extends Cell {
  readonly at: DayText;
  readonly asOf: DayText;
  readonly assumed: Assumptions;
  /** One sentence. */
  readonly summary: string;
  readonly parts: readonly Reason[];
  /** What clears a conflict, or creates one where there is none. */
  readonly flips: readonly Change[];
  /** What has the product served. */
  readonly waysToServe: readonly Change[];
}

const outcomes = new WeakMap<Analysis, Outcome>();

/**
 * Reads an agreement file: its text, or several files with one to look at. Text that is wrong gives findings, never an
 * error. Throws a `RangeError` only where a day or a path in the arguments is none.
 *
 * ```ts
 * const { findings } = analyse('entente: 1\nparties: { quarry: {} }\n');
 * ```
 */
export function analyse(source: string | Folder, options: AnalyseOptions = {}): Analysis {
  const folder: Folder = typeof source === 'string' ? { main: 'main.entente.yaml', files: { 'main.entente.yaml': source } } : source;
  const paths = new Map(Object.keys(folder.files).map((path) => [uriOf(path), path]));
  const file = uriOf(folder.main);
  if (!paths.has(file)) throw new RangeError(`\`files\` has no \`${folder.main}\`.`);
  const texts = new Map(Object.entries(folder.files).map(([path, text]) => [uriOf(path), text]));
  const outcome = analyseInput({
    file, workspace: ROOT, texts, documents: texts, asOf: dayIn('asOf', options.asOf), today: dayIn('today', options.today) ?? Math.floor(Date.now() / 86_400_000),
  });
  const { partnership } = outcome;
  const named = ({ id, name }: Named): Named => ({ id, name });
  const analysis: Analysis = {
    asOf: formatDay(partnership.asOf),
    findings: placed(outcome.findings, (uri) => partnership.files.get(uri)?.text ?? '', (uri) => paths.get(uri) ?? uri),
    products: [...partnership.products.values()].map(named), clouds: [...partnership.clouds.values()].map(named),
  };
  outcomes.set(analysis, outcome);
  return analysis;
}

/**
 * Every product on every cloud on one day, as `entente matrix --format json` prints it. Throws a `RangeError` where a day,
 * an id or an assumption in the options is none.
 */
export function matrix(analysis: Analysis, { at, assume, product, cloud }: MatrixOptions = {}): Matrix {
  const outcome = outcomeOf(analysis);
  if (product !== undefined) known('product', product, outcome.partnership.products);
  if (cloud !== undefined) known('cloud', cloud, outcome.partnership.clouds);
  return matrixObject(narrowed(matrixView(outcome, { at: dayIn('at', at), assume: checked(assume, outcome.partnership) }), { product, cloud }));
}

/**
 * Why a product may or may not be served on a cloud, as `entente explain --format json` prints it. Throws a `RangeError`
 * where a day, an id or an assumption in the options is none.
 */
export function explain(analysis: Analysis, { product, cloud, at, assume }: ExplainOptions): Explanation {
  const outcome = outcomeOf(analysis);
  known('product', product, outcome.partnership.products);
  known('cloud', cloud, outcome.partnership.clouds);
  return explanationObject(outcome, { product, cloud, at: dayIn('at', at), assume: checked(assume, outcome.partnership) });
}

/** Where the files are taken to be; nothing is there. */
const ROOT = 'file:///agreements/';

function uriOf(path: string): string {
  const uri = resolvePath(path, ROOT, ROOT);
  if (uri === undefined) throw new RangeError(`\`${path}\` is not a path inside the folder: it is relative, with \`/\`.`);
  return uri;
}

function dayIn(option: string, text: DayText | undefined): Day | undefined {
  const date = text === undefined ? undefined : parseDate(text);
  if (text !== undefined && !date) throw new RangeError(`\`${option}\` takes a date such as 2026-04-27; \`${text}\` is none.`);
  return date?.first;
}

function outcomeOf(analysis: Analysis): Outcome {
  const outcome = outcomes.get(analysis);
  if (!outcome) throw new RangeError('This is no analysis that `analyse` has returned.');
  return outcome;
}

function known(what: string, id: string, declared: ReadonlyMap<string, unknown>): void {
  if (declared.has(id)) return;
  const suggestion = didYouMean(id, [...declared.keys()]);
  throw new RangeError(`There is no ${what} \`${id}\`.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`);
}

function checked(assume: Assumptions = {}, partnership: Partnership): Assumptions {
  const [problem] = checkAssumptions(partnership, assume);
  if (problem !== undefined) throw new RangeError(problem);
  return assume;
}
