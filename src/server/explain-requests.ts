import { formatDay } from '../base/dates.js';
import type { Place } from '../base/span.js';
import type { ExplainNode, ExplainView, LocateResult, SettleView } from '../protocol.js';
import { effective } from '../service/assume.js';
import { explain } from '../service/explain.js';
import type { Reason } from '../service/reason.js';
import { rankedCellFixes, trySettling } from '../service/settle.js';
import { Converter } from './convert.js';
import { cellParams } from './requests.js';
import { stepwise } from './stepwise.js';
import type { Work } from './work.js';
import type { Analysed, Workspace } from './workspace.js';

/** One cell, explained, with the places of everything that is named. */
export async function explainRequest(workspace: Workspace, params: unknown): Promise<ExplainView> {
  const { analysed, ...cell } = await cellParams(workspace, params);
  const { parts, at, ...explanation } = explain(analysed.analysis, cell);
  const placed = places(workspace, analysed);
  return { ...explanation, at: formatDay(at), parts: parts.map((reason) => nodeOf(reason, placed)) };
}

/** The edits of the text that clear the conflict on a cell. Stops trying where the client no longer asks or the text has changed. */
export async function settleRequest(workspace: Workspace, params: unknown, work: Work): Promise<SettleView> {
  const { analysed, product, cloud, at, assume } = await cellParams(workspace, params);
  const { analysis, file, version } = analysed;
  const { partnership } = analysis;
  const cell = { product, cloud, at: at ?? partnership.asOf, assume: effective(assume, partnership) };
  const versions = new Map([...partnership.files.keys()].map((each) => [each, workspace.document(each)?.version ?? null]));
  const found = await stepwise(trySettling(analysis, cell), () => (workspace.document(file)?.version ?? null) === version, work);
  return {
    product, cloud,
    fixes: rankedCellFixes(found).map(({ fix, status }) => ({
      title: fix.title, status,
      files: fix.edits.map(({ file: edited, edits }) => {
        const converter = Converter.of(partnership.files.get(edited)?.text ?? '', 'utf-16');
        return {
          uri: workspace.clientUri(edited), version: versions.get(edited) ?? null,
          edits: edits.map(({ span, text }) => ({ range: converter.range(span), newText: text })),
        };
      }),
    })),
  };
}

/** Turns places of the texts and documents of an analysis into positions; undefined for files that it does not know. */
function places(workspace: Workspace, { analysis }: Analysed): (place: Place) => LocateResult | undefined {
  const converters = new Map<string, Converter>();
  return (place) => {
    const text = analysis.partnership.files.get(place.file)?.text ?? analysis.input.documents.get(place.file);
    if (typeof text !== 'string') return undefined;
    const converter = converters.get(place.file) ?? Converter.of(text, 'utf-16');
    converters.set(place.file, converter);
    return { uri: workspace.clientUri(place.file), range: converter.range(place) };
  };
}

const nodeOf = ({ id, kind, text, about, place, assume, open = false, children = [] }: Reason, placed: (place: Place) => LocateResult | undefined): ExplainNode => {
  const target = place && placed(place);
  return {
    id, kind, text, open, children: children.map((child) => nodeOf(child, placed)),
    ...(about === undefined ? {} : { about }), ...(target ? { target } : {}), ...(assume ? { assume } : {}),
  };
};
