import type { TargetedEvent } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CellName, CellView, GridChoice, ScrollPlace } from '../protocol.js';
import { GridHead } from './grid-head.js';
import { moved, type Place } from './grid-keys.js';
import { type Layout, placeOf } from './grid-model.js';
import { Gap, GroupRow, ProductRow } from './grid-rows.js';
import { sizesFor, usePadding, useRestored, useRoom } from './grid-size.js';
import * as l10n from './l10n.js';
import { blockOf, blocksIn, pieces } from './grid-window.js';

interface Props {
  readonly layout: Layout;
  readonly choice: GridChoice;
  readonly selection: CellName | undefined;
  /** As in the state: a new number brings the selected cell into sight. */
  readonly arrivals: number;
  readonly atCursor: readonly string[];
  /** Where the grid was scrolled to when the view was last open. */
  readonly scroll: ScrollPlace | undefined;
  readonly onSelect: (cell: CellName) => void;
  readonly onFocusCell: (cell: CellView | undefined) => void;
  readonly onScroll: (scroll: Omit<ScrollPlace, 'page'>) => void;
}

/** Lines and columns are drawn in blocks of this many. */
const LINES = 8;
const COLUMNS = 4;
const linesIn = (first: number, count: number, total: number) => blocksIn({ first, count, block: LINES }, total);
const columnsIn = (first: number, count: number, total: number) => blocksIn({ first, count, block: COLUMNS }, total);

/** Products down, clouds across. One cell takes part in the tab order; the arrow keys move which one it is. */
export function MatrixGrid({ layout, choice, selection, arrivals, atCursor, scroll, onSelect, onFocusCell, onScroll }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const toFocus = useRef(false);
  const served = useRef(0);
  const { lines, rows, columns, clouds } = layout;
  const [chosen, setActive] = useState<Place>(() => placeOf(layout, selection) ?? { row: 0, column: 0 });
  // The matrix may have become smaller than it was.
  const active = { row: Math.min(chosen.row, rows.length - 1), column: Math.min(chosen.column, columns.length - 1) };
  const room = useRoom(scroller);
  const sizes = sizesFor(lines.length, columns.length, choice.fit, room);
  // Kept in whole blocks: while one scrolls within a block, nothing is drawn again.
  const [[top, left], setBlocks] = useState<readonly [number, number]>([0, 0]);
  const lit = useMemo(() => new Set(atCursor), [atCursor]);
  const [fromLine, toLine] = sizes.fixed ? linesIn(top, Math.ceil(room.height / sizes.row), lines.length) : [0, lines.length];
  const [fromColumn, toColumn] = sizes.fixed ? columnsIn(left, Math.ceil(room.width / sizes.column), columns.length) : [0, columns.length];
  const kept = rows[active.row];
  const linePieces = useMemo(() => pieces([fromLine, toLine], lines.length, kept), [fromLine, toLine, lines.length, kept]);
  const columnPieces = useMemo(() => pieces([fromColumn, toColumn], columns.length, active.column), [fromColumn, toColumn, columns.length, active.column]);

  const cellAt = (place: Place) => scroller.current?.querySelector<HTMLElement>(`[data-place="${place.row}/${place.column}"]`);
  useRestored(scroller, scroll);
  usePadding(scroller, columns.some(({ group }) => group !== ''));
  useLayoutEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    cellAt(active)?.focus({ preventScroll: true });
    cellAt(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  useEffect(() => {
    const place = arrivals === served.current ? undefined : placeOf(layout, selection);
    if (place === undefined) return;
    setActive(place);
    if (cellAt(place) === null) return; // drawn in a moment, and then this runs again
    served.current = arrivals;
    cellAt(place)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [arrivals, layout, chosen]);

  /** The cell that something happened to. */
  const heard = (event: Event): { readonly place: Place; readonly cell: CellView } | undefined => {
    const [row, column] = (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '' : '').split('/').map(Number);
    const line = lines[rows[row ?? -1] ?? -1];
    const cell = line?.kind === 'row' ? line.cells[column ?? -1] : undefined;
    return cell && { place: { row: row ?? 0, column: column ?? 0 }, cell };
  };
  const choose = (event: Event) => {
    const cell = heard(event)?.cell;
    if (cell) onSelect({ product: cell.product, cloud: cell.cloud });
  };
  const onFocusIn = (event: Event) => {
    const at = heard(event);
    if (!at) return;
    if (at.place.row !== active.row || at.place.column !== active.column) setActive(at.place);
    onFocusCell(at.cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return choose(event);
    }
    const page = scroller.current ? Math.max(1, Math.floor(scroller.current.clientHeight / (cellAt(active)?.offsetHeight || 1)) - 1) : 1;
    const to = moved(active, event, { rows: rows.length, columns: columns.length, page });
    if (to === undefined) return;
    event.preventDefault();
    toFocus.current = true;
    setActive(to);
  };
  const onScrolled = ({ currentTarget: { scrollTop, scrollLeft } }: TargetedEvent<HTMLElement>) => {
    const blocks = [blockOf(scrollTop / sizes.row, LINES), blockOf(scrollLeft / sizes.column, COLUMNS)] as const;
    setBlocks((before) => (before[0] === blocks[0] && before[1] === blocks[1] ? before : blocks));
    onScroll({ top: scrollTop, left: scrollLeft });
  };
  const heads = columns.some(({ group }) => group !== '') ? 2 : 1;
  return (
    <div
      class="scroller" ref={scroller} data-fixed={sizes.fixed ? '' : undefined} data-narrow={sizes.narrow ? '' : undefined}
      style={sizes.fixed ? { '--head': `${sizes.head}px`, '--row': `${sizes.row}px`, '--column': `${sizes.column}px` } : {}}
      onScroll={onScrolled}
      onFocusOut={({ relatedTarget, currentTarget }) => { if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) onFocusCell(undefined); }}
    >
      <table
        role="grid" class="matrix" aria-label={l10n.t('Products by cloud')} aria-rowcount={lines.length + heads} aria-colcount={columns.length + 1} onKeyDown={onKeyDown} onClick={choose} onFocusIn={onFocusIn}
        style={sizes.fixed ? { width: `${sizes.head + columns.length * sizes.column}px` } : {}}
      >
        <GridHead columns={columns} pieces={columnPieces} sizes={sizes} />
        <tbody>
          {linePieces.map((piece) => {
            if ('gap' in piece) return <Gap key={`after ${piece.from}`} height={piece.gap * sizes.row} columns={columnPieces.length + 1} />;
            const line = lines[piece.index];
            if (line === undefined) return null;
            const index = piece.index + heads + 1;
            return line.kind === 'group' ? <GroupRow key={`group ${line.label}`} line={line} index={index} columns={columnPieces.length} /> : (
              <ProductRow
                key={line.product.id} line={line} index={index} clouds={clouds} pieces={columnPieces} active={line.row === active.row ? active.column : undefined}
                selection={selection?.product === line.product.id ? selection : undefined} lit={lit} choice={choice}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
