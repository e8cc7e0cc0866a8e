/** A half-open range of UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in a named file. `file` is a URI, or a path for the command line. */
export interface Place extends Span {
  readonly file: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Where a stretch of text begins. It moves when text before it is edited, and every span that counts from it moves along. */
export interface Origin {
  /** UTF-16 offset in the text as it is now. */
  offset: number;
}

/** A span that counts from origins: it stays right while text before it is edited. */
export class LiveSpan implements Span {
  constructor(readonly startOrigin: Origin, readonly startFrom: number, readonly endOrigin: Origin, readonly endFrom: number) {}

  get start(): number {
    return this.startOrigin.offset + this.startFrom;
  }

  get end(): number {
    return this.endOrigin.offset + this.endFrom;
  }

  toJSON(): Span {
    return span(this.start, this.end);
  }
}

class LivePlace extends LiveSpan implements Place {
  constructor(readonly file: string, { startOrigin, startFrom, endOrigin, endFrom }: LiveSpan) {
    super(startOrigin, startFrom, endOrigin, endFrom);
  }

  override toJSON(): Place {
    return { file: this.file, start: this.start, end: this.end };
  }
}

/** The span in its file; it moves with the span. */
export const placeIn = (file: string, at: Span): Place => (at instanceof LiveSpan ? new LivePlace(file, at) : { file, start: at.start, end: at.end });

/** The part of a span between two distances from its start. */
export const inside = (outer: Span, from: number, to: number): Span => (outer instanceof LiveSpan
  ? new LiveSpan(outer.startOrigin, outer.startFrom + from, outer.startOrigin, outer.startFrom + to)
  : span(outer.start + from, outer.start + to));

/** From the start of one span to the end of another. */
export const across = (from: Span, to: Span): Span =>
  (from instanceof LiveSpan && to instanceof LiveSpan ? new LiveSpan(from.startOrigin, from.startFrom, to.endOrigin, to.endFrom) : span(from.start, to.end));

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;

/** A zero-based line and UTF-16 character, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Start offset of every line. Lines end at LF, CR LF or a lone CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The position of an offset; offsets outside the text are clamped by the caller's `starts`. */
export function positionAt(starts: ArrayLike<number>, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((starts[mid] ?? 0) <= offset) low = mid;
    else high = mid - 1;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] ?? 0)) };
}

/** The offset of a position; a position past its line or past the text is clamped. */
export function offsetAt(starts: ArrayLike<number>, length: number, position: Position): number {
  const start = starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : length;
  const end = starts[position.line + 1] ?? length;
  return Math.max(start, Math.min(start + position.character, end));
}
