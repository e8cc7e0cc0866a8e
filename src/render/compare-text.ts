import { formatDay } from '../base/dates.js';
import type { Cell } from '../matrix/types.js';
import { type CellChange, type ComparedConflict, type Comparison, type ConflictDays, conflictTerm, type Side } from '../service/compare.js';
import { cellJson, changeText } from '../service/cell-text.js';
import { escapeText } from '../service/markdown.js';
import { cellName } from '../service/phrases.js';
import { jsonText, oneLine } from './symbols.js';

/** Names of the two sides as they are to be shown. */
export interface Labels { readonly before: string; readonly after: string }

/** Lines of a list in Markdown: the comment on a change takes only so much. */
const MOST = 100;

/** A plan for people: what changes, which conflicts come, go and stay, which clauses do nothing. */
export function comparisonText(comparison: Comparison, after: Side, labels: Labels, markdown: boolean): string {
  const { partnership } = after.analysis;
  const code = (value: string): string => (markdown ? `\`${oneLine(value).replaceAll('`', 'ˋ')}\`` : oneLine(value));
  const name = ({ product, cloud }: CellChange): string => (markdown ? `${code(product)} on ${code(cloud)}` : oneLine(cellName(product, cloud, partnership)));
  const words = (text: string): string => (markdown ? escapeText(text) : oneLine(text));
  const heading = (title: string, count: number): string => (markdown ? `### ${title}: ${count}` : `${title}: ${count}`);
  const list = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [heading(title, 0), ''] : [
    heading(title, lines.length), ...(markdown ? [''] : []), ...(markdown ? lines.slice(0, MOST) : lines).map((line) => `${markdown ? '-' : ' '} ${line}`),
    ...(markdown && lines.length > MOST ? [`- and ${lines.length - MOST} more`] : []), '',
  ]);
  const conflict = (one: ComparedConflict): string => code(conflictText(one));
  return [
    markdown ? `## ${code(labels.before)} → ${code(labels.after)}` : oneLine(`${labels.before} → ${labels.after}`), '',
    ...list('Cells changed', comparison.cells.map((cell) => `${name(cell)}: ${words(changeText(cell.before, cell.after))}`)),
    ...list('Conflicts introduced', comparison.introduced.map(conflict)), ...list('Conflicts resolved', comparison.resolved.map(conflict)), ...list('Conflicts remaining', comparison.remaining.map(conflict)),
    ...list('Clauses without effect', comparison.withoutEffect.map(code)),
  ].join('\n').trimEnd() + '\n';
}

/** `frontier on aws: a/b, c/d; through 2026-04-26, now through 2026-12-31`. */
export function conflictText(conflict: ComparedConflict): string {
  const { product, cloud, clauses } = conflict;
  return `${product} on ${cloud}: ${clauses.join(', ')}; ${conflictTerm(conflict)}`;
}

/** The object that `entente diff --format json` prints. */
export function comparisonJson(comparison: Comparison, before: Side, after: Side, labels: Labels): string {
  const side = ({ at, assume }: Side, label: string) => ({ name: label, at: formatDay(at), assumed: assume });
  const cell = (one: Cell | undefined) => (one ? cellJson(one) : null);
  const day = (value: number): string | null => (Number.isFinite(value) ? formatDay(value) : null);
  const days = (list: readonly ConflictDays[]) => list.map(({ from, to, certain }) => ({ from: day(from), to: day(to), certain }));
  const conflicts = (list: readonly ComparedConflict[]) => list.map(({ product, cloud, clauses, ...both }) => ({ product, cloud, clauses, before: days(both.before), after: days(both.after) }));
  return `${jsonText({
    version: 1, before: side(before, labels.before), after: side(after, labels.after),
    cells: comparison.cells.map((change) => ({ product: change.product, cloud: change.cloud, before: cell(change.before), after: cell(change.after) })),
    conflicts: { introduced: conflicts(comparison.introduced), resolved: conflicts(comparison.resolved), remaining: conflicts(comparison.remaining) },
    withoutEffect: comparison.withoutEffect,
  }, 2)}\n`;
}
