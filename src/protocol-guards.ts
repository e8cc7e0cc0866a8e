/**
 * Runtime checks of what `protocol.ts` promises. Each side calls them on everything that it receives from another
 * process; what does not pass is dropped, never repaired.
 */
import type {
  AnalysedParams, AnalysisSummary, Assume, CellName, CellView, CommitmentsView, CommitmentView, ExpectationEdit, ExplainLine, ExplainView, ExportResult, FromView, ListFilesParams,
  LocateResult, MatrixView, MoneyPart, PanelState, PanelTab, ReadFileParams, Standing, StatusName, Sum, TestsView, TestView, TotalView, ToView, UnknownView,
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

const listOf = <T>(item: Guard<T>): Guard<readonly T[]> => (value): value is readonly T[] => Array.isArray(value) && value.every(item);
const absentOr = <T>(guard: Guard<T>): Guard<T | undefined> => (value): value is T | undefined => value === undefined || guard(value);

/** An object that has these fields; others are let through. */
const shape = <T>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> => (value): value is T =>
  isRecord(value) && (Object.keys(fields) as (keyof T & string)[]).every((key) => fields[key](value[key]));

/** YYYY-MM-DD in form; whether the calendar has that day is for the server to say. */
export const isDay = (value: unknown): value is string => isString(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const isAssume = (value: unknown): value is Assume => isRecord(value) && Object.values(value).every(isValue);

const isNamed = shape<{ readonly id: string; readonly name: string }>({ id: isString, name: isString });

const isCell = shape<CellView>({
  product: isString, cloud: isString, status: isStatus, certain: isBoolean,
  possible: listOf(shape<CellView['possible'][number]>({ status: isStatus, when: listOf(isAssume) })),
  because: listOf(isString), marks: listOf(isString),
});

const isUnknown = shape<UnknownView>({
  name: isString, label: isString,
  kind: (value): value is UnknownView['kind'] => value === 'event' || value === 'fact' || value === 'reading',
  options: listOf(shape<UnknownView['options'][number]>({ value: isValue, label: isString })),
});

export const isMatrixView = shape<MatrixView>({
  uri: isString, version: isVersion, title: isString, at: isDay, asOf: isDay, assumed: isAssume,
  products: listOf(isNamed), clouds: listOf(isNamed), cells: listOf(isCell), changes: listOf(isDay),
  unknowns: listOf(isUnknown), errors: isCount,
});

const isLine = shape<ExplainLine>({ text: isString, clause: absentOr(isString) });

export const isExplainView = shape<ExplainView>({
  product: isString, cloud: isString, at: isDay, status: isStatus, summary: isString,
  sections: listOf(shape<ExplainView['sections'][number]>({ title: isString, lines: listOf(isLine) })),
});

const isPosition = shape<LocateResult['range']['start']>({ line: isCount, character: isCount });

const isRange = shape<LocateResult['range']>({ start: isPosition, end: isPosition });

export const isLocateResult = shape<LocateResult>({ uri: isString, range: isRange });

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
  worlds: (value): value is number | null => value === null || isCount(value), errors: isCount,
});

export const isAnalysedParams = shape<AnalysedParams>({ uri: isString, version: isVersion, summary: isSummary });
export const isReadFileParams = shape<ReadFileParams>({ uri: isString });
export const isListFilesParams = shape<ListFilesParams>({ limit: isCount });

export const isExportResult = shape<ExportResult>({ text: isString, name: isString, at: isDay, assumed: isAssume });

const orNull = <T>(guard: Guard<T>): Guard<T | null> => (value): value is T | null => value === null || guard(value);
const oneOf = <T extends string>(values: Readonly<Record<T, true>>): Guard<T> => (value): value is T => isString(value) && Object.hasOwn(values, value);

const isKind = oneOf<CommitmentView['kind']>({ investment: true, purchase: true, licence: true, 'revenue share': true });
const isPart = shape<MoneyPart>({
  words: isString, value: isString, currency: isString, ceiling: isBoolean, due: orNull(isString), condition: orNull(isString),
  state: oneOf<MoneyPart['state']>({ certain: true, conditional: true, void: true }),
});
const isCommitment = shape<CommitmentView>({
  id: isString, kind: isKind, name: isString, agreement: isNamed, by: isNamed, to: isNamed, says: isString,
  standing: oneOf<Standing>({ 'in force': true, conditional: true, 'not yet': true, over: true, ended: true, suspended: true, 'without effect': true, unreadable: true }),
  why: isString, term: isString, from: orNull(isDay), last: orNull(isDay), end: oneOf<CommitmentView['end']>({ day: true, event: true, unstated: true, none: true }),
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

const isTab = oneOf<PanelTab>({ matrix: true, money: true });

const isCellName = shape<CellName>({ product: isString, cloud: isString });

export const isPanelState = shape<PanelState>({
  uri: isString, at: absentOr(isDay), assume: absentOr(isAssume), selection: absentOr(isCellName), tab: absentOr(isTab),
});

export const isToView = (value: unknown): value is ToView => {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'matrix': return isMatrixView(value['view']);
    case 'stale': return isString(value['reason']);
    case 'explanation': return isExplainView(value['explanation']);
    case 'money': return isCommitmentsView(value['view']);
    case 'draw': return isCount(value['id']) && isString(value['svg']);
    case 'error': return isString(value['message']);
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
    case 'assume': return isAssume(value['assume']);
    case 'expect': return isCellName(value);
    case 'tab': return isTab(value['tab']);
    case 'take': return value['how'] === 'export' || value['how'] === 'copy';
    case 'drawn': return isCount(value['id']) && (value['png'] === null ? isString(value['problem']) : value['problem'] === null && isString(value['png']) && /^[A-Za-z0-9+/]*={0,2}$/.test(value['png']));
    default: return false;
  }
};
