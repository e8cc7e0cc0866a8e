import { Composer, type CST, type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Node as YamlNode, Parser, type YAMLMap } from 'yaml';
import { across, inside, LiveSpan, type Origin, span, type Span } from '../base/span.js';
import { LIMITS } from './limits.js';
import type { Entry, MapNode, Node, ScalarNode, SyntaxProblem, Tree } from './tree.js';

/** Reads a text as one YAML 1.2 document in the core schema (language, section 1), all of it by the YAML parser. Never throws. */
export function parseYaml(text: string): Tree {
  const start: Origin = { offset: 0 };
  const failed = (problem: SyntaxProblem): Tree => ({ text, root: null, problems: [problem], origins: [start] });
  if (text.length > LIMITS.textLength) {
    return failed({ code: 'resource-limit', span: span(0, 0), message: `The file has more than ${LIMITS.textLength / 1024 / 1024} million characters; it is not read.` });
  }
  const read = readYaml(text, LIMITS.depth);
  if (!(read instanceof Array)) return failed(read);
  const [document, second] = read;
  if (!document) return failed({ code: 'not-a-mapping', span: span(0, 0), message: EMPTY });
  const problems = problemsOf(document, text.length);
  if (second) {
    const from = second.range[0];
    problems.push({ code: 'several-documents', span: clamp(span(from, from + 3), text.length), message: 'A file holds one document; what follows here is not read.' });
  }
  const contents = document.contents;
  const root = (node: MapNode | null, origins: readonly Origin[]): Tree => ({ text, root: node, origins, problems: problems.map((problem) => anchored(problem, origins)) });
  if (!contents || (isScalar(contents) && contents.value === null)) {
    if (problems.length === 0) problems.push({ code: 'not-a-mapping', span: span(0, 0), message: EMPTY });
    return root(null, [start]);
  }
  // A block can be read by itself only where nothing of the text around it has a say.
  const plain = second === undefined && !reachesOut(text);
  const conversion = new Conversion(text, problems, start, plain ? BLOCK_DEPTH : 0);
  const converted = conversion.node(contents as YamlNode);
  if (converted.kind !== 'map') {
    problems.push({ code: 'not-a-mapping', span: converted.span, message: 'An agreement file is a mapping of keys to values; this is something else.' });
    return root(null, [start]);
  }
  return root(converted, conversion.origins);
}

/** An entry of a block mapping that was read by itself, and the problems in it. */
export interface ReadBlock {
  readonly entry: Entry;
  readonly problems: readonly SyntaxProblem[];
  /** Its own first. */
  readonly origins: readonly Origin[];
}

/** What a block stands in, as far as the way it is read turns on it. */
export interface Surroundings {
  /** UTF-16 offset of the block's first line. */
  readonly offset: number;
  /** Spaces before the entry, and before each entry that it is part of, the outermost first. */
  readonly indents: readonly number[];
  /** Whether another entry of its mapping comes before it. */
  readonly follows: boolean;
  /** How many mappings deep the next entry after it is; 0 where the text ends. */
  readonly next: number;
}

/**
 * Reads a stretch of whole lines that holds one entry of a block mapping. It is read between made-up entries that stand
 * for those around it, with their indentation. Undefined where it holds anything else, where the parser takes up what
 * follows in another way, or where it holds what could have a say in the text around it.
 */
