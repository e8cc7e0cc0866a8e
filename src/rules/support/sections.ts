import type { TextEdit } from '../../base/edits.js';
import { FILE_SHAPE } from '../../grammar/shapes.js';
import type { Namespace } from '../../grammar/types.js';
import type { Partnership } from '../../model/types.js';
import { entryOf, type MapNode } from '../../syntax/tree.js';
import { addEntry, addLines, columnOf, commentsAbove, endOfText, entryBefore, newlineOf, placeEntry } from './edits.js';

/** What is declared at the top of a file, and under which key. */
export const SECTIONS = [
  ['party', 'parties'], ['cloud', 'clouds'], ['product', 'products'], ['event', 'events'], ['fact', 'facts'], ['reading', 'readings'],
] as const satisfies readonly (readonly [Namespace, keyof Partnership])[];

export type Section = (typeof SECTIONS)[number][1];

/** The keys of a file in their usual order. */
export const FILE_KEYS: readonly string[] = FILE_SHAPE.fields.map(({ name }) => name);

/** Declarations to be written. */
export interface Written {
  /** As lines of a block mapping, not indented. */
  readonly lines: readonly string[];
  /** The same as an entry of a mapping in braces; undefined where it cannot be written so. */
  readonly inBraces: { readonly id: string; readonly value: string } | undefined;
}

/** Writes declarations into a section of a file, in the style of what is there. Undefined where nothing can be added. */
export function addDeclaration(text: string, root: MapNode, section: Section, { lines, inBraces }: Written): TextEdit | undefined {
  const entry = entryOf(root, section);
  if (!entry) {
    if (!root.flow) return newSection(text, root, section, lines);
    return inBraces && placeEntry(text, root, FILE_KEYS, section, `{ ${inBraces.id}: ${inBraces.value} }`);
  }
  const { keySpan, value } = entry;
  if (value.kind === 'map' && value.entries.length > 0) {
    const [first, last] = [value.entries[0], value.entries[value.entries.length - 1]];
    if (!first || !last || first.keySpan.start < value.span.start || first.keySpan.start > value.span.end) return undefined; // an alias
    if (!value.flow) return addLines(text, Math.max(last.keySpan.end, endOfText(last.value)), columnOf(text, first.keySpan.start), lines);
    return inBraces && addEntry(text, value, inBraces.id, inBraces.value);
  }
  if (value.kind === 'map' && inBraces) return addEntry(text, value, inBraces.id, inBraces.value);
  if (value.kind !== 'scalar' || value.value !== null || value.span.start !== value.span.end || root.flow) return undefined;
  return /^[ \t]*:[ \t]*(?:#.*)?\r?$/.test(text.slice(keySpan.end).split('\n')[0] ?? '')
    ? addLines(text, keySpan.end, columnOf(text, keySpan.start) + 2, lines) : undefined;
}

/** A key that is not there yet, at its usual place: above the entry that follows it, else at the end. */
function newSection(text: string, root: MapNode, section: Section, lines: readonly string[]): TextEdit {
  const newline = newlineOf(text);
  const column = columnOf(text, root.entries[0]?.keySpan.start ?? root.span.start);
  const written = [`${section}:`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
  const before = entryBefore(root, FILE_KEYS, section);
  const next = before ? root.entries[root.entries.indexOf(before) + 1] : root.entries[0];
  const spaced = /\n[ \t]*\r?\n[ \t]*\S/.test(text);
  if (!next) return addLines(text, before ? Math.max(before.keySpan.end, endOfText(before.value)) : text.length, column, spaced ? ['', ...written] : written);
  const at = commentsAbove(text, next.keySpan.start);
  const indented = written.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
  return { span: { start: at, end: at }, text: [...indented, ...(spaced ? [''] : [])].map((line) => line + newline).join('') };
}
