import { applyEdits, type TextEdit } from '../base/edits.js';
import type { Span } from '../base/span.js';
import { outcomeOf, type Steps } from '../base/steps.js';
import { layoutSteps } from '../syntax/layout.js';
import { parseSteps } from '../syntax/parse.js';
import { type MapNode, type Node, sameData, type Tree } from '../syntax/tree.js';
import { composeEdits } from './compose-edits.js';
import { orderEdits } from './key-order.js';
import { treeOf, treeSteps } from './load.js';

/** `keep` leaves the keys of a mapping where they are; `canonical` puts them in the order of the reference. */
export type KeyOrder = 'keep' | 'canonical';

/**
 * The edits that format a text. None where it cannot be read as YAML without problems, since they could turn its meaning
 * round. What they leave is the same data with the same comments, and formatted: a second time there are none.
 */
export const formatEdits = (text: string, order: KeyOrder = 'keep'): readonly TextEdit[] => outcomeOf(formatSteps(text, order));

/** As `formatEdits`, in parts. */
export function* formatSteps(text: string, order: KeyOrder): Steps<readonly TextEdit[]> {
  let { edits, after } = yield* formatOnce(yield* treeSteps(text), order);
  // Keys may be in reach only once the layout is in order, and lines at the end go once those after them are gone.
  for (let round = 0; edits.length > 0 && round < ROUNDS; round++) {
    const more = yield* formatOnce(after, order);
    if (more.edits.length === 0) break;
    edits = composeEdits(text, edits, more.edits);
    after = more.after;
  }
  return edits;
}

const ROUNDS = 4;

/** Edits, and what the text is after them. */
interface Formatted {
  readonly edits: readonly TextEdit[];
  readonly after: Tree;
}

function* formatOnce(tree: Tree, order: KeyOrder): Steps<Formatted> {
  if (!isSound(tree)) return { edits: [], after: tree };
  const ordered = yield* kept(tree, order === 'canonical' ? orderEdits(tree) : []);
  const layout = yield* kept(ordered.after, yield* layoutSteps(ordered.after.text));
  if (ordered.edits.length === 0) return layout;
  return { edits: composeEdits(tree.text, ordered.edits, layout.edits), after: layout.after };
}

/**
 * As `formatEdits`, but only of the lines that the range touches. Where those cannot be put in order alone, what is
 * around them is taken in: the entry, then the one around that.
 */
export const formatRangeEdits = (text: string, range: Span, order: KeyOrder = 'keep'): readonly TextEdit[] => outcomeOf(formatRangeSteps(text, range, order));

/** As `formatRangeEdits`, in parts. */
export function* formatRangeSteps(text: string, range: Span, order: KeyOrder): Steps<readonly TextEdit[]> {
  const tree = yield* treeSteps(text);
  const edits = yield* formatSteps(text, order);
  for (const part of [range, ...around(tree.root, range)]) {
    const start = text.lastIndexOf('\n', part.start - 1) + 1;
    const next = text.indexOf('\n', part.end);
    const end = next < 0 ? text.length : next;
    const inside = edits.filter((edit) => edit.span.start >= start && edit.span.end <= end);
    if ((yield* kept(tree, inside)).edits.length === inside.length) return inside;
  }
  return edits;
}

/** Whether a text is formatted at all: it can be read as YAML, as one mapping and without problems. */
export const isFormattable = (text: string): boolean => isSound(treeOf(text));

const isSound = ({ root, problems }: Tree): boolean => root !== null && problems.length === 0;

/** The edits, if what they leave is the same data without problems; else none. */
function* kept(tree: Tree, edits: readonly TextEdit[]): Steps<Formatted> {
  if (edits.length === 0) return { edits, after: tree };
  yield;
  const after = yield* parseSteps(applyEdits(tree.text, edits));
  yield;
  return isSound(after) && sameData(tree, after) ? { edits, after } : { edits: [], after: tree };
}

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
