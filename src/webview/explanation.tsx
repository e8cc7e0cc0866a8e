import { useMemo } from 'preact/hooks';
import type { Assume, CellName, CellView, ExplainView, MatrixView, NodePath, Settlement } from '../protocol.js';
import * as l10n from './l10n.js';
import { Possible } from './possible.js';
import { ReasonTree } from './reason-tree.js';
import { sameCell } from './state.js';
import { StatusIcon } from './status.js';
import { titleOf, treeOf, type TreeNode } from './tree-model.js';
import { dayInWords } from './words.js';

interface Props {
  readonly view: MatrixView;
  /** The selected cell. */
  readonly cell: CellView;
  readonly explanation: ExplainView | undefined;
  readonly explained: boolean;
  /** Whether what is drawn matches the text. */
  readonly current: boolean;
  readonly assume: Assume;
  readonly onAssume: (assume: Assume) => void;
  readonly settlement: Settlement | undefined;
  readonly toggled: readonly NodePath[];
  readonly onToggle: (nodes: readonly NodePath[]) => void;
  readonly onShow: (node: NodePath) => void;
  /** One of the fixes of the settlement is to be written. */
  readonly onSettle: (title: string) => void;
  readonly onExpect: (cell: CellName) => void;
}

/** Why the selected cell has its status, and what would change it. */
export function Explanation({ view, cell, explanation, explained, current, assume, onAssume, settlement, toggled, onToggle, onShow, onSettle, onExpect }: Props) {
  const nodes = useMemo(() => (explanation === undefined ? [] : treeOf(explanation, settlement).filter(({ id }) => id !== 'depends')), [explanation, settlement]);
  /** What a node proposes is assumed beside what is assumed already, or written into the text. */
  const act = ({ kind, id, assume: more }: TreeNode) => {
    if (more !== undefined) onAssume({ ...assume, ...more });
    else if (kind === 'fix') onSettle(titleOf(id));
  };
  const enabled = current && explained;
  const tree = useMemo(() => <ReasonTree nodes={nodes} toggled={toggled} enabled={enabled} onToggle={onToggle} onShow={onShow} onAct={act} />, [nodes, toggled, enabled, assume, onAssume, onToggle, onShow, onSettle]);
  const shown = sameCell(explanation, cell) ? explanation : undefined;
  // While the day moves, the cell is ahead of its explanation.
  const status = explained && shown !== undefined ? shown.status : cell.status;
  return (
    <section class="explanation" aria-labelledby="explanation-title" aria-busy={!explained}>
      <p class="eyebrow">{l10n.t('Why, on {0}', dayInWords(view.at))}</p>
      <h2 id="explanation-title">{nameOf(view.products, cell.product)} <span class="on">{l10n.t('on')}</span> {nameOf(view.clouds, cell.cloud)}</h2>
      <p class="verdict" data-tone={status}>
        <StatusIcon status={status} /><span class="status-word">{status}</span>
        {cell.certain ? null : <span class="tag">{l10n.t('depends')} · {cell.possible.length}</span>}
      </p>
      <p class="save"><button type="button" class="button" disabled={!enabled} onClick={() => onExpect(cell)} title={l10n.t('Adds this cell, on this day and under these assumptions, to `expect` in the text')}>{l10n.t('Save as expectation')}</button></p>
      <Possible view={view} cell={cell} assume={assume} onAssume={onAssume} />
      {shown === undefined ? <p class="waiting" role="status">{l10n.t('Looking up the reasons…')}</p> : (
        <div class={explained ? 'reasons' : 'reasons reasons-old'}>
          <p class="summary">{shown.summary}</p>
          {tree}
        </div>
      )}
      {cell.marks.length === 0 ? null : (
        <section class="reason">
          <h3>{l10n.t('Notes')}</h3>
          <ul>{cell.marks.map((mark) => <li key={mark}>{mark}</li>)}</ul>
        </section>
      )}
    </section>
  );
}

const nameOf = (named: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  named.find((each) => each.id === id)?.name ?? id;
