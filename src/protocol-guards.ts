/**
 * Runtime checks of what `protocol.ts` promises. Each side calls them on everything that it receives from another
 * process; what does not pass is dropped, never repaired.
 */
import type {
  AnalysedParams, AnalysisSummary, Assume, CellName, CellView, ExpectationEdit, ExplainNode, ExplainView, FileEdit, FromView, ListFilesParams,
  LocateResult, MatrixView, NodePath, PanelState, ReadFileParams, SettleFix, Settlement, SettleView, StatusName, TestsView, TestView, ToView, UnknownView,
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

const isPosition = shape<LocateResult['range']['start']>({ line: isCount, character: isCount });

const isRange = shape<LocateResult['range']>({ start: isPosition, end: isPosition });

export const isLocateResult = shape<LocateResult>({ uri: isString, range: isRange });

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
  worlds: (value): value is number | null => value === null || isCount(value), errors: isCount,
});

export const isAnalysedParams = shape<AnalysedParams>({ uri: isString, version: isVersion, summary: isSummary });
export const isReadFileParams = shape<ReadFileParams>({ uri: isString });
export const isListFilesParams = shape<ListFilesParams>({ limit: isCount });

const isCellName = shape<CellName>({ product: isString, cloud: isString });

export const isPanelState = shape<PanelState>({
  uri: isString, at: absentOr(isDay), assume: absentOr(isAssume), selection: absentOr(isCellName), toggled: absentOr(listOf(isNodePath)),
});

export const isToView = (value: unknown): value is ToView => {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'matrix': return isMatrixView(value['view']);
    case 'stale': return isString(value['reason']);
    case 'explanation': return isExplainView(value['explanation']);
    case 'settlement': return isSettlement(value['settlement']);
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
    case 'show': return isNodePath(value['node']);
    case 'settle': return isString(value['title']);
    case 'assume': return isAssume(value['assume']);
    case 'expect': return isCellName(value);
    default: return false;
  }
};
