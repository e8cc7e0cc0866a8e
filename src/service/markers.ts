import type { Finding } from '../base/findings.js';
import type { Node, Tree } from '../syntax/tree.js';

/**
 * Expected findings are written under the range that they mark:
 *
 *     signed: 2026-02-30
 *     #       ^^^^^^^^^^ bad-date
 *
 * - A marker belongs to the nearest line above that is no marker itself; several may follow one line.
 * - Where the range starts in the first column, which the `#` takes, it is drawn `# <---- code`: `<` and the hyphens
 *   are as many as the range has characters.
 * - Of a range of several lines only the part on its first line is marked, without blanks at the end of the line.
 * - An empty range is marked like one of a single character.
 */
export interface Marker {
  /** Index among all lines of the text, of the line that is marked. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly code: string;
}

const MARKER = /^ *#(?: *(\^+)| (<-*)) ([a-z]+(?:-[a-z]+)*)\r?$/;

/** The markers of a text. With its tree, lines inside a value (a block of text, a quoted string) are none. */
export function parseMarkers(text: string, tree?: Tree): readonly Marker[] {
  const markers: (Marker & { readonly offset: number })[] = [];
  let marked = -1;
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const match = MARKER.exec(line);
    if (match) {
      const [, carets, arrow, code = ''] = match;
      markers.push({ line: marked, column: carets === undefined ? 0 : line.indexOf('^'), length: carets?.length ?? arrow?.length ?? 1, code, offset: start + line.indexOf('#') });
    } else marked = index;
    start += line.length + 1;
  }
  const root = markers.length > 0 ? tree?.root : undefined;
  return markers.filter(({ offset }) => !root || !insideValue(root, offset)).map(({ line, column, length, code }) => ({ line, column, length, code }));
}

/** The end of the last of the markers that stand below the line of the offset; the offset itself where there are none. */
export function afterMarkers(text: string, offset: number): number {
  // After a line break the line before is meant: a block of text ends there.
  const line = lineEnd(text, text[offset - 1] === '\n' ? offset - 1 : offset);
  let end = line;
  for (let at = end; at < text.length && MARKER.test(text.slice(at + 1, lineEnd(text, at + 1))); at = end) end = lineEnd(text, at + 1);
  return end === line ? offset : text[end - 1] === '\r' ? end - 1 : end;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

function insideValue(node: Node, offset: number): boolean {
  if (offset < node.span.start || node.span.end <= offset) return false;
  switch (node.kind) {
    case 'scalar': return true;
    case 'seq': return node.items.some((item) => insideValue(item, offset));
    case 'map': return node.entries.some(({ value }) => insideValue(value, offset));
  }
}

/** What a finding looks like as a marker in the text that it was found in. */
export function markerOf(text: string, { place, code }: Pick<Finding, 'place' | 'code'>): Marker {
  const before = text.slice(0, place.start);
  const line = before.split('\n').length - 1;
  const start = before.lastIndexOf('\n') + 1;
  const shown = (text.slice(place.start, place.end).split('\n')[0] ?? '').trimEnd();
  return { line, column: place.start - start, length: Math.max(1, shown.length), code };
}

/** Whether both mark the same range of the same line with the same code. */
export const sameMarker = (a: Marker, b: Marker): boolean => a.line === b.line && a.column === b.column && a.length === b.length && a.code === b.code;

/** The text with these markers and no others. Equal markers in another order give the same text. */
export function renderMarkers(text: string, markers: readonly Marker[]): string {
  const ordered = [...markers].sort((a, b) => a.column - b.column || a.length - b.length || (a.code < b.code ? -1 : 1));
  return text.split('\n').flatMap((line, index) => (MARKER.test(line) ? [] : [line, ...ordered.filter((marker) => marker.line === index).map((marker) => draw(line, marker))])).join('\n');
}

/** The comment line that marks a range of `line`. */
export function draw(line: string, { column, length, code }: Marker): string {
  if (column === 0) return `# <${'-'.repeat(length - 1)} ${code}`;
  const indent = Math.min(line.length - line.trimStart().length, Math.max(0, column - 2));
  return `${' '.repeat(indent)}#${' '.repeat(column - indent - 1)}${'^'.repeat(length)} ${code}`;
}
