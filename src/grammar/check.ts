import { parseDate, parseDuration } from '../base/dates.js';
import { parseAmount } from '../base/money.js';
import { across, type Span } from '../base/span.js';
import { didYouMean, listWords, withArticle } from '../base/words.js';
import { type Entry, entryOf, type MapNode, type Node } from '../syntax/tree.js';
import { ID, SHARE, textAt, textOf } from './read.js';
import type { NameUse, Scope, Sink } from './sink.js';
import type { Field, Namespace, Shape, ValueType } from './types.js';

/** Shapes that depend on a value inside the mapping: a clause's on its `type`. */
export type ShapeOf = (namespace: Namespace, map: MapNode, sink: Sink) => Shape | undefined;

/** Keys that are two answers to one question, and what happens where both are there. */
export const CONFLICTING: readonly { readonly keys: readonly [string, string]; readonly consequence: string }[] = [
  { keys: ['until', 'through'], consequence: 'The term ends on the earlier of the two.' },
  { keys: ['cloud', 'clouds'], consequence: 'Only `clouds` is read.' },
];

/** Walks a mapping by its shape and tells the sink every problem, name, date and amount (language, section 1). */
export class Check {
  constructor(
    private readonly sink: Sink,
    private readonly shapeOf: ShapeOf,
  ) {}

  shape(map: MapNode, shape: Shape, keySpan: Span, scope: Scope): void {
    const fields = new Map(shape.fields.map((field) => [field.name, field]));
    const absent = shape.fields.map(({ name }) => name).filter((name) => !entryOf(map, name));
    for (const entry of map.entries) {
      const field = fields.get(entry.key);
      if (field) {
        this.field(field, entry.value, entry.keySpan, scope, map);
        continue;
      }
      const suggestion = didYouMean(entry.key, absent);
      const hint = suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
      this.sink.problem('unknown-key', entry.keySpan, `${article(shape.name)} has no key \`${entry.key}\`.${hint}`, { key: entry.key, suggestion });
    }
    for (const field of shape.fields) {
      if (field.required && !entryOf(map, field.name)) {
        this.sink.problem('missing-key', keySpan, `${article(shape.name)} needs \`${field.name}\`: ${lowerFirst(field.doc)}`, { key: field.name, example: field.example, shape: shape.name });
      }
    }
    for (const { keys: [first, second], consequence } of CONFLICTING) if (fields.has(first) && fields.has(second)) this.conflicting(map, first, second, consequence);
  }

  private conflicting(map: MapNode, first: string, second: string, consequence: string): void {
    const a = entryOf(map, first);
    const b = entryOf(map, second);
    if (a && b) this.sink.problem('conflicting-keys', (a.keySpan.start > b.keySpan.start ? a : b).keySpan, `\`${first}\` and \`${second}\` are two answers to one question; keep one. ${consequence}`, { keys: [first, second] });
  }

  private field(field: Field, node: Node, keySpan: Span, scope: Scope, map: MapNode): void {
    if (node.kind === 'scalar' && node.value === null && field.type.kind !== 'map') {
      this.sink.problem('wrong-type', keySpan, `\`${field.name}\` has no value. For example: \`${field.name}: ${field.example}\`.`);
      return;
    }
    const owner = field.type.kind === 'ref' && field.type.to === 'service' ? textAt(map, 'cloud') : scope.owner;
    const supersession = field.name === 'supersedes' || field.name === 'target';
    this.value(field.type, node, field.name, owner === undefined ? scope : { ...scope, owner }, supersession);
  }

