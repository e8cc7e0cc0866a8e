import { across, LiveSpan, type Origin, type Span } from '../base/span.js';
import { LIMITS } from './limits.js';
import type { Entry, MapNode, Node, ScalarNode, Tree } from './tree.js';
import { BLOCK_DEPTH, parseBlock, reachesOut, type ReadBlock, type Surroundings } from './yaml.js';

/**
 * Reads a text line by line, as most agreement files are written: one key on a line, with a value that is plain, in quotes
 * or in brackets and ends on that line, or with more indented lines below it. A block with anything else in it is read by
 * the YAML parser. Undefined where that does not fit together or finds a problem: then the parser has to read all of it.
 * The tree is the one that `parseYaml` makes; this is only faster.
 */
export function readLines(text: string): Tree | undefined {
  if (text.length > LIMITS.textLength || UNUSUAL.test(text) || reachesOut(text)) return undefined;
  return new Reader(text).read();
}

/** As `parseBlock`, and read by lines as far as that goes. */
export function readBlock(text: string, surroundings: Surroundings): ReadBlock | undefined {
  return (UNUSUAL.test(text) || reachesOut(text) ? undefined : new Reader(text, surroundings.offset).readBlock(surroundings)) ?? parseBlock(text, surroundings);
}

/** Controls, tabs, and what some count as ends of lines. */
const UNUSUAL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const NUMBER_SIGN = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** `|` and `>`. */
const BLOCK_SCALAR = new Set([0x7c, 0x3e]);

