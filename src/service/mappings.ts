import { clauseShape, clauseType } from '../clauses/registry.js';
import { optional, ref } from '../grammar/field.js';
import { textAt } from '../grammar/read.js';
import type { Field, Namespace, ValueType } from '../grammar/types.js';
import type { MapNode } from '../syntax/tree.js';

/** What a mapping of some value type may hold: known keys, and for some types ids as keys. */
export interface Mapping {
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly Field[];
  readonly ids?: Ids;
}

/** Keys that are ids. `names` is what they name; a declaration gives a new name. */
export interface Ids {
  readonly names: Namespace | 'assumption';
  readonly declares: boolean;
  readonly value: ValueType;
}

const LEAD_VALUE: ValueType = { kind: 'lead' };
const END: ValueType = { kind: 'end' };
const CONDITION: ValueType = { kind: 'condition' };
const TEXT: ValueType = { kind: 'text' };
const listOf = (item: ValueType): ValueType => ({ kind: 'list', item, single: false });

const END_MAPPING: Mapping = {
  name: 'end', doc: 'When the term ends.',
  fields: [
    optional('event', ref('event'), 'The term ends on the day on which the event happens.', 'agi'),
    optional('earliest', listOf(END), 'The term ends with the first of these ends.', '[2030, { event: agi }]'),
    optional('latest', listOf(END), 'The term ends with the last of these ends.', '[2030, { event: agi }]'),
  ],
};
const CONDITION_MAPPING: Mapping = {
  name: 'condition', doc: 'What must hold.',
  fields: [
    optional('all', listOf(CONDITION), 'Every one of these holds.', '[cannot-support, declines]'),
    optional('any', listOf(CONDITION), 'At least one of these holds.', '[cannot-support, declines]'),
    optional('not', CONDITION, 'This does not hold.', 'agi'),
    optional('reading', ref('reading'), 'A reading; `is` names the choice.', 'first-means'),
    optional('is', ref('choice'), 'The choice of the reading under which the condition holds.', 'head-start'),
  ],
};
const LEAD_MAPPING: Mapping = {
  name: 'lead', doc: 'How long other clouds wait, by the choice of a reading.',
  fields: [optional('reading', ref('reading'), 'The reading whose choices pick the lead.', 'first-means')],
  ids: { names: 'choice', declares: false, value: LEAD_VALUE },
};
const selectorMapping = (of: 'product' | 'cloud'): Mapping => ({
  name: `${of} selector`, doc: `The ${of}s to which all of these keys apply.`,
  fields: [
    optional('kind', TEXT, `The kind of ${of}.`, of === 'product' ? 'model' : 'public'),
    optional('owner', ref('party'), of === 'product' ? 'The party that owns the product.' : 'The party that operates the cloud.', 'openai'),
    optional('except', { kind: 'list', item: ref(of), single: true }, `The ${of}s left out.`, of === 'product' ? '[frontier]' : '[aws]'),
  ],
});
const SELECTORS = { product: selectorMapping('product'), cloud: selectorMapping('cloud') };

const keyed = (name: string, doc: string, ids: Ids): Mapping => ({ name, doc, fields: [], ids });

/** What a mapping may hold where a value of this type is expected; undefined where no mapping may stand. */
export function mappingOf(type: ValueType): Mapping | undefined {
  switch (type.kind) {
    case 'shape': return type.shape();
    case 'map': return keyed(`${type.declares} declarations`, `Ids, each with its ${type.declares}.`, { names: type.declares, declares: true, value: { kind: 'shape', shape: type.shape } });
    case 'end': return END_MAPPING;
    case 'condition': return CONDITION_MAPPING;
    case 'lead': return LEAD_MAPPING;
    case 'selector': return SELECTORS[type.of];
    case 'services': return keyed('services', 'Ids of services, with their names.', { names: 'service', declares: true, value: TEXT });
    case 'choices': return keyed('choices', 'Ids of choices, with a sentence each.', { names: 'choice', declares: true, value: TEXT });
    case 'per-product': return keyed('values for products', 'Products, with the value for each.', { names: 'product', declares: false, value: { kind: 'truth' } });
    case 'assumptions': return keyed('assumptions', 'Unknowns, with the value to assume.', { names: 'assumption', declares: false, value: TEXT });
    case 'list': return type.single ? mappingOf(type.item) : undefined;
    default: return undefined;
  }
}

/** The type of the value under a key. For clauses it depends on the `type` that stands in the value. */
export function valueType(mapping: Mapping | undefined, key: string, value: MapNode | undefined): ValueType | undefined {
  const field = mapping?.fields.find(({ name }) => name === key);
  if (field || !mapping?.ids) return field?.type;
  if (mapping.ids.names !== 'clause') return mapping.ids.value;
  const type = textAt(value, 'type');
  return { kind: 'shape', shape: () => clauseShape(type !== undefined && clauseType(type) ? type : undefined) };
}

/** The type of the items of a list; undefined where no list may stand. */
export function itemType(type: ValueType): ValueType | undefined {
  if (type.kind === 'list') return type.item;
  return type.kind === 'selector' ? ref(type.of) : undefined;
}
