import { useMemo } from 'preact/hooks';
import type { CellView } from '../protocol.js';
import * as l10n from './l10n.js';
import { StatusIcon } from './status.js';
import { cellName, possibleInWords } from './words.js';

interface Props {
  readonly cell: CellView;
  /** Names of both. */
  readonly product: string;
  readonly cloud: string;
  readonly place: string;
  /** Counted from 1, the column of row headers included. */
  readonly column: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** Decided by a clause at the cursor in the text. */
  readonly lit: boolean;
  /** Not what the filter looks for: there only because its row and column are. */
  readonly aside: boolean;
}

/** What happens to a cell is heard by the grid. Drawn again only when it changes. */
export function Cell({ cell, product, cloud, place, column, active, selected, lit, aside }: Props) {
  return useMemo(() => {
    const name = cellName(cell, product, cloud);
    return (
      <td
        role="gridcell" class="cell" tabIndex={active ? 0 : -1} aria-label={lit ? l10n.t('{0}; decided by the clause at the cursor', name) : name} aria-selected={selected}
        aria-colindex={column} title={name} data-tone={cell.status} data-place={place} data-product={cell.product} data-cloud={cell.cloud} data-status={cell.status}
        data-certain={String(cell.certain)} data-lit={lit ? '' : undefined} data-aside={aside ? '' : undefined}
      >
        <div class="tile" aria-hidden="true">
          <StatusIcon status={cell.status} />
          <span class="tile-line">
            <span class="status-word">{cell.status}</span>{' '}
            {cell.certain ? null : <span class="tag">{l10n.t('depends')}</span>}{' '}
            {cell.marks.length === 0 ? null : <span class="tag tag-note" title={cell.marks.join('\n')}>{l10n.t('note')}</span>}
          </span>{' '}
          {cell.certain ? null : <span class="tile-possible">{possibleInWords(cell)}</span>}
        </div>
      </td>
    );
  }, [cell, product, cloud, place, column, active, selected, lit, aside]);
}
