/** What server, client and web view share: types and checks, nothing else. */
import type { CommitmentsView } from './protocol-money.js';
import type { CellsOverTime, TimelineView } from './protocol-timeline.js';

export const REQUESTS = {
  /** client → server: the matrix of a file on a day. */
  matrix: 'entente/matrix',
  /** client → server: the cells of that day alone, which are known before all else after an edit. */
  cells: 'entente/cells',
  /** client → server: one cell, explained. */
  explain: 'entente/explain',
  /** client → server: two matrices, cell by cell. */
  compare: 'entente/compare',
  /** client → server: the same as Markdown, as the command line prints it. */
  compareText: 'entente/compareText',
  /** client → server: edits of the text that clear the conflict on a cell, each tried. */
  settle: 'entente/settle',
  /** client → server: where a clause, agreement or other id is written. */
  locate: 'entente/locate',
  /** client → server: the tests of a file, run. */
  tests: 'entente/tests',
  /** client → server: the edit that adds a cell to the expectations of its file. */
  expectation: 'entente/expectation',
  /** client → server: the clauses at a place in a text. */
  clausesAt: 'entente/clausesAt',
  /** client → server: where clauses are written, whole. */
  clausePlaces: 'entente/clausePlaces',
  /** client → server: the conflicts of a file and the judgments it needs. */
  openQuestions: 'entente/openQuestions',
  /** client → server: the matrix of a file, a row or a cell of it, in a format of the command line. */
  export: 'entente/export',
  /** client → server: a question about a whole file, answered as Markdown. */
  ask: 'entente/ask',
  /** client → server: the parties, products and agreements that can be asked about. */
  askable: 'entente/askable',
  /** client → server: money and terms, in a format of the command line. */
  exportMoney: 'entente/exportMoney',
  /** client → server: the whole story of a file, as the command line prints it. */
  report: 'entente/report',
  /** client → server: money and terms on a day. */
  commitments: 'entente/commitments',
  /** client → server: a small valid file, as the command line writes it. */
  newFile: 'entente/newFile',
  /** client → server: what a new agreement can be about. */
  agreementTypes: 'entente/agreementTypes',
  /** client → server: what a tool for language models answers, in words. */
  tool: 'entente/tool',
  /** server → client: read a file of the workspace (virtual and web workspaces have no disk). */
  readFile: 'entente/readFile',
  /** server → client: the agreement files of the workspace. */
  listFiles: 'entente/listFiles',
} as const;

export const NOTIFICATIONS = {
  /** server → client: a file has been analysed at a version of its text. */
  analysed: 'entente/analysed',
} as const;

export type StatusName = 'conflict' | 'barred' | 'exclusive' | 'first' | 'after-first' | 'available' | 'unspecified' | 'undecided';
export type Assume = Readonly<Record<string, string | boolean>>;

/** `timeline` asks for every other day as well. */
export interface MatrixParams { readonly uri: string; readonly at?: string | undefined; readonly assume?: Assume | undefined; readonly timeline?: boolean | undefined }

export interface MatrixView {
  readonly uri: string;
  /** Version of the text that this was computed from; null where it was read from disk. */
  readonly version: number | null;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly at: string;
  readonly asOf: string;
  readonly assumed: Assume;
  readonly products: readonly ProductView[];
  readonly clouds: readonly CloudView[];
  /** Row by row, in the order of products, then clouds. */
  readonly cells: readonly CellView[];
  /** Days on which some cell changes, sorted, YYYY-MM-DD. */
  readonly changes: readonly string[];
  /** What is open and some clause turns on; and what is settled. */
  readonly unknowns: readonly UnknownView[];
  /** The exact number of worlds that the assumptions leave, in digits: on days up to as-of, and on later ones. */
  readonly worlds: { readonly known: string; readonly later: string };
  readonly known: readonly KnownView[];
  /** Error-level findings about text that could not be read, here or in an import: the matrix lacks what it says. */
  readonly errors: number;
  /** Only where it was asked for. */
  readonly timeline?: TimelineView | undefined;
}

