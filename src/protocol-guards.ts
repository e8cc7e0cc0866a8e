/**
 * Runtime checks of what `protocol.ts` promises. Each side calls them on everything that it receives from another
 * process; what does not pass is dropped, never repaired.
 */
import type {
  AgreementBar, AgreementTypesView, AnalysedParams, AnalysisSummary, AskResult, AskableAgreement, AskableName, AskableView, Assume, CellContent, CellName, CellView, CellsOverTime, ClausePlacesResult, ClausesAtResult,
  CloudView, CommitmentView, CommitmentsView, CompareBase, CompareSide, CompareState, CompareView, ComparedCell, ComparedConflictView, DayView,
  ExpectationEdit, ExplainNode, ExplainView, ExportResult, FileEdit, FromCompareView, FromView, GridChoice, KnownView, ListFilesParams,
  LocateResult, MarkSettings, MatrixView, Matters, MoneyPart, NewFileResult, NodePath, OpenQuestionsView, PanelState, PanelTab, PanelView, ProductView, QuestionView,
  ReadFileParams, ScrollPlace, SettleFix, SettleView, Settlement, ShownCell, SideView, Standing, StatusName, Sum, TestView, TestsView, TimelineView,
  ToCompareView, ToView, ToolText, TotalView, UndatedDay, UnknownView, WitnessView,
} from './protocol.js';

type Guard<T> = (value: unknown) => value is T;

const STATUSES: Readonly<Record<StatusName, true>> = {
  conflict: true, barred: true, exclusive: true, first: true, 'after-first': true, available: true, unspecified: true, undecided: true,
};

