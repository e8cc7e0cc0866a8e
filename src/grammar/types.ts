/** The kinds of value that the language knows (language, section 1). A closed union; every switch over it is exhaustive. */
export type ValueType =
  | { readonly kind: 'text' }
  | { readonly kind: 'words' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'version' }
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[] }
  | { readonly kind: 'date'; readonly unstated: boolean }
  | { readonly kind: 'end' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'share' }
  | { readonly kind: 'lead' }
  | { readonly kind: 'due' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'import' }
  | { readonly kind: 'ref'; readonly to: Namespace }
  | { readonly kind: 'selector'; readonly of: 'product' | 'cloud' }
  | { readonly kind: 'services' }
  | { readonly kind: 'choices' }
  | { readonly kind: 'truth' }
  | { readonly kind: 'per-product' }
  | { readonly kind: 'assumptions' }
  | { readonly kind: 'list'; readonly item: ValueType; /** A single value may stand without its brackets. */ readonly single: boolean }
  | { readonly kind: 'shape'; readonly shape: () => Shape }
  | { readonly kind: 'map'; readonly declares: Namespace; readonly shape: () => Shape };

export interface EnumValue {
  readonly value: string;
  readonly doc: string;
}

/** What an id can name. A `clause` is written `agreement/clause`, or `clause` inside its agreement. */
export type Namespace = 'party' | 'cloud' | 'product' | 'event' | 'fact' | 'reading' | 'agreement' | 'clause' | 'service' | 'choice';

export interface Field {
  readonly name: string;
  readonly type: ValueType;
  readonly required: boolean;
  /** One or two plain sentences. */
  readonly doc: string;
  /** A value as one would write it. */
  readonly example: string;
}

/** A mapping with known keys. */
export interface Shape {
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly Field[];
}