  private value(type: ValueType, node: Node, key: string, scope: Scope, supersession = false): void {
    switch (type.kind) {
      case 'text':
      case 'words':
        this.scalar(node, key, 'a text');
        return;
      case 'boolean':
        if (node.kind !== 'scalar' || typeof node.value !== 'boolean') this.wrong(node, key, '`true` or `false`', node.kind === 'scalar' ? TRUTHS.get(node.text.toLowerCase()) : undefined);
        return;
      case 'version':
        if (node.kind !== 'scalar' || node.value !== 1) {
          const newer = node.kind === 'scalar' && typeof node.value === 'number' && node.value > 1;
          if (newer) this.sink.problem('unsupported-version', node.span, `This file is written in version ${node.text} of the language; these tools read version 1. Use a newer version of them; until then nothing else in this file is checked.`, NEWER);
          else this.sink.problem('unsupported-version', node.span, 'The language version is the number 1.');
        }
        return;
      case 'enum':
        return this.oneOf(node, key, type.values.map(({ value }) => value));
      case 'date':
        return this.date(node, key, type.unstated);
      case 'end':
        return this.end(node, key, scope);
      case 'amount':
        return this.amount(node, key);
      case 'share': {
        const text = this.scalar(node, key, 'a percentage');
        if (text !== undefined && (!SHARE.test(text) || Number.parseFloat(text) > 100)) this.sink.problem('bad-amount', node.span, `\`${text}\` is not a percentage from 0% to 100%. For example: \`20%\`.`);
        return;
      }
      case 'lead':
        return this.lead(node, key, scope);
      case 'due':
        if (textOf(node) !== 'signing') this.date(node, key, true, '`signing` or ');
        return;
      case 'condition':
        return this.condition(node, key, scope);
      case 'import':
        this.scalar(node, key, 'the path of a file');
        return;
      case 'ref': {
        const name = this.scalar(node, key, `the id of ${withArticle(type.to)}`);
        if (name !== undefined) this.use(type.to, name, node.span, scope, supersession);
        return;
      }
      case 'selector':
        return this.selector(node, key, type.of, scope);
      case 'services':
        return this.names(node, key, 'service', scope);
      case 'choices':
        return this.names(node, key, 'choice', scope);
      case 'truth':
        if (node.kind !== 'scalar' || (typeof node.value !== 'boolean' && node.value !== 'unknown')) this.wrong(node, key, '`true`, `false` or `unknown`', node.kind === 'scalar' ? TRUTHS.get(node.text.toLowerCase()) : undefined);
        return;
      case 'per-product':
        if (node.kind !== 'map') return this.wrong(node, key, 'a mapping from products to `true`, `false` or `unknown`');
        for (const entry of node.entries) {
          this.use('product', entry.key, entry.keySpan, scope);
          this.value({ kind: 'truth' }, entry.value, entry.key, scope);
        }
        return;
      case 'assumptions':
        if (node.kind !== 'map') return this.wrong(node, key, 'a mapping from unknowns to values');
        for (const entry of node.entries) {
          const text = this.scalar(entry.value, entry.key, 'a value');
          const value = text === undefined ? undefined : { text, span: entry.value.span };
          this.sink.use({ namespace: 'assumption', name: entry.key, span: entry.keySpan, scope, supersession: false, value });
        }
        return;
      case 'list':
        if (node.kind === 'seq') for (const item of node.items) this.value(type.item, item, key, scope, supersession);
        else if (type.single && (node.kind === 'map') === (type.item.kind === 'shape')) this.value(type.item, node, key, scope, supersession);
        else this.wrong(node, key, 'a list');
        return;
      case 'shape':
        if (node.kind === 'map') this.shape(node, type.shape(), across(node.span, node.entries[0]?.keySpan ?? node.span), scope);
        else this.wrong(node, key, 'a mapping');
        return;
      case 'map':
        return this.declarations(type.declares, type.shape(), node, key, scope);
    }
  }

  private declarations(namespace: Namespace, shape: Shape, node: Node, key: string, scope: Scope): void {
    if (node.kind === 'scalar' && node.value === null) return;
    if (node.kind !== 'map') return this.wrong(node, key, 'a mapping from ids to declarations');
    for (const entry of node.entries) this.sink.part(entry, namespace, scope, () => this.declaration(namespace, shape, entry, scope));
  }

  private declaration(namespace: Namespace, shape: Shape, entry: Entry, scope: Scope): void {
    this.id(entry.key, entry.keySpan);
    const value = entry.value.kind === 'map' ? entry.value : undefined;
    this.sink.declare({ namespace, id: entry.key, span: entry.keySpan, whole: entry.span, node: value, scope });
    const inner: Scope = namespace === 'agreement' ? { agreement: entry.key } : namespace === 'clause' ? { ...scope, clause: entry.key } : { owner: entry.key };
    if (value) {
      const actual = this.shapeOf(namespace, value, this.sink) ?? shape;
      this.shape(value, actual, entry.keySpan, inner);
    } else if (entry.value.kind !== 'scalar' || entry.value.value !== null) {
      this.wrong(entry.value, entry.key, 'a mapping');
    } else {
      for (const field of shape.fields.filter((candidate) => candidate.required)) {
        this.sink.problem('missing-key', entry.keySpan, `${article(shape.name)} needs \`${field.name}\`: ${lowerFirst(field.doc)}`, { key: field.name, example: field.example, shape: shape.name });
      }
    }
  }

