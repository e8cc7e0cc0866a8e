import type { Field, Namespace, Shape, ValueType } from './types.js';

/** A key that must be there. */
export const required = (name: string, type: ValueType, doc: string, example: string): Field => ({ name, type, required: true, doc, example });
/** A key that may be there. */
export const optional = (name: string, type: ValueType, doc: string, example: string): Field => ({ name, type, required: false, doc, example });

export const ref = (to: Namespace): ValueType => ({ kind: 'ref', to });
export const listOf = (item: ValueType, single = false): ValueType => ({ kind: 'list', item, single });
export const shaped = (shape: () => Shape): ValueType => ({ kind: 'shape', shape });
export const mapOf = (declares: Namespace, shape: () => Shape): ValueType => ({ kind: 'map', declares, shape });
/** An enumeration from pairs of value and documentation. */
export const oneOf = (values: Readonly<Record<string, string>>): ValueType => ({
  kind: 'enum', values: Object.entries(values).map(([value, doc]) => ({ value, doc })),
});

export const TEXT: ValueType = { kind: 'text' };
export const WORDS: ValueType = { kind: 'words' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
export const DATE: ValueType = { kind: 'date', unstated: false };
export const STATED_DATE: ValueType = { kind: 'date', unstated: true };
export const END: ValueType = { kind: 'end' };
export const AMOUNT: ValueType = { kind: 'amount' };
export const CONDITION: ValueType = { kind: 'condition' };
export const PRODUCTS: ValueType = { kind: 'selector', of: 'product' };
export const CLOUDS: ValueType = { kind: 'selector', of: 'cloud' };
