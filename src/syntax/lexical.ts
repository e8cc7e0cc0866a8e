/** What the text before an offset leaves open, told from characters alone: it works on text that does not parse. */
export interface Lexical {
  /** Nothing of the language can stand here. */
  readonly inside: 'comment' | 'block-scalar' | undefined;
  readonly quote: '"' | "'" | undefined;
  /** The brackets that close the open flow collections, innermost first. */
  readonly closers: string;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const BLOCK_HEADER = /^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/;
/** A line that starts a new entry or item: what was left open on an earlier, deeper line stays behind. */
const ENTRY = /^[ \t]*(?:- +)*[A-Za-z0-9"'_./-]+:(?:\s|$)/;

export function lexicalAt(text: string, offset: number): Lexical {
  let closers: string[] = [];
  let quote: '"' | "'" | undefined;
  /** Indentation of the line on which the open flow or quote began. */
  let openedAt = 0;
  /** Lines deeper than this are the text of a block scalar. */
  let block: number | undefined;
  let start = 0;
  while (start <= offset) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    const end = Math.min(lineEnd, offset);
    const line = text.slice(start, lineEnd).replace(/\r$/, '');
    const here = offset <= lineEnd;
    const blank = line.trim() === '';
    const indent = blank && here ? end - start : line.length - line.trimStart().length;
    if (block !== undefined && (indent > block || (blank && !here))) {
      if (here) return { inside: 'block-scalar', quote: undefined, closers: '' };
      start = lineEnd + 1;
      continue;
    }
    block = undefined;
    if ((closers.length > 0 || quote) && (!blank || here) && indent <= openedAt && (blank || ENTRY.test(line))) {
      closers = [];
      quote = undefined;
    }
    if (closers.length === 0 && !quote) openedAt = indent;
    let fresh = true; // a token may start here
    for (let i = start; i < end; i++) {
      const char = text[i] ?? '';
      if (quote) {
        if (quote === '"' && char === '\\') i += 1;
        else if (quote === "'" && char === "'" && text[i + 1] === "'") i += 1;
        else if (char === quote) quote = undefined;
        fresh = false;
        continue;
      }
      if (char === ' ' || char === '\t') {
        const before = text[i - 1];
        if (before === ':' || (before === '-' && /^[ \t]*(?:- +)*-$/.test(text.slice(start, i)))) fresh = true;
        continue;
      }
      if (char === '#' && (i === start || /\s/.test(text[i - 1] ?? ''))) {
        if (here) return { inside: 'comment', quote: undefined, closers: '' };
        break;
      }
      const inFlow = closers.length > 0;
      if ((fresh || inFlow) && CLOSING[char] !== undefined) {
        closers.push(CLOSING[char]);
        fresh = true;
      } else if (inFlow && char === closers[closers.length - 1]) {
        closers.pop();
        fresh = false;
      } else if (inFlow && char === ',') {
        fresh = true;
      } else if (fresh && (char === '"' || char === "'")) {
        quote = char;
        fresh = false;
      } else if (fresh && !inFlow && (char === '|' || char === '>') && BLOCK_HEADER.test(line.slice(i - start))) {
        const prefix = /^[ \t]*(?:- +)*/.exec(line)?.[0] ?? '';
        block = prefix.length === i - start ? prefix.trimEnd().length - 1 : prefix.length;
        break;
      } else {
        fresh = false;
      }
    }
    start = lineEnd + 1;
  }
  return { inside: undefined, quote, closers: closers.reverse().join('') };
}
