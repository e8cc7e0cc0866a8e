import { contains } from '../base/span.js';
import { textAt } from '../grammar/read.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { Scope } from '../grammar/sink.js';
import type { Field, ValueType } from '../grammar/types.js';
import type { Entry, MapNode, Node, SeqNode } from '../syntax/tree.js';
import { itemType, type Mapping, mappingOf, valueType } from './mappings.js';

/** What stands at an offset, and what the language expects there. */
export type Position = KeyPosition | ValuePosition;

export interface KeyPosition {
  readonly kind: 'key';
  readonly entry: Entry;
  readonly map: MapNode;
  readonly mapping: Mapping | undefined;
  readonly field: Field | undefined;
  /** What the mapping itself stands for: a lone key may be a value that is still being written. */
  readonly type: ValueType | undefined;
  readonly list: SeqNode | undefined;
  readonly scope: Scope;
}

export interface ValuePosition {
  readonly kind: 'value';
  readonly node: Node;
  readonly type: ValueType | undefined;
  /** The field that the value belongs to, directly or through lists. */
  readonly field: Field | undefined;
  /** The innermost mapping around it. */
  readonly map: MapNode;
  readonly mapping: Mapping | undefined;
  /** The list that holds it. */
  readonly list: SeqNode | undefined;
  readonly scope: Scope;
}

const FILE: ValueType = { kind: 'shape', shape: () => FILE_SHAPE };

/** Walks down the tree and the language's shapes together to what stands at the offset. */
export function positionIn(root: MapNode, offset: number): Position | undefined {
  return inMap(root, FILE, undefined, {}, offset);
}

function inMap(map: MapNode, type: ValueType | undefined, list: SeqNode | undefined, scope: Scope, offset: number): Position | undefined {
  const mapping = type && mappingOf(type);
  for (const entry of map.entries) {
    const field = mapping?.fields.find(({ name }) => name === entry.key);
    if (contains(entry.keySpan, offset)) return { kind: 'key', entry, map, mapping, field, type, list, scope };
    if (!contains(entry.value.span, offset)) continue;
    const inner = valueType(mapping, entry.key, entry.value.kind === 'map' ? entry.value : undefined);
    return inNode(entry.value, { type: inner, field, map, mapping, list: undefined, scope: scopeOf(scope, mapping, entry.key, map, inner) }, offset);
  }
  return undefined;
}

type Around = Omit<ValuePosition, 'kind' | 'node'>;

function inNode(node: Node, around: Around, offset: number): Position {
  if (node.kind === 'map') {
    const found = inMap(node, around.type, around.list, around.scope, offset);
    if (found) return found;
  } else if (node.kind === 'seq') {
    const item = node.items.find(({ span }) => contains(span, offset));
    if (item) return inNode(item, { ...around, type: around.type && itemType(around.type), list: node }, offset);
  }
  return { kind: 'value', node, ...around };
}

/** Names inside a declaration are seen from it: clauses from their agreement, services and choices from their owner. */
function scopeOf(scope: Scope, mapping: Mapping | undefined, key: string, map: MapNode, type: ValueType | undefined): Scope {
  if (mapping?.ids?.declares) {
    const { names } = mapping.ids;
    if (names === 'agreement') return { agreement: key };
    return names === 'clause' ? { ...scope, clause: key } : { owner: key };
  }
  const owner = type?.kind === 'ref' && type.to === 'service' ? textAt(map, 'cloud')
    : mapping?.name === 'lead' || key === 'is' ? textAt(map, 'reading') : undefined;
  return owner === undefined ? scope : { ...scope, owner };
}
