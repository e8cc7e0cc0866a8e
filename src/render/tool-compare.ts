import { formatDay } from '../base/dates.js';
import { count } from '../base/words.js';
import { assumptionProblems } from '../matrix/assumptions.js';
import type { Cell } from '../matrix/types.js';
import type { ToolAnswer } from '../protocol-tools.js';
import { effective } from '../service/assume.js';
import { compare, type ComparedConflict, conflictDays, type Side } from '../service/compare.js';
import { readAssumptions, type ToolInput, ToolProblem } from '../service/tool-input.js';
import { changeText } from '../service/cell-text.js';
import { conflictText } from './compare-text.js';
import { assumedList, errorsOf, plain, type Room, type ToolFile } from './tool-room.js';

/** Two files, two days or two worlds, as `entente diff` compares them. */
export function compareAnswer(input: ToolInput, older: ToolFile, newer: ToolFile, room: Room): ToolAnswer {
  if (['before_file', 'before_day'].every((key) => input.text(key) === undefined) && input.texts('before_assumptions') === undefined) {
    throw new ToolProblem('Say what to compare with: `before_file`, `before_day` or `before_assumptions`. An empty list of `before_assumptions` stands for none.');
  }
  const sameText = older.analysis === newer.analysis;
  const at = input.day('day') ?? newer.analysis.partnership.asOf;
  const after: Side = sideOf(newer, at, 'assumptions', input.texts('assumptions') ?? []);
  const given = input.texts('before_assumptions');
  const before: Side = given ? sideOf(older, input.day('before_day') ?? at, 'before_assumptions', given)
    : { analysis: older.analysis, at: input.day('before_day') ?? at, assume: possibleIn(older, after) };
  const { cells, introduced, resolved, remaining, withoutEffect } = compare(before, after, sameText ? 'day' : 'ever');
  const errors = errorsOf(newer.analysis).errors + (sameText ? 0 : errorsOf(older.analysis).errors);
  const conflicts = (list: readonly ComparedConflict[], title: string) => room.take(
    list.map((one) => ({ data: conflictData(one), words: conflictText(one) })), 0.15, (missing) => `${missing} conflicts ${title} are left out.`);
  const lists = { introduced: conflicts(introduced, 'introduced'), resolved: conflicts(resolved, 'resolved'), remaining: conflicts(remaining, 'remaining') };
  const changed = room.take(cells.map(({ product, cloud, before: one, after: other }) => ({
    data: { product, cloud, before: cellSide(one), after: cellSide(other) }, words: `${product} on ${cloud}: ${changeText(one, other)}`,
  })), 0.4, (missing) => `${missing} cells that change are left out. Ask with get_entente_availability for one \`product\` or \`cloud\` on each side.`);
  const idle = room.take(withoutEffect, 0.1, (missing) => `${missing} clauses without effect are left out.`);
  const side = ({ assume, at: day }: Side, { name }: ToolFile) => ({ file: plain(name), at: formatDay(day), assumed: assumedList(assume).map(plain) });
  const sides = { before: side(before, older), after: side(after, newer) };
  const sideWords = ({ file, at: day, assumed }: typeof sides.before): string => `${file} on ${day}${assumed.length === 0 ? '' : `, assuming ${assumed.join(', ')}`}`;
  const section = (title: string, total: number, lines: readonly string[]): readonly string[] => [`${title}: ${total}`, ...lines.map((line) => `  ${line}`)];
  const words = (list: readonly { readonly words: string }[]): readonly string[] => list.map((one) => one.words);
  return room.answer([`${sideWords(sides.before)} → ${sideWords(sides.after)}`, ...(errors === 0 ? [] : [`${count(errors, 'error')} in text that could not be read: what it says is left out here.`])], [
    ...section('Conflicts introduced', introduced.length, words(lists.introduced)), ...section('Conflicts resolved', resolved.length, words(lists.resolved)),
    ...section('Conflicts remaining', remaining.length, words(lists.remaining)), ...section('Cells changed', cells.length, words(changed)),
    ...section('Clauses without effect', withoutEffect.length, idle),
  ], {
    ...sides,
    counts: { cells: cells.length, introduced: introduced.length, resolved: resolved.length, remaining: remaining.length, without_effect: withoutEffect.length },
    introduced: lists.introduced.map(({ data }) => data), resolved: lists.resolved.map(({ data }) => data), remaining: lists.remaining.map(({ data }) => data),
    cells: changed.map(({ data }) => data), without_effect: idle, errors,
  });
}

const sideOf = ({ analysis }: ToolFile, at: number, key: string, assumptions: readonly string[]): Side =>
  ({ analysis, at, assume: effective(readAssumptions(key, assumptions, analysis.partnership), analysis.partnership) });

/** The assumptions of the second side that can be made on the first, too. */
function possibleIn({ analysis: { partnership } }: ToolFile, { assume }: Side): Side['assume'] {
  const wrong = new Set(assumptionProblems(partnership, assume).map(({ name }) => name));
  return Object.fromEntries(Object.entries(assume).filter(([name]) => !wrong.has(name)));
}

const conflictData = ({ product, cloud, clauses, before, after }: ComparedConflict) => ({ product, cloud, clauses, before: conflictDays(before), after: conflictDays(after) });
const cellSide = (cell: Cell | undefined) => ({ there: cell !== undefined, statuses: cell ? cell.possible.length > 0 ? cell.possible.map(({ status }) => status) : [cell.status] : [], because: cell?.because ?? [] });