/** The cells of a matrix on one day; of the rest only what tells whether they are those of the same rows and columns. */
export interface DayView extends Pick<MatrixView, 'uri' | 'version' | 'at'> {
  /** Ids. */
  readonly products: readonly string[];
  readonly clouds: readonly string[];
  /** Each run is one content, which holds on that day. */
  readonly cells: CellsOverTime;
}

/** `owner` and `operator` are names of parties in words. */
export interface ProductView { readonly id: string; readonly name: string; readonly kind?: string | undefined; readonly owner?: string | undefined }
export interface CloudView { readonly id: string; readonly name: string; readonly operator?: string | undefined }
export interface CellView {
  readonly product: string;
  readonly cloud: string;
  readonly status: StatusName;
  readonly certain: boolean;
  readonly possible: readonly { readonly status: StatusName; readonly when: readonly Assume[] }[];
  readonly because: readonly string[];
  /** Marks in words, for example text that no clause type carries. */
  readonly marks: readonly string[];
}

export interface UnknownView {
  /** Name as in assumptions. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'event' | 'fact' | 'reading';
  readonly options: readonly { readonly value: string | boolean; readonly label: string }[];
}

/** An event, fact or reading that the text settles: no assumption changes it. */
export interface KnownView {
  /** As `locate` takes it. */
  readonly id: string;
  readonly label: string;
  readonly kind: UnknownView['kind'];
  /** What is known of it, in words. */
  readonly value: string;
}

export interface ExplainParams extends MatrixParams { readonly product: string; readonly cloud: string }

export interface ExplainView {
  readonly product: string;
  readonly cloud: string;
  readonly at: string;
  readonly status: StatusName;
  /** One sentence. */
  readonly summary: string;
  /** The first level of the tree. */
  readonly parts: readonly ExplainNode[];
}
/** One line of an explanation and what stands behind it. */
export interface ExplainNode {
  /** Unique among its siblings, and the same on every cell where it means the same. */
  readonly id: string;
  /** `choice` can be assumed; `override` is a change of precedence that could be written; `document` leads to a source. */
  readonly kind: 'part' | 'group' | 'clause' | 'detail' | 'choice' | 'override' | 'document';
  /** Plain text. */
  readonly text: string;
  /** The id of what it speaks of. */
  readonly about?: string | undefined;
  /** Where that is written. */
  readonly target?: LocateResult | undefined;
  /** What to assume, beside what is assumed already, for it to be so. */
  readonly assume?: Assume | undefined;
  /** Whether its children are shown at first. */
  readonly open: boolean;
  readonly children: readonly ExplainNode[];
}

export interface LocateParams { readonly uri: string; readonly id: string }
/** Positions are zero-based lines and UTF-16 characters. */
export interface LocateResult { readonly uri: string; readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } } }

export interface ClausesAtParams { /** The file whose matrix it is about. */ readonly uri: string; /** The text, the file's own or an import's. */ readonly text: string; readonly position: LocateResult['range']['start'] }
export interface ClausesAtResult { /** Ids, in the order of the text. */ readonly clauses: readonly string[] }
export interface ClausePlacesParams { readonly uri: string; readonly clauses: readonly string[] }
export interface ClausePlacesResult { readonly places: readonly LocateResult[] }

export interface OpenQuestionsParams { readonly uri: string }
export interface OpenQuestionsView {
  readonly uri: string;
  /** As in `MatrixView`. */
  readonly version: number | null;
  /** Whether the file is free of conflict, and how many worlds and days that speaks of. One sentence. */
  readonly covered: string;
  /** Conflicts first, each group in the order of the text. */
  readonly questions: readonly QuestionView[];
}
/** One cell on one day in one world that shows a conflict. `assume` is what differs from the baseline. */
export interface WitnessView { readonly product: string; readonly cloud: string; readonly at: string; readonly assume: Assume }
export interface QuestionView {
  readonly kind: 'conflict' | 'judgment';
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly title: string;
  readonly message: string;
  readonly place: LocateResult;
  /** `days` is in words; `at` is one of the days. */
  readonly cells: readonly { readonly product: string; readonly cloud: string; readonly name: string; readonly days: string; readonly at: string }[];
  /** Of a conflict. */
  readonly witness?: WitnessView | undefined;
}

