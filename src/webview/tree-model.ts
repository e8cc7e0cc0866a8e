/** The explanation as a tree: which lines are in sight, and where a key leads. */
import type { ExplainNode, ExplainView, NodePath, Settlement } from '../protocol.js';
import * as l10n from './l10n.js';

/** A line of the tree. */
export interface TreeLine {
  /** Unique in the tree. */
  readonly key: string;
  readonly path: NodePath;
  readonly node: TreeNode;
  /** From 1. */
  readonly level: number;
  readonly expanded: boolean;
  readonly children: readonly TreeLine[];
}
export interface TreeNode extends Omit<ExplainNode, 'kind' | 'children'> {
  readonly kind: ExplainNode['kind'] | 'fix';
  readonly children: readonly TreeNode[];
}

const FIX = 'fix ';
/** The title of the fix that a node stands for. */
export const titleOf = (id: string): string => id.slice(FIX.length);

export const keyOf = (path: NodePath): string => JSON.stringify(path);

/**
 * The nodes of an explanation with what could be written to clear a conflict, or to have the product served: each of
 * these was tried, so they stand in place of the overrides that the matrix alone knows.
 */
export function treeOf({ parts, status }: ExplainView, settlement: Settlement | undefined): readonly TreeNode[] {
  const id = status === 'conflict' ? 'change' : 'why-not';
  const change = parts.find((part) => part.id === id);
  if (status !== 'conflict' && change?.children.some(({ kind }) => kind === 'override') !== true) return parts;
  const line = (name: string, text: string): TreeNode => ({ id: name, kind: 'detail', text, open: false, children: [] });
  const fixes: readonly TreeNode[] = settlement === undefined ? [line('trying', l10n.t('Trying what could be written in the text…'))]
    : settlement.problem !== undefined ? [line('problem', settlement.problem)]
      : settlement.fixes.length === 0 ? [line('nothing', l10n.t('No change of precedence was found that settles it and breaks nothing else.'))]
        : settlement.fixes.map((fix): TreeNode => ({ ...line(FIX + fix.title, l10n.t('{0}. Then it is {1}.', fix.title, fix.status)), kind: 'fix' }));
  const settled: TreeNode = {
    id, kind: 'part', text: l10n.t('Smallest changes that clear the conflict'), open: true, ...change,
    children: withFixes(change?.children ?? [], fixes),
  };
  if (change) return parts.map((part) => (part === change ? settled : part));
  const before = parts.filter((part) => part.id === 'why' || part.id === 'why-not');
  return [...before, settled, ...parts.filter((part) => !before.includes(part))];
}

/** The fixes take the place of the first override. */
function withFixes(nodes: readonly TreeNode[], fixes: readonly TreeNode[]): readonly TreeNode[] {
  const at = nodes.findIndex(({ kind }) => kind === 'override');
  const others = nodes.filter(({ kind }) => kind !== 'override');
  return at < 0 ? [...others, ...fixes] : [...others.slice(0, at), ...fixes, ...others.slice(at)];
}

export function linesOf(nodes: readonly TreeNode[], toggled: readonly NodePath[], parent: NodePath = [], changed = new Set(toggled.map(keyOf))): readonly TreeLine[] {
  return nodes.map((node) => {
    const path = [...parent, node.id];
    const key = keyOf(path);
    return {
      key, path, node, level: path.length, expanded: node.children.length > 0 && node.open !== changed.has(key),
      children: linesOf(node.children, toggled, path, changed),
    };
  });
}

/** The lines in sight, from top to bottom. */
export const inSight = (lines: readonly TreeLine[]): readonly TreeLine[] =>
  lines.flatMap((line) => [line, ...(line.expanded ? inSight(line.children) : [])]);

/** What a key does to the tree: the line that takes the focus, and lines to be opened or closed. */
export interface TreeMove {
  readonly focus?: string | undefined;
  readonly toggle?: readonly NodePath[] | undefined;
}

/** As the ARIA pattern for trees has it; undefined for a key that does nothing here. `typed` is what was typed ahead so far. */
export function keyMove(lines: readonly TreeLine[], active: string, key: string, typed: string): TreeMove | undefined {
  const sight = inSight(lines);
  const index = sight.findIndex((line) => line.key === active);
  const line = sight[index];
  if (!line) return undefined;
  const parent = sight.find(({ path }) => keyOf(path) === keyOf(line.path.slice(0, -1)));
  switch (key) {
    case 'ArrowDown': return { focus: sight[index + 1]?.key };
    case 'ArrowUp': return { focus: sight[index - 1]?.key };
    case 'Home': return { focus: sight[0]?.key };
    case 'End': return { focus: sight.at(-1)?.key };
    case 'ArrowRight':
      if (line.node.children.length === 0) return {};
      return line.expanded ? { focus: line.children[0]?.key } : { toggle: [line.path] };
    case 'ArrowLeft': return line.expanded ? { toggle: [line.path] } : { focus: parent?.key };
    case '*': return { toggle: (parent?.children ?? lines).filter(({ expanded, node }) => !expanded && node.children.length > 0).map(({ path }) => path) };
    default: {
      if (typed === '') return undefined;
      // One letter goes on from here; more letters may still mean this line.
      const from = typed.length === 1 ? index + 1 : index;
      const order = [...sight.slice(from), ...sight.slice(0, from)];
      return { focus: order.find(({ node }) => node.text.toLowerCase().startsWith(typed.toLowerCase()))?.key };
    }
  }
}