  /** A mapping from new ids to texts: the services of a cloud, the choices of a reading. */
  private names(node: Node, key: string, namespace: 'service' | 'choice', scope: Scope): void {
    if (node.kind !== 'map') return this.wrong(node, key, 'a mapping from ids to texts');
    for (const entry of node.entries) {
      this.id(entry.key, entry.keySpan);
      this.sink.declare({ namespace, id: entry.key, span: entry.keySpan, whole: entry.span, node: undefined, scope });
      this.scalar(entry.value, entry.key, 'a text');
    }
  }

  private selector(node: Node, key: string, of: 'product' | 'cloud', scope: Scope): void {
    if (node.kind === 'seq') {
      for (const item of node.items) {
        const name = this.scalar(item, key, `ids of ${of}s`);
        if (name !== undefined) this.use(of, name, item.span, scope);
      }
      return;
    }
    if (node.kind === 'scalar') {
      const text = textOf(node);
      if (text !== 'all' && text !== 'any' && text !== undefined) this.use(of, text, node.span, scope);
      return;
    }
    const owner = of === 'product' ? 'The party that owns the product.' : 'The party that operates the cloud.';
    this.shape(node, {
      name: `${of} selector`, doc: '',
      fields: [
        { name: 'kind', type: { kind: 'text' }, required: false, doc: `The kind of ${of}.`, example: 'model' },
        { name: 'owner', type: { kind: 'ref', to: 'party' }, required: false, doc: owner, example: 'openai' },
        { name: 'except', type: { kind: 'list', item: { kind: 'ref', to: of }, single: true }, required: false, doc: `The ${of}s left out.`, example: of === 'product' ? '[frontier]' : '[aws]' },
      ],
    }, node.span, scope);
  }

  private end(node: Node, key: string, scope: Scope): void {
    if (node.kind !== 'map') return this.date(node, key, true, '', ', `{ event: id }`, `{ earliest: [..] }` or `{ latest: [..] }`');
    const [entry] = node.entries;
    if (!entry || node.entries.length !== 1 || !['event', 'earliest', 'latest'].includes(entry.key)) {
      return this.wrong(node, key, 'a date, `{ event: id }`, `{ earliest: [..] }` or `{ latest: [..] }`');
    }
    if (entry.key === 'event') return this.value({ kind: 'ref', to: 'event' }, entry.value, 'event', scope);
    if (entry.value.kind !== 'seq' || entry.value.items.length === 0) return this.wrong(entry.value, entry.key, 'a list of ends');
    for (const item of entry.value.items) this.end(item, entry.key, scope);
  }

  private condition(node: Node, key: string, scope: Scope): void {
    if (node.kind === 'scalar' && node.value !== null) return this.use('condition', node.text, node.span, scope);
    const expected = 'an event or fact id, `{ reading: id, is: choice }`, `{ all: [..] }`, `{ any: [..] }` or `{ not: .. }`';
    if (node.kind !== 'map') return this.wrong(node, key, expected);
    const reading = entryOf(node, 'reading');
    const is = entryOf(node, 'is');
    if (reading && is && node.entries.length === 2) {
      this.value({ kind: 'ref', to: 'reading' }, reading.value, 'reading', scope);
      const owner = textOf(reading.value);
      this.value({ kind: 'ref', to: 'choice' }, is.value, 'is', owner === undefined ? scope : { ...scope, owner });
      return;
    }
    const [entry] = node.entries;
    if (!entry || node.entries.length !== 1 || !['all', 'any', 'not'].includes(entry.key)) return this.wrong(node, key, expected);
    if (entry.key === 'not') return this.condition(entry.value, 'not', scope);
    if (entry.value.kind !== 'seq' || entry.value.items.length === 0) return this.wrong(entry.value, entry.key, 'a list of conditions');
    for (const item of entry.value.items) this.condition(item, entry.key, scope);
  }

