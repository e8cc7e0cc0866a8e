import { FILE_SHAPE } from './shapes.js';
import type { Field, Shape, ValueType } from './types.js';

/** JSON Schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/** The shape of the clauses of one type. */
export interface TypedClause {
  readonly type: string;
  readonly shape: Shape;
}

const ID = '^[a-z0-9]+(-[a-z0-9]+)*$';
const DATE = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$';
const AMOUNT = '^([Uu][Pp] +[Tt][Oo] +)?(([A-Za-z]{3} +|[$€£¥₹] *)?[0-9][0-9,]*(\\.[0-9]+)? *[A-Za-z]*( +[A-Za-z]{3})?)$';
const DURATION = '^(P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?|\\d+ +([Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?)$';
const SHARE = '^\\d{1,3}(\\.\\d{1,6})?%$';

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const anyOf = (...options: readonly Schema[]): Schema => ({ anyOf: options });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema =>
  ({ type: 'object', properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) });
const only = (key: string, schema: Schema): Schema => object({ [key]: schema }, [key]);

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

/** Values that many keys share. */
const VALUES: Readonly<Record<string, Schema>> = {
  // YAML reads `2026` as a number.
  date: anyOf({ type: 'string', pattern: DATE }, { type: 'integer', minimum: 1, maximum: 9999 }),
  'stated-date': anyOf(ref('date'), { const: 'unstated' }),
  end: anyOf(ref('stated-date'), only('event', ref('id')), only('earliest', { ...listOf(ref('end')), minItems: 1 }), only('latest', { ...listOf(ref('end')), minItems: 1 })),
  amount: { type: 'string', pattern: AMOUNT },
  share: { type: 'string', pattern: SHARE },
  'lead-value': anyOf({ enum: ['open-ended', 'none'] }, { type: 'string', pattern: DURATION }),
  lead: anyOf(ref('lead-value'), { type: 'object', properties: { reading: ref('id') }, required: ['reading'], propertyNames: ref('id'), additionalProperties: ref('lead-value') }),
  due: anyOf({ const: 'signing' }, ref('stated-date')),
  condition: anyOf(
    ref('id'), object({ reading: ref('id'), is: ref('id') }, ['reading', 'is']),
    only('all', { ...listOf(ref('condition')), minItems: 1 }), only('any', { ...listOf(ref('condition')), minItems: 1 }), only('not', ref('condition')),
  ),
  id: { type: 'string', pattern: ID },
  'clause-name': { type: 'string', pattern: `^([a-z0-9]+(-[a-z0-9]+)*/)?${ID.slice(1)}` },
  text: { type: ['string', 'number', 'boolean'] },
  truth: { enum: [true, false, 'unknown'] },
  selector: anyOf(ref('id'), listOf(ref('id')), object({ kind: ref('text'), owner: ref('id'), except: anyOf(ref('id'), listOf(ref('id'))) })),
};

class Shapes {
  constructor(private readonly shapes: Map<string, Schema>, private readonly clauses: readonly TypedClause[]) {}

  /** A mapping with known keys. */
  shape({ doc, fields }: Shape): Schema {
    return {
      description: doc,
      ...object(Object.fromEntries(fields.map((field) => [field.name, this.field(field)])), fields.filter(({ required }) => required).map(({ name }) => name)),
    };
  }

  private field({ doc, example, type }: Field): Schema {
    return { description: `${doc}${example === '' ? '' : ` Example: ${example}`}`, ...this.value(type) };
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
  private clause({ doc }: Shape): Schema {
    return {
      description: doc,
      type: 'object',
      properties: { type: { enum: this.clauses.map(({ type }) => type) } },
      required: ['type'],
      allOf: this.clauses.map(({ type, shape }) => ({ if: { properties: { type: { const: type } }, required: ['type'] }, then: this.typed(type, shape) })),
    };
  }

  private typed(type: string, shape: Shape): Schema {
    const name = shape.name.replaceAll(' ', '-');
    if (!this.shapes.has(name)) {
      this.shapes.set(name, {});
      const schema = this.shape(shape);
      this.shapes.set(name, { ...schema, properties: { ...(schema['properties'] as Schema), type: { description: shape.doc, const: type } } });
    }
    return ref(name);
  }

  private value(type: ValueType): Schema {
    switch (type.kind) {
      case 'text':
      case 'words': return ref('text');
      case 'boolean': return { type: 'boolean' };
      case 'version': return { const: 1 };
      case 'enum': return { oneOf: type.values.map(({ value, doc }) => ({ const: value, description: doc })) };
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
      case 'map': return { type: ['object', 'null'], propertyNames: ref('id'), additionalProperties: this.named(type.shape()) };
    }
  }
}
