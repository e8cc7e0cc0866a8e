import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NodePath } from '../protocol.js';
import * as l10n from './l10n.js';
import { inSight, keyMove, linesOf, type TreeLine, type TreeNode } from './tree-model.js';

/** Letters typed within this time belong together, in milliseconds. */
const TYPING = 700;

interface Props {
  readonly nodes: readonly TreeNode[];
  readonly toggled: readonly NodePath[];
  /** Whether something can be assumed or written now. */
  readonly enabled: boolean;
  readonly onToggle: (nodes: readonly NodePath[]) => void;
  readonly onShow: (node: NodePath) => void;
  readonly onAct: (node: TreeNode) => void;
}

/** A tree as the ARIA authoring practices have it: one line takes part in the tab order, and the keys move which one it is. */
export function ReasonTree({ nodes, toggled, enabled, onToggle, onShow, onAct }: Props) {
  const root = useRef<HTMLUListElement>(null);
  const [wanted, setWanted] = useState('');
  const typed = useRef({ text: '', at: -TYPING });
  const moving = useRef(false);
  const lines = useMemo(() => linesOf(nodes, toggled), [nodes, toggled]);
  const sight = inSight(lines);
  // A line may have gone, or be hidden in its parent.
  const active = sight.find(({ key }) => key === wanted)?.key ?? nearest(wanted, sight) ?? sight[0]?.key ?? '';

  useLayoutEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    root.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const focusOn = (key: string) => {
    moving.current = true;
    setWanted(key);
  };
  const act = ({ node, path }: TreeLine) => {
    if (canAct(node)) {
      if (enabled) onAct(node);
    } else if (node.target !== undefined) onShow(path);
    else if (node.children.length > 0) onToggle([path]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const line = sight.find(({ key }) => key === active);
    const typing = event.timeStamp - typed.current.at < TYPING;
    if (line !== undefined && (event.key === 'Enter' || (event.key === ' ' && !typing))) {
      event.preventDefault();
      return act(line);
    }
    const letter = event.key.length === 1 && event.key !== '*';
    if (letter) typed.current = { text: typing ? typed.current.text + event.key : event.key, at: event.timeStamp };
    const move = keyMove(lines, active, event.key, letter ? typed.current.text : '');
    if (move === undefined) return;
    event.preventDefault();
    if (move.toggle !== undefined) onToggle(move.toggle);
    if (move.focus !== undefined) focusOn(move.focus);
  };

  const draw = (siblings: readonly TreeLine[]) => siblings.map((line, index) => {
    const { key, node, level, expanded } = line;
    const parent = node.children.length > 0;
    return (
      <li
        key={key} role="treeitem" class="node" data-kind={node.kind} data-node={node.id} data-about={node.about} aria-level={level} aria-setsize={siblings.length} aria-posinset={index + 1}
        aria-expanded={parent ? expanded : undefined} aria-labelledby={labelOf(line)} aria-disabled={canAct(node) && !enabled ? true : undefined} tabIndex={key === active ? 0 : -1}
        onFocus={(event: FocusEvent) => { event.stopPropagation(); setWanted(key); }}
      >
        <div class="node-row" data-leads={node.target !== undefined} title={node.target === undefined ? undefined : l10n.t('Show in the text')} onClick={() => { if (node.target !== undefined) onShow(line.path); else if (parent) onToggle([line.path]); }}>
          <span class="twisty" data-state={parent ? (expanded ? 'open' : 'closed') : 'none'} onClick={(event: MouseEvent) => { if (!parent) return; event.stopPropagation(); onToggle([line.path]); }} />
          <span class="node-text" id={labelOf(line)}>
            <span class="node-words">{node.kind === 'fix' || node.kind === 'override' ? withIds(node.text) : node.text}</span>
            {node.about !== undefined && node.kind === 'clause' ? <> <span class="clause-id">{node.about}</span></> : null}
            {canAct(node) ? <> <button type="button" class="button node-action" tabIndex={-1} disabled={!enabled} onClick={(event: MouseEvent) => { event.stopPropagation(); focusOn(key); onAct(node); }}>{node.kind === 'fix' ? l10n.t('Write this') : l10n.t('Assume this')}</button></> : null}
          </span>
        </div>
        {expanded ? <ul role="group" class="nodes">{draw(line.children)}</ul> : null}
      </li>
    );
  });

  return <ul role="tree" class="tree nodes" ref={root} aria-label={l10n.t('Why, why not, and what would change it')} onKeyDown={onKeyDown}>{draw(lines)}</ul>;
}

const canAct = ({ kind, assume }: TreeNode): boolean => kind === 'fix' || assume !== undefined;

/** The text of a change names ids between backticks. */
const withIds = (text: string) => text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index} class="node-code">{part}</code> : part));

const labelOf = ({ key }: TreeLine): string => `node ${key}`.replaceAll(/\s/g, '_');

/** The closest line above a hidden one that is in sight. */
function nearest(wanted: string, sight: readonly TreeLine[]): string | undefined {
  if (wanted === '') return undefined;
  const path = JSON.parse(wanted) as NodePath;
  return sight.filter(({ path: at }) => at.length < path.length && at.every((id, index) => id === path[index])).at(-1)?.key;
}
