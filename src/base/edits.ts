import type { Span } from './span.js';

/** Replaces the text of `span`. Edits of one list refer to the same text and do not overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text after the edits, whatever order they are listed in. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
