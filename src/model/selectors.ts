import { textAt, textOf, valueAt } from '../grammar/read.js';
import type { Node } from '../syntax/tree.js';
import { textsOf } from './terms.js';
import type { Cloud, Product } from './types.js';

/**
 * The products that a selector names (language, section 1). `all`, and a missing selector, are the products that
 * `by` or `to` owns and those without an owner; with neither party known, every product. A filter narrows that,
 * except that one with `owner` starts from every product.
 */
export function selectProducts(node: Node | undefined, by: string | undefined, to: string | undefined, products: ReadonlyMap<string, Product>): ReadonlySet<string> {
  const isTheirs = ({ owner }: Product): boolean => (by === undefined && to === undefined) || owner === undefined || owner === by || owner === to;
  return select(node, isTheirs, (product) => product.owner, products);
}

/** The clouds that a selector or a single `cloud` names; none where it is missing. A filter's `owner` is the operator. */
export const selectClouds = (node: Node | undefined, clouds: ReadonlyMap<string, Cloud>): ReadonlySet<string> =>
  (node ? select(node, () => true, (cloud) => cloud.operator, clouds) : new Set());

function select<T extends { readonly id: string; readonly kind: string | undefined }>(
  node: Node | undefined, isMeant: (item: T) => boolean, ownerOf: (item: T) => string | undefined, known: ReadonlyMap<string, T>,
): ReadonlySet<string> {
  const those = (holds: (item: T) => boolean): ReadonlySet<string> => new Set([...known.values()].filter(holds).map(({ id }) => id));
  const word = textOf(node);
  if (!node || word === 'all' || word === 'any') return those(isMeant);
  if (node.kind !== 'map') return new Set(textsOf(node).filter((id) => known.has(id)));
  const owner = textAt(node, 'owner');
  const kind = textAt(node, 'kind');
  const except = new Set(textsOf(valueAt(node, 'except')));
  return those((item) => (owner === undefined ? isMeant(item) : ownerOf(item) === owner) && (kind === undefined || item.kind === kind) && !except.has(item.id));
}
