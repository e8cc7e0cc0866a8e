import { Composer, type CST, isAlias, isCollection, isMap, isScalar, isSeq, type Node as YamlNode, Parser } from 'yaml';
import { span, type Span } from '../base/span.js';
import { LIMITS } from './limits.js';
import type { Entry, MapNode, Node, ScalarNode, SyntaxProblem, Tree } from './tree.js';

/** Reads a text as one YAML 1.2 document in the core schema (language, section 1). Never throws. */
export function parse(text: string): Tree {
  const problems: SyntaxProblem[] = [];
  const failed = (problem: SyntaxProblem): Tree => ({ text, root: null, problems: [...problems, problem] });
  if (text.length > LIMITS.textLength) {
    return failed({ code: 'resource-limit', span: span(0, 0), message: `The file has more than ${LIMITS.textLength / 1024 / 1024} million characters; it is not read.` });
  }
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\ufffe|\uffff/.exec(text);
  if (control) {
    return failed({ code: 'yaml-syntax', span: span(control.index, control.index + 1), message: 'This is not text: it holds a control character that YAML does not allow.' });
  }
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    return failed({ code: 'resource-limit', span: span(deep, Math.min(deep + 1, text.length)), message: `Collections are nested more than ${LIMITS.depth} levels deep; the file is not read.` });
  }
  const documents = [...new Composer({ uniqueKeys: false, strict: true, version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, intAsBigInt: false, prettyErrors: false }).compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (!document) return failed({ code: 'not-a-mapping', span: span(0, 0), message: 'The file is empty. An agreement file starts with `entente: 1`.' });
  for (const error of [...document.errors, ...document.warnings]) {
    const [start, end] = error.pos;
    problems.push({ code: 'yaml-syntax', span: clamp(span(start, Math.max(end, start + 1)), text.length), message: MESSAGES[error.code] ?? sentence(error.message) });
  }
  if (second) {
    const start = second.range[0];
    problems.push({ code: 'several-documents', span: clamp(span(start, start + 3), text.length), message: 'A file holds one document; what follows here is not read.' });
  }
  const contents = document.contents;
  if (!contents || (isScalar(contents) && contents.value === null)) {
    const place = span(0, 0);
    if (problems.length === 0) problems.push({ code: 'not-a-mapping', span: place, message: 'The file is empty. An agreement file starts with `entente: 1`.' });
    return { text, root: null, problems };
  }
  const converted = new Conversion(text, problems).node(contents as YamlNode);
  if (converted.kind !== 'map') {
    problems.push({ code: 'not-a-mapping', span: converted.span, message: 'An agreement file is a mapping of keys to values; this is something else.' });
    return { text, root: null, problems };
  }
  return { text, root: converted, problems };
}

/** Offset of the first collection beyond the depth limit. Walks with its own stack, since depth is what is in question. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > LIMITS.depth) return token.offset;
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

  constructor(
    private readonly text: string,
    private readonly problems: SyntaxProblem[],
  ) {}

  node(yaml: YamlNode): Node {
    const place = rangeOf(yaml, this.text.length);
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
    if (isMap(yaml)) return this.map(yaml.items as { key: unknown; value: unknown }[], place, yaml.flow === true);
    if (isSeq(yaml)) {
      const items = yaml.items.map((item) => this.node(item as YamlNode));
      return { kind: 'seq', span: place, flow: yaml.flow === true, items };
    }
    if (!isScalar(yaml)) return emptyAt(place.start);
    const plain = yaml.type === 'PLAIN';
    const value = yaml.value as ScalarNode['value'];
    const text = plain ? (yaml.source ?? '') : String(value ?? '');
    return { kind: 'scalar', span: place, value, text, plain };
  }

  private map(items: readonly { key: unknown; value: unknown }[], place: Span, flow: boolean): MapNode {
    const entries: Entry[] = [];
    const seen = new Map<string, Span>();
    for (const item of items) {
      const key = item.key as YamlNode | null;
      const keySpan = key ? rangeOf(key, this.text.length) : span(place.start, place.start);
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
      const value = item.value ? this.node(item.value as YamlNode) : emptyAt(keySpan.end);
      if (first) continue;
      seen.set(text, keySpan);
      entries.push({ key: text, keySpan, span: span(keySpan.start, Math.max(keySpan.end, value.span.end)), value });
    }
    return { kind: 'map', span: place, flow, entries };
  }

  private alias(name: string, place: Span): Node {
    if (this.open.has(name)) {
      this.problems.push({ code: 'yaml-syntax', span: place, message: `\`*${name}\` stands inside what it names.` });
      return { ...emptyAt(place.start), span: place };
    }
    const target = this.anchors.get(name);
    if (!target) {
      this.problems.push({ code: 'yaml-syntax', span: place, message: `No anchor \`&${name}\` comes before this alias.` });
      return { ...emptyAt(place.start), span: place };
    }
    this.aliased += target.size;
    this.size += target.size;
    if (this.aliased > LIMITS.aliasedNodes) {
      this.limit(place, `Aliases stand for more than ${LIMITS.aliasedNodes} values; this one and later ones are not read.`);
      return { ...emptyAt(place.start), span: place };
    }
    return { ...target.node, span: place };
  }

  private limit(place: Span, message: string): void {
    if (!this.limitReported) this.problems.push({ code: 'resource-limit', span: place, message });
    this.limitReported = true;
  }
}

function emptyAt(offset: number): ScalarNode {
  return { kind: 'scalar', span: span(offset, offset), value: null, text: '', plain: true };
}

function rangeOf(node: YamlNode, length: number): Span {
  const range = node.range;
  return range ? clamp(span(range[0], range[1]), length) : span(0, 0);
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.min(start, length);
  return span(from, Math.max(from, Math.min(end, length)));
}

/** Where the parser's own words would puzzle somebody who does not know YAML's grammar. */
const MESSAGES: Readonly<Partial<Record<string, string>>> = {
  BLOCK_IN_FLOW: 'Inside brackets or braces, indentation has no meaning; write it with commas.',
  BLOCK_AS_IMPLICIT_KEY: 'Two keys on one line. Put each key on a line of its own, or the value in quotes if it holds a colon.',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line and is followed by a colon. A colon may be missing here.',
  MISSING_CHAR: 'Something is missing here: a colon after a key, a comma, or a closing bracket, brace or quotation mark.',
  BAD_INDENT: 'The indentation does not fit the lines above.',
  TAB_AS_INDENT: 'A tab cannot indent; use spaces.',
  BAD_ALIAS: 'This alias is not well formed. Put the value in quotes if it is meant as text.',
};

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);