const isString = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isVersion = (value: unknown): value is number | null => value === null || Number.isSafeInteger(value);
const isValue = (value: unknown): value is string | boolean => isString(value) || isBoolean(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isStatus = (value: unknown): value is StatusName => isString(value) && Object.hasOwn(STATUSES, value);

// Checks that a bundle does not use are left out of it: making one has no effect.
/* @__NO_SIDE_EFFECTS__ */
const listOf = <T>(item: Guard<T>): Guard<readonly T[]> => (value): value is readonly T[] => Array.isArray(value) && value.every(item);
/* @__NO_SIDE_EFFECTS__ */
const absentOr = <T>(guard: Guard<T>): Guard<T | undefined> => (value): value is T | undefined => value === undefined || guard(value);

/* @__NO_SIDE_EFFECTS__ */
const oneOf = <T extends string>(...values: readonly T[]): Guard<T> => (value): value is T => values.includes(value as T);

/** An object that has these fields; others are let through. @__NO_SIDE_EFFECTS__ */
const shape = <T>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> => (value): value is T =>
  isRecord(value) && (Object.keys(fields) as (keyof T & string)[]).every((key) => fields[key](value[key]));

/** YYYY-MM-DD in form; whether the calendar has that day is for the server to say. */
export const isDay = (value: unknown): value is string => isString(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const isAssume = (value: unknown): value is Assume => isRecord(value) && Object.values(value).every(isValue);

const isNamed = shape<{ readonly id: string; readonly name: string }>({ id: isString, name: isString });
const isProduct = shape<ProductView>({ id: isString, name: isString, kind: absentOr(isString), owner: absentOr(isString) });
const isCloud = shape<CloudView>({ id: isString, name: isString, operator: absentOr(isString) });

const isPossible = listOf(shape<CellView['possible'][number]>({ status: isStatus, when: listOf(isAssume) }));

const isCell = shape<CellView>({
  product: isString, cloud: isString, status: isStatus, certain: isBoolean, possible: isPossible,
  because: listOf(isString), marks: listOf(isString),
});

const isUnknownKind = oneOf<UnknownView['kind']>('event', 'fact', 'reading');
const isUnknown = shape<UnknownView>({
  name: isString, label: isString,
  kind: isUnknownKind,
  options: listOf(shape<UnknownView['options'][number]>({ value: isValue, label: isString })),
});

const isDigits = (value: unknown): value is string => isString(value) && value.length <= 2_000 && /^\d+$/.test(value);
const isKnown = shape<KnownView>({ id: isString, label: isString, kind: isUnknownKind, value: isString });

const isDayOrNull = (value: unknown): value is string | null => value === null || isDay(value);

const isBar = shape<AgreementBar>({
  id: isString, name: isString, from: isDayOrNull, sure: isDayOrNull, last: isDayOrNull, label: isString, words: isString,
  end: (value): value is AgreementBar['end'] => isString(value) && ['day', 'event', 'open', 'unstated', 'ended'].includes(value),
});

const isMatters = shape<Matters>({ name: isString, days: listOf(isDay), cells: listOf(isCount) });

const isContent = shape<CellContent>({ status: isStatus, certain: isBoolean, possible: isPossible, because: listOf(isCount), marks: listOf(isString) });

const isOverTimeShape = shape<CellsOverTime>({ clauses: listOf(isString), contents: listOf(isContent), runs: listOf(listOf(isCount)) });

/** Every place that is named in it is there. */
const isOverTime = (value: unknown): value is CellsOverTime => {
  if (!isOverTimeShape(value)) return false;
  const { clauses, contents, runs } = value;
  return contents.every(({ because }) => because.every((place) => place < clauses.length))
    && runs.every((run) => run.length % 2 === 1 && run.every((number, index) => index % 2 === 1 || number < contents.length));
};

const isTimeline = shape<TimelineView>({
  today: isDay, agreements: listOf(isBar), matters: listOf(isMatters),
  cells: (value): value is CellsOverTime | null => value === null || isOverTime(value),
  undated: listOf(shape<UndatedDay>({ event: isString, bounds: isString, changes: listOf(isString) })),
});

const isMatrixShape = shape<MatrixView>({
  uri: isString, version: isVersion, title: isString, at: isDay, asOf: isDay, assumed: isAssume,
  products: listOf(isProduct), clouds: listOf(isCloud), cells: listOf(isCell), changes: listOf(isDay),
  unknowns: listOf(isUnknown), known: listOf(isKnown), worlds: shape<MatrixView['worlds']>({ known: isDigits, later: isDigits }), errors: isCount, timeline: absentOr(isTimeline),
});

export const isMatrixView = (value: unknown): value is MatrixView =>
  isMatrixShape(value) && [undefined, value.products.length * value.clouds.length].includes(value.timeline?.cells?.runs.length);

const isDayShape = shape<DayView>({ uri: isString, version: isVersion, at: isDay, products: listOf(isString), clouds: listOf(isString), cells: isOverTime });

export const isDayView = (value: unknown): value is DayView =>
  isDayShape(value) && value.cells.runs.length === value.products.length * value.clouds.length && value.cells.runs.every(({ length }) => length === 1);

const isPosition = shape<LocateResult['range']['start']>({ line: isCount, character: isCount });

const isRange = shape<LocateResult['range']>({ start: isPosition, end: isPosition });

export const isLocateResult = shape<LocateResult>({ uri: isString, range: isRange });

export const isClausesAtResult = shape<ClausesAtResult>({ clauses: listOf(isString) });
export const isClausePlacesResult = shape<ClausePlacesResult>({ places: listOf(isLocateResult) });

export const isWitnessView = shape<WitnessView>({ product: isString, cloud: isString, at: isDay, assume: isAssume });

const isQuestion = shape<QuestionView>({
  kind: oneOf('conflict', 'judgment'), severity: oneOf('error', 'warning', 'information', 'hint'), title: isString, message: isString, place: isLocateResult,
  cells: listOf(shape<QuestionView['cells'][number]>({ product: isString, cloud: isString, name: isString, days: isString, at: isDay })),
  witness: absentOr(isWitnessView),
});

export const isOpenQuestionsView = shape<OpenQuestionsView>({ uri: isString, version: isVersion, covered: isString, questions: listOf(isQuestion) });
const NODE_KINDS: Readonly<Record<ExplainNode['kind'], true>> = { part: true, group: true, clause: true, detail: true, choice: true, override: true, document: true };
/** Deeper than any explanation. */
const NODE_DEPTH = 12;

const isNodeBelow = (depth: number): Guard<ExplainNode> => (value): value is ExplainNode => depth > 0 && shape<ExplainNode>({
  id: isString, text: isString, about: absentOr(isString), target: absentOr(isLocateResult), assume: absentOr(isAssume), open: isBoolean,
  kind: (kind): kind is ExplainNode['kind'] => isString(kind) && Object.hasOwn(NODE_KINDS, kind),
  children: listOf(isNodeBelow(depth - 1)),
})(value);

export const isExplainView = shape<ExplainView>({
  product: isString, cloud: isString, at: isDay, status: isStatus, summary: isString, parts: listOf(isNodeBelow(NODE_DEPTH)),
});

const isFileEdit = shape<FileEdit>({
  uri: isString, version: isVersion, edits: listOf(shape<FileEdit['edits'][number]>({ range: isRange, newText: isString })),
});
export const isSettleView = shape<SettleView>({
  product: isString, cloud: isString, fixes: listOf(shape<SettleFix>({ title: isString, status: isStatus, files: listOf(isFileEdit) })),
});
const isSettlement = shape<Settlement>({
  product: isString, cloud: isString, fixes: listOf(shape<Settlement['fixes'][number]>({ title: isString, status: isStatus })), problem: absentOr(isString),
});
const isNodePath: Guard<NodePath> = listOf(isString);

const isTest = shape<TestView>({
  id: isString, label: isString, range: isRange, message: isString, expected: absentOr(isString), actual: absentOr(isString),
  kind: (value): value is TestView['kind'] => value === 'expectation' || value === 'finding',
  outcome: (value): value is TestView['outcome'] => value === 'passed' || value === 'failed' || value === 'errored',
});

export const isTestsView = shape<TestsView>({
  uri: isString, version: isVersion, tests: listOf(isTest), problem: (value): value is string | null => value === null || isString(value),
});

export const isExpectationEdit = shape<ExpectationEdit>({
  uri: isString, version: isVersion, reveal: isRange,
  edits: listOf(shape<ExpectationEdit['edits'][number]>({ range: isRange, newText: isString })),
});

const isSummary = shape<AnalysisSummary>({
  cells: isCount, certainConflicts: isCount, possibleConflicts: isCount, undecided: isCount, unknowns: isCount,
  worlds: isDigits, asOf: isDay, lastChange: isDayOrNull, errors: isCount,
});

export const isAnalysedParams = shape<AnalysedParams>({ uri: isString, version: isVersion, summary: isSummary });
export const isReadFileParams = shape<ReadFileParams>({ uri: isString });
export const isListFilesParams = shape<ListFilesParams>({ limit: isCount });

export const isExportResult = shape<ExportResult>({ text: isString, name: isString, at: isDay, assumed: isAssume });
export const isToolText = shape<ToolText>({ text: isString });

/* @__NO_SIDE_EFFECTS__ */
const orNull = <T>(guard: Guard<T>): Guard<T | null> => (value): value is T | null => value === null || guard(value);

const isKind = oneOf<CommitmentView['kind']>('investment', 'purchase', 'licence', 'revenue share');
const isPart = shape<MoneyPart>({
  words: isString, value: isString, currency: isString, ceiling: isBoolean, due: orNull(isString), condition: orNull(isString),
  state: oneOf<MoneyPart['state']>('certain', 'conditional', 'void'),
});
const isCommitment = shape<CommitmentView>({
  id: isString, kind: isKind, name: isString, agreement: isNamed, by: isNamed, to: isNamed, says: isString,
  standing: oneOf<Standing>('in force', 'conditional', 'not yet', 'over', 'ended', 'suspended', 'without effect', 'unreadable'),
  why: isString, term: isString, from: orNull(isDay), last: orNull(isDay), end: oneOf<CommitmentView['end']>('day', 'event', 'unstated', 'none'),
  amount: orNull(isString), parts: listOf(isPart), left: orNull(isString), source: orNull(isString),
});
const isSum = shape<Sum>({ value: isString, words: isString });
const isTotal = shape<TotalView>({
  party: orNull(isNamed), kind: orNull(isKind), currency: isString, certain: isSum, conditional: isSum, certainUpTo: isSum, conditionalUpTo: isSum,
});
export const isCommitmentsView = shape<CommitmentsView>({
  uri: isString, version: isVersion, title: isString, at: isDay, asOf: isDay, assumed: isAssume,
  commitments: listOf(isCommitment), totals: listOf(isTotal), byParty: listOf(isTotal), errors: isCount,
});

const isTab = oneOf<PanelTab>('matrix', 'money');

const isCellName = shape<CellName>({ product: isString, cloud: isString });

const isGridChoice = shape<GridChoice>({
  rows: oneOf('none', 'kind', 'owner'), columns: oneOf('none', 'operator'), sort: oneOf('file', 'name', 'status'),
  filter: isString, statuses: listOf(isStatus), hideSame: isBoolean, fit: isBoolean,
});
const isPixels = (value: unknown): value is number => Number.isFinite(value);

export const isPanelState = shape<PanelState>({
  uri: isString, at: absentOr(isDay), assume: absentOr(isAssume), selection: absentOr(isCellName), toggled: absentOr(listOf(isNodePath)), tab: absentOr(isTab),
  pinned: absentOr(isBoolean), grid: absentOr(isGridChoice), scroll: absentOr(shape<ScrollPlace>({ page: isPixels, top: isPixels, left: isPixels })),
});

const isMarks = shape<MarkSettings>({ cells: isBoolean, text: isBoolean });
const isPanelView = shape<PanelView>({ state: isPanelState, show: isBoolean, marks: isMarks });

export const isToView = (value: unknown): value is ToView => {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'matrix': return isMatrixView(value['view']) && absentOr(isDay)(value['home']);
    case 'cells': return isDayView(value['view']);
    case 'stale': return isString(value['reason']);
    case 'explanation': return isExplainView(value['explanation']);
    case 'money': return isCommitmentsView(value['view']);
    case 'draw': return isCount(value['id']) && isString(value['svg']);
    case 'settlement': return isSettlement(value['settlement']);
    case 'error': return isString(value['message']);
    case 'panel': return isPanelView(value['panel']);
    case 'cursor': return listOf(isString)(value['clauses']);
    default: return false;
  }
};

export const isFromView = (value: unknown): value is FromView => {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'ready': return true;
    case 'day': return isDay(value['at']);
    case 'select': return isCellName(value);
    case 'reveal': return isString(value['clause']);
    case 'show': return isNodePath(value['node']);
    case 'settle': return isString(value['title']);
    case 'assume': return isAssume(value['assume']);
    case 'expect': return isCellName(value);
    case 'mark': return listOf(isString)(value['clauses']);
    case 'set-marks': return isMarks(value['marks']);
    case 'tab': return isTab(value['tab']);
    case 'take': return value['how'] === 'export' || value['how'] === 'copy';
    case 'drawn': return isCount(value['id']) && (value['png'] === null ? isString(value['problem']) : value['problem'] === null && isString(value['png']) && /^[A-Za-z0-9+/]*={0,2}$/.test(value['png']));
    default: return false;
  }
};

