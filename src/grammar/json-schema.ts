import { NUMBER, SCALES } from '../base/money.js';
import { parse } from '../syntax/parse.js';
import type { Node } from '../syntax/tree.js';
import { CONFLICTING } from './check.js';
import { FILE_SHAPE } from './shapes.js';
import type { Field, Namespace, Shape, ValueType } from './types.js';

/** JSON Schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/** The shape of the clauses of one type. */
export interface TypedClause {
  readonly type: string;
  readonly shape: Shape;
  /** A whole clause as one would write it. */
  readonly example: string;
}

/** A word in any case: JSON Schema's patterns have no flags. */
const anyCase = (word: string): string => word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);

const ID = '^[a-z0-9]+(-[a-z0-9]+)*$';
/** Every day of every month; 29 February in every year. */
const DATE = '^(?!0000)\\d{4}(-(0[1-9]|1[0-2])|-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2\\d)|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31)?$';
const SCALE = `(${SCALES.map(anyCase).join('|')})?`;
const AMOUNT = `^(${anyCase('up')} +${anyCase('to')} +)?(${NUMBER} *${SCALE} +[A-Za-z]{3}|([A-Za-z]{3} +|[$€£¥₹] *)${NUMBER} *${SCALE})$`;
const LEAD = `^(open-ended|none|P(?=\\d)(\\d{1,4}Y)?(\\d{1,5}M)?(\\d{1,5}W)?(\\d{1,6}D)?|\\d{1,6} +(${['day', 'week', 'month', 'year'].map(anyCase).join('|')})[Ss]?)$`;
const SHARE = '^(0?\\d{1,2}(\\.\\d{1,6})?|100(\\.0{1,6})?)%$';

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const anyOf = (...options: readonly Schema[]): Schema => ({ anyOf: options });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema =>
  ({ type: 'object', properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) });
const only = (key: string, schema: Schema): Schema => object({ [key]: schema }, [key]);
const word = (value: string | boolean, doc: string): Schema => ({ const: value, ...described(doc) });
const text = (pattern: string, problem: string): Schema => ({ type: 'string', pattern, patternErrorMessage: problem });
/** A completion of the editors that know `defaultSnippets`. */
const snippet = (label: string, description: string, body: unknown): Schema => ({ label, description, body });
/** Sentences of the language mark code with backticks; editors that know the second key show it so. */
const described = (doc: string): Schema => (doc.includes('`') ? { description: doc, markdownDescription: doc } : { description: doc });

/**
 * The JSON Schema (draft 2020-12) of an agreement file, made from the language's shapes. It knows keys, types and forms,
 * not names: what an id refers to is for the tools to check.
 */
export function jsonSchemaOf(clauses: readonly TypedClause[]): Schema {
  const shapes = new Map<string, Schema>();
  const root = new Shapes(shapes, clauses).shape(FILE_SHAPE);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:entente:schema:1',
    title: 'Entente agreement file, version 1',
    ...root,
    $defs: { ...VALUES, ...Object.fromEntries([...shapes].sort(([a], [b]) => (a < b ? -1 : 1))) },
  };
}