export function parseBlock(text: string, { offset, indents, follows, next }: Surroundings): ReadBlock | undefined {
  if (reachesOut(text)) return undefined;
  const depth = indents.length;
  const line = (level: number, content: string): string => `${' '.repeat(indents[level - 1]!)}${content}\n`;
  const before = indents.slice(0, -1).map((_, index) => line(index + 1, 'around:')).join('') + (follows ? line(depth, 'before: 0') : '');
  const end = before.length + text.length;
  const whole = before + text + (next > 0 ? line(next, 'after: 0') : '');
  const read = readYaml(whole, LIMITS.depth);
  if (!(read instanceof Array) || read.length !== 1) return undefined;
  const [document] = read;
  if (!document || [...document.errors, ...document.warnings].some(({ pos }) => pos[0] < before.length || pos[1] > end)) return undefined;
  let map: unknown = document.contents;
  /** Where the mappings end that end with this entry. */
  const ends: number[] = [];
  for (let level = 1; level < depth; level++) {
    if (!isMap(map) || !holds(map, ['around', ...(level === next ? ['after'] : [])])) return undefined;
    if (level > next) ends.push(map.range![1]);
    map = map.items[0]!.value;
  }
  if (!isMap(map) || !holds(map, [...(follows ? ['before'] : []), undefined, ...(depth === next ? ['after'] : [])])) return undefined;
  if (depth > next) ends.push(map.range![1]);
  const item = map.items[follows ? 1 : 0] as { key: YamlNode; value: YamlNode | null };
  if (item.key.range![0] !== before.length + indents.at(-1)!) return undefined;
  const problems = problemsOf(document, end).map((problem) => moved(problem, offset - before.length));
  const conversion = new Conversion(whole, problems, { offset }, BLOCK_DEPTH, depth, offset - before.length);
  const entry = conversion.block(item);
  const last = item.value?.range?.[1];
  if (entry.span.end > offset + text.length || ends.some((at) => at !== last)) return undefined;
  const origins = conversion.origins.slice(1);
  return { entry, origins, problems: problems.map((problem) => anchored(problem, origins)) };
}

/** Whether these are the keys of a block mapping, in this order; undefined stands for any plain or quoted key. */
function holds(map: YAMLMap, keys: readonly (string | undefined)[]): boolean {
  return !map.flow && map.items.length === keys.length && map.items.every(({ key }, index) =>
    isScalar(key) && key.anchor === undefined && key.tag === undefined && (keys[index] === undefined || key.value === keys[index]));
}

/** What can have a say in the text around it: anchors, aliases, block scalars with an indentation of their own, directives, document markers, keys that are not written in front of a colon, tabs that indent, old line ends, a byte-order mark. */
export const reachesOut = (text: string): boolean => REACHES_OUT.test(text) || LONE_RETURN.test(text);

const REACHES_OUT = /(?:^|[\s,:[{])[&*]\S|[|>][-+]?[1-9]|^%|^ *[?:](?:\s|$)|^ *\t|^(?:---|\.\.\.)|\ufeff/m;
const LONE_RETURN = /\r(?:[^\n]|$)/;

const EMPTY = 'The file is empty. An agreement file starts with `entente: 1`.';
/** Entries of block mappings nested as deep as this are blocks: sections, what they declare, its keys, and clauses. */
export const BLOCK_DEPTH = 4;

type YamlDocument = Document.Parsed;

/** The documents of a text, or why it is not read. */
function readYaml(text: string, depth: number): YamlDocument[] | SyntaxProblem {
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\ufffe|\uffff/.exec(text);
  if (control) {
    return { code: 'yaml-syntax', span: span(control.index, control.index + 1), message: 'This is not text: it holds a control character that YAML does not allow.' };
  }
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens, depth);
  if (deep !== undefined) {
    return { code: 'resource-limit', span: span(deep, Math.min(deep + 1, text.length)), message: `Collections are nested more than ${LIMITS.depth} levels deep; the file is not read.` };
  }
  return [...new Composer({ uniqueKeys: false, strict: true, version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, intAsBigInt: false, prettyErrors: false }).compose(tokens, true, text.length)] as YamlDocument[];
}

const problemsOf = ({ errors, warnings }: YamlDocument, length: number): SyntaxProblem[] => [...errors, ...warnings].map(({ pos: [start, end], code, message }) =>
  ({ code: 'yaml-syntax', span: clamp(span(start, Math.max(end, start + 1)), length), message: MESSAGES[code] ?? sentence(message) }));

/** The problem with a span that moves with the block in which it starts. */
function anchored(problem: SyntaxProblem, origins: readonly Origin[]): SyntaxProblem {
  if (problem.span instanceof LiveSpan) return problem;
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origins[middle]!.offset <= problem.span.start) low = middle;
    else high = middle - 1;
  }
  const at = origins[low]!;
  return { ...problem, span: new LiveSpan(at, problem.span.start - at.offset, at, problem.span.end - at.offset) };
}

