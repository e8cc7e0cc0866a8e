import { useMemo, useRef } from 'preact/hooks';
import type { CellName, CellView, GridChoice, MarkSettings, MatrixView, ScrollPlace, StatusName } from '../protocol.js';
import { cloudsInWords, type Fold, type Layout, layoutOf, productsInWords } from './grid-model.js';
import * as l10n from './l10n.js';
import { MatrixGrid } from './matrix-grid.js';
import type { ViewState } from './state.js';
import { StatusIcon } from './status.js';
import { Toolbar } from './toolbar.js';

/** What one can do with the grid. */
export interface BoardActions {
  readonly onSelect: (cell: CellName) => void;
  readonly onFocusCell: (cell: CellView | undefined) => void;
  readonly onArrange: (choice: GridChoice) => void;
  readonly onMarks: (marks: MarkSettings) => void;
  readonly onScroll: (scroll: Omit<ScrollPlace, 'page'>) => void;
}

const NONE: readonly string[] = [];

/** The grid, what arranges it, and what it leaves out. */
export function Board({ view, state, onSelect, onFocusCell, onArrange, onMarks, onScroll }: { readonly view: MatrixView; readonly state: ViewState } & BoardActions) {
  const { grid, marks, selection, arrivals, atCursor, scroll } = state;
  const { cells, products, clouds } = view;
  const before = useRef<Layout | undefined>(undefined);
  const layout = useMemo(() => before.current = layoutOf({ cells, products, clouds }, grid, before.current), [cells, products, clouds, grid]);
  const statuses = useMemo(() => new Set<StatusName>(cells.flatMap(({ status, possible }) => [status, ...possible.map((each) => each.status)])), [cells]);
  const lit = atCursor.length === 0 || !marks.cells ? NONE : atCursor;
  return (
    <div class="board">
      <Toolbar choice={grid} marks={marks} layout={layout} statuses={statuses} onArrange={onArrange} onMarks={onMarks} />
      {layout.rows.length === 0 || layout.columns.length === 0 ? (
        layout.folds.length > 0 ? null : <p class="nothing">{l10n.t('Nothing is like that.')} <button type="button" class="button" onClick={() => onArrange({ ...grid, filter: '', statuses: [] })}>{l10n.t('Show everything')}</button></p>
      ) : (
        <MatrixGrid
          key={view.uri} layout={layout} choice={grid} selection={selection} arrivals={arrivals} atCursor={lit} scroll={scroll}
          onSelect={onSelect} onFocusCell={onFocusCell} onScroll={onScroll}
        />
      )}
      {layout.folds.length === 0 ? null : (
        <ul class="folds" aria-label={l10n.t('What is the same')}>
          {layout.folds.map((fold) => <li key={`${fold.what} ${fold.names[0]}`} data-tone={fold.status}><FoldLine fold={fold} /></li>)}
          <li><button type="button" class="button" onClick={() => onArrange({ ...grid, hideSame: false })}>{l10n.t('Show them in the grid')}</button></li>
        </ul>
      )}
    </div>
  );
}

const FoldLine = ({ fold: { what, names, status, certain } }: { readonly fold: Fold }) => (
  <>
    <StatusIcon status={status} />
    <span><span class="status-word">{status}</span>{certain ? '' : `, ${l10n.t('depends')},`} {what === 'product' ? l10n.t('on every cloud: {0}', productsInWords(names.length)) : l10n.t('for every product: {0}', cloudsInWords(names.length))}, {names.join(', ')}</span>
  </>
);