/** Values that many keys share. Ids and dates of digits alone are numbers for YAML. */
const VALUES: Readonly<Record<string, Schema>> = {
  date: anyOf(text(DATE, 'A date is written 2026, 2026-02 or 2026-02-27.'), { type: 'integer', minimum: 1000, maximum: 9999 }),
  'stated-date': anyOf(ref('date'), word('unstated', 'The source does not give the day.')),
  end: {
    ...anyOf(ref('stated-date'), only('event', ref('id')), only('earliest', { ...listOf(ref('end')), minItems: 1 }), only('latest', { ...listOf(ref('end')), minItems: 1 })),
    defaultSnippets: [
      snippet('{ event: .. }', 'Ends on the day on which an event happens.', { event: '$1' }),
      snippet('{ earliest: [..] }', 'Ends with the first of several ends.', { earliest: ['$1', { event: '$2' }] }),
      snippet('{ latest: [..] }', 'Ends with the last of several ends.', { latest: ['$1', { event: '$2' }] }),
    ],
  },
  amount: text(AMOUNT, 'An amount is written 50 billion USD, USD 50B or $50B, with or without "up to".'),
  share: text(SHARE, 'A share is a percentage from 0% to 100%.'),
  // One pattern for all of it: of several forms, editors would tell only the first in their message.
  'lead-value': {
    ...text(LEAD, 'A lead is open-ended, none, or a duration as in 6 months, 90 days, P6M or P1Y2M10D.'),
    defaultSnippets: [
      snippet('open-ended', 'Other clouds wait for the whole term.', 'open-ended'), snippet('none', 'Nobody waits.', 'none'), snippet('6 months', 'A duration.', '6 months'),
    ],
  },
  lead: anyOf(ref('lead-value'), { type: 'object', properties: { reading: ref('id') }, required: ['reading'], propertyNames: ref('id'), additionalProperties: ref('lead-value') }),
  due: anyOf(word('signing', 'Due when the agreement is signed.'), ref('stated-date')),
  condition: {
    ...anyOf(
      ref('id'), object({ reading: ref('id'), is: ref('id') }, ['reading', 'is']),
      only('all', { ...listOf(ref('condition')), minItems: 1 }), only('any', { ...listOf(ref('condition')), minItems: 1 }), only('not', ref('condition')),
    ),
    defaultSnippets: [
      snippet('{ reading: .., is: .. }', 'A reading has this choice.', { reading: '$1', is: '$2' }),
      snippet('{ all: [..] }', 'Every one of these holds.', { all: ['$1', '$2'] }),
      snippet('{ any: [..] }', 'At least one of these holds.', { any: ['$1', '$2'] }),
      snippet('{ not: .. }', 'This does not hold.', { not: '$1' }),
    ],
  },
  id: { type: ['string', 'integer'], pattern: ID, minimum: 0, patternErrorMessage: 'Ids are small letters, digits and single hyphens.' },
  'clause-name': { type: ['string', 'integer'], pattern: `^([a-z0-9]+(-[a-z0-9]+)*/)?${ID.slice(1)}`, minimum: 0, patternErrorMessage: 'A clause is named agreement/clause, or clause inside its agreement.' },
  text: { type: ['string', 'number', 'boolean'] },
  truth: { type: ['string', 'boolean'], oneOf: [word(true, 'It holds.'), word(false, 'It does not hold.'), word('unknown', 'Nobody knows yet; both are considered.')] },
  selector: {
    ...anyOf(ref('id'), listOf(ref('id')), object({ kind: ref('text'), owner: ref('id'), except: anyOf(ref('id'), listOf(ref('id'))) })),
    defaultSnippets: [
      snippet('all', 'All of them.', 'all'), snippet('[..]', 'These.', ['$1']),
      snippet('{ kind: .. }', 'Those of a kind.', { kind: '$1' }), snippet('{ owner: .. }', 'Those of a party.', { owner: '$1' }), snippet('{ except: [..] }', 'All but some.', { except: ['$1'] }),
    ],
  },
};

class Shapes {
  constructor(private readonly shapes: Map<string, Schema>, private readonly clauses: readonly TypedClause[]) {}

  /** A mapping with known keys. */
  shape({ doc, fields }: Shape): Schema {
    return {
      ...described(doc),
      ...object(Object.fromEntries(fields.map((field) => [field.name, this.field(field)])), fields.filter(({ required }) => required).map(({ name }) => name)),
      ...exclusions(fields),
    };
  }

  private field({ doc, example, type }: Field): Schema {
    return { ...described(`${doc}${example === '' ? '' : ` Example: ${doc.includes('`') ? `\`${example}\`` : example}`}`), ...this.value(type) };
  }

  /** A shape by name: each is written once, and shapes may contain themselves. */
  private named(shape: Shape): Schema {
    const { name } = shape;
    if (!this.shapes.has(name)) {
      this.shapes.set(name, {});
      this.shapes.set(name, name === 'clause' ? this.clause(shape) : this.shape(shape));
    }
    return ref(name);
  }

  /** The keys of a clause depend on its type. */
  private clause({ doc, fields }: Shape): Schema {
    const typeDoc = fields.find(({ name }) => name === 'type')?.doc ?? '';
    return {
      ...described(doc),
      type: 'object',
      properties: { type: { ...described(typeDoc), type: 'string', oneOf: this.clauses.map(({ type, shape }) => word(type, shape.doc)) } },
      required: ['type'],
      allOf: this.clauses.map(({ type, shape }) => ({ if: { properties: { type: { const: type } }, required: ['type'] }, then: this.typed(type, shape) })),
    };
  }

