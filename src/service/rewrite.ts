import { applyEdits, type TextEdit } from '../base/edits.js';
import { type Span, span } from '../base/span.js';
import { columnOf, endOfText, newlineOf, startOfLine } from '../rules/support/edits.js';
import { INDENT } from '../syntax/layout.js';
import { parse } from '../syntax/parse.js';
import { type Entry, type MapNode, type Node, sameData, type SeqNode, type Tree } from '../syntax/tree.js';
import { treeOf } from './load.js';

/** Another way to write the same. */
export interface Rewrite {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

type Collection = MapNode | SeqNode;

interface Found {
  readonly node: Collection;
  /** The key that it is the value of; undefined for an item of a list. */
  readonly key: Entry | undefined;
  /** Inside braces or brackets. */
  readonly inFlow: boolean;
}

/** A line longer than this helps nobody. */
const LONGEST = 160;

/** The innermost mapping or list at the offset as a block instead of in braces, or the other way round. None where that would lose a comment or change the data. */
export function rewritesAt(text: string, offset: number): readonly Rewrite[] {
  const tree = treeOf(text);
  if (!tree.root || tree.problems.length > 0) return [];
  const found = collectionsAt(tree.root, offset);
  for (const one of found) {
    const edit = one.node.flow ? toBlock(text, one) : toFlow(text, one);
    if (!edit || !keeps(tree, edit)) continue;
    const what = one.key ? `\`${one.key.key}\`` : 'this item';
    return [{ title: one.node.flow ? `Write ${what} as a block` : `Write ${what} on one line`, edits: [edit] }];
  }
  return [];
}

function keeps(tree: Tree, edit: TextEdit): boolean {
  const after = parse(applyEdits(tree.text, [edit]));
  return after.problems.length === 0 && sameData(tree, after);
}

/** The collections around an offset, the innermost first; a key stands for its value. The whole file is none of them. */
function collectionsAt(root: MapNode, offset: number): readonly Found[] {
  const found: Found[] = [];
  const visit = (node: Node, key: Entry | undefined, inFlow: boolean, around: Span): void => {
    if (node.kind === 'scalar' || offset < around.start || offset > Math.max(endOfText(node), around.start)) return;
    if (node !== root) found.unshift({ node, key, inFlow });
    if (node.kind === 'seq') for (const item of node.items) visit(item, undefined, node.flow, item.span);
    else for (const entry of node.entries) if (entry.value.span.start >= entry.keySpan.start) visit(entry.value, entry, node.flow, entry.keySpan);
  };
  visit(root, undefined, false, root.span);
  return found;
}

/** Each entry or item on a line of its own; what stands in braces inside stays there. */
function toBlock(text: string, { node, key, inFlow }: Found): TextEdit | undefined {
  const parts = node.kind === 'map' ? node.entries.map((entry) => text.slice(entry.keySpan.start, Math.max(entry.keySpan.end, endOfText(entry.value)))) : node.items.map((item) => `- ${text.slice(item.span.start, item.span.end)}`);
  if (inFlow || parts.length === 0 || text.slice(node.span.start, node.span.end).includes('\n')) return undefined;
  const newline = newlineOf(text);
  const start = key ? key.keySpan.end + 1 : node.span.start; // after the colon
  const column = key ? columnOf(text, key.keySpan.start) + INDENT : columnOf(text, node.span.start);
  const separator = newline + ' '.repeat(column);
  return { span: span(start, node.span.end), text: (key ? separator : '') + parts.join(separator) };
}

/** All of it in braces or brackets, where it holds no comment and no text of several lines. */
function toFlow(text: string, { node, key }: Found): TextEdit | undefined {
  const end = endOfText(node);
  const start = key ? key.keySpan.end + 1 : node.span.start;
  const written = flowOf(node, text);
  if (written === undefined || text.slice(startOfLine(text, start), start).length + written.length > LONGEST || hasComment(text, start, end, node)) return undefined;
  return { span: span(start, end), text: `${key ? ' ' : ''}${written}` };
}

function flowOf(node: Node, text: string): string | undefined {
  if (node.kind === 'scalar') {
    const source = text.slice(node.span.start, node.span.end);
    if (source.includes('\n') || /^[|>]/.test(source)) return undefined;
    return node.plain && /[,[\]{}]/.test(source) ? `'${source.replaceAll("'", "''")}'` : source;
  }
  if (node.flow) {
    const source = text.slice(node.span.start, node.span.end);
    return source.includes('\n') ? undefined : source;
  }
  const parts = node.kind === 'seq' ? node.items.map((item) => flowOf(item, text)) : node.entries.map(({ keySpan, value }) => {
    const inner = flowOf(value, text);
    return inner === undefined ? undefined : `${text.slice(keySpan.start, keySpan.end)}:${inner === '' ? '' : ` ${inner}`}`;
  });
  if (parts.includes(undefined)) return undefined;
  return node.kind === 'seq' ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}

/** Something other than white space between the parts, which a line would lose. */
function hasComment(text: string, start: number, end: number, node: Collection): boolean {
  let rest = text.slice(start, end);
  const blank = (from: number, to: number): void => {
    rest = rest.slice(0, from - start) + ' '.repeat(Math.max(0, to - from)) + rest.slice(Math.max(to, from) - start);
  };
  const visit = (inner: Node): void => {
    if (inner.kind === 'scalar' || inner.flow) return blank(inner.span.start, inner.span.end);
    if (inner.kind === 'seq') inner.items.forEach(visit);
    else for (const { keySpan, value } of inner.entries) {
      blank(keySpan.start, keySpan.end);
      visit(value);
    }
  };
  visit(node);
  return rest.includes('#');
}
