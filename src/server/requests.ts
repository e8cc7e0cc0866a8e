import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { type Day, parseDate } from '../base/dates.js';
import { didYouMean } from '../base/words.js';
import type { Assumptions } from '../model/types.js';
import type { DayView, ExpectationEdit, LocateResult, MatrixView, TestsView } from '../protocol.js';
import { cellsAhead } from '../service/ahead.js';
import { assumptionProblem } from '../service/assume.js';
import { locate } from '../service/locate.js';
import { matrixView } from '../service/matrix-view.js';
import { saveSteps } from '../service/save-expectation.js';
import { testsOf } from '../service/tests.js';
import { cellsOfDay, matrixOverTime } from '../service/timeline-view.js';
import { Converter } from './convert.js';
import { isRecord } from './options.js';
import type { Work } from './work.js';
import type { Analysed, Workspace } from './workspace.js';

/** The requests beyond the protocol. What they receive is checked; what is wrong is answered in one sentence. */

export async function matrixRequest(workspace: Workspace, params: unknown, work?: Work): Promise<MatrixView> {
  const { uri, at, assume } = dayParams(params);
  const analysed = await analysedAt(workspace, uri);
  const overTime = isRecord(params) && params['timeline'] === true;
  await work?.through(cellsAhead(analysed.analysis, checked(assume, analysed), overTime ? undefined : at ?? analysed.analysis.partnership.asOf));
  const view = overTime ? matrixOverTime : matrixView;
  return { ...view(analysed.analysis, { at, assume: checked(assume, analysed), version: analysed.version }), uri: analysed.uri };
}

export async function cellsRequest(workspace: Workspace, params: unknown): Promise<DayView> {
  const { uri, at, assume } = dayParams(params);
  const analysed = await analysedAt(workspace, uri);
  return { ...cellsOfDay(analysed.analysis, { at, assume: checked(assume, analysed), version: analysed.version }), uri: analysed.uri };
}

/** Runs the tests of a file, open or not. */
export async function testsRequest(workspace: Workspace, params: unknown): Promise<TestsView> {
  const { analysis, file, uri, version } = await analysedAt(workspace, textParam(params, 'uri'));
  const converter = Converter.of(analysis.partnership.files.get(file)?.text ?? '', 'utf-16');
  const { tests, problem } = testsOf(analysis);
  return {
    uri, version, problem: problem ?? null,
    tests: tests.map(({ span, messages, ...test }) => ({ ...test, range: converter.range(span), message: messages.join('\n') })),
  };
}

/** The edit that makes an expectation of a cell as it is now. */
export async function expectationRequest(workspace: Workspace, params: unknown, work: Work): Promise<ExpectationEdit> {
  const { analysed, at, ...cell } = await cellParams(workspace, params);
  const { analysis, file, uri, version } = analysed;
  const saved = await work.through(saveSteps(analysis, [{ ...cell, at: at ?? analysis.partnership.asOf }]));
  if (saved.kind === 'impossible') throw invalid(saved.message);
  const before = Converter.of(analysis.partnership.files.get(file)?.text ?? '', 'utf-16');
  if (saved.kind === 'there') return { uri, version, edits: [], reveal: before.range(saved.reveal) };
  return {
    uri, version, reveal: Converter.of(saved.text, 'utf-16').range(saved.reveal),
    edits: saved.edits.map(({ span, text }) => ({ range: before.range(span), newText: text })),
  };
}

export async function locateRequest(workspace: Workspace, params: unknown): Promise<LocateResult> {
  const uri = textParam(params, 'uri');
  const id = textParam(params, 'id');
  const { analysis } = await analysedAt(workspace, uri);
  const place = locate(analysis, id);
  const text = place && analysis.partnership.files.get(place.file)?.text;
  if (!place || text === undefined) throw invalid(`Nothing is declared as \`${id}\` in this file or its imports.`);
  return { uri: workspace.clientUri(place.file), range: Converter.of(text, 'utf-16').range(place) };
}

export const invalid = (message: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, message);

export function textParam(params: unknown, key: string): string {
  const value = isRecord(params) ? params[key] : undefined;
  if (typeof value !== 'string' || value === '') throw invalid(`\`${key}\` must be a text.`);
  return value;
}

export function dayParams(params: unknown): { uri: string; at: Day | undefined; assume: Assumptions } {
  const uri = textParam(params, 'uri');
  const { at, assume } = params as Record<string, unknown>;
  const date = typeof at === 'string' ? parseDate(at) : undefined;
  if (at !== undefined && at !== null && !date) throw invalid(`\`at\` is not a day of the calendar: \`${String(at).slice(0, 40)}\`. A day is written like 2026-04-27.`);
  if (assume !== undefined && assume !== null && !isRecord(assume)) throw invalid('`assume` must be an object of names and values.');
  return { uri, at: date?.first, assume: (assume ?? {}) as Assumptions };
}

export async function cellParams(workspace: Workspace, params: unknown): Promise<{ analysed: Analysed; product: string; cloud: string; at: Day | undefined; assume: Assumptions }> {
  const { uri, at, assume } = dayParams(params);
  const product = textParam(params, 'product');
  const cloud = textParam(params, 'cloud');
  const analysed = await analysedAt(workspace, uri);
  const { products, clouds } = analysed.analysis.partnership;
  known('product', product, products);
  known('cloud', cloud, clouds);
  return { analysed, product, cloud, at, assume: checked(assume, analysed) };
}

export function checked(assume: Assumptions, { analysis }: Analysed): Assumptions {
  for (const [name, value] of Object.entries(assume)) {
    const problem = assumptionProblem(name, value, analysis.partnership);
    if (problem !== undefined) throw invalid(problem);
  }
  return assume;
}

export function known(what: 'product' | 'cloud' | 'party' | 'agreement', id: string, declared: ReadonlyMap<string, unknown>): void {
  if (declared.has(id)) return;
  const suggestion = didYouMean(id, [...declared.keys()]);
  throw invalid(`There is no ${what} \`${id}\`.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`);
}

export async function analysedAt(workspace: Workspace, uri: string): Promise<Analysed> {
  const analysed = await workspace.current(uri);
  if (!analysed.analysis.partnership.files.has(analysed.file)) throw invalid(`The file cannot be read: ${uri}`);
  return analysed;
}