export interface TestsParams { readonly uri: string }
export interface TestsView {
  readonly uri: string;
  /** As in `MatrixView`. */
  readonly version: number | null;
  /** In the order of the text, entries of `expect` before expected findings. */
  readonly tests: readonly TestView[];
  /** One sentence where tests may be missing; null where all could be read. */
  readonly problem: string | null;
}
export interface TestView {
  /** The same after edits elsewhere in the file; unique in it. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'expectation' | 'finding';
  readonly range: LocateResult['range'];
  /** `errored`: it could not be run as it is written. */
  readonly outcome: 'passed' | 'failed' | 'errored';
  /** Sentences, one a line; empty exactly where it passes. */
  readonly message: string;
  /** Both or neither, line by line. */
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
}

/** Edits of precedence that clear the conflict on a cell; empty where it is in none, or none was found. */
export interface SettleView {
  readonly product: string;
  readonly cloud: string;
  /** Those that change fewest other cells first; titles are unique. */
  readonly fixes: readonly SettleFix[];
}
export interface SettleFix {
  /** What it does, what that means, and what else it changes. */
  readonly title: string;
  /** The cell after it. */
  readonly status: StatusName;
  readonly files: readonly FileEdit[];
}
export interface FileEdit {
  readonly uri: string;
  /** Version of the text that the edits are for; null where it is not open. */
  readonly version: number | null;
  readonly edits: ExpectationEdit['edits'];
}

export interface ExpectationParams extends MatrixParams { readonly product: string; readonly cloud: string }
export interface ExpectationEdit {
  readonly uri: string;
  /** Version of the text that the edits are for; null where it is not open. */
  readonly version: number | null;
  /** Empty where the file expects this already. */
  readonly edits: readonly { readonly range: LocateResult['range']; readonly newText: string }[];
  /** Where the expectation is after the edits. */
  readonly reveal: LocateResult['range'];
}

export interface AnalysedParams { readonly uri: string; readonly version: number | null; readonly summary: AnalysisSummary }
/** What is not over at the as-of day. A cell with a certain conflict counts as that only; it may also be undecided on other days. */
export interface AnalysisSummary {
  /** All cells: products × clouds. */
  readonly cells: number;
  /** Cells with a conflict in every world, on some day. */
  readonly certainConflicts: number;
  /** Other cells with a conflict in some world. */
  readonly possibleConflicts: number;
  /** Cells that are undecided on some day. */
  readonly undecided: number;
  readonly unknowns: number;
  /** The exact number of worlds, in digits. */
  readonly worlds: string;
  readonly asOf: string;
  /** The last day on which some cell changes; null where none ever does. */
  readonly lastChange: string | null;
  /** As in `MatrixView`. */
  readonly errors: number;
}

/** Extension → web view. */
export type ToView =
  /** `home` is the day to draw while nobody has picked one. */
  | { readonly type: 'matrix'; readonly view: MatrixView; readonly home?: string | undefined }
  /** Of a text that is newer than the matrix: the cells change at once, all else follows. */
  | { readonly type: 'cells'; readonly view: DayView }
  | { readonly type: 'stale'; readonly reason: string }
  | { readonly type: 'explanation'; readonly explanation: ExplainView }
  | { readonly type: 'settlement'; readonly settlement: Settlement }
  | { readonly type: 'money'; readonly view: CommitmentsView }
  | { readonly type: 'draw'; readonly id: number; readonly svg: string }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'panel'; readonly panel: PanelView }
  | { readonly type: 'cursor'; readonly clauses: readonly string[] };

