import type { TextEdit } from '../base/edits.js';
import { span } from '../base/span.js';

/** A stretch of the text after the first edits: taken over from the original, or written by an edit. */
interface Piece {
  /** In the text after the first edits. */
  readonly start: number;
  readonly end: number;
  /** In the original; for what is written, the span that it replaces. */
  readonly from: number;
  readonly to: number;
  readonly written: boolean;
}

/** The edits of the original that do what two lists do one after the other. Each list is free of overlaps. */
export function composeEdits(original: string, first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  const pieces = piecesOf(original, first);
  const middle = [...first].sort((a, b) => a.span.start - b.span.start);
  const texts = new Map(pieces.filter(({ written }) => written).map((piece, index) => [piece, middle[index]?.text ?? '']));
  const groups: { start: number; end: number }[] = [];
  // What overlaps or touches belongs together: written pieces and second edits.
  const spans = [...pieces.filter(({ written }) => written).map(({ start, end }) => ({ start, end })), ...second.map((edit) => ({ ...edit.span }))].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const next of spans) {
    const last = groups.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else groups.push({ ...next });
  }
  const textAfterFirst = pieces.map((piece) => texts.get(piece) ?? original.slice(piece.from, piece.to)).join('');
  return groups.map(({ start, end }) => {
    let text = '';
    let at = start;
    for (const edit of second.filter(({ span: own }) => own.start >= start && own.end <= end).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      text += textAfterFirst.slice(at, edit.span.start) + edit.text;
      at = edit.span.end;
    }
    return { span: span(back(pieces, start, 'start'), back(pieces, end, 'end')), text: text + textAfterFirst.slice(at, end) };
  });
}

function piecesOf(original: string, edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let at = 0;
  const add = (to: number, length: number, written: boolean): void => {
    if (written || length > 0) pieces.push({ start: at, end: at + length, from, to, written });
    from = to;
    at += length;
  };
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    add(edit.span.start, edit.span.start - from, false);
    add(edit.span.end, edit.text.length, true);
  }
  add(original.length, original.length - from, false);
  return pieces;
}

/** The offset in the original of an offset after the first edits; at the edge of what is written, that of the whole of it. */
function back(pieces: readonly Piece[], offset: number, side: 'start' | 'end'): number {
  const touching = pieces.filter(({ start, end }) => start <= offset && offset <= end);
  // Edits that touch in the original and leave nothing all stand at one place after it.
  const isWritten = (piece: Piece): boolean => piece.written;
  const written = side === 'start' ? touching.find(isWritten) : touching.findLast(isWritten);
  if (written) return side === 'start' ? written.from : written.to;
  const piece = touching[0];
  return piece ? piece.from + (offset - piece.start) : 0;
}
