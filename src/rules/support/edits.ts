import type { TextEdit } from '../../base/edits.js';
import { type Span, span } from '../../base/span.js';
import type { Finding } from '../../base/findings.js';
import { type Entry, entryOf, type MapNode, type Node, type SeqNode } from '../../syntax/tree.js';
import type { Fix } from '../rule.js';

/** Reads a property of a payload that should be a text. */
export function payloadText(payload: unknown, key: string): string | undefined {
  if (typeof payload !== 'object' || payload === null || !(key in payload)) return undefined;
  const value = (payload as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : undefined;
}

/** Replaces what the finding marks by its payload's `suggestion`, where it has one. */
export function useSuggestion(finding: Finding): readonly Fix[] {
  const suggestion = payloadText(finding.payload, 'suggestion');
  return suggestion === undefined ? [] : [{ title: `Change to \`${suggestion}\``, edits: [{ span: finding.place, text: suggestion }], safe: true }];
}

/** Adds `key: value` as the last entry of a mapping, in the style of the mapping. */
export function addEntry(text: string, map: MapNode, key: string, value: string): TextEdit {
  const last = map.entries[map.entries.length - 1];
  return last ? addAfter(text, map, last, `${key}: ${value}`) : { span: map.span, text: `{ ${key}: ${value} }` };
}

/** Adds `key: value` after the last of the entries that come before it in `order`, in the style of the mapping. */
export function placeEntry(text: string, map: MapNode, order: readonly string[], key: string, value: string): TextEdit {
  const first = map.entries[0];
  const after = entryBefore(map, order, key);
  if (!first || after) return after ? addAfter(text, map, after, `${key}: ${value}`) : addEntry(text, map, key, value);
  const { start } = first.keySpan;
  return { span: span(start, start), text: `${key}: ${value}${map.flow ? ', ' : newlineOf(text) + ' '.repeat(columnOf(text, start))}` };
}

/** The last entry of a mapping that comes before a key in `order`. */
export function entryBefore(map: MapNode, order: readonly string[], key: string): Entry | undefined {
  const rank = order.indexOf(key);
  return map.entries.findLast((entry) => order.includes(entry.key) && order.indexOf(entry.key) < rank);
}

function addAfter(text: string, map: MapNode, entry: Entry, added: string): TextEdit {
  const end = Math.max(entry.keySpan.end, endOfText(entry.value));
  if (map.flow) return { span: span(end, end), text: `, ${added}` };
  return addLines(text, end, columnOf(text, map.entries[0]?.keySpan.start ?? entry.keySpan.start), [added]);
}

/**
 * Adds items to the list at a key, in the style that is there: no key yet, one value without brackets, or a list.
 * Undefined where something else stands there, or an alias.
 */
export function addToList(text: string, map: MapNode, order: readonly string[], key: string, items: readonly string[]): TextEdit | undefined {
  if (!isWrittenHere(map)) return undefined;
  const value = entryOf(map, key)?.value;
  const added = items.join(', ');
  if (!value) return placeEntry(text, map, order, key, `[${added}]`);
  if (!isWrittenHere(value)) return undefined;
  if (value.kind === 'seq') {
    const last = value.items[value.items.length - 1];
    if (!last || value.flow) return addItem(text, value, added);
    return addLines(text, endOfText(last), columnOf(text, value.span.start), items.map((item) => `- ${item}`));
  }
  const written = text.slice(value.span.start, value.span.end);
  if ((value.kind === 'map' && !value.flow) || written === '' || /^[*&!|>]|[\r\n]/.test(written)) return undefined;
  return { span: value.span, text: `[${written}, ${added}]` };
}

/** False for an alias: its parts are written elsewhere. */
function isWrittenHere(node: Node): boolean {
  const parts = node.kind === 'map' ? node.entries.map(({ keySpan }) => keySpan) : node.kind === 'seq' ? node.items.map((item) => item.span) : [];
  return parts.every(({ start, end }) => node.span.start <= start && end <= node.span.end);
}

/** Adds an item at the end of a list, in the style of the list. */
export function addItem(text: string, list: SeqNode, item: string): TextEdit {
  const last = list.items[list.items.length - 1];
  if (!last) return { span: list.span, text: `[${item}]` };
  if (list.flow) return { span: span(endOfText(last), endOfText(last)), text: `, ${item}` };
  return addLines(text, endOfText(last), columnOf(text, list.span.start), [`- ${item}`]);
}

/** Gives a key that has no value a mapping with one entry; undefined where no colon follows the key. */
export function startMapping(text: string, key: Span, entry: string): TextEdit | undefined {
  const colon = /^\s*:/.exec(text.slice(key.end, key.end + 80));
  if (!colon) return undefined;
  const at = key.end + colon[0].length;
  return { span: span(at, at), text: ` { ${entry} }` };
}

/** Removes every line that an entry of a block mapping stands on. */
export function removeEntry(text: string, entry: { readonly keySpan: Span; readonly value: Node }): TextEdit {
  const end = Math.max(entry.keySpan.end, endOfText(entry.value));
  return { span: span(startOfLine(text, entry.keySpan.start), text[end - 1] === '\n' ? end : afterLine(text, end)), text: '' };
}

/** Adds lines, indented by `column`, below the line on which `after` lies. */
export function addLines(text: string, after: number, column: number, lines: readonly string[]): TextEdit {
  const newline = newlineOf(text);
  const indented = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(newline);
  // A block scalar ends after its last line break.
  if (text[after - 1] === '\n') return { span: span(after, after), text: indented + newline };
  const at = endOfLine(text, after);
  return { span: span(at, at), text: newline + indented };
}

/** Where the text of a node ends; block collections end with their last item, without what follows it. */
export function endOfText(node: Node): number {
  if (node.kind === 'scalar' || node.flow) return node.span.end;
  if (node.kind === 'seq') return node.items.reduce((end, item) => Math.max(end, endOfText(item)), node.span.start);
  return node.entries.reduce((end, entry) => Math.max(end, entry.keySpan.end, endOfText(entry.value)), node.span.start);
}

/** The line break that a text uses. */
export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
export const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
export const columnOf = (text: string, offset: number): number => offset - startOfLine(text, offset);

export function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}

export function afterLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** Start of the comment lines that stand directly above a line, without a blank line between; else of the line itself. */
export function commentsAbove(text: string, offset: number): number {
  let start = startOfLine(text, offset);
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}
