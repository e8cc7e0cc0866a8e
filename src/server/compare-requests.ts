import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { formatDay } from '../base/dates.js';
import type { CompareBase, CompareView } from '../protocol.js';
import { isCompareBase } from '../protocol-guards.js';
import { comparisonText } from '../render/compare-text.js';
import { cellsAhead } from '../service/ahead.js';
import { effective } from '../service/assume.js';
import { compare } from '../service/compare.js';
import { compareView, type LabelledSide } from '../service/compare-view.js';
import { fileName } from '../service/matrix-view.js';
import { withoutAgreement } from '../service/questions-plan.js';
import { isRecord } from './options.js';
import { analysedAt, checked, dayParams, known } from './requests.js';
import type { Work } from './work.js';
import type { Analysed, Workspace } from './workspace.js';

/** Two matrices for the comparison view. */
export async function compareRequest(workspace: Workspace, params: unknown, work: Work): Promise<CompareView> {
  const { before, after, analysed } = await sidesOf(workspace, params, work);
  return { ...compareView(before, after, analysed.version), uri: analysed.uri };
}

/** The same as Markdown, as `entente diff --format markdown` prints it. */
export async function compareTextRequest(workspace: Workspace, params: unknown, work: Work): Promise<{ text: string }> {
  const { before, after } = await sidesOf(workspace, params, work);
  const sameText = before.analysis === after.analysis;
  const name = ({ label, at, assume }: LabelledSide): string =>
    [...(sameText ? [] : [label]), formatDay(at), ...Object.entries(assume).map(([unknown, value]) => `${unknown}=${String(value)}`)].join(', ');
  return { text: comparisonText(compare(before, after, sameText ? 'day' : 'ever'), after, { before: name(before), after: name(after) }, true) };
}

async function olderSide(workspace: Workspace, base: CompareBase, analysed: Analysed): Promise<Analysed> {
  switch (base.kind) {
    case 'same': return analysed;
    case 'file': return analysedAt(workspace, base.uri);
    case 'text': return workspace.analysisOf(analysed.file, base.text);
    case 'without':
      known('agreement', base.agreement, analysed.analysis.partnership.agreements);
      return { ...analysed, analysis: withoutAgreement(analysed.analysis, base.agreement) };
  }
}

async function sidesOf(workspace: Workspace, params: unknown, work: Work): Promise<{ before: LabelledSide; after: LabelledSide; analysed: Analysed }> {
  const { uri, base, before, after } = isRecord(params) ? params : {};
  if (typeof uri !== 'string' || !isCompareBase(base) || !isRecord(before) || !isRecord(after)) throw new ResponseError(ErrorCodes.InvalidParams, 'A comparison needs `uri`, `base`, `before` and `after`.');
  const analysed = await analysedAt(workspace, uri);
  const older = await olderSide(workspace, base, analysed);
  const label = base.kind === 'text' ? base.label : base.kind === 'without' ? `without ${base.agreement}` : fileName(older.file);
  const side = (own: Analysed, wanted: Record<string, unknown>, name: string): LabelledSide => {
    const { at, assume } = dayParams({ ...wanted, uri });
    return { analysis: own.analysis, at: at ?? analysed.analysis.partnership.asOf, assume: effective(checked(assume, own), own.analysis.partnership), label: name };
  };
  const sides = { before: side(older, before, label), after: side(analysed, after, fileName(analysed.file)), analysed };
  for (const { analysis, assume } of [sides.before, sides.after]) await work.through(cellsAhead(analysis, assume));
  return sides;
}