  private lead(node: Node, key: string, scope: Scope): void {
    if (node.kind === 'scalar') return this.leadValue(node, key);
    const reading = node.kind === 'map' ? entryOf(node, 'reading') : undefined;
    if (node.kind !== 'map' || !reading) return this.wrong(node, key, 'a duration, `open-ended`, `none`, or `{ reading: id, choice: .. }`');
    this.value({ kind: 'ref', to: 'reading' }, reading.value, 'reading', scope);
    const owner = textOf(reading.value);
    for (const entry of node.entries) {
      if (entry === reading) continue;
      this.use('choice', entry.key, entry.keySpan, owner === undefined ? scope : { ...scope, owner });
      this.leadValue(entry.value, entry.key);
    }
  }

  private leadValue(node: Node, key: string): void {
    const text = this.scalar(node, key, 'a duration, `open-ended` or `none`');
    if (text === undefined || text === 'open-ended' || text === 'none') return;
    const duration = parseDuration(text);
    if (duration) this.sink.duration(duration, node.span);
    else this.sink.problem('bad-duration', node.span, `\`${text}\` is not a duration. For example: \`6 months\`, \`P6M\`, \`open-ended\` or \`none\`.`);
  }

  private date(node: Node, key: string, unstated: boolean, before = '', after = ''): void {
    const expected = `${before}a date (\`2026\`, \`2026-02\` or \`2026-02-27\`)${unstated ? ' or `unstated`' : ''}${after}`;
    const text = this.scalar(node, key, expected);
    if (text === undefined || (unstated && text === 'unstated')) return;
    const date = parseDate(text);
    if (date) this.sink.date(date, key, node.span);
    else this.sink.problem('bad-date', node.span, `\`${text}\` is not a date of the calendar. \`${key}\` takes ${expected}.`);
  }

  private amount(node: Node, key: string): void {
    const text = this.scalar(node, key, 'an amount of money');
    if (text === undefined) return;
    const amount = parseAmount(text);
    if (amount === 'amount') this.sink.problem('bad-amount', node.span, `\`${text}\` is not an amount. For example: \`50 billion USD\`, \`USD 50B\` or \`up to $50B\`.`);
    else if (amount === 'currency') this.sink.problem('bad-currency', node.span, `\`${text}\` names no currency that is known. Use an ISO 4217 code, for example \`USD\` or \`EUR\`.`);
    else this.sink.amount(amount, node.span);
  }

  private oneOf(node: Node, key: string, values: readonly string[]): void {
    const text = this.scalar(node, key, listWords(values.map((value) => `\`${value}\``), 'or'));
    if (text === undefined || values.includes(text)) return;
    const suggestion = didYouMean(text, values);
    this.sink.problem(key === 'type' ? 'unknown-clause-type' : 'wrong-type', node.span,
      `\`${key}\` cannot be \`${text}\`. It is ${listWords(values.map((value) => `\`${value}\``), 'or')}.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`, { suggestion });
  }

  private id(id: string, place: Span): void {
    if (!ID.test(id)) this.sink.problem('bad-id', place, `\`${id}\` is not an id: ids are small letters, digits and single hyphens, such as \`first-on-azure\`.`);
  }

  private use(namespace: NameUse['namespace'], name: string, place: Span, scope: Scope, supersession = false): void {
    this.sink.use({ namespace, name, span: place, scope, supersession });
  }

  private scalar(node: Node, key: string, expected: string): string | undefined {
    const text = textOf(node);
    if (text === undefined) this.wrong(node, key, expected);
    return text;
  }

  private wrong(node: Node, key: string, expected: string, suggestion?: string): void {
    const actual = node.kind === 'map' ? 'a mapping' : node.kind === 'seq' ? (node.items.length === 0 ? 'an empty list' : 'a list') : node.value === null ? 'empty' : `\`${node.text.slice(0, 60)}\``;
    this.sink.problem('wrong-type', node.span, `\`${key}\` takes ${expected}; this is ${actual}.`, { suggestion });
  }
}

/** The payload of the finding that a file is for a later version of the tools: nothing else in it can be judged. */
export const NEWER = { newer: true } as const;

/** What people write for truths that YAML 1.2 reads as texts. */
const TRUTHS: ReadonlyMap<string, string> = new Map([['yes', 'true'], ['on', 'true'], ['true', 'true'], ['no', 'false'], ['off', 'false'], ['false', 'false']]);

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'An' : 'A'} ${word}`;
const lowerFirst = (text: string): string => (/^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
