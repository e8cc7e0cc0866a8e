import { span, type Span } from '../base/span.js';
import { parse } from '../syntax/parse.js';
import { lexicalAt } from '../syntax/lexical.js';
import { LIMITS } from '../syntax/limits.js';
import { type Position, positionIn } from './position.js';
import { surroundings } from './surroundings.js';

/** Where something is being written, and how it must be written there. */
export interface WritingPlace {
  readonly position: Position;
  /** The word at the cursor: what a completion replaces. */
  readonly word: Span;
  /** What stands before the word in the same plain value: `50 billion `. Empty where the word is all of it. */
  readonly before: string;
  /** Inside `{ }` or `[ ]`. */
  readonly flow: boolean;
  readonly quoted: boolean;
  /** A colon follows: the word is a key already. */
  readonly keyed: boolean;
  /** It stands alone on its line, after dashes at most: it may become a key or a value. */
  readonly ownLine: boolean;
  /** It follows a colon without a space. */
  readonly needsSpace: boolean;
}

/** Stands for the word at the cursor in a text that is otherwise the user's. */
const MARK = 'zz0cursor0zz';

interface Repair {
  readonly text: string;
  /** Where the mark begins. */
  readonly at: number;
}

/**
 * The place at the offset, in text that may be unfinished. Only what is around it is read. The word is replaced by a mark and the text is repaired in
 * ways that get more and more drastic, until it parses with the mark in a place of its own; last comes a skeleton made
 * of the lines above by their indentation.
 */
export function writingPlace(whole: string, at: number): WritingPlace | undefined {
  const { text, offset } = surroundings(whole, at);
  const place = placeIn(text, offset);
  return place && { ...place, word: span(place.word.start + at - offset, place.word.end + at - offset) };
}

/** The same, from all of the text. */
export function placeIn(text: string, offset: number): WritingPlace | undefined {
  const { inside, quote, closers } = lexicalAt(text, offset);
  if (inside || closers.length > LIMITS.depth) return undefined;
  const word = wordAt(text, offset);
  const line = lineAround(text, offset);
  const head = text.slice(line.start, word.start);
  const tail = text.slice(word.end, line.end).replace(/\r$/, '');
  const keyed = /^["']?[ \t]*:(?:\s|$)/.test(tail);
  const needsSpace = !quote && /[\w"'-]:$/.test(head);
  const ownLine = closers === '' && !quote && !keyed && /^[ \t]*(?:- +)*$/.test(head) && /^[ \t]*(?:#.*)?$/.test(tail);
  const before = text.slice(0, word.start) + (needsSpace ? ' ' : '');
  const mark = ownLine ? `${MARK}:` : MARK;
  const close = (quote ?? '') + closers;
  const at = before.length;
  const full: Repair = { text: before + mark + text.slice(word.end), at };
  const closed: Repair = { text: before + mark + close + text.slice(line.end), at };
  const upTo: Repair = { text: before + mark + close, at };

  const place = (position: Position): WritingPlace => ({ position, word, before: position.kind === 'value' && position.node.kind === 'scalar' ? position.node.text.slice(0, -MARK.length) : '', flow: closers !== '', quoted: quote !== undefined, keyed, ownLine, needsSpace });
  const clean = find(full, 'clean') ?? (close === '' ? undefined : find(closed, 'clean')) ?? find(upTo, 'clean');
  if (clean) return place(clean);
  const rough = find(skeleton(text, line.start, `${head}${needsSpace ? ' ' : ''}`, mark + close), 'clean') ?? find(full, 'above') ?? find(upTo, 'any');
  return rough && place(rough);
}

/** The position of the mark; `above` asks for no syntax problem up to it, `clean` for none at all. */
function find({ text, at }: Repair, need: 'clean' | 'above' | 'any'): Position | undefined {
  const { root, problems } = parse(text);
  if (!root) return undefined;
  const serious = problems.some(({ code, span }) => (code === 'yaml-syntax' || code === 'resource-limit') && (need === 'clean' || (need === 'above' && span.start < at)));
  if (serious) return undefined;
  const position = positionIn(root, at);
  if (position?.kind === 'key') return position.entry.key === MARK ? position : undefined;
  const node = position?.node.kind === 'scalar' ? position.node : undefined;
  return node?.text.endsWith(MARK) && (node.text === MARK || !text.slice(node.span.start, at).includes('\n')) ? position : undefined;
}

/** The keys above the cursor that its indentation places it under, and those beside it, without anything else. */
function skeleton(text: string, lineStart: number, head: string, tail: string): Repair {
  const lines: string[] = [];
  const prefix = /^[ \t]*(?:- +)*/.exec(head)?.[0] ?? '';
  let limit = prefix.length - prefix.trimStart().length;
  const column = prefix.length;
  let beside = prefix.trim() === '';
  for (const line of text.slice(0, lineStart).split('\n').reverse()) {
    const match = /^([ \t]*)((?:- +)*)([A-Za-z0-9_./-]+):(?:[ \t]+([A-Za-z0-9_./-]+))?(?:\s|$)/.exec(line);
    if (!match) continue;
    const [, spaces = '', dashes = '', key = '', value] = match;
    const keyColumn = spaces.length + dashes.length;
    if (beside && keyColumn === column) {
      lines.push(`${spaces}${dashes}${key}: ${value ?? ''}`);
      if (dashes === '') continue;
      beside = false;
      limit = spaces.length;
    } else if (keyColumn < limit || (dashes !== '' && spaces.length < limit)) {
      lines.push(`${spaces}${dashes}${key}:`);
      beside = false;
      limit = spaces.length;
    } else if (dashes === '' && prefix.includes('-') && keyColumn === limit && lines.length === 0) {
      lines.push(`${spaces}${key}:`); // the key of a list whose dashes are not indented
      limit = spaces.length;
    }
    if (limit === 0 && !beside) break;
  }
  const above = lines.reverse().map((line) => `${line}\n`).join('');
  return { text: above + head + tail, at: above.length + head.length };
}

/** Letters, digits and what ids are joined with; a colon only inside (`fact:product`). */
export function wordAt(text: string, offset: number): Span {
  const inWord = (index: number): boolean => {
    const char = text[index] ?? '';
    return /[\w./-]/.test(char) || (char === ':' && /\w/.test(text[index - 1] ?? '') && /\w/.test(text[index + 1] ?? ''));
  };
  let start = offset;
  let end = offset;
  while (start > 0 && inWord(start - 1) && !(text[start - 1] === ':' && start === offset)) start -= 1;
  while (end < text.length && inWord(end)) end += 1;
  return span(start, end);
}

function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return span(start, end < 0 ? text.length : end);
}
