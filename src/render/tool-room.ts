import type { Finding } from '../base/findings.js';
import { count } from '../base/words.js';
import type { Assumptions } from '../model/types.js';
import type { ToolAnswer } from '../protocol-tools.js';
import { type Analysis, unreadErrors } from '../service/analysis.js';
import { oneLine } from './symbols.js';

/** An agreement file as a tool sees it. */
export interface ToolFile {
  /** As the model may name it. */
  readonly name: string;
  readonly analysis: Analysis;
  /** With the severities of the settings. */
  readonly findings: readonly Finding[];
}

/** Characters of one text in an answer; the rest of it is left out. */
const TEXT = 600;

/** One line without characters that steer a terminal or turn text around, and of a sensible length. */
export const plain = (text: string): string => {
  const line = oneLine(text);
  return line.length > TEXT ? `${line.slice(0, TEXT - 1)}…` : line;
};

/** The same data with every text in it made plain. */
export function plainData<T>(value: T): T {
  if (typeof value === 'string') return plain(value) as T;
  if (Array.isArray(value)) return value.map(plainData) as T;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainData(inner)])) as T;
  return value;
}

/** The room that an answer has, in characters, and what did not find any. */
export class Room {
  /** What is left out, one sentence each. */
  readonly cut: string[] = [];

  constructor(readonly size: number) {}

  /** The first items that fit into a share (0 to 1) of the room, made plain: as JSON, at least one. `left` says what is missing. */
  take<T>(items: readonly T[], share: number, left: (missing: string) => string): readonly T[] {
    const kept: T[] = [];
    let used = 0;
    for (const item of items) {
      const one = plainData(item);
      used += JSON.stringify(one).length + 1;
      if (kept.length > 0 && used > this.size * share) break;
      kept.push(one);
    }
    if (kept.length < items.length) this.cut.push(left(`${items.length - kept.length} of ${items.length}`));
    return kept;
  }

  /** The words of the answer, cut at a line where they are too long still, and its data. */
  answer(head: readonly string[], body: readonly string[], data: Readonly<Record<string, unknown>>): ToolAnswer {
    const text = [...head, ...this.cut, '', ...body].join('\n').replace(/\n{3,}/g, '\n\n').trimEnd();
    return { text: shortened(text, this.size), data: { ...data, cut: this.cut } };
  }
}

const ENDS = '\n(The rest is left out, because the answer would be too long. Ask for less.)';

/** At most this many characters, whole lines where there are several. */
function shortened(text: string, size: number): string {
  if (text.length <= size) return text;
  const room = size - ENDS.length;
  const line = text.lastIndexOf('\n', room);
  return text.slice(0, line > 0 ? line : room) + ENDS;
}

/** `a=true, b=never`. */
export const assumedList = (assumed: Assumptions): readonly string[] => Object.entries(assumed).map(([name, value]) => `${name}=${String(value)}`);

/** Says what a matrix lacks. */
export function errorsOf(analysis: Analysis): { readonly errors: number; readonly says: readonly string[] } {
  const { own, imported } = unreadErrors(analysis);
  const errors = own + imported;
  return { errors, says: errors === 0 ? [] : [`${count(errors, 'error')} in text that could not be read: what it says is left out here. check_entente_agreements tells more.`] };
}
