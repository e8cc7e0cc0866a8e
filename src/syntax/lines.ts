import { across, type Origin } from '../base/span.js';
import { outcomeOf, type Steps } from '../base/steps.js';
import { LIMITS } from './limits.js';
import type { Entry, MapNode, Node, Tree } from './tree.js';
import { COLON, DASH, inKey, NUMBER_SIGN, RETURN, SPACE, ValueReader } from './values.js';
import { BLOCK_DEPTH, parseBlock, reachesOut, type ReadBlock, type Surroundings } from './yaml.js';

/**
 * Reads a text line by line, as most agreement files are written: one key on a line, with a value that is plain, in quotes
 * or in brackets and ends on that line, or with more indented lines below it. A block with anything else in it is read by
 * the YAML parser. Undefined where that does not fit together or finds a problem: then the parser has to read all of it.
 * The tree is the one that `parseYaml` makes; this is only faster.
 */
export function* readLines(text: string): Steps<Tree | undefined> {
  if (text.length > LIMITS.textLength || UNUSUAL.test(text) || reachesOut(text)) return undefined;
  return yield* new Reader(text).read();
}

/** As `parseBlock`, and read by lines as far as that goes. */
export function readBlock(text: string, surroundings: Surroundings): ReadBlock | undefined {
  return (UNUSUAL.test(text) || reachesOut(text) ? undefined : outcomeOf(new Reader(text, surroundings.offset).readBlock(surroundings))) ?? parseBlock(text, surroundings);
}

/** Controls, tabs, and what some count as ends of lines. */
const UNUSUAL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** `|` and `>`. */
const BLOCK_SCALAR = new Set([0x7c, 0x3e]);

/** How deep mappings on lines of their own may stand inside each other here: far less than the limit. */
const LINE_DEPTH = 24;

/** Lines that are looked at, and parts of them that are read, in one step. */
const LINES_AT_ONCE = 2_000;
const PARTS_AT_ONCE = 1_000;

/** Something on a line: a key with or without a value, the dash of an item, or a value. Offsets are UTF-16 code units. */
interface Part {
  /** Where its line begins. */
  readonly start: number;
  /** Characters before it on its line. */
  readonly indent: number;
  readonly dash: boolean;
  /** Where the colon after the key is, or -1 if there is no key. */
  readonly colon: number;
  /** Where the value begins, or the comment or the end of the line if there is none. */
  readonly from: number;
  readonly valued: boolean;
  /** Where the line ends, without spaces. */
  readonly to: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** The parser has to read all of the text. */
const FAILED = Symbol('failed');
type Read<T> = T | typeof FAILED | undefined;

class Reader extends ValueReader {
  private readonly parts: Part[] = [];
  private readonly origins: Origin[];
  private readonly keys = new Map<string, string>();
  /** Where the value that was read last ends, with the rest of its line. */
  private end = 0;
  /** How far to the right the comment stands that may belong to what is below it. */
  private comment = 0;
  private pauseAt = PARTS_AT_ONCE;
  /** How many mappings the one that is read stands in. */
  private depth = 0;

  /** `text` begins at `base` of the whole. */
  constructor(text: string, base = 0) {
    super(text, base);
    this.origins = [{ offset: base }];
  }

  *read(): Steps<Tree | undefined> {
    if (!(yield* this.scan()) || this.parts[0]!.colon < 0) return undefined;
    const root = yield* this.map(0, this.parts.length, this.text.length, [], 0, this.origins[0]!);
    return typeof root === 'object' ? { text: this.text, root, problems: [], origins: this.origins } : undefined;
  }

  *readBlock({ indents, next }: Surroundings): Steps<ReadBlock | undefined> {
    const last = (yield* this.scan()) ? this.parts.length : 0;
    const head = this.parts[0];
    if (!head || head.colon < 0 || head.indent !== indents.at(-1) || this.heads(0, last)?.length !== 1) return undefined;
    // The mappings that end with it have to end where it does.
    if (next < indents.length && !this.endsInLines(0, last)) return undefined;
    const origin = { offset: this.base + head.start };
    this.origins.splice(0, 1, origin);
    const value = head.valued ? this.valueOn(0, last, origin) : yield* this.valueBelow(0, last, this.text.length, indents, next, origin);
    return value && value !== FAILED ? { entry: { ...this.entry(head, value, origin), block: origin }, problems: [], origins: this.origins } : undefined;
  }