/** What the extension decides about a panel. A `state` of another file, or one with `show`, replaces what the view has. */
export interface PanelView {
  readonly state: PanelState;
  /** The day and the cell of `state` are to be shown now. */
  readonly show: boolean;
  readonly marks: MarkSettings;
}
/** Whether the matrix marks the cells of the clause at the cursor, and the text the clauses of the cell in focus. */
export interface MarkSettings { readonly cells: boolean; readonly text: boolean }

/** Web view → extension. */
export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'day'; readonly at: string }
  | { readonly type: 'select'; readonly product: string; readonly cloud: string }
  | { readonly type: 'reveal'; readonly clause: string }
  /** Show what a node of the explanation leads to. */
  | { readonly type: 'show'; readonly node: NodePath }
  /** Write one of the fixes of the settlement into the text. */
  | { readonly type: 'settle'; readonly title: string }
  | { readonly type: 'assume'; readonly assume: Assume }
  | { readonly type: 'tab'; readonly tab: PanelTab }
  | { readonly type: 'take'; readonly how: 'export' | 'copy' }
  /** The answer to `draw`: a PNG in base 64, or why there is none. */
  | ({ readonly type: 'drawn'; readonly id: number } & Drawing)
  | { readonly type: 'expect'; readonly product: string; readonly cloud: string }
  /** The clauses of the cell in focus; none where no cell has it. */
  | { readonly type: 'mark'; readonly clauses: readonly string[] }
  | { readonly type: 'set-marks'; readonly marks: MarkSettings };

export interface ReadFileParams { readonly uri: string }
/** `text` is null where the file does not exist, is too large, or lies outside the workspace. */
export interface ReadFileResult { readonly text: string | null }
export interface ListFilesParams { /** No more than this many. */ readonly limit: number }
export interface ListFilesResult { readonly uris: readonly string[] }

/** What the web view keeps across a reload of the window. `at` is absent while nobody has picked a day. */
export interface PanelState {
  readonly uri: string;
  readonly at?: string | undefined;
  readonly assume?: Assume | undefined;
  readonly selection?: CellName | undefined;
  /** The matrix where absent. */
  readonly tab?: PanelTab | undefined;
  /** A pinned panel stays with its file; another follows the active editor. */
  readonly pinned?: boolean | undefined;
  readonly grid?: GridChoice | undefined;
  readonly scroll?: ScrollPlace | undefined;
  /** Nodes of the explanation that are not as they are at first: opened, or closed. */
  readonly toggled?: readonly NodePath[] | undefined;
}
/** Ids of nodes, from the first level down. */
export type NodePath = readonly string[];
/** What the view knows of the edits that clear the conflict on a cell. */
export interface Settlement extends CellName {
  readonly fixes: readonly Pick<SettleFix, 'title' | 'status'>[];
  /** Why they could not be found, in one sentence. */
  readonly problem?: string | undefined;
}
/** How the grid is arranged. `statuses` empty and `filter` blank: all. */
export interface GridChoice {
  readonly rows: 'none' | 'kind' | 'owner';
  readonly columns: 'none' | 'operator';
  readonly sort: 'file' | 'name' | 'status';
  readonly filter: string;
  readonly statuses: readonly StatusName[];
  /** Rows and columns whose cells are all equal become one line. */
  readonly hideSame: boolean;
  readonly fit: boolean;
}
/** Pixels: of the page, and of the grid in it. */
export interface ScrollPlace { readonly page: number; readonly top: number; readonly left: number }
export type Drawing = { readonly png: string; readonly problem: null } | { readonly png: null; readonly problem: string };
export type PanelTab = 'matrix' | 'money';
export interface CellName { readonly product: string; readonly cloud: string }

export { QUESTIONS } from './protocol-ask.js';
export * from './protocol-export.js';
export type * from './protocol-ask.js';
export type * from './protocol-compare.js';
export type * from './protocol-money.js';
export type * from './protocol-new.js';
export type * from './protocol-timeline.js';
export type { ToolParams, ToolText } from './protocol-tools.js';