export const isCompareSide = shape<CompareSide>({ at: absentOr(isDay), assume: absentOr(isAssume) });

const isSideView = shape<SideView>({ label: isString, at: isDay, asOf: isDay, assumed: isAssume, unknowns: listOf(isUnknown) });
const isShownCell = shape<ShownCell>({ status: isStatus, certain: isBoolean, possible: listOf(isStatus), because: listOf(isString) });
const isShownOrNone = (value: unknown): value is ShownCell | null => value === null || isShownCell(value);
const CHANGES: readonly unknown[] = ['none', 'status', 'reasons', 'added', 'removed'];
const isComparedConflict = shape<ComparedConflictView>({ product: isString, cloud: isString, clauses: listOf(isString), before: isString, after: isString });

export const isCompareView = shape<CompareView>({
  uri: isString, version: isVersion, title: isString, before: isSideView, after: isSideView, products: listOf(isNamed), clouds: listOf(isNamed),
  cells: listOf(shape<ComparedCell>({
    product: isString, cloud: isString, change: (value): value is ComparedCell['change'] => CHANGES.includes(value), before: isShownOrNone, after: isShownOrNone,
  })),
  introduced: listOf(isComparedConflict), resolved: listOf(isComparedConflict), remaining: listOf(isComparedConflict), withoutEffect: listOf(isString), errors: isCount,
});

