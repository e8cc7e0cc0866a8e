import { useMemo, useRef, useState } from 'preact/hooks';
import type { CellName, CellView, MatrixView } from '../protocol.js';
import { type Place, moved } from './grid-keys.js';
import { sameCell } from './state.js';
import { StatusIcon } from './status.js';
import { cellName } from './words.js';

interface Props {
  readonly view: MatrixView;
  readonly selection: CellName | undefined;
  readonly onSelect: (cell: CellName) => void;
}

/** Products down, clouds across. One cell takes part in the tab order; the arrow keys move which one it is. */
export function MatrixGrid({ view, selection, onSelect }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<Place>(() => placeOf(view, selection) ?? { row: 0, column: 0 });
  const cells = useMemo(() => new Map(view.cells.map((cell) => [keyOf(cell), cell])), [view]);
  // The matrix may have become smaller than it was.
  const active = { row: Math.min(wanted.row, view.products.length - 1), column: Math.min(wanted.column, view.clouds.length - 1) };

  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(active, event, { rows: view.products.length, columns: view.clouds.length });
    if (to === undefined) return;
    event.preventDefault();
    setWanted(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.row}/${to.column}"]`)?.focus();
  };

  return (
    <div class="scroller">
      <table role="grid" class="matrix" ref={table} aria-label="Products by cloud" aria-rowcount={view.products.length + 1} aria-colcount={view.clouds.length + 1} onKeyDown={onKeyDown}>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col" class="corner">Product</th>
            {view.clouds.map((cloud) => <th key={cloud.id} role="columnheader" scope="col">{cloud.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {view.products.map((product, row) => (
            <tr key={product.id} role="row">
              <th role="rowheader" scope="row">{product.name}</th>
              {view.clouds.map((cloud, column) => {
                const cell = cells.get(keyOf({ product: product.id, cloud: cloud.id }));
                return cell === undefined ? <td key={cloud.id} role="gridcell" /> : (
                  <Cell
                    key={cloud.id} cell={cell} name={cellName(cell, product.name, cloud.name)} place={`${row}/${column}`}
                    active={row === active.row && column === active.column} selected={sameCell(cell, selection)}
                    onFocus={() => setWanted({ row, column })} onSelect={() => onSelect({ product: cell.product, cloud: cell.cloud })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: CellView;
  readonly name: string;
  readonly place: string;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onFocus: () => void;
  readonly onSelect: () => void;
}

function Cell({ cell, name, place, active, selected, onFocus, onSelect }: CellProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSelect();
  };
  return (
    <td
      role="gridcell" class="cell" tabIndex={active ? 0 : -1} aria-label={name} aria-selected={selected} data-tone={cell.status} data-place={place}
      data-product={cell.product} data-cloud={cell.cloud} data-status={cell.status} data-certain={String(cell.certain)}
      onFocus={onFocus} onClick={onSelect} onKeyDown={onKeyDown}
    >
      <div class="tile">
        <StatusIcon status={cell.status} />
        <span class="tile-line">
          <span class="status-word">{cell.status}</span>
          {cell.certain ? null : <span class="tag">depends · {cell.possible.length}</span>}
          {cell.marks.length === 0 ? null : <span class="tag tag-note" title={cell.marks.join('\n')}>note</span>}
        </span>
        {cell.certain ? null : <span class="tile-possible">{cell.possible.map((each) => each.status).join(' | ')}</span>}
      </div>
    </td>
  );
}

/** Ids hold no slash, so two cells never share a key. */
const keyOf = ({ product, cloud }: CellName): string => `${product}/${cloud}`;

function placeOf(view: MatrixView, cell: CellName | undefined): Place | undefined {
  const row = view.products.findIndex(({ id }) => id === cell?.product);
  const column = view.clouds.findIndex(({ id }) => id === cell?.cloud);
  return row < 0 || column < 0 ? undefined : { row, column };
}
