import type { TextEdit } from '../../base/edits.js';
import { type Span, span } from '../../base/span.js';
import type { Finding } from '../../base/findings.js';
import type { MapNode, Node, SeqNode } from '../../syntax/tree.js';
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
  const first = map.entries[0];
  if (!last || !first) return { span: map.span, text: `{ ${key}: ${value} }` };
  if (map.flow) {
    const at = Math.max(last.span.end, endOfText(last.value));
    return { span: span(at, at), text: `, ${key}: ${value}` };
  }
  return addLine(text, Math.max(last.keySpan.end, endOfText(last.value)), columnOf(text, first.keySpan.start), `${key}: ${value}`);
}

/** Adds an item at the end of a list, in the style of the list. */
export function addItem(text: string, list: SeqNode, item: string): TextEdit {
  const last = list.items[list.items.length - 1];
  if (!last) return { span: list.span, text: `[${item}]` };
  if (list.flow) return { span: span(endOfText(last), endOfText(last)), text: `, ${item}` };
  return addLine(text, endOfText(last), columnOf(text, list.span.start), `- ${item}`);
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

/** The line break that a text uses. */
export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Adds a line after the one that holds the offset. */
export function addLine(text: string, after: number, column: number, line: string): TextEdit {
  const newline = newlineOf(text);
  const indented = ' '.repeat(column) + line;
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

const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
export const columnOf = (text: string, offset: number): number => offset - startOfLine(text, offset);

function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}

function afterLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