/** Letters, digits, `_` and `-`. */
const inKey = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45;
/** What plain text may begin with here: letters, digits, `$(./`, and whatever is not ASCII. */
const startsPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 36 || code === 40 || code === 46 || code === 47 || code > 0xa0;
/** What ends plain text in brackets, or is more than text there. */
const INDICATORS = new Set([...',[]{}:#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)));

const WORDS = new Map<string, boolean | null>([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const), ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);
const SHORT_NUMBER = /^[0-9]{1,9}$/;
const LIKE_A_NUMBER = /^[0-9][0-9a-fA-FxXoO+.-]*$/;
const DATE = /^[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$/;

/** How deep mappings on lines of their own, and brackets, may stand inside each other here: far less than the limit. */
const LINE_DEPTH = 24;
const FLOW_DEPTH = 8;

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

class Reader {
  private readonly parts: Part[] = [];
  private readonly origins: Origin[];
  private readonly keys = new Map<string, string>();
  /** Where the value that was read last ends, with the rest of its line. */
  private end = 0;
  private at = 0;
  /** How many mappings the one that is read stands in. */
  private depth = 0;

  /** `text` begins at `base` of the whole. */
  constructor(private readonly text: string, private readonly base = 0) {
    this.origins = [{ offset: base }];
  }

  read(): Tree | undefined {
    if (!this.scan() || this.parts[0]!.colon < 0) return undefined;
    const root = this.map(0, this.parts.length, this.text.length, [], 0, this.origins[0]!);
    return typeof root === 'object' ? { text: this.text, root, problems: [], origins: this.origins } : undefined;
  }

  readBlock({ indents, next }: Surroundings): ReadBlock | undefined {
    const last = this.scan() ? this.parts.length : 0;
    const head = this.parts[0];
    if (!head || head.colon < 0 || head.indent !== indents.at(-1) || this.heads(0, last)?.length !== 1) return undefined;
    // The mappings that end with it have to end where it does.
    if (next < indents.length && !this.endsInLines(0, last)) return undefined;
    const origin = { offset: this.base + head.start };
    this.origins.splice(0, 1, origin);
    const value = this.value(0, last, this.text.length, indents, next, origin);
    return value && value !== FAILED ? { entry: { ...this.entry(head, value, origin), block: origin }, problems: [], origins: this.origins } : undefined;
  }

  /** Finds the parts; false if there is none, or a comment stands where it may belong to what is above it. */
  private scan(): boolean {
    const { text, parts } = this;
    let comment = 0;
    for (let start = 0; start < text.length;) {
      const feed = text.indexOf('\n', start);
      if (feed < 0) return false;
      let to = feed > start && text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed;
      while (to > start && text.charCodeAt(to - 1) === SPACE) to -= 1;
      let at = start;
      while (at < to && text.charCodeAt(at) === SPACE) at += 1;
      if (at < to && text.charCodeAt(at) === NUMBER_SIGN) {
        const above = parts.at(-1);
        if (above?.valued && at - start > above.indent) return false;
        comment = Math.max(comment, at - start);
      } else if (at < to) {
        if (at - start < comment) return false;
        comment = 0;
        while (text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE) {
          parts.push({ start, indent: at - start, dash: true, colon: -1, from: to, valued: false, to, next: feed + 1 });
          for (at += 1; text.charCodeAt(at) === SPACE;) at += 1;
        }
        parts.push(this.part(start, at, to, feed + 1));
      }
      start = feed + 1;
    }
    return parts.length > 0 && comment === 0;
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
  private map(first: number, last: number, end: number, around: readonly number[] | undefined, next: number, origin: Origin): Read<MapNode> {
    const { parts } = this;
    const head = parts[first]!;
    const heads = this.depth < LINE_DEPTH ? this.heads(first, last) : undefined;
    if (!heads) return undefined;
    this.depth += 1;
    const map = this.mapOf(heads, head, last, end, around, next, origin);
    this.depth -= 1;
    return map;
  }

  private mapOf(heads: readonly number[], head: Part, last: number, end: number, around: readonly number[] | undefined, next: number, origin: Origin): Read<MapNode> {
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
      const value = this.value(heads[index]!, below, until, indents, after, block);
      if (value === FAILED || (value === undefined && !blocks)) return value;
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

  private value(head: number, below: number, until: number, around: readonly number[] | undefined, next: number, origin: Origin): Read<Node> {
    const part = this.parts[head]!;
    if (part.valued) return head + 1 === below ? this.inline(part, origin) : undefined;
    const first = head + 1 < below ? this.parts[head + 1]! : undefined;
    if (first?.dash) return this.seq(head + 1, below, until, origin);
    return first && first.colon >= 0 ? this.map(head + 1, below, until, around, next, origin) : undefined;
  }

  private seq(first: number, last: number, until: number, origin: Origin): Read<Node> {
    const { parts } = this;
    const head = parts[first]!;
    const items: Node[] = [];
    for (let index = first; index < last;) {
      const part = parts[index]!;
      if (!part.dash || part.indent !== head.indent) return undefined;
      let below = index + 1;
      while (below < last && parts[below]!.indent > part.indent) below += 1;
      const content = parts[index + 1]!;
      const item = content.dash ? undefined : content.colon >= 0 ? this.map(index + 1, below, until, undefined, 0, origin) : below === index + 2 ? this.inline(content, origin) : undefined;
      if (item === FAILED || item === undefined) return item;
      items.push(item);
      index = below;
    }
    return { kind: 'seq', span: this.span(origin, head.start + head.indent, this.end), flow: false, items };
  }

  /** A value that begins and ends on its line. */
  private inline({ from, to, next }: Part, origin: Origin): Node | undefined {
    this.at = from;
    const node = startsPlain(this.text.charCodeAt(from)) ? this.plainLine(from, to, origin) : this.flow(origin, 0);
    const end = this.at;
    this.spaces();
    this.end = next;
    return this.at === to || (this.at > end && this.text.charCodeAt(this.at) === NUMBER_SIGN) ? node : undefined;
  }

  /** Plain text up to a comment or the end of the line. */
  private plainLine(from: number, to: number, origin: Origin): ScalarNode | undefined {
    let end = from;
    for (let index = from; index < to; index++) {
      const code = this.text.charCodeAt(index);
      if (code === COLON && (index + 1 === to || this.text.charCodeAt(index + 1) === SPACE)) return undefined;
      if (code === NUMBER_SIGN && this.text.charCodeAt(index - 1) === SPACE) break;
      if (code !== SPACE) end = index + 1;
    }
    this.at = end;
    return this.plain(from, end, origin);
  }

  private plain(from: number, to: number, origin: Origin): ScalarNode | undefined {
    const text = this.text.slice(from, to);
    const code = text.charCodeAt(0);
    let value: ScalarNode['value'] = text;
    if (code >= 48 && code <= 57) {
      if (SHORT_NUMBER.test(text)) value = Number(text);
      else if (LIKE_A_NUMBER.test(text) && !DATE.test(text)) return undefined;
    } else if (code === DOT) {
      // May be a number, or none.
      if (text.charCodeAt(1) !== DOT && text.charCodeAt(1) !== SLASH) return undefined;
    } else {
      const word = WORDS.get(text);
      if (word !== undefined) value = word;
    }
    return { kind: 'scalar', span: this.span(origin, from, to), value, text, plain: true };
  }

  /** What begins at `at` and is in quotes or brackets, or stands in brackets; `at` is then where it ends. */
  private flow(origin: Origin, depth: number): Node | undefined {
    const from = this.at;
    const code = this.text.charCodeAt(from);
    if (code === QUOTE || code === APOSTROPHE) return this.quoted(code, origin);
    if (depth < FLOW_DEPTH && code === OPEN_BRACKET) return this.flowSeq(origin, depth);
    if (depth < FLOW_DEPTH && code === OPEN_BRACE) return this.flowMap(origin, depth);
    if (depth === 0 || !startsPlain(code)) return undefined;
    let to = from;
    for (let index = from; ; index++) {
      const each = this.text.charCodeAt(index);
      if (INDICATORS.has(each) || each === LINE_FEED || each === RETURN || Number.isNaN(each)) break;
      if (each !== SPACE) to = index + 1;
    }
    this.at = to;
    return this.plain(from, to, origin);
  }

  /** Text in quotes with nothing in it that stands for something else. */
  private quoted(quote: number, origin: Origin): ScalarNode | undefined {
    const from = this.at;
    for (let index = from + 1; index < this.text.length; index++) {
      const code = this.text.charCodeAt(index);
      if (code === LINE_FEED || code === BACKSLASH) return undefined;
      if (code !== quote) continue;
      if (this.text.charCodeAt(index + 1) === APOSTROPHE) return undefined;
      this.at = index + 1;
      const text = this.text.slice(from + 1, index);
      return { kind: 'scalar', span: this.span(origin, from, index + 1), value: text, text, plain: false };
    }
    return undefined;
  }

  private flowSeq(origin: Origin, depth: number): Node | undefined {
    const from = this.at;
    const items: Node[] = [];
    this.at += 1;
    do {
      this.spaces();
      const item = this.flow(origin, depth + 1);
      if (!item) return undefined;
      items.push(item);
      this.spaces();
    } while (this.take(COMMA));
    return this.take(CLOSE_BRACKET) ? { kind: 'seq', span: this.span(origin, from, this.at), flow: true, items } : undefined;
  }

  private flowMap(origin: Origin, depth: number): Node | undefined {
    const from = this.at;
    const entries: Entry[] = [];
    const keys = new Set<string>();
    this.at += 1;
    do {
      this.spaces();
      const start = this.at;
      let colon = start;
      while (inKey(this.text.charCodeAt(colon))) colon += 1;
      if (colon === start || this.text.charCodeAt(start) === DASH || this.text.charCodeAt(colon) !== COLON || this.text.charCodeAt(colon + 1) !== SPACE) return undefined;
      this.at = colon + 1;
      this.spaces();
      const value = this.flow(origin, depth + 1);
      const key = this.text.slice(start, colon);
      if (!value || keys.has(key)) return undefined;
      keys.add(key);
      const keySpan = this.span(origin, start, colon);
      entries.push({ key, keySpan, span: across(keySpan, value.span), value });
      this.spaces();
    } while (this.take(COMMA));
    return this.take(CLOSE_BRACE) ? { kind: 'map', span: this.span(origin, from, this.at), flow: true, entries } : undefined;
  }

  private spaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
  }

  private take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  /** The key; files have few of them, so each is kept once. */
  private key(part: Part): string {
    const text = this.text.slice(part.start + part.indent, part.colon);
    const known = this.keys.get(text);
    if (known !== undefined) return known;
    this.keys.set(text, text);
    return text;
  }

  private span(origin: Origin, from: number, to: number): Span {
    const by = this.base - origin.offset;
    return new LiveSpan(origin, from + by, origin, to + by);
  }
}
