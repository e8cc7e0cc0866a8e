import type { TextEdit } from '../base/edits.js';
import { type Span, span } from '../base/span.js';
import { afterLine, columnOf, commentsAbove, endOfText, startOfLine } from '../rules/support/edits.js';
import type { Written } from '../rules/support/sections.js';
import type { Entry, MapNode } from '../syntax/tree.js';

/** Entries taken out of a mapping, with the comments that belong to them. */
export interface Excerpt extends Written {
  /** What removes them from where they are. */
  readonly edits: readonly TextEdit[];
}

/** Takes entries out of a section of a file, and the section with them where nothing is left of it. Undefined where their text cannot stand elsewhere. */
export function cut(text: string, root: MapNode, section: Entry, ids: ReadonlySet<string>): Excerpt | undefined {
  const { value: map } = section;
  if (map.kind !== 'map' || root.flow) return undefined;
  const chosen = map.entries.filter(({ key }) => ids.has(key));
  const outside = ({ keySpan, value }: Entry): boolean => keySpan.start < map.span.start || value.span.start > map.span.end;
  // What an anchor names elsewhere, or an alias from elsewhere, would not be found in another file.
  if (chosen.length !== ids.size || chosen.some(outside) || chosen.some((entry) => /(?:^|[\s[{,:])[&*][^\s,[\]{}]/.test(text.slice(...bounds(entry))))) return undefined;
  return map.flow ? cutFromBraces(text, section, map, chosen) : cutLines(text, section, map, chosen);
}

const bounds = ({ keySpan, value }: Entry): [start: number, end: number] => [keySpan.start, Math.max(keySpan.end, endOfText(value))];

function cutLines(text: string, section: Entry, map: MapNode, chosen: readonly Entry[]): Excerpt | undefined {
  const column = columnOf(text, chosen[0]?.keySpan.start ?? 0);
  const places = chosen.map((entry) => span(commentsAbove(text, entry.keySpan.start), endOfLines(text, entry, column)));
  const emptied = chosen.length === map.entries.length;
  const head = span(commentsAbove(text, section.keySpan.start), afterLine(text, section.keySpan.end));
  const plain = /^[ \t]*:[ \t]*(?:#.*)?\r?\n$/.test(text.slice(section.keySpan.end, head.end)) &&
    chosen.every(({ keySpan: { start } }) => text.slice(startOfLine(text, start), start).trim() === '');
  if (!plain) return undefined; // an anchor, a tag or a question mark stands before
  const lines = [
    ...(emptied ? commentsIn(text.slice(head.start, head.end)) : []),
    ...places.flatMap(({ start, end }) => linesOf(text.slice(start, end), column)),
  ];
  const [only] = chosen;
  const single = chosen.length === 1 && lines.length === 1 && only?.value.kind === 'map' && only.value.flow && (lines[0] ?? '').trimEnd().endsWith('}');
  return {
    lines,
    inBraces: single && only ? { id: only.key, value: text.slice(only.value.span.start, only.value.span.end) } : undefined,
    edits: removals(text, emptied ? [head, ...places] : places),
  };
}

/** In braces only entries without comments are moved: it could not be told to which a comment belongs. */
function cutFromBraces(text: string, section: Entry, map: MapNode, chosen: readonly Entry[]): Excerpt | undefined {
  const texts = chosen.map((entry) => text.slice(...bounds(entry)));
  if (/(?:^|\s)#/.test(text.slice(map.span.start, map.span.end)) || texts.some((one) => /[\r\n]/.test(one)) || chosen.some(({ value }) => value.kind !== 'map')) return undefined;
  const [only] = chosen;
  const inBraces = chosen.length === 1 && only ? { id: only.key, value: text.slice(only.value.span.start, only.value.span.end) } : undefined;
  if (chosen.length === map.entries.length) {
    const head = span(commentsAbove(text, section.keySpan.start), afterLine(text, map.span.end));
    const around = text.slice(head.start, map.span.start) + text.slice(map.span.end, head.end);
    return { lines: [...commentsIn(around), ...texts], inBraces, edits: removals(text, [head]) };
  }
  const edits = chosen.map((entry): TextEdit => {
    const index = map.entries.indexOf(entry);
    const next = map.entries[index + 1];
    const previous = map.entries[index - 1];
    const followed = next && map.entries.slice(index + 1).some((other) => !chosen.includes(other));
    return { span: followed ? span(entry.keySpan.start, next.keySpan.start) : span(previous ? bounds(previous)[1] : entry.keySpan.start, bounds(entry)[1]), text: '' };
  });
  return { lines: texts, inBraces, edits };
}

/** End of the last line of an entry, with the deeper comment lines below it. */
function endOfLines(text: string, entry: Entry, column: number): number {
  const [, last] = bounds(entry);
  let end = text[last - 1] === '\n' ? last : afterLine(text, last);
  for (;;) {
    const next = afterLine(text, end);
    const comment = /^([ \t]*)#/.exec(text.slice(end, next));
    if (!comment || (comment[1] ?? '').length <= column) return end;
    end = next;
  }
}

/** The lines of a text, each without the indentation of the entry. */
const linesOf = (text: string, column: number): readonly string[] =>
  text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.slice(Math.min(column, line.length - line.trimStart().length)));

/** The comments of lines that hold nothing else worth keeping. */
const commentsIn = (text: string): readonly string[] => text.split(/\r?\n/).flatMap((line) => /(?<!\S)#.*/.exec(line)?.[0] ?? []);

/** Removes whole lines; where blank lines were on both sides, those below go too. */
function removals(text: string, places: readonly Span[]): readonly TextEdit[] {
  const joined: Span[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = joined[joined.length - 1];
    if (last && last.end >= place.start) joined[joined.length - 1] = span(last.start, Math.max(last.end, place.end));
    else joined.push(place);
  }
  return joined.map(({ start, end }) => {
    const blankAbove = start === 0 || text.slice(startOfLine(text, start - 1), start).trim() === '';
    const below = /^(?:[ \t]*\r?\n)+/.exec(text.slice(end))?.[0] ?? '';
    return { span: span(start, blankAbove ? end + below.length : end), text: '' };
  });
}
