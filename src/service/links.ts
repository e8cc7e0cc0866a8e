import { type Span, span } from '../base/span.js';
import { resolvePath } from '../model/imports.js';
import type { Source } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { isDocumentPath } from './load.js';
import { passageOf } from './passage.js';

export interface DocumentLink {
  readonly span: Span;
  /** URI of a file of the workspace, or an address on the web. */
  readonly target: string;
  readonly tooltip: string;
}

/** Links of a file: its imports, and the documents that its sources name inside `workspace` or on the web (`http` and `https` only). */
export function links(analysis: Analysis, file: string, workspace: string): readonly DocumentLink[] {
  const { partnership } = analysis;
  const imports = partnership.files.get(file)?.imports ?? [];
  const sources = [...partnership.agreements.values()].flatMap(({ source, clauses }) => [source, ...clauses.map((clause) => clause.source)]);
  return [
    ...imports.map(({ place, file: target }) => ({ span: span(place.start, place.end), target, tooltip: 'Open the imported file' })),
    ...sources.flatMap((source) => (source && source.place.file === file ? [...sourceLink(source, file, workspace), ...quoteLink(source, analysis)] : [])),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** To the line in the document where the quoted words begin, as editors read it from an address. */
function quoteLink(source: Source, analysis: Analysis): DocumentLink[] {
  const passage = source.quotePlace && passageOf(source, analysis);
  return source.quotePlace && passage?.isQuoted ? [{ span: span(source.quotePlace.start, source.quotePlace.end), target: `${passage.place.file}#L${passage.line}`, tooltip: `Open the quoted words, line ${passage.line}` }] : [];
}

function sourceLink({ document = '', documentPlace }: Source, file: string, workspace: string): DocumentLink[] {
  if (!documentPlace) return [];
  const at = span(documentPlace.start, documentPlace.end);
  if (isDocumentPath(document)) {
    const target = resolvePath(document, file, workspace);
    return target === undefined ? [] : [{ span: at, target, tooltip: 'Open the source' }];
  }
  if (!/^https?:\/\/[^\s]+$/i.test(document) || !URL.canParse(document)) return [];
  return [{ span: at, target: new URL(document).href, tooltip: 'Open the source on the web' }];
}
