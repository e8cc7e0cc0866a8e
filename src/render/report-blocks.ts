import type { CommitmentView, StatusName } from '../protocol.js';
import type { Judged, Report } from '../service/report.js';
import { partWords, totalWords } from './money-text.js';

/** A part of a report, as any rendering lays it out. Plain text throughout. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly TableCell[])[] };
export interface Item { readonly text: string; readonly code?: string; readonly items?: readonly string[] }
export interface TableCell { readonly text: string; readonly status?: StatusName; readonly isMarked?: boolean }

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
const text = (words: string): Block => ({ kind: 'text', text: words });
const list = (items: readonly Item[], none: string): Block => (items.length === 0 ? text(none) : { kind: 'list', items });
const plain = (words: string): TableCell => ({ text: words });

/** The report in the order in which it is read. */
export function reportBlocks(report: Report): readonly Block[] {
  const { money } = report;
  return [
    ...report.summary.map(text),
    heading('Conflicts'), list(report.conflicts.map(judged), 'None.'),
    heading('Judgments needed'), list(report.judgments.map(judged), 'None.'),
    heading('Matrix by period'),
    ...(report.periods === undefined ? [text('There are too many cells and days to print; `entente cells` lists them all.')] : report.periods.flatMap(({ days, cells }): Block[] => [
      heading(days, 3),
      { kind: 'table', head: ['', ...report.clouds], rows: report.products.map((name, line) => [plain(name), ...cells.slice(line * report.clouds.length, (line + 1) * report.clouds.length)]) },
    ])),
    ...(report.periods?.some(({ cells }) => cells.some(({ isMarked }) => isMarked)) ? [text('† rests on text that is in doubt, or is touched by text that no clause carries.')] : []),
    heading('Timeline'),
    list([
      ...report.changes.map(({ day, lines }): Item => ({ text: day, items: lines })),
      ...report.undated.map(({ event, bounds, changes }): Item => ({ text: `The day on which “${event}” occurs (${bounds})`, items: changes })),
    ], 'No cell ever changes.'),
    heading('Terms'),
    ...report.agreements.flatMap(({ name, says, clauses }): Block[] => [heading(name, 3), text(says), ...(clauses.length === 0 ? [] : [list(clauses.map(({ id, lines: [first = '', ...rest] }) => ({ code: id, text: first, items: rest })), '')])]),
    heading('Parties'),
    { kind: 'table', head: ['Party', 'Operates', 'Owns'], rows: report.parties.map(({ name, clouds, products }) => [plain(name), plain(clouds.join(', ')), plain(products.join(', '))]) },
    heading('Money and terms'),
    ...(money.totals.length === 0 ? [] : [list(money.totals.map((total) => ({ text: `${total.kind === null ? `All in ${total.currency}` : `Of which ${total.kind}`}: ${totalWords(total)}` })), '')]),
    list(money.commitments.map((one) => ({ code: one.id, text: one.says, items: commitmentLines(one) })), 'No investment, purchase, licence or revenue share is written down.'),
    heading('Sources'),
    ...(report.sources.length === 0 ? [text('No source is given.')] : [{ kind: 'table' as const, head: ['Of', 'Source', 'In the document'], rows: report.sources.map(({ of, words, found }) => [of, words, found].map(plain)) }]),
    heading('What this rests on'), list(report.assumptions.map((words) => ({ text: words })), ''),
  ];
}

const judged = ({ text: words, lines }: Judged): Item => ({ text: words, items: lines });

const commitmentLines = (one: CommitmentView): readonly string[] => [
  `${one.term}: ${one.standing}.${one.why === '' ? '' : ` ${one.why}`}`, ...one.parts.map((part) => `${part.state}: ${partWords(part)}`), ...(one.left === null ? [] : [`In no total: ${one.left}`]),
];
