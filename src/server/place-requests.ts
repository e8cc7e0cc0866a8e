import type { Place } from '../base/span.js';
import type { ClausePlacesResult, ClausesAtResult, LocateResult, OpenQuestionsView } from '../protocol.js';
import { clausesAt, placesOfClauses } from '../service/clauses-at.js';
import { coverageOf, coverageText } from '../service/coverage.js';
import { openQuestions } from '../service/open-questions.js';
import { Converter, Converters } from './convert.js';
import { Places } from './diagnostics.js';
import { isRecord } from './options.js';
import { analysedAt, invalid, textParam } from './requests.js';
import { canonical } from './uris.js';
import type { Analysed, Workspace } from './workspace.js';

/** The requests that join text and matrix. Like all our own, they count characters in UTF-16. */

/** None where the text is no part of the file's agreement, or the position is not in it. */
export async function clausesAtRequest(workspace: Workspace, params: unknown): Promise<ClausesAtResult> {
  const analysed = await analysedAt(workspace, textParam(params, 'uri'));
  const text = canonical(textParam(params, 'text'));
  const position = isRecord(params) ? params['position'] : undefined;
  if (!isPosition(position)) throw invalid('`position` must have a `line` and a `character`, counted from 0.');
  const source = analysed.analysis.partnership.files.get(text);
  return { clauses: source ? clausesAt(analysed.analysis, text, Converter.of(source.text, 'utf-16').offset(position)) : [] };
}

export async function clausePlacesRequest(workspace: Workspace, params: unknown): Promise<ClausePlacesResult> {
  const analysed = await analysedAt(workspace, textParam(params, 'uri'));
  const clauses = isRecord(params) ? params['clauses'] : undefined;
  if (!Array.isArray(clauses) || !clauses.every((id) => typeof id === 'string')) throw invalid('`clauses` must be a list of ids.');
  return { places: placesOfClauses(analysed.analysis, clauses).map(placed(analysed, workspace)) };
}

export async function openQuestionsRequest(workspace: Workspace, params: unknown): Promise<OpenQuestionsView> {
  const analysed = await analysedAt(workspace, textParam(params, 'uri'));
  const { analysis, uri, version, shown } = analysed;
  const place = placed(analysed, workspace);
  return { uri, version, covered: coverageText(coverageOf(analysis)), questions: openQuestions(analysis, shown).map((question) => ({ ...question, place: place(question.place) })) };
}

const placed = ({ analysis }: Analysed, workspace: Workspace): ((place: Place) => LocateResult) => {
  const places = new Places(analysis.partnership, new Converters('utf-16'), (file) => workspace.clientUri(file));
  return (place) => places.location(place);
};

const isPosition = (value: unknown): value is { line: number; character: number } =>
  isRecord(value) && [value['line'], value['character']].every((number) => Number.isSafeInteger(number) && (number as number) >= 0);
