import type { Finding } from '../../base/findings.js';
import type { Place } from '../../base/span.js';
import type { Partnership, SourceFile } from '../../model/types.js';
import { lexicalAt } from '../../syntax/lexical.js';

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
const COMMENT = /#[ \t]*entente-silence\b[ \t]*([^\s:]*)[ \t]*:?[ \t]*([^\r\n]*)/y;

/** The silencing comments of a file. One alone on its line speaks of the next line that holds more than a comment. */
export function silencesIn({ file, text }: Pick<SourceFile, 'file' | 'text'>): readonly Silence[] {
  const found: Silence[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const hash = text.lastIndexOf('#', at);
    if (hash < 0 || text.slice(hash + 1, at).trim() !== '' || lexicalAt(text, hash + 1).inside !== 'comment' || lexicalAt(text, hash).inside === 'comment') continue;
    COMMENT.lastIndex = hash;
    const match = COMMENT.exec(text);
    if (!match) continue;
    const [whole, code = '', reason = ''] = match;
    const codeStart = code === '' ? hash : hash + whole.indexOf(code, whole.indexOf(MARK) + MARK.length);
    found.push({
      code, reason: reason.trim(), line: { file, ...lineOf(text, hash) },
      place: { file, start: hash, end: hash + whole.trimEnd().length },
      codePlace: { file, start: codeStart, end: code === '' ? hash + whole.trimEnd().length : codeStart + code.length },
    });
  }
  return found;
}

function lineOf(text: string, hash: number): { start: number; end: number } {
  let start = text.lastIndexOf('\n', hash - 1) + 1;
  let end = endOfLine(text, start);
  const blank = (from: number, to: number): boolean => /^[ \t\r]*(?:#|$)/.test(text.slice(from, to));
  while (blank(start, end) && end < text.length) {
    start = end + 1;
    end = endOfLine(text, start);
  }
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
  const used = new Set<Finding>();
  return silences.map((silence): Judged => {
    const { code, reason, line: { file, start, end } } = silence;
    if (code === '') return { silence, outcome: 'no-code' };
    if (!codes.has(code)) return { silence, outcome: 'unknown-code' };
    if (reason === '') return { silence, outcome: 'no-reason' };
    const finding = findings.find((candidate) => !used.has(candidate) && candidate.code === code && candidate.place.file === file && candidate.place.start >= start && candidate.place.start <= end);
    if (!finding) return { silence, outcome: 'unused' };
    if (finding.severity === 'error' && unread.has(code)) return { silence, outcome: 'unread' };
    used.add(finding);
    return { silence, outcome: finding };
  });
}