const moved = (problem: SyntaxProblem, by: number): SyntaxProblem =>
  (problem.span instanceof LiveSpan ? problem : { ...problem, span: span(problem.span.start + by, problem.span.end + by) });

/** Offset of the first collection beyond the depth limit. Walks with its own stack, since depth is what is in question. */
function tooDeep(tokens: readonly CST.Token[], limit: number): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > limit) return token.offset;
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

/** Turns composed YAML into the plain tree; aliases share the node they stand for. */
class Conversion {
  private readonly anchors = new Map<string, { node: Node; size: number }>();
  private readonly open = new Set<string>();
  private aliased = 0;
  private size = 0;
  private limitReported = false;
  readonly origins: Origin[];

  /** `text` begins at `offset` of the whole, `depth` mappings deep; entries of mappings no deeper than `blockDepth` are blocks. */
  constructor(
    private readonly text: string,
    private readonly problems: SyntaxProblem[],
    private origin: Origin,
    private readonly blockDepth: number,
    private depth = 0,
    private readonly offset = 0,
  ) {
    this.origins = [origin];
  }

  node(yaml: YamlNode): Node {
    const place = this.rangeOf(yaml);
    if (isAlias(yaml)) return this.alias(yaml.source, place);
    const before = this.size;
    this.size += 1;
    const anchor = isScalar(yaml) || isCollection(yaml) ? yaml.anchor : undefined;
    if (anchor !== undefined) this.open.add(anchor);
    const node = this.plainNode(yaml, place);
    if (anchor !== undefined) {
      this.open.delete(anchor);
      if (this.anchors.size >= LIMITS.anchors) this.limit(place, `The file has more than ${LIMITS.anchors} anchors; later ones are not read.`);
      else this.anchors.set(anchor, { node, size: this.size - before });
    }
    return node;
  }

  private plainNode(yaml: YamlNode, place: Span): Node {
    if (isMap(yaml)) {
      this.depth += 1;
      const map = this.map(yaml.items as { key: unknown; value: unknown }[], place, yaml.flow === true);
      this.depth -= 1;
      return map;
    }
    if (isSeq(yaml)) {
      // Not a mapping of entries on lines of their own: nothing inside is a block.
      this.depth += this.blockDepth;
      const items = yaml.items.map((item) => this.node(item as YamlNode));
      this.depth -= this.blockDepth;
      return { kind: 'seq', span: place, flow: yaml.flow === true, items };
    }
    if (!isScalar(yaml)) return emptyAt(place);
    const plain = yaml.type === 'PLAIN';
    const value = yaml.value as ScalarNode['value'];
    const text = plain ? (yaml.source ?? '') : String(value ?? '');
    return { kind: 'scalar', span: place, value, text, plain };
  }

  /** An entry whose key is a plain scalar, as a block of its own. */
  block({ key, value }: { readonly key: YamlNode; readonly value: YamlNode | null }): Entry {
    return this.map([{ key, value }], span(0, 0), false, true).entries[0]!;
  }

  private map(items: readonly { key: unknown; value: unknown }[], place: Span, flow: boolean, blocks = this.divisible(items, place, flow)): MapNode {
    const entries: Entry[] = [];
    const seen = new Map<string, Span>();
    const outer = this.origin;
    for (const item of items) {
      const key = item.key as YamlNode | null;
      if (blocks && key) this.begin(key.range![0]);
      const keySpan = key ? this.rangeOf(key) : across(place, inside(place, 0, 0));
      const keyNode = key && isAlias(key) ? this.alias(key.source, keySpan) : null;
      if (!key || (!isScalar(key) && keyNode?.kind !== 'scalar')) {
        this.problems.push({ code: 'yaml-syntax', span: keySpan, message: 'A key is a word; this is something else.' });
        continue;
      }
      const text = keyNode?.kind === 'scalar' ? keyNode.text : isScalar(key) ? (key.type === 'PLAIN' ? (key.source ?? '') : String(key.value)) : '';
      if (isScalar(key) && key.anchor !== undefined) this.node(key);
      const first = seen.get(text);
      if (first) {
        this.problems.push({
          code: 'duplicate-key', span: keySpan, message: `\`${text}\` is here twice; the first one counts and this one is not read.`,
          related: { span: first, message: 'The first one' },
        });
      }
      const block = blocks ? this.origin : undefined;
      const value = item.value ? this.node(item.value as YamlNode) : emptyAt(inside(keySpan, keySpan.end - keySpan.start, keySpan.end - keySpan.start));
      if (first) continue;
      seen.set(text, keySpan);
      entries.push({ key: text, keySpan, span: across(keySpan, value.span.end < keySpan.end ? keySpan : value.span), value, ...(block ? { block } : {}) });
    }
    this.origin = outer;
    const [head, last] = [entries[0], entries.at(-1)];
    return { kind: 'map', span: blocks && head && last ? across(head.keySpan, last.value.span) : place, flow, entries };
  }

