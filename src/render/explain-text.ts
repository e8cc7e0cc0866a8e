import type { Explanation, Reason } from '../service/reason.js';
import { oneLine } from './symbols.js';

/** Links to documents are for editors. */
export const inWords = ({ children = [] }: Reason): readonly Reason[] => children.filter(({ kind }) => kind !== 'document');

/** The summary, then each heading with what stands below it, one line for each node. */
export const explanationText = ({ summary, parts }: Explanation): string =>
  [summary, ...parts.flatMap((part) => ['', part.text, ...inWords(part).flatMap((reason) => linesOf(reason, 1))])].map((line) => `${oneLine(line)}\n`).join('');

const linesOf = (reason: Reason, level: number): readonly string[] => [`${'  '.repeat(level)}- ${reason.text}`, ...inWords(reason).flatMap((child) => linesOf(child, level + 1))];

/** A node without what only an editor can use. */
export const reasonJson = (reason: Reason): object => {
  const { kind, text, about, assume } = reason;
  return { kind, text, ...(about === undefined ? {} : { about }), ...(assume ? { assume } : {}), children: inWords(reason).map(reasonJson) };
};
