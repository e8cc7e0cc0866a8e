import type { MatrixView } from '../protocol.js';
import { toJson } from './text.js';

/** The object of the language's section 6; what is beyond that stands at the end. `file` is as a reader knows it. */
export function matrixJson({ at, asOf, assumed, products, clouds, cells, title, changes, unknowns, errors }: MatrixView, file: string): string {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return toJson({
    file, at, asOf, assumed, products: ids(products), clouds: ids(clouds),
    cells: cells.map(({ product, cloud, status, certain, possible, because, marks }) => ({ product, cloud, status, certain, possible, because: [...because].sort(), marks })),
    title, changes, unknowns, errors,
  });
}
