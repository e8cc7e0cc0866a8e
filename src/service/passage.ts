import { placesOfQuote } from '../base/quotes.js';
import { lineStarts, type Place, positionAt, type Span, span } from '../base/span.js';
import { resolvePath } from '../model/imports.js';
import type { Partnership, Source } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { isDocumentPath } from './load.js';

/** A source's text document in the workspace, with the place of what is quoted. */
export interface Passage {
  readonly place: Place;
  /** False where nothing is quoted, or the words are not there: the place is the start of the document. */
  readonly isQuoted: boolean;
  /** Of its first character, counted from 1. */
  readonly line: number;
  /** The lines that hold it with some around them, and where the quoted parts stand in that excerpt. */
  readonly excerpt: { readonly text: string; readonly parts: readonly Span[]; readonly cut: { readonly before: boolean; readonly after: boolean } };
}

/** Characters around the quoted words in an excerpt, at most, before the lines are completed no further. */
const AROUND = 160;

/** Undefined where the source names no text document of the workspace, or it cannot be read. */
export function passageOf({ document, quote, place }: Source, { input }: Analysis): Passage | undefined {
  if (document === undefined || !isDocumentPath(document)) return undefined;
  const file = resolvePath(document, place.file, input.workspace);
  const text = file === undefined ? undefined : input.documents.get(file);
  if (file === undefined || typeof text !== 'string') return undefined;
  const parts = quote === undefined ? undefined : placesOfQuote(text, quote);
  const [first, last] = [parts?.[0], parts?.at(-1)];
  const at = first && last ? span(first.start, last.end) : span(0, 0);
  const from = Math.max(0, at.start - AROUND);
  const to = Math.min(text.length, at.end + AROUND);
  return {
    place: { file, ...at }, isQuoted: parts !== undefined, line: positionAt(lineStarts(text), at.start).line + 1,
    excerpt: {
      text: text.slice(from, to), cut: { before: from > 0, after: to < text.length },
      parts: (parts ?? []).map(({ start, end }) => span(start - from, end - from)),
    },
  };
}

/** The source whose quote or document is written at the offset. */
export function sourceAt({ agreements }: Partnership, file: string, offset: number): { readonly source: Source; readonly at: Place } | undefined {
  for (const agreement of agreements.values()) {
    for (const { source } of [agreement, ...agreement.clauses]) {
      const at = [source?.quotePlace, source?.documentPlace].find((place) => place && place.file === file && place.start <= offset && offset <= place.end);
      if (source && at) return { source, at };
    }
  }
  return undefined;
}
