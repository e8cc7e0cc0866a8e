import type { Finding } from '../../src/base/findings.js';

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

export function parseMarkers(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  let marked = -1;
  for (const [index, line] of text.split('\n').entries()) {
    const match = MARKER.exec(line);
    if (!match) {
      marked = index;
      continue;
    }
    const [, carets, arrow, code = ''] = match;
    markers.push(carets === undefined
      ? { line: marked, column: 0, length: arrow?.length ?? 1, code }
      : { line: marked, column: line.indexOf('^'), length: carets.length, code });
  }
  return markers;
}

/** What a finding looks like as a marker in the text that it was found in. */
export function markerOf(text: string, { place, code }: Pick<Finding, 'place' | 'code'>): Marker {
  const before = text.slice(0, place.start);
  const line = before.split('\n').length - 1;
  const start = before.lastIndexOf('\n') + 1;
  const shown = (text.slice(place.start, place.end).split('\n')[0] ?? '').trimEnd();
  return { line, column: place.start - start, length: Math.max(1, shown.length), code };
}

/** The text with these markers and no others. Equal markers in another order give the same text. */
export function renderMarkers(text: string, markers: readonly Marker[]): string {
  const ordered = [...markers].sort((a, b) => a.column - b.column || a.length - b.length || (a.code < b.code ? -1 : 1));
  return text.split('\n').flatMap((line, index) => (MARKER.test(line) ? [] : [line, ...ordered.filter((marker) => marker.line === index).map((marker) => draw(line, marker))])).join('\n');
}

function draw(line: string, { column, length, code }: Marker): string {
  if (column === 0) return `# <${'-'.repeat(length - 1)} ${code}`;
  const indent = Math.min(line.length - line.trimStart().length, Math.max(0, column - 2));
  return `${' '.repeat(indent)}#${' '.repeat(column - indent - 1)}${'^'.repeat(length)} ${code}`;
}
