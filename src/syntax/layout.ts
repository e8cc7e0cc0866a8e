import { type CST, Lexer, Parser } from 'yaml';
import type { TextEdit } from '../base/edits.js';
import { lineStarts, positionAt, span } from '../base/span.js';
import { inParts, outcomeOf, type Steps } from '../base/steps.js';

/** Spaces for each level of a block. */
export const INDENT = 2;

type Block = CST.BlockMap | CST.BlockSequence;

/** A block collection with the column it has and the one it gets. */
interface Level {
  readonly old: number;
  readonly fresh: number;
}

/** What is no white space: a scalar, a comment, a mark. */
interface Atom {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Columns of a value that follows its key may be kept where neighbours share them. */
  readonly aligned: boolean;
  /** The innermost block collection around it. */
  readonly level: Level | undefined;
}

/**
 * Edits that put a text in order and touch nothing but white space: two spaces for each level, dashes indented, one space
 * after colons and commas and inside braces, no space at the end of lines, one empty line at most, one line break at
 * the end. Values in one column under each other stay so, and so do the columns of comments. The text must be free of
 * syntax problems.
 */
export const layoutSteps = (text: string): Steps<readonly TextEdit[]> => new Layout(text).steps();

/** Words and lines that are handled in one step: some milliseconds. */
const PART = 2_000;

class Layout {
  private readonly starts: readonly number[];
  private readonly atoms: Atom[] = [];
  /** By line: the block collection that its first word belongs to. */
  private readonly levels = new Map<number, { readonly level: Level; readonly item: boolean }>();
  private readonly edits: TextEdit[] = [];
  private entries = 0;

  constructor(private readonly text: string) {
    this.starts = lineStarts(text);
  }

  *steps(): Steps<readonly TextEdit[]> {
    yield* this.read();
    yield* this.betweenAtoms();
    yield* this.lines();
    return this.edits.sort((a, b) => a.span.start - b.span.start);
  }

  private *read(): Steps<void> {
    const parser = new Parser();
    for (const word of inParts(new Lexer().lex(this.text), PART)) {
      if (word === undefined) yield;
      else for (const token of parser.next(word)) yield* this.tokenSteps(token, undefined);
    }
    for (const token of parser.end()) yield* this.tokenSteps(token, undefined);
  }

  private line(offset: number): number {
    return positionAt(this.starts, offset).line;
  }

  private column(offset: number): number {
    return positionAt(this.starts, offset).character;
  }

  /** Notes which collection a word belongs to, where it is the first on its line. */
  private mark(offset: number, level: Level | undefined, item: boolean): void {
    const line = this.line(offset);
    if (level && this.text.slice(this.starts[line], offset).trim() === '' && !this.levels.has(line)) this.levels.set(line, { level, item });
  }

  private atom(type: string, start: number, source: string, level: Level | undefined, item = false, aligned = false): void {
    if (source === '' || type === 'space' || type === 'newline' || type === 'byte-order-mark') return;
    if (type !== 'comment') this.mark(start, level, item);
    this.atoms.push({ type, start, end: start + source.length, aligned, level });
  }

  private sources(tokens: readonly CST.SourceToken[] | undefined, level: Level | undefined, item = false): void {
    for (const { type, offset, source } of tokens ?? []) this.atom(type, offset, source, level, item);
  }

  /** A step for each so many entries, however deep they are. */
  private *tokenSteps(token: CST.Token | null | undefined, level: Level | undefined, aligned = false, item = false): Steps<void> {
    if (token?.type === 'document') {
      this.sources(token.start, level);
      yield* this.tokenSteps(token.value, level);
      this.sources(token.end, level);
    } else if (token?.type === 'block-map' || token?.type === 'block-seq') yield* this.block(token, level);
    else this.visit(token, level, aligned, item);
  }

