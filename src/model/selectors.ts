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
  const everything = [...products.values()];
  const all = by === undefined && to === undefined
    ? everything
    : everything.filter(({ owner }) => owner === undefined || owner === by || owner === to);
  return select(node, all, everything, (product) => product.owner, products);
}

/** The clouds that a selector or a single `cloud` names; none where it is missing. A filter's `owner` is the operator. */
export function selectClouds(node: Node | undefined, clouds: ReadonlyMap<string, Cloud>): ReadonlySet<string> {
  if (!node) return new Set();
  const everything = [...clouds.values()];
  return select(node, everything, everything, (cloud) => cloud.operator, clouds);
}

function select<T extends { readonly id: string; readonly kind: string | undefined }>(
  node: Node | undefined, all: readonly T[], everything: readonly T[], ownerOf: (item: T) => string | undefined, known: ReadonlyMap<string, T>,
): ReadonlySet<string> {
  const ids = (items: readonly T[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
  const word = textOf(node);
  if (!node || word === 'all' || word === 'any') return ids(all);
  if (node.kind !== 'map') return new Set(textsOf(node).filter((id) => known.has(id)));
  const owner = textAt(node, 'owner');
  const kind = textAt(node, 'kind');
  const except = new Set(textsOf(valueAt(node, 'except')));
  return ids((owner === undefined ? all : everything).filter((item) =>
    (owner === undefined || ownerOf(item) === owner) && (kind === undefined || item.kind === kind) && !except.has(item.id)));
}
