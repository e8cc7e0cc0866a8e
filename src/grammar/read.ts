import { parseDate, parseDuration, type PartialDate } from '../base/dates.js';
import { type Amount, parseAmount } from '../base/money.js';
import type { LeadValue } from '../model/types.js';
import { entryOf, type MapNode, type Node } from '../syntax/tree.js';

/** Readers of single values. They report nothing: a value that is not of the kind is `undefined`. */

export const textOf = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' && node.value !== null ? node.text : undefined);
export const mapAt = (map: MapNode | undefined, key: string): MapNode | undefined => {
  const value = map && entryOf(map, key)?.value;
  return value?.kind === 'map' ? value : undefined;
};
export const valueAt = (map: MapNode | undefined, key: string): Node | undefined => map && entryOf(map, key)?.value;
export const textAt = (map: MapNode | undefined, key: string): string | undefined => textOf(valueAt(map, key));

export function booleanOf(node: Node | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

export function dateOf(node: Node | undefined): PartialDate | undefined {
  const text = textOf(node);
  return text === undefined ? undefined : parseDate(text);
}

export function amountOf(node: Node | undefined): Amount | undefined {
  const text = textOf(node);
  const amount = text === undefined ? undefined : parseAmount(text);
  return typeof amount === 'object' ? amount : undefined;
}

/** The items of a list; a single value counts as a list of one. Empty values are left out. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  const items = node === undefined ? [] : node.kind === 'seq' ? node.items : [node];
  return items.filter((item) => item.kind !== 'scalar' || item.value !== null);
}

export function leadValueOf(node: Node | undefined): LeadValue | undefined {
  const text = textOf(node);
  if (text === undefined) return undefined;
  if (text === 'open-ended' || text === 'none') return { kind: text };
  const duration = parseDuration(text);
  return duration && { kind: 'duration', duration };
}

export const SHARE = /^\d{1,3}(?:\.\d{1,6})?%$/;
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
