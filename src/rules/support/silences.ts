import type { Finding } from '../../base/findings.js';
import type { Place, Span } from '../../base/span.js';
import type { Partnership, SourceFile } from '../../model/types.js';
import { commentsIn } from '../../syntax/comments.js';

/** A comment such as `# entente-silence conflict: both sides know of it`. */
export interface Silence {
  /** As written; empty where there is none. */
  readonly code: string;
  readonly reason: string;
  /** From the `#` to the end of the comment. */
  readonly place: Place;
  readonly codePlace: Place;
  /** The line that it speaks of, from its first character to its last. */
  readonly line: Place;
}

const MARK = 'entente-silence';
const COMMENT = /^#[ \t]*entente-silence\b/;

/** The silencing comments of a file. One alone on its line speaks of the next line that holds more than a comment. */
export function silencesIn({ file, text }: Pick<SourceFile, 'file' | 'text'>): readonly Silence[] {
  if (!text.includes(MARK)) return [];
  const known = new Map<number, Span>();
  return commentsIn(text).reverse().flatMap(({ start, end }): Silence[] => {
    const whole = text.slice(start, end).trimEnd();
    const mark = COMMENT.exec(whole);
    if (!mark) return [];
    const said = whole.slice(mark[0].length).trimStart();
    const [code = ''] = /^[^\s:]*/.exec(said) ?? [];
    const reason = said.slice(code.length).trimStart().replace(/^:/, '').trim();
    const codeStart = code === '' ? start : start + whole.length - said.length;
    return [{
      code, reason, line: { file, ...lineOf(text, start, known) }, place: { file, start, end: start + whole.length },
      codePlace: { file, start: codeStart, end: code === '' ? start + whole.length : codeStart + code.length },
    }];
  }).reverse();
}

/** The line that a comment speaks of. `known` has the answers for comments further down, so that many in a row cost no more than one. */
function lineOf(text: string, hash: number, known: Map<number, Span>): Span {
  const first = text.lastIndexOf('\n', hash - 1) + 1;
  let start = first;
  let end = endOfLine(text, start);
  const blank = (): boolean => /^[ \t\r]*(?:#|$)/.test(text.slice(start, end));
  while (blank() && end < text.length) {
    start = end + 1;
    end = endOfLine(text, start);
    const answer = known.get(start);
    if (answer) ({ start, end } = answer);
  }
  known.set(first, { start, end });
  return { start, end };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** What becomes of a comment: the finding that it silences, or why it silences none. */
export interface Judged {
  readonly silence: Silence;
  readonly outcome: Finding | 'no-code' | 'unknown-code' | 'no-reason' | 'unread' | 'unused';
}

/**
 * Each comment takes one finding of its code that starts on its line, in the order of the findings. A finding that says
 * that something is not read cannot be taken: cells would lack it, and nobody would know.
 */
export function judge(silences: readonly Silence[], { problems }: Pick<Partnership, 'problems'>, findings: readonly Finding[], codes: ReadonlySet<string>): readonly Judged[] {
  if (silences.length === 0) return [];
  const unread = new Set(problems.map(({ code }) => code));
  const candidates = findingsOnLines(silences, findings);
  return silences.map((silence): Judged => {
    const { code, reason } = silence;
    if (code === '') return { silence, outcome: 'no-code' };
    if (!codes.has(code)) return { silence, outcome: 'unknown-code' };
    if (reason === '') return { silence, outcome: 'no-reason' };
    const waiting = candidates(silence);
    const [finding] = waiting;
    if (!finding) return { silence, outcome: 'unused' };
    if (finding.severity === 'error' && unread.has(code)) return { silence, outcome: 'unread' };
    waiting.shift();
    return { silence, outcome: finding };
  });
}

/** The findings of a comment's code that start on its line and that no comment has taken yet. The time grows with the number of comments and findings, not with their product. */
function findingsOnLines(silences: readonly Silence[], findings: readonly Finding[]): (silence: Silence) => Finding[] {
  const key = (code: string, { file, start }: Place): string => JSON.stringify([code, file, start]);
  const waiting = new Map<string, Finding[]>();
  const lines = [...new Map(silences.map(({ line }) => [JSON.stringify([line.file, line.start]), line])).values()].sort((a, b) => a.start - b.start);
  for (const finding of findings) {
    const line = lines[lastIndexUpTo(lines, finding.place.start)];
    if (line?.file !== finding.place.file || finding.place.start > line.end) continue;
    const list = waiting.get(key(finding.code, line));
    if (list) list.push(finding);
    else waiting.set(key(finding.code, line), [finding]);
  }
  return ({ code, line }) => waiting.get(key(code, line)) ?? [];
}

/** The index of the last line that starts at the offset or before it; -1 where there is none. */
function lastIndexUpTo(lines: readonly Place[], offset: number): number {
  let low = -1;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
