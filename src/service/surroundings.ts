import { span, type Span } from '../base/span.js';

/** A part of a text, and what an offset in it is in the whole one. */
export interface Surroundings {
  readonly text: string;
  readonly offset: number;
}

const SPACE = 32;
const KEY = /^ *["']?[A-Za-z0-9_./-]+["']?:(?=\s|$)/;

/**
 * What of a text tells how to go on at the offset: the blocks that the line is in, told by indentation, and beside each of
 * them the keys, with their values where these stand on the same line. The rest is left out, however long it is. Where
 * blocks cannot be told so, they are kept whole.
 */
export function surroundings(text: string, offset: number): Surroundings {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const before: string[] = [];
  const after: string[] = [];
  let block = span(0, text.length);
  for (let indent: number | undefined = 0; indent !== undefined;) {
    const entries: readonly Span[] | undefined = entriesIn(text, block, indent, line);
    const index = entries?.findLastIndex(({ start }) => start <= line) ?? -1;
    if (!entries || index < 0) break;
    const [own, key] = [entries[index]!, endOfLine(text, entries[index]!.start)];
    before.push(text.slice(block.start, entries[0]!.start), ...entries.slice(0, index).map((entry) => shortened(text, entry)));
    after.push(entries.slice(index + 1).map((entry) => shortened(text, entry)).join(''));
    block = own;
    if (own.start === line || !opens(text.slice(own.start, key))) break;
    before.push(text.slice(own.start, key + 1));
    block = span(key + 1, own.end);
    indent = indentBelow(text, block, indent);
  }
  const head = before.join('');
  return { text: head + text.slice(block.start, block.end) + after.reverse().join(''), offset: head.length + offset - block.start };
}

/** The entries of a block mapping whose keys have this indentation; undefined where a line fits none. The line that is being written need not be a key yet. */
function entriesIn(text: string, { start: from, end }: Span, indent: number, written: number): readonly Span[] | undefined {
  const starts: number[] = [];
  for (let start = from; start < end; start = endOfLine(text, start) + 1) {
    let at = start;
    while (at - start <= indent && text.charCodeAt(at) === SPACE) at += 1;
    const char = text[at];
    if (at - start > indent || char === undefined || char === '\n' || char === '\r' || char === '#') continue;
    if (char === '\t' || at - start < indent || (start !== written && !KEY.test(text.slice(start, endOfLine(text, start))))) return undefined;
    starts.push(start);
  }
  return starts.map((start, index) => span(start, starts[index + 1] ?? end));
}

/** Whether nothing but a comment follows the key. */
const opens = (line: string): boolean => /^(?:#|$)/.test(line.slice(KEY.exec(line)?.[0].length ?? 0).trim());

/** The indentation of the first line of a block that says something, where it is deeper than that of its key. */
function indentBelow(text: string, { start: from, end }: Span, indent: number): number | undefined {
  for (let start = from; start < end; start = endOfLine(text, start) + 1) {
    const said = /^( *)[^\s#]/.exec(text.slice(start, endOfLine(text, start)));
    if (said) return said[1]!.length > indent ? said[1]!.length : undefined;
  }
  return undefined;
}

/** An entry on one line as it is; of others, their key. */
function shortened(text: string, { start, end }: Span): string {
  const key = endOfLine(text, start);
  const first = text.slice(start, key);
  for (let line = key + 1; line < end; line = endOfLine(text, line) + 1) {
    if (/^\s*[^\s#]/.test(text.slice(line, endOfLine(text, line)))) return `${KEY.exec(first)?.[0] ?? first}\n`;
  }
  return text.slice(start, end);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