  private typed(type: string, shape: Shape): Schema {
    const name = shape.name.replaceAll(' ', '-');
    if (!this.shapes.has(name)) {
      this.shapes.set(name, {});
      const schema = this.shape(shape);
      this.shapes.set(name, { ...schema, properties: { ...(schema['properties'] as Schema), type: word(type, shape.doc) } });
    }
    return ref(name);
  }

  private value(type: ValueType): Schema {
    switch (type.kind) {
      case 'text':
      case 'words': return ref('text');
      case 'boolean': return { type: 'boolean' };
      case 'version': return { const: 1 };
      case 'enum': return { type: 'string', oneOf: type.values.map(({ value, doc }) => word(value, doc)) };
      case 'date': return ref(type.unstated ? 'stated-date' : 'date');
      case 'end':
      case 'amount':
      case 'share':
      case 'lead':
      case 'due':
      case 'condition':
      case 'truth':
      case 'selector': return ref(type.kind);
      case 'import': return { type: 'string', pattern: '^[^/\\\\]' };
      case 'ref': return ref(type.to === 'clause' ? 'clause-name' : 'id');
      case 'services':
      case 'choices': return { type: 'object', propertyNames: ref('id'), additionalProperties: ref('text') };
      case 'per-product': return { type: 'object', propertyNames: ref('id'), additionalProperties: ref('truth') };
      case 'assumptions': return { type: 'object', additionalProperties: { type: ['string', 'boolean'] } };
      case 'list': {
        const item = this.value(type.item);
        return type.single ? anyOf(item, listOf(item)) : listOf(item);
      }
      case 'shape': return this.named(type.shape());
      case 'map': return this.declarations(type.declares, type.shape());
    }
  }

  /** A mapping from new ids. What needs no key may also be declared by its id alone. */
  private declarations(namespace: Namespace, shape: Shape): Schema {
    const value = this.named(shape);
    const snippets = namespace === 'clause'
      ? this.clauses.map(({ type, shape: { doc }, example }) => snippet(type, doc, { [`\${1:my-${type}}`]: template(example, 2) }))
      : [snippet(`new ${namespace}`, shape.doc, { [`\${1:my-${namespace}}`]: template(starter(shape), 2) })];
    return {
      type: ['object', 'null'], propertyNames: ref('id'), defaultSnippets: snippets,
      additionalProperties: shape.fields.some(({ required }) => required) ? value : anyOf(value, { type: 'null' }),
    };
  }
}

/** Of two keys that answer one question only one may be there. */
function exclusions(fields: readonly Field[]): Schema {
  const names = new Set(fields.map(({ name }) => name));
  const pairs = CONFLICTING.filter(({ keys }) => keys.every((key) => names.has(key)));
  if (pairs.length === 0) return {};
  return {
    dependentSchemas: Object.fromEntries(pairs.map(({ keys: [first, second] }) => [
      first, { properties: { [second]: false }, errorMessage: `${first} and ${second} are two answers to one question; keep one.` },
    ])),
  };
}

/** The keys that a new declaration needs with an example each, or else its first key, as text. */
function starter({ fields }: Shape): string {
  const needed = fields.filter(({ required }) => required);
  return needed.length > 0 ? needed.map(({ name, example }) => `${name}: ${example}`).join('\n') : `${fields[0]?.name ?? 'note'}:`;
}

/** The body of a snippet: the data of an example, each value a tab stop, counted from `first`. */
function template(example: string, first: number): unknown {
  let stop = first;
  const body = (node: Node, fixed = false): unknown => {
    switch (node.kind) {
      case 'map': return Object.fromEntries(node.entries.map(({ key, value }) => [key, body(value, key === 'type')]));
      case 'seq': return node.items.map((item) => body(item));
      case 'scalar': return fixed ? node.text : node.value === null ? `$${stop++}` : `\${${stop++}:${node.text.replace(/[\\$}]/g, '\\$&')}}`;
    }
  };
  const { root } = parse(example);
  return root === null ? {} : body(root);
}