  /** Finds the parts; false if there is none, or a comment stands where it may belong to what is above it. */
  private *scan(): Steps<boolean> {
    for (let start: number | undefined = 0; start < this.text.length; yield) {
      start = this.scanLines(start);
      if (start === undefined) return false;
    }
    return this.parts.length > 0 && this.comment === 0;
  }

  /** Finds the parts of the next lines; gives where those after them begin, or undefined. */
  private scanLines(from: number): number | undefined {
    const { text, parts } = this;
    let { comment } = this;
    let start = from;
    for (let lines = 0; start < text.length && lines < LINES_AT_ONCE; lines++) {
      const feed = text.indexOf('\n', start);
      if (feed < 0) return undefined;
      let to = feed > start && text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed;
      while (to > start && text.charCodeAt(to - 1) === SPACE) to -= 1;
      let at = start;
      while (at < to && text.charCodeAt(at) === SPACE) at += 1;
      if (at < to && text.charCodeAt(at) === NUMBER_SIGN) {
        const above = parts.at(-1);
        if (above?.valued && at - start > above.indent) return undefined;
        comment = Math.max(comment, at - start);
      } else if (at < to) {
        if (at - start < comment) return undefined;
        comment = 0;
        while (text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE) {
          parts.push({ start, indent: at - start, dash: true, colon: -1, from: to, valued: false, to, next: feed + 1 });
          for (at += 1; text.charCodeAt(at) === SPACE;) at += 1;
        }
        parts.push(this.part(start, at, to, feed + 1));
      }
      start = feed + 1;
    }
    this.comment = comment;
    return start;
  }

  private part(start: number, at: number, to: number, next: number): Part {
    const { text } = this;
    let colon = at;
    while (colon < to && inKey(text.charCodeAt(colon))) colon += 1;
    const keyed = colon > at && text.charCodeAt(at) !== DASH && text.charCodeAt(colon) === COLON && (colon + 1 === to || text.charCodeAt(colon + 1) === SPACE);
    let from = keyed ? colon + 1 : at;
    while (from < to && text.charCodeAt(from) === SPACE) from += 1;
    return { start, indent: at - start, dash: false, colon: keyed ? colon : -1, from, valued: from < to && text.charCodeAt(from) !== NUMBER_SIGN, to, next };
  }

  /**
   * The mapping on the parts `[first, last)`, whose lines end at offset `end`. `around` are the indentations of the entries
   * around it, if its entries may be blocks; `next` is how many mappings deep the entry after it is. Undefined where
   * something is not read here.
   */
  private *map(first: number, last: number, end: number, around: readonly number[] | undefined, next: number, origin: Origin): Steps<Read<MapNode>> {
    const { parts } = this;
    const head = parts[first]!;
    const heads = this.depth < LINE_DEPTH ? this.heads(first, last) : undefined;
    if (!heads) return undefined;
    this.depth += 1;
    const map = yield* this.mapOf(heads, head, last, end, around, next, origin);
    this.depth -= 1;
    return map;
  }

