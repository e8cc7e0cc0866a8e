import type { TextEdit } from '../base/edits.js';
import { type Span, span } from '../base/span.js';
import { FILE_SHAPE } from '../grammar/shapes.js';
import type { ValueType } from '../grammar/types.js';
import { columnOf, endOfText, startOfLine } from '../rules/support/edits.js';
import type { Entry, MapNode, Node, Tree } from '../syntax/tree.js';
import { itemType, mappingOf, valueType } from './mappings.js';

/**
 * Edits that put the keys of the language in the order of the reference, with the comments that stand above them or on
 * their lines. Ids keep their order: it shows in the matrix. Keys that the language does not know come last. A text with
 * anchors or aliases keeps its order, since an alias must come after its anchor.
 */
export function orderEdits({ root, text }: Tree): readonly TextEdit[] {
  if (!root || hasAnchors(text)) return [];
  const edits: TextEdit[] = [];
  visit(root, { kind: 'shape', shape: () => FILE_SHAPE }, text, (edit) => edits.push(edit));
  return edits;
}

/** An anchor or alias, or something that looks like one: then nothing is moved. */
const hasAnchors = (text: string): boolean => /(?:^|[\s[{,])[&*][^\s,[\]{}]/m.test(text);

type Add = (edit: TextEdit) => void;

function visit(node: Node, type: ValueType | undefined, text: string, add: Add): void {
  if (!type) return;
  if (node.kind === 'seq') for (const item of node.items) visit(item, itemType(type), text, add);
  if (node.kind !== 'map') return;
  const mapping = mappingOf(type);
  const wanted = mapping && !mapping.ids ? inOrder(node.entries, mapping.fields.map(({ name }) => name)) : node.entries;
  const inner = (own: Add): void => {
    for (const entry of node.entries) visit(entry.value, valueType(mapping, entry.key, entry.value.kind === 'map' ? entry.value : undefined), text, own);
  };
  if (wanted.every((entry, index) => entry === node.entries[index])) return inner(add);
  const edits: TextEdit[] = [];
  inner((edit) => edits.push(edit));
  add(node.flow ? flowEdit(node, wanted, text, edits) : blockEdit(node, wanted, text, edits));
}

function inOrder(entries: readonly Entry[], names: readonly string[]): readonly Entry[] {
  const rank = ({ key }: Entry): number => (names.includes(key) ? names.indexOf(key) : names.length);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** The text of a span after the edits inside it. */
function textOf({ start, end }: Span, text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = start;
  for (const edit of edits.filter((one) => one.span.start >= start && one.span.end <= end).sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at, end);
}

/** On one or several lines between braces: each entry goes where another was. What stands between them stays. */
function flowEdit(node: MapNode, wanted: readonly Entry[], text: string, edits: readonly TextEdit[]): TextEdit {
  const places = node.entries.map(wholeOf);
  const first = places[0] ?? node.span;
  let result = '';
  places.forEach((place, index) => {
    const previous = places[index - 1];
    const entry = wanted[index];
    result += (previous ? text.slice(previous.end, place.start) : '') + (entry ? textOf(wholeOf(entry), text, edits) : '');
  });
  return { span: span(first.start, places.at(-1)?.end ?? node.span.end), text: result };
}

const wholeOf = ({ keySpan, value }: Entry): Span => span(keySpan.start, Math.max(keySpan.end, endOfText(value)));

/** Whole lines: each entry with what stands between the entry before it and itself. */
function blockEdit(node: MapNode, wanted: readonly Entry[], text: string, edits: readonly TextEdit[]): TextEdit {
  const key = node.entries[0]?.keySpan.start ?? node.span.start;
  const indentation = ' '.repeat(columnOf(text, key));
  const start = commentsAbove(text, key);
  const ends = node.entries.map((entry) => endOfLine(text, wholeOf(entry).end));
  const spans = new Map(node.entries.map((entry, index) => [entry, span(index === 0 ? start : (ends[index - 1] ?? start), ends[index] ?? start)]));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const parts = wanted.map((entry) => textOf(spans.get(entry) ?? entry.span, text, edits).replace(/\r?\n$/, ''))
    .map((part, index) => part.replace(index === 0 ? /^\s+/ : /^[ \t]+/, ''));
  const end = ends.at(-1) ?? start;
  return { span: span(start, end), text: parts.join(newline + indentation) + (text[end - 1] === '\n' ? newline : '') };
}

/** The start of the comment lines directly above a key that is the first word of its line; at the top of a file they speak of all of it. */
function commentsAbove(text: string, key: number): number {
  let start = startOfLine(text, key);
  if (start === key || text.slice(start, key).trim() !== '') return key;
  const indentation = key - start;
  for (let above = startOfLine(text, start - 1); start > 0 && text.slice(above, start).trimStart().startsWith('#'); above = startOfLine(text, start - 1)) start = above;
  return start + Math.min(indentation, text.slice(start).length - text.slice(start).trimStart().length);
}

/** After the line break of the line on which the offset lies; a block scalar ends after its last line break already. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
