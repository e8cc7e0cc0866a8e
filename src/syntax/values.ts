import { across, LiveSpan, type Origin, type Span } from '../base/span.js';
import type { Entry, Node, ScalarNode } from './tree.js';

const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
const QUOTE = 0x22;
export const NUMBER_SIGN = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
export const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
export const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Letters, digits, `_` and `-`. */
export const inKey = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45;
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

/** How deep brackets may stand inside each other here: far less than the limit. */
const FLOW_DEPTH = 8;

/** Reads values that begin and end on one line, as most do: plain, in quotes or in brackets. Undefined for any other. */
export class ValueReader {
  private at = 0;

  /** `text` begins at `base` of the whole. */
  constructor(protected readonly text: string, protected readonly base: number) {}

  /** The value from one offset to another, with or without a comment after it. */
  protected valueIn(from: number, to: number, origin: Origin): Node | undefined {
    this.at = from;
    const node = startsPlain(this.text.charCodeAt(from)) ? this.plainLine(from, to, origin) : this.flow(origin, 0);
    const end = this.at;
    this.spaces();
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

  protected span(origin: Origin, from: number, to: number): Span {
    const by = this.base - origin.offset;
    return new LiveSpan(origin, from + by, origin, to + by);
  }
}