  private visit(token: CST.Token | null | undefined, level: Level | undefined, aligned = false, item = false): void {
    if (!token) return;
    switch (token.type) {
      case 'document':
      case 'block-map':
      case 'block-seq':
        return outcomeOf(this.tokenSteps(token, level));
      case 'flow-collection':
        this.atom(token.start.type, token.start.offset, token.start.source, level, item, aligned);
        for (const part of token.items) {
          this.sources(part.start, level);
          this.visit(part.key, level);
          this.sources(part.sep, level);
          this.visit(part.value, level);
        }
        this.sources(token.end, level);
        return;
      case 'block-scalar': {
        const [header] = token.props;
        for (const prop of token.props) if (prop !== header) this.visit(prop, level);
        const start = header && 'offset' in header ? header.offset : token.offset;
        this.atom('block-scalar', start, this.text.slice(start, token.offset + token.source.length), level, false, aligned);
        return;
      }
      case 'directive':
      case 'error':
        return;
      default:
        this.atom(token.type, token.offset, token.source, level, item, aligned);
        if ('end' in token) this.sources(token.end, level);
    }
  }

  private *block(token: Block, parent: Level | undefined): Steps<void> {
    const level: Level = { old: token.indent, fresh: parent ? parent.fresh + INDENT : 0 };
    const columns = token.items.map((part) => this.columnOf(part));
    for (const [index, part] of token.items.entries()) {
      if ((this.entries += 1) % PART === 0) yield;
      this.sources(part.start, level, true);
      if ('key' in part) this.visit(part.key, level, false, true);
      this.sources(part.sep, level);
      const own = columns[index];
      const beside = [columns[index - 1], columns[index + 1]].some((other) => own && other && other.column === own.column && Math.abs(other.line - own.line) === 1);
      yield* this.tokenSteps(part.value, level, beside && token.type === 'block-map');
    }
  }

  /** Where a value stands that has nothing but its colon and spaces between it and its key. */
  private columnOf({ key, sep, value }: Block['items'][number]): { readonly line: number; readonly column: number } | undefined {
    if (!key || !value || !('offset' in value) || sep?.[0]?.type !== 'map-value-ind' || this.line(key.offset) !== this.line(value.offset)) return undefined;
    const isSpaces = sep.slice(1).every(({ type, source }) => type === 'space' && !source.includes('\t'));
    return isSpaces ? { line: this.line(value.offset), column: this.column(value.offset) } : undefined;
  }

  /** Adds an edit if it changes anything. */
  private add(start: number, end: number, text: string): void {
    if (this.text.slice(start, end) !== text) this.edits.push({ span: span(start, end), text });
  }

  /** The spaces between two words on one line. */
  private *betweenAtoms(): Steps<void> {
    const ordered = [...this.atoms].sort((a, b) => a.start - b.start);
    for (const [index, atom] of ordered.entries()) {
      if (index % PART === 0) yield;
      const next = ordered[index + 1];
      const gap = next && this.text.slice(atom.end, next.start);
      if (!next || gap === undefined || gap.trim() !== '' || /[\r\n]/.test(gap)) continue;
      this.add(atom.end, next.start, gapOf(atom, next, gap));
    }
  }

  private *lines(): Steps<void> {
    const inside = this.insideScalars();
    const shown = this.starts.map((start, line) => ({ line, start, end: this.endOfLine(line), scalar: inside.get(line) }));
    const columns = this.freshColumns(shown.map(({ start, end, scalar }) => (scalar ? undefined : this.text.slice(start, end))));
    let empty = true; // the file starts as if after an empty line
    const last = shown.findLast(({ start, end, scalar }) => scalar !== undefined || this.text.slice(start, end).trim() !== '')?.line ?? -1;
    for (const { line, start, end, scalar } of shown) {
      if (line % PART === 0) yield;
      const content = this.text.slice(start, end);
      const next = this.starts[line + 1] ?? this.text.length;
      if (scalar) {
        empty = false;
        this.scalarLine(scalar, start, content);
        if (!this.endsInside(line, inside)) this.add(start + content.trimEnd().length, end, '');
        continue;
      }
      const bom = line === 0 && content.startsWith('\uFEFF') ? 1 : 0;
      if (content.slice(bom).trim() === '') {
        if (empty || line > last) this.add(start + bom, next, '');
        else this.add(start, end, '');
        empty = true;
        continue;
      }
      empty = false;
      const indentation = content.length - content.slice(bom).trimStart().length;
      this.add(start + bom, start + indentation, ' '.repeat(columns[line] ?? indentation));
      if (!this.endsInside(line, inside)) this.add(start + content.trimEnd().length, end, '');
    }
    const end = shown[last];
    if (end && this.starts[last + 1] === undefined && !(inside.has(last) && this.text.endsWith('\n'))) this.add(this.text.length, this.text.length, this.text.includes('\r\n') ? '\r\n' : '\n');
  }

