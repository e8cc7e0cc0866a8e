import { lineStarts, offsetAt, positionAt, type Position, type Span } from '../base/span.js';

/** How the client counts characters in a line: in UTF-16 units, in bytes of UTF-8, or in code points. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The one place that makes positions of offsets, and offsets of positions, for one text. */
export class Converter {
  private constructor(readonly text: string, private readonly encoding: Encoding, private readonly starts: Int32Array) {}

  static of(text: string, encoding: Encoding): Converter {
    return new Converter(text, encoding, Int32Array.from(lineStarts(text)));
  }

  /** The converter of the text with a part of it replaced: only the lines around that part are looked at again. */
  edited({ start, end }: Span, inserted: string): Converter {
    const { text, encoding, starts } = this;
    const after = text.slice(0, start) + inserted + text.slice(end);
    // A line break may be made of a character before the part and one in it.
    const first = Math.max(0, positionAt(starts, start).line - 1);
    const last = positionAt(starts, end).line + 1;
    const by = inserted.length - (end - start);
    const from = starts[first] ?? 0;
    const rest = starts[last];
    const around = lineStarts(rest === undefined ? after.slice(from) : after.slice(from, rest + by)).map((at) => at + from);
    if (rest !== undefined && around.at(-1) === rest + by) around.pop();
    const kept = Math.max(0, starts.length - last);
    const fresh = new Int32Array(first + around.length + kept);
    fresh.set(starts.subarray(0, first));
    fresh.set(around, first);
    for (let index = 0; index < kept; index++) fresh[first + around.length + index] = starts[last + index]! + by;
    return new Converter(after, encoding, fresh);
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
    return this.keep(this.known.get(text) ?? Converter.of(text, this.encoding));
  }

  /** The converter of a text that has become another by an edit. */
  edited(text: string, replaced: Span, inserted: string): Converter {
    const converter = this.of(text).edited(replaced, inserted);
    this.known.delete(text);
    return this.keep(converter);
  }

  private keep(known: Converter): Converter {
    this.known.delete(known.text);
    this.known.set(known.text, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= KEPT) break;
      this.known.delete(oldest);
    }
    return known;
  }
}
