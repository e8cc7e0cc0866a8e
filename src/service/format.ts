import { applyEdits, type TextEdit } from '../base/edits.js';
import type { Span } from '../base/span.js';
import { layoutEdits } from '../syntax/layout.js';
import { parse } from '../syntax/parse.js';
import { type MapNode, type Node, sameData, type Tree } from '../syntax/tree.js';
import { composeEdits } from './compose-edits.js';
import { orderEdits } from './key-order.js';
import { treeOf } from './load.js';

/** `keep` leaves the keys of a mapping where they are; `canonical` puts them in the order of the reference. */
export type KeyOrder = 'keep' | 'canonical';

/**
 * The edits that format a text. None where it cannot be read as YAML without problems, since they could turn its meaning
 * round. What they leave is the same data with the same comments, and formatted: a second time there are none.
 */
export function formatEdits(text: string, order: KeyOrder = 'keep'): readonly TextEdit[] {
  let edits = formatOnce(text, order);
  // Keys may be in reach only once the layout is in order, and lines at the end go once those after them are gone.
  for (let round = 0; edits.length > 0 && round < ROUNDS; round++) {
    const more = formatOnce(applyEdits(text, edits), order);
    if (more.length === 0) break;
    edits = composeEdits(text, edits, more);
  }
  return edits;
}

const ROUNDS = 4;

function formatOnce(text: string, order: KeyOrder): readonly TextEdit[] {
  const tree = treeOf(text);
  if (!isFormattable(text)) return [];
  const ordered = order === 'canonical' ? kept(tree, orderEdits(tree)) : [];
  const middle = applyEdits(text, ordered);
  const layout = kept(parse(middle), layoutEdits(middle));
  return ordered.length === 0 ? layout : composeEdits(text, ordered, layout);
}

/**
 * As `formatEdits`, but only of the lines that the range touches. Where those cannot be put in order alone, what is
 * around them is taken in: the entry, then the one around that.
 */
export function formatRangeEdits(text: string, range: Span, order: KeyOrder = 'keep'): readonly TextEdit[] {
  const tree = treeOf(text);
  const edits = formatEdits(text, order);
  for (const part of [range, ...around(tree.root, range)]) {
    const start = text.lastIndexOf('\n', part.start - 1) + 1;
    const next = text.indexOf('\n', part.end);
    const end = next < 0 ? text.length : next;
    const inside = edits.filter((edit) => edit.span.start >= start && edit.span.end <= end);
    if (inside.length === 0 || sameData(tree, parse(applyEdits(text, inside)))) return inside;
  }
  return edits;
}

/** Whether a text is formatted at all: it can be read as YAML, as one mapping and without problems. */
export const isFormattable = (text: string): boolean => isSound(treeOf(text));

const isSound = ({ root, problems }: Tree): boolean => root !== null && problems.length === 0;

/** The edits, if what they leave is the same data without problems. */
const kept = (tree: Tree, edits: readonly TextEdit[]): readonly TextEdit[] => {
  const after = parse(applyEdits(tree.text, edits));
  return isSound(after) && sameData(tree, after) ? edits : [];
};

/** The spans of what lies around a range, from the innermost outwards. */
function around(root: MapNode | null, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: Node): void => {
    const parts = node.kind === 'map' ? node.entries.map(({ span, value }) => ({ span, value })) : node.kind === 'seq' ? node.items.map((value) => ({ span: value.span, value })) : [];
    for (const { span, value } of parts) {
      if (span.start > start || end > span.end) continue;
      found.unshift(span);
      visit(value);
    }
  };
  if (root) visit(root);
  return found;
}
