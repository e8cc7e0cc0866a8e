import { type CommitmentsView, EXPORT_FORMATS, type ExportResult, MONEY_FORMATS, REPORT_FORMATS } from '../protocol.js';
import { exportMatrix } from '../render/export.js';
import { moneyAs } from '../render/money-text.js';
import { cellsAhead } from '../service/ahead.js';
import { effective } from '../service/assume.js';
import { commitmentsView } from '../service/commitments.js';
import { exportReport } from '../render/report.js';
import { exportName } from '../service/matrix-report.js';
import { analysedAt, checked, dayParams, invalid, known } from './requests.js';
import { isRecord } from './options.js';
import { formatDay } from '../base/dates.js';
import type { Work } from './work.js';
import type { Workspace } from './workspace.js';

/** The matrix, a row or a cell, exactly as the command line prints it in the workspace folder. */
export async function exportRequest(workspace: Workspace, params: unknown, work: Work): Promise<ExportResult> {
  const { uri, at, assume } = dayParams(params);
  const { format, product, cloud } = isRecord(params) ? params : {};
  const chosen = EXPORT_FORMATS.find((one) => one === format);
  if (chosen === undefined) throw invalid(`\`format\` must be one of ${EXPORT_FORMATS.join(', ')}.`);
  const analysed = await analysedAt(workspace, uri);
  const { analysis, file } = analysed;
  const { partnership } = analysis;
  const scope = { product: idParam('product', product, partnership.products), cloud: idParam('cloud', cloud, partnership.clouds) };
  const options = { at, assume: checked(assume, analysed), ...scope };
  const day = formatDay(at ?? partnership.asOf);
  await work.through(cellsAhead(analysis, assume, at ?? partnership.asOf));
  return {
    text: exportMatrix(analysis, chosen, pathIn(workspace.folderFor(file), file), options),
    name: exportName({ uri: file, at: day }, scope), at: day, assumed: effective(assume, partnership),
  };
}

/** Money and terms, exactly as the command line prints them in the workspace folder. */
export async function exportMoneyRequest(workspace: Workspace, params: unknown): Promise<ExportResult> {
  const { format } = isRecord(params) ? params : {};
  const chosen = MONEY_FORMATS.find((one) => one === format);
  if (chosen === undefined) throw invalid(`\`format\` must be one of ${MONEY_FORMATS.join(', ')}.`);
  const view = await commitmentsRequest(workspace, params);
  const { file } = await analysedAt(workspace, view.uri);
  const { at, assumed } = view;
  return { text: moneyAs(chosen, view, pathIn(workspace.folderFor(file), file)), name: exportName({ uri: file, at: `money-${at}` }, {}), at, assumed };
}

/** The report, exactly as the command line prints it. It is about every day. */
export async function reportRequest(workspace: Workspace, params: unknown, work: Work): Promise<ExportResult> {
  const { uri, assume } = dayParams(params);
  const { format } = isRecord(params) ? params : {};
  const chosen = REPORT_FORMATS.find((one) => one === format);
  if (chosen === undefined) throw invalid(`\`format\` must be one of ${REPORT_FORMATS.join(', ')}.`);
  const analysed = await analysedAt(workspace, uri);
  const { analysis, file } = analysed;
  const at = formatDay(analysis.partnership.asOf);
  await work.through(cellsAhead(analysis, checked(assume, analysed)));
  return { text: exportReport(analysis, chosen, checked(assume, analysed)), name: exportName({ uri: file, at: `report-${at}` }, {}), at, assumed: effective(assume, analysis.partnership) };
}

export async function commitmentsRequest(workspace: Workspace, params: unknown): Promise<CommitmentsView> {
  const { uri, at, assume } = dayParams(params);
  const analysed = await analysedAt(workspace, uri);
  return { ...commitmentsView(analysed.analysis, { at, assume: checked(assume, analysed), version: analysed.version }), uri: analysed.uri };
}

function idParam(what: 'product' | 'cloud', id: unknown, declared: ReadonlyMap<string, unknown>): string | undefined {
  if (id === undefined || id === null) return undefined;
  if (typeof id !== 'string') throw invalid(`\`${what}\` must be a text.`);
  known(what, id, declared);
  return id;
}

/** The path of a file below a folder, as a person in that folder would give it. */
function pathIn(folder: string, file: string): string {
  const below = file.startsWith(folder) ? file.slice(folder.length) : file;
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}