  private endOfLine(line: number): number {
    const next = this.starts[line + 1];
    return next === undefined ? this.text.length : next - (this.text[next - 1] === '\n' && this.text[next - 2] === '\r' ? 2 : 1);
  }

  /** By line: the scalar of several lines inside which it begins. */
  private insideScalars(): Map<number, Atom> {
    const inside = new Map<number, Atom>();
    for (const atom of this.atoms) {
      const from = this.line(atom.start) + 1;
      for (let line = from; (this.starts[line] ?? Infinity) < atom.end; line++) inside.set(line, atom);
    }
    return inside;
  }

  /** Whether the space at the end of a line may belong to a text: it never does in a plain one. */
  private endsInside(line: number, inside: ReadonlyMap<number, Atom>): boolean {
    return (inside.get(line + 1)?.type ?? 'scalar') !== 'scalar';
  }

  /** A line of a scalar moves with the collection that holds the scalar. */
  private scalarLine(atom: Atom, start: number, content: string): void {
    const indentation = /^[ \t]*/.exec(content)?.[0].length ?? 0;
    if (indentation === content.length) return;
    const shift = atom.level ? atom.level.fresh - atom.level.old : 0;
    this.add(start, start + indentation, ' '.repeat(Math.max(0, indentation + shift)));
  }

  /** The column that the first word of each line gets. Comments go with the words below them, or with those above in the same column. */
  private freshColumns(contents: readonly (string | undefined)[]): readonly (number | undefined)[] {
    const old = contents.map((content) => (content === undefined || content.trim() === '' ? undefined : content.length - content.trimStart().length));
    const comment = contents.map((content) => /^\s*#/.test(content ?? ''));
    const fresh: (number | undefined)[] = old.map((column, line) => {
      const owner = this.levels.get(line);
      if (column === undefined || comment[line] || !owner) return column;
      return owner.item ? owner.level.fresh : Math.max(0, column + owner.level.fresh - owner.level.old);
    });
    const below = (line: number): number | undefined => {
      for (let next = line + 1; next < old.length; next++) if (old[next] !== undefined && !comment[next]) return next;
      return undefined;
    };
    return fresh.map((column, line) => {
      const own = old[line];
      if (!comment[line] || own === undefined) return column;
      const next = below(line);
      if (next !== undefined && old[next] === own) return fresh[next];
      for (let above = line - 1; above >= 0; above--) {
        const at = old[above];
        if (at === undefined || comment[above]) continue;
        if (at === own && this.levels.get(above)?.item) return fresh[above];
        if (at < own) return this.levels.get(above)?.item && next === undefined ? own : Math.max(0, own + (fresh[above] ?? at) - at);
      }
      return next === undefined ? own : fresh[next];
    });
  }
}

/** What stands between two words on one line. */
function gapOf(before: Atom, after: Atom, gap: string): string {
  if (after.type === 'comment') return gap === '' ? ' ' : gap;
  if (after.type === 'map-value-ind') return /^(?:alias|anchor|tag)$/.test(before.type) ? ' ' : '';
  if (after.type === 'comma') return '';
  if (before.type === 'flow-map-start') return after.type === 'flow-map-end' ? '' : ' ';
  if (before.type === 'flow-seq-start' || after.type === 'flow-seq-end') return '';
  if (after.type === 'flow-map-end' || before.type === 'comma') return ' ';
  if (before.type === 'map-value-ind') return after.aligned && gap.length > 1 && !gap.includes('\t') ? gap : ' ';
  if (before.type === 'seq-item-ind' || before.type === 'anchor' || before.type === 'tag') return ' ';
  return gap;
}
