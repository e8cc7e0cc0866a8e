import type { Column } from './grid-model.js';
import { Summary } from './grid-rows.js';
import type { Sizes } from './grid-size.js';
import type { Piece } from './grid-window.js';
import * as l10n from './l10n.js';

/** The clouds, below their operators where columns are grouped. In a grid of fixed sizes, the columns are as wide as is said here. */
export function GridHead({ columns, pieces, sizes }: { readonly columns: readonly Column[]; readonly pieces: readonly Piece[]; readonly sizes: Sizes }) {
  const grouped = columns.some(({ group }) => group !== '');
  return (
    <>
      {sizes.fixed ? (
        <colgroup>
          <col style={{ width: `${sizes.head}px` }} />
          {columns.map(({ cloud }) => <col key={cloud.id} style={{ width: `${sizes.column}px` }} />)}
        </colgroup>
      ) : null}
      <thead>
        {grouped ? (
          <tr role="row" class="operators" aria-rowindex={1}>
            <th role="columnheader" class="corner" aria-colindex={1}>{l10n.t('Operator')}</th>
            {spansOf(columns, pieces).map(({ group, from, span, gap }) => (gap ? <td key={from} role="presentation" class="gap" colSpan={span} /> : (
              <th key={from} role="columnheader" scope="colgroup" colSpan={span} aria-colindex={from + 2} aria-colspan={span}><span class="head-name">{group}</span></th>
            )))}
          </tr>
        ) : null}
        <tr role="row" aria-rowindex={grouped ? 2 : 1}>
          <th role="columnheader" scope="col" class="corner" aria-colindex={1}>{l10n.t('Product')}</th>
          {pieces.map((piece) => {
            const column = 'gap' in piece ? undefined : columns[piece.index];
            if ('gap' in piece || column === undefined) return <td key={`after ${piece.from}`} role="presentation" class="gap" colSpan={'gap' in piece ? piece.gap : 1} />;
            const { cloud, summary } = column;
            return (
              <th key={cloud.id} role="columnheader" scope="col" aria-colindex={piece.index + 2} title={cloud.name}>
                <div class="head"><span class="head-name">{cloud.name}</span><Summary text={summary} /></div>
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

interface Span { readonly group: string; readonly from: number; readonly span: number; readonly gap: boolean }

/** Neighbouring drawn columns of one operator as one span. */
function spansOf(columns: readonly Column[], pieces: readonly Piece[]): readonly Span[] {
  const spans: Span[] = [];
  for (const piece of pieces) {
    const gap = 'gap' in piece;
    const group = gap ? '' : columns[piece.index]?.group ?? '';
    const last = spans.at(-1);
    if (last && !gap && !last.gap && last.group === group) spans[spans.length - 1] = { ...last, span: last.span + 1 };
    else spans.push({ group, from: piece.from, span: gap ? piece.gap : 1, gap });
  }
  return spans;
}
