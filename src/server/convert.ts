import { lineStarts, offsetAt, positionAt, type Position, type Span } from '../base/span.js';

/** How the client counts characters in a line: in UTF-16 units, in bytes of UTF-8, or in code points. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The one place that makes positions of offsets, and offsets of positions, for one text. */
export class Converter {
  private readonly starts: readonly number[];

  constructor(readonly text: string, private readonly encoding: Encoding) {
    this.starts = lineStarts(text);
  }

  position(offset: number): Position {
    const { line, character } = positionAt(this.starts, Math.max(0, Math.min(offset, this.text.length)));
    if (this.encoding === 'utf-16') return { line, character };
    const start = this.starts[line] ?? 0;
    return { line, character: measure(this.text.slice(start, start + character), this.encoding) };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** A position past its line or past the text is clamped; one inside a character counts as its start. */
  offset(position: Position): number {
    if (this.encoding === 'utf-16') return this.withoutBreak(position.line, offsetAt(this.starts, this.text.length, position));
    const start = this.starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    const end = this.withoutBreak(position.line, this.starts[position.line + 1] ?? this.text.length);
    let at = start;
    for (let left = position.character; at < end; ) {
      const character = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
      const width = measure(character, this.encoding);
      if (width > left) break;
      left -= width;
      at += character.length;
    }
    return at;
  }

  span({ start, end }: Range): Span {
    const from = this.offset(start);
    return { start: from, end: Math.max(from, this.offset(end)) };
  }

  /** The line's own end where the offset lies in or after its line break. */
  private withoutBreak(line: number, offset: number): number {
    const next = line < 0 ? undefined : this.starts[line + 1];
    if (next === undefined || offset < next - 2) return offset;
    const length = this.text[next - 1] === '\n' && this.text[next - 2] === '\r' ? 2 : 1;
    return Math.min(offset, next - length);
  }
}

function measure(text: string, encoding: Exclude<Encoding, 'utf-16'>): number {
  let size = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    size += encoding === 'utf-32' ? 1 : point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return size;
}

/** UTF-16 unless the client does not offer it. */
export function negotiate(offered: readonly string[] | undefined): Encoding {
  const known = (offered ?? []).filter((encoding): encoding is Encoding => encoding === 'utf-16' || encoding === 'utf-8' || encoding === 'utf-32');
  return known.length === 0 || known.includes('utf-16') ? 'utf-16' : known[0] ?? 'utf-16';
}

/** Texts whose converters are kept. */
const KEPT = 32;

/** Converters by text: a finding, its fixes and its related places are often in the same few texts. */
export class Converters {
  private readonly known = new Map<string, Converter>();

  constructor(readonly encoding: Encoding) {}

  of(text: string): Converter {
    const known = this.known.get(text) ?? new Converter(text, this.encoding);
    this.known.delete(text);
    this.known.set(text, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= KEPT) break;
      this.known.delete(oldest);
    }
    return known;
  }
}