  /** Whether the entries are blocks: on lines of their own, each key once, and together as long as the mapping. */
  private divisible(items: readonly { key: unknown; value: unknown }[], place: Span, flow: boolean): boolean {
    if (flow || this.depth > this.blockDepth || items.length === 0) return false;
    const keys = new Set<string>();
    for (const { key } of items) if (isScalar(key) && key.anchor === undefined && key.tag === undefined) keys.add(key.type === 'PLAIN' ? (key.source ?? '') : String(key.value));
    const [first, last] = [items[0]!.key, items.at(-1)!.value];
    return keys.size === items.length && this.rangeOf(first as YamlNode).start === place.start && isNode(last) && this.rangeOf(last).end === place.end;
  }

  /** What follows counts from the start of the line that this offset is on. */
  private begin(at: number): void {
    this.origin = { offset: this.offset + this.text.lastIndexOf('\n', at - 1) + 1 };
    this.origins.push(this.origin);
  }

  private rangeOf(node: YamlNode): Span {
    const { start, end } = rangeOf(node, this.text.length);
    const by = this.offset - this.origin.offset;
    return new LiveSpan(this.origin, start + by, this.origin, end + by);
  }

  private alias(name: string, place: Span): Node {
    if (this.open.has(name)) {
      this.problems.push({ code: 'yaml-syntax', span: place, message: `\`*${name}\` stands inside what it names.` });
      return { ...emptyAt(place), span: place };
    }
    const target = this.anchors.get(name);
    if (!target) {
      this.problems.push({ code: 'yaml-syntax', span: place, message: `No anchor \`&${name}\` comes before this alias.` });
      return { ...emptyAt(place), span: place };
    }
    this.aliased += target.size;
    this.size += target.size;
    if (this.aliased > LIMITS.aliasedNodes) {
      this.limit(place, `Aliases stand for more than ${LIMITS.aliasedNodes} values; this one and later ones are not read.`);
      return { ...emptyAt(place), span: place };
    }
    return { ...target.node, span: place };
  }

  private limit(place: Span, message: string): void {
    if (!this.limitReported) this.problems.push({ code: 'resource-limit', span: place, message });
    this.limitReported = true;
  }
}

function emptyAt(place: Span): ScalarNode {
  return { kind: 'scalar', span: inside(place, 0, 0), value: null, text: '', plain: true };
}

function rangeOf(node: YamlNode, length: number): Span {
  const range = node.range;
  return range ? clamp(span(range[0], range[1]), length) : span(0, 0);
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.min(start, length);
  return span(from, Math.max(from, Math.min(end, length)));
}

/** Entries of one mapping that do not stand below each other. */
export const BAD_INDENT = 'The indentation does not fit the lines above.';

/** Where the parser's own words would puzzle somebody who does not know YAML's grammar. */
const MESSAGES: Readonly<Partial<Record<string, string>>> = {
  BLOCK_IN_FLOW: 'Inside brackets or braces, indentation has no meaning; write it with commas.',
  BLOCK_AS_IMPLICIT_KEY: 'Two keys on one line. Put each key on a line of its own, or the value in quotes if it holds a colon.',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line and is followed by a colon. A colon may be missing here.',
  MISSING_CHAR: 'Something is missing here: a colon after a key, a comma, or a closing bracket, brace or quotation mark.',
  BAD_INDENT,
  TAB_AS_INDENT: 'A tab cannot indent; use spaces.',
  BAD_ALIAS: 'This alias is not well formed. Put the value in quotes if it is meant as text.',
};

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);