export const isToCompareView = (value: unknown): value is ToCompareView => {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'comparison': return isCompareView(value['view']);
    case 'stale': return isString(value['reason']);
    case 'error': return isString(value['message']);
    default: return false;
  }
};

export const isFromCompareView = (value: unknown): value is FromCompareView => {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'copy': return true;
    case 'sides': return isCompareSide(value['before']) && isCompareSide(value['after']);
    case 'reveal': return isString(value['clause']);
    default: return false;
  }
};

export const isCompareBase = (value: unknown): value is CompareBase => isRecord(value) && (
  value['kind'] === 'same' || (value['kind'] === 'file' && isString(value['uri'])) || (value['kind'] === 'without' && isString(value['agreement'])) || (value['kind'] === 'text' && isString(value['text']) && isString(value['label'])));

export const isCompareState = (value: unknown): value is CompareState => isRecord(value) && isString(value['uri']) && isCompareSide(value['before']) && isCompareSide(value['after']) &&
  isRecord(value['base']) && (value['base']['kind'] === 'commit' || (value['base']['kind'] !== 'text' && isCompareBase(value['base'])));

const isAskable = { id: isString, name: isString };
export const isAskResult = shape<AskResult>({ summary: isString, markdown: isString });
export const isAskableView = shape<AskableView>({
  parties: listOf(shape<AskableName>(isAskable)), products: listOf(shape<AskableName>(isAskable)), agreements: listOf(shape<AskableAgreement>({ ...isAskable, at: isDay })),
});

export const isNewFileResult = shape<NewFileResult>({ text: isString });
export const isAgreementTypesView = shape<AgreementTypesView>({ types: listOf(shape<AgreementTypesView['types'][number]>({ name: isString, summary: isString })) });
