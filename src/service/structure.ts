import { contains, lineStarts, positionAt, type Span, span } from '../base/span.js';
import { outcomeOf, type Steps } from '../base/steps.js';
import type { Node } from '../syntax/tree.js';
import type { Analysis } from './analysis.js';
import { lexicalAt } from '../syntax/lexical.js';
import { wordAt } from './place.js';

/** Lines counted from 0, both inclusive: the first stays visible. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind: 'comment' | 'imports' | 'region';
}

/** What can be folded: entries and items over several lines, and runs of comment lines. */
export const folds = (analysis: Analysis, file: string): readonly Fold[] => outcomeOf(foldSteps(analysis, file));

/** Entries that are looked at in one step. */
const ENTRIES_AT_ONCE = 2_000;

/** As `folds`, in parts. */
export function* foldSteps({ partnership }: Analysis, file: string): Steps<readonly Fold[]> {
  const source = partnership.files.get(file);
  if (!source) return [];
  const { text, tree } = source;
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const found = new Map<number, Fold>();
  const add = ({ start, end }: Span, kind: Fold['kind']): void => {
    const first = lineOf(start);
    const last = lineOf(start + text.slice(start, end).trimEnd().length);
    const known = found.get(first);
    if (last > first && (!known || known.last < last)) found.set(first, { first, last, kind });
  };
  let looked = 0;
  function* visit(node: Node): Steps<void> {
    if (node.kind === 'seq') {
      for (const item of node.items) {
        add(item.span, 'region');
        yield* visit(item);
      }
    } else if (node.kind === 'map') {
      for (const { key, span: whole, value } of node.entries) {
        if (value.span.start < whole.start) continue; // an alias: its target is folded where it stands
        add(whole, key === 'import' && node === tree.root ? 'imports' : 'region');
        if ((looked += 1) % ENTRIES_AT_ONCE === 0) yield;
        if (value.kind !== 'scalar') yield* visit(value);
      }
    }
  }
  if (tree.root) yield* visit(tree.root);
  for (const run of commentRuns(text, starts)) if (!found.has(run.first)) found.set(run.first, run);
  return [...found.values()].sort((a, b) => a.first - b.first);
}

/** Two or more lines in a row that hold nothing but a comment. */
function commentRuns(text: string, starts: readonly number[]): readonly Fold[] {
  const runs: Fold[] = [];
  let first: number | undefined;
  for (let line = 0; line <= starts.length; line++) {
    const start = starts[line];
    const content = start === undefined ? '' : text.slice(start, starts[line + 1]);
    const hash = /^[ \t]*#/.exec(content)?.[0].length;
    const comment = start !== undefined && hash !== undefined && (first !== undefined || lexicalAt(text, start + hash).inside === 'comment');
    if (comment) first ??= line;
    else if (first !== undefined) {
      if (line - first > 1) runs.push({ first, last: line - 1, kind: 'comment' });
      first = undefined;
    }
  }
  return runs;
}

/** The spans around an offset from the word to the whole text, each inside the next. */
export function selections({ partnership }: Analysis, file: string, offset: number): readonly Span[] {
  const source = partnership.files.get(file);
  if (!source) return [];
  const found: Span[] = [span(0, source.text.length)];
  const visit = (node: Node): void => {
    if (!contains(node.span, offset)) return;
    found.push(node.span);
    if (node.kind === 'seq') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const { keySpan, span: whole, value } of node.entries) {
      if (!contains(whole, offset)) continue;
      found.push(whole);
      if (contains(keySpan, offset)) found.push(keySpan);
      else visit(value);
    }
  };
  if (source.tree.root) visit(source.tree.root);
  found.push(wordAt(source.text, offset));
  const inside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end && (inner.start !== outer.start || inner.end !== outer.end);
  const nested: Span[] = [];
  for (const next of found) {
    const around = nested.at(-1);
    const trimmed = withoutTrailingSpace(next, source.text, offset);
    if (!around || inside(trimmed, around)) nested.push(trimmed);
  }
  return nested.reverse();
}

/** Block collections reach to the next line's indentation; nobody wants to select that. */
function withoutTrailingSpace({ start, end }: Span, text: string, offset: number): Span {
  if (start === 0 && end === text.length) return span(start, end);
  return span(start, Math.max(offset, start + text.slice(start, end).trimEnd().length));
}