  private *mapOf(heads: readonly number[], head: Part, last: number, end: number, around: readonly number[] | undefined, next: number, origin: Origin): Steps<Read<MapNode>> {
    const { parts } = this;
    const indents = around && around.length < BLOCK_DEPTH ? [...around, head.indent] : undefined;
    const blocks = indents !== undefined && this.endsInLines(heads.at(-1)!, last);
    const entries: Entry[] = [];
    for (let index = 0; index < heads.length; index++) {
      const part = parts[heads[index]!]!;
      const below = heads[index + 1] ?? last;
      const until = below < last ? parts[below]!.start : end;
      const after = index + 1 < heads.length ? (indents?.length ?? 0) : next;
      const origins = this.origins.length;
      const block = blocks ? { offset: this.base + part.start } : origin;
      if (blocks) this.origins.push(block);
      const value = part.valued ? this.valueOn(heads[index]!, below, block) : yield* this.valueBelow(heads[index]!, below, until, indents, after, block);
      if (value === FAILED || (value === undefined && !blocks)) return value;
      if (below >= this.pauseAt) {
        this.pauseAt = below + PARTS_AT_ONCE;
        yield;
      }
      if (value) {
        entries.push(blocks ? { ...this.entry(part, value, block), block } : this.entry(part, value, block));
        continue;
      }
      this.origins.length = origins;
      const read = indents && parseBlock(this.text.slice(part.start, until), { offset: this.base + part.start, indents, follows: index > 0, next: after });
      if (!read || read.problems.length > 0) return FAILED;
      entries.push(read.entry);
      this.origins.push(...read.origins);
    }
    if (new Set(entries.map(({ key }) => key)).size < entries.length) return FAILED;
    const span = blocks ? across(entries[0]!.keySpan, entries.at(-1)!.value.span) : this.span(origin, head.start + head.indent, this.end);
    return { kind: 'map', span, flow: false, entries };
  }

  private entry(part: Part, value: Node, origin: Origin): Entry {
    const keySpan = this.span(origin, part.start + part.indent, part.colon);
    return { key: this.key(part), keySpan, span: across(keySpan, value.span), value };
  }

  /** The parts that begin entries: those as far to the right as the first, all of them with keys. */
  private heads(first: number, last: number): number[] | undefined {
    const { indent } = this.parts[first]!;
    const heads: number[] = [];
    for (let index = first; index < last; index++) {
      const part = this.parts[index]!;
      if (part.indent > indent || (part.indent === indent && part.dash && index > first)) continue;
      if (part.indent < indent || part.colon < 0) return undefined;
      heads.push(index);
    }
    return heads;
  }

  /** Whether what follows a key ends where its lines end: a mapping or a list below it, or a text block. */
  private endsInLines(head: number, last: number): boolean {
    const part = this.parts[head]!;
    if (part.valued) return BLOCK_SCALAR.has(this.text.charCodeAt(part.from));
    const below = head + 1 < last ? this.parts[head + 1]! : undefined;
    return below !== undefined && (below.dash || below.colon >= 0);
  }

  /** The value that begins on the line of its key. */
  private valueOn(head: number, below: number, origin: Origin): Read<Node> {
    return head + 1 === below ? this.inline(this.parts[head]!, origin) : undefined;
  }

  /** The value on the lines below its key. */
  private *valueBelow(head: number, below: number, until: number, around: readonly number[] | undefined, next: number, origin: Origin): Steps<Read<Node>> {
    const first = head + 1 < below ? this.parts[head + 1]! : undefined;
    if (first?.dash) return yield* this.seq(head + 1, below, until, origin);
    return first && first.colon >= 0 ? yield* this.map(head + 1, below, until, around, next, origin) : undefined;
  }

  private *seq(first: number, last: number, until: number, origin: Origin): Steps<Read<Node>> {
    const { parts } = this;
    const head = parts[first]!;
    const items: Node[] = [];
    for (let index = first; index < last;) {
      const part = parts[index]!;
      if (!part.dash || part.indent !== head.indent) return undefined;
      let below = index + 1;
      while (below < last && parts[below]!.indent > part.indent) below += 1;
      const content = parts[index + 1]!;
      const item = content.dash ? undefined : content.colon >= 0 ? yield* this.map(index + 1, below, until, undefined, 0, origin) : below === index + 2 ? this.inline(content, origin) : undefined;
      if (item === FAILED || item === undefined) return item;
      items.push(item);
      index = below;
    }
    return { kind: 'seq', span: this.span(origin, head.start + head.indent, this.end), flow: false, items };
  }

  private inline({ from, to, next }: Part, origin: Origin): Node | undefined {
    this.end = next;
    return this.valueIn(from, to, origin);
  }

  /** The key; files have few of them, so each is kept once. */
  private key(part: Part): string {
    const text = this.text.slice(part.start + part.indent, part.colon);
    const known = this.keys.get(text);
    if (known !== undefined) return known;
    this.keys.set(text, text);
    return text;
  }
}
