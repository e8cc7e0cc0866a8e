import type { CellView, MatrixView, StatusName } from '../../src/protocol.js';
import { EXAMPLE_VIEW } from './example-view.js';

const STATUSES: readonly StatusName[] = ['available', 'available', 'barred', 'exclusive', 'first', 'after-first', 'available', 'unspecified', 'barred', 'available', 'conflict'];
const OWNERS = ['Aria', 'Boreal', 'Cobalt', 'Dune'];
const KINDS = ['model', 'application', 'runtime'];

/** A matrix of any size. Every seventh product is the same on every cloud; some cells depend. */
export function largeView(products: number, clouds: number): MatrixView {
  const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
  return {
    ...EXAMPLE_VIEW, title: 'A large alliance', unknowns: [], changes: [],
    products: Array.from({ length: products }, (_, row) => ({ id: `p${row}`, name: `Product ${row + 1}`, kind: pick(KINDS, row), owner: pick(OWNERS, Math.floor(row / 5)) })),
    clouds: Array.from({ length: clouds }, (_, column) => ({ id: `c${column}`, name: `Cloud ${column + 1}`, operator: pick(['Orbit', 'Pylon', 'Quarry'], Math.floor(column / 4)) })),
    cells: Array.from({ length: products * clouds }, (_, index): CellView => {
      const row = Math.floor(index / clouds);
      const column = index % clouds;
      const status = row % 7 === 3 ? 'barred' : pick(STATUSES, row * 5 + column * 3);
      const certain = row % 7 === 3 || (row + column) % 6 !== 0;
      return {
        product: `p${row}`, cloud: `c${column}`, status, certain, because: [`deal/clause-${column}`], marks: [],
        possible: certain ? [{ status, when: [] }] : [{ status, when: [] }, { status: 'undecided', when: [{ agi: 'never' }] }],
      };
    }),
  };
}
