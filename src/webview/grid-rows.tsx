import { useMemo } from 'preact/hooks';
import type { CellName, CloudView, GridChoice } from '../protocol.js';
import { Cell } from './grid-cell.js';
import { type GroupLine, productsInWords, type Row, wanted } from './grid-model.js';
import type { Piece } from './grid-window.js';
import { sameCell } from './state.js';

interface RowProps {
  readonly line: Row;
  /** Counted from 1, header rows included. */
  readonly index: number;
  readonly clouds: readonly CloudView[];
  readonly pieces: readonly Piece[];
  /** The column of the cell in the tab order, if it is in this row. */
  readonly active: number | undefined;
  readonly selection: CellName | undefined;
  readonly lit: ReadonlySet<string>;
  readonly choice: GridChoice;
}

/** Drawn again only when something in it changes: there may be many. */
export function ProductRow({ line, index, clouds, pieces, active, selection, lit, choice }: RowProps) {
  const { product, cells, summary, row } = line;
  return useMemo(() => (
    <tr role="row" aria-rowindex={index}>
      <th role="rowheader" scope="row" aria-colindex={1} title={product.name}><div class="head"><span class="head-name">{product.name}</span><Summary text={summary} /></div></th>
      {pieces.map((piece) => {
        if ('gap' in piece) return <td key={`after ${piece.from}`} class="gap" role="presentation" colSpan={piece.gap} />;
        const column = piece.index;
        const cell = cells[column];
        const cloud = clouds[column];
        return cell === undefined || cloud === undefined ? <td key={column} role="gridcell" aria-colindex={column + 2} /> : (
          <Cell
            key={cloud.id} cell={cell} product={product.name} cloud={cloud.name} place={`${row}/${column}`} column={column + 2}
            active={column === active} selected={sameCell(cell, selection)} lit={lit.size > 0 && cell.because.some((id) => lit.has(id))} aside={!wanted(cell, choice)}
          />
        );
      })}
    </tr>
  ), [line, index, clouds, pieces, active, selection, lit, choice]);
}

export const GroupRow = ({ line: { label, products, summary }, index, columns }: { readonly line: GroupLine; readonly index: number; readonly columns: number }) => (
  <tr role="row" class="group" aria-rowindex={index}>
    <th role="rowheader" scope="rowgroup" aria-colindex={1} colSpan={columns + 1}>
      <div class="head"><span class="head-name">{label}</span><span class="count">{productsInWords(products)}</span><Summary text={summary} /></div>
    </th>
  </tr>
);

/** Stands for rows that are not drawn. */
export const Gap = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr role="presentation" class="gap"><td role="presentation" colSpan={columns} style={{ height: `${height}px` }} /></tr>
);

export const Summary = ({ text }: { readonly text: string }) => (text === '' ? null : <span class="count count-conflicts">{text}</span>);
