import { formatDay } from '../base/dates.js';
import type { Assumptions, Partnership } from '../model/types.js';
import type { QuestionKind } from '../protocol.js';
import { escapeText } from '../service/markdown.js';
import { type Answer, type Line, QUESTION_WORDS } from '../service/questions.js';
import { assumedText, oneLine } from './symbols.js';

/** What an answer rests on. */
export interface AnswerContext { readonly question: QuestionKind; readonly partnership: Partnership; readonly assume: Assumptions }

/** The answer for people: one sentence, then what it rests on as an indented list. */
export function answerText({ summary, lines }: Answer, context: AnswerContext): string {
  const list = (level: readonly Line[], depth: number): readonly string[] => level.flatMap(({ text, children = [] }) => [`${'  '.repeat(depth)}- ${oneLine(text)}`, ...list(children, depth + 1)]);
  return [oneLine(summary), ...(lines.length > 0 ? ['', ...list(lines, 0)] : []), '', basis(context)].join('\n') + '\n';
}

export function answerMarkdown({ summary, lines }: Answer, context: AnswerContext): string {
  const list = (level: readonly Line[], depth: number): readonly string[] => level.flatMap(({ text, children = [] }) => [`${'  '.repeat(depth)}- ${escapeText(text)}`, ...list(children, depth + 1)]);
  const title = context.partnership.title;
  return [
    `## ${QUESTION_WORDS[context.question]}`, '', ...(title === undefined ? [] : [`*${escapeText(title)}*`, '']), `**${escapeText(summary)}**`,
    ...(lines.length > 0 ? ['', ...list(lines, 0)] : []), '', escapeText(basis(context)),
  ].join('\n') + '\n';
}

/** The object that `entente ask --format json` prints. */
export function answerJson({ summary, data, at }: Answer, { question, partnership, assume }: AnswerContext, file: string): string {
  return `${JSON.stringify({ version: 1, question, file, asOf: formatDay(partnership.asOf), ...(at === undefined ? {} : { at: formatDay(at) }), assumed: assume, summary, ...data }, null, 2)}\n`;
}

function basis({ partnership, assume }: AnswerContext): string {
  const given = assumedText(assume);
  return `With what is known as of ${formatDay(partnership.asOf)}${given === '' ? '' : `, assuming ${given}`}.`;
}
