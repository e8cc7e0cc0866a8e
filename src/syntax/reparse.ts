import { across, LiveSpan } from '../base/span.js';
import { LIMITS } from './limits.js';
import { readBlock } from './lines.js';
import { BAD_INDENT } from './yaml.js';
import type { Entry, MapNode, SyntaxProblem, Tree } from './tree.js';

/** What was replaced: the characters `[start, oldEnd)` of the old text by `[start, newEnd)` of the new one. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** All that lies between what two texts begin with alike and what they end with alike. */
export function changeBetween(old: string, text: string): Change {
  const most = Math.min(old.length, text.length);
  const start = alike(most, (from, to) => old.slice(from, to) === text.slice(from, to));
  const end = alike(most - start, (from, to) => old.slice(old.length - to, old.length - from) === text.slice(text.length - to, text.length - from));
  return { start, oldEnd: old.length - end, newEnd: text.length - end };
}

/** How many characters from 0 are the same, at most `most`: by pieces, which the engine compares at once. */
function alike(most: number, same: (from: number, to: number) => boolean): number {
  let at = 0;
  for (const piece of [65_536, 2_048, 64, 1]) while (at + piece <= most && same(at, at + piece)) at += piece;
  return at;
}

/** An entry that is a block, the mapping that holds it, and where its lines end. */
interface Step {
  readonly map: MapNode;
  readonly index: number;
  readonly entry: Entry;
  readonly end: number;
}

/**
 * The tree of `text`, made from the tree of an earlier text: the smallest block that holds the change is read again, the
 * rest is kept and moves along. It equals `parse(text)`. Undefined where no block holds the change; then the whole text
 * has to be read, and the old tree is as it was. Otherwise what both trees share has moved: the old one is not to be used.
 */
export function reparse(old: Tree, text: string): Tree | undefined {
  if (!old.root || text.length > LIMITS.textLength) return undefined;
  const change = changeBetween(old.text, text);
  const path = pathTo(old.root, change.start, change, old.text.length);
  // What is typed between two blocks may belong to either.
  const before = pathTo(old.root, change.start - 1, change, old.text.length);
  for (const steps of [path, ...(before.length > 0 ? [before] : []), ...path.slice(1).map((_, index) => path.slice(0, path.length - 1 - index))]) {
    const made = steps.length > 0 ? readAgain(old, text, steps, change) : undefined;
    if (made) return made;
  }
  return undefined;
}

/** The blocks that hold the offset and the whole change, the outermost first. */
function pathTo(root: MapNode, offset: number, { start, oldEnd }: Change, length: number): readonly Step[] {
  const steps: Step[] = [];
  let [map, end]: [MapNode | undefined, number] = [root, length];
  while (map?.entries[0]?.block) {
    let low = 0;
    let high: number = map.entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (map.entries[middle]!.block!.offset <= offset) low = middle;
      else high = middle - 1;
    }
    const entry: Entry = map.entries[low]!;
    end = map.entries[low + 1]?.block?.offset ?? end;
    if (entry.block!.offset > Math.min(offset, start) || oldEnd > end) break;
    steps.push({ map, index: low, entry, end });
    map = entry.value.kind === 'map' ? entry.value : undefined;
  }
  return steps;
}

function readAgain(old: Tree, text: string, steps: readonly Step[], change: Change): Tree | undefined {
  const { map: parent, index: place, entry, end } = steps.at(-1)!;
  const offset = entry.block!.offset;
  const by = change.newEnd - change.oldEnd;
  if (end + by < text.length && text[end + by - 1] !== '\n') return undefined;
  // An empty value may end where the line after it begins to be written on.
  if (place > 0 && parent.entries[place - 1]!.span.end > offset) return undefined;
  // Such a problem may be one of how blocks fit together.
  const fits = ({ code, message, span }: SyntaxProblem): boolean => code !== 'yaml-syntax' || (message !== BAD_INDENT && entry.keySpan.start < span.start && span.start < end);
  if (!old.problems.every(fits)) return undefined;
  const read = readBlock(text.slice(offset, end + by), {
    offset,
    indents: steps.map((step) => step.entry.keySpan.start - step.entry.block!.offset),
    follows: place > 0,
    next: steps.findLastIndex(({ map, index }) => index < map.entries.length - 1) + 1,
  });
  if (read?.entry.key !== entry.key) return undefined;
  const first = old.origins.indexOf(entry.block!);
  let after = first;
  while (after < old.origins.length && old.origins[after]!.offset < end) after += 1;
  const gone = new Set(old.origins.slice(first, after));
  const rest = old.origins.slice(after);
  for (const origin of rest) origin.offset += by;
  return {
    text,
    root: withEntry(steps, read.entry),
    problems: [...old.problems.filter(({ span }) => !(span instanceof LiveSpan) || !gone.has(span.startOrigin)), ...read.problems],
    origins: [...old.origins.slice(0, first), ...read.origins, ...rest],
  };
}

/** The root mapping with the last step's entry replaced, and every mapping around it made anew. */
function withEntry(steps: readonly Step[], entry: Entry): MapNode {
  const { map, index } = steps.at(-1)!;
  const entries = map.entries.with(index, entry);
  const node: MapNode = { ...map, span: across(entries[0]!.keySpan, entries.at(-1)!.value.span), entries };
  const outer = steps.slice(0, -1);
  const around = outer.at(-1)?.entry;
  return around ? withEntry(outer, { ...around, span: across(around.keySpan, node.span), value: node }) : node;
}
