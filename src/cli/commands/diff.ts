import type { Command } from 'commander';
import { type Day, dayOrNull, describeInterval, formatDay } from '../../base/dates.js';
import type { Cell, Clash } from '../../matrix/types.js';
import { visible } from '../../render/symbols.js';
import type { Analysis } from '../../service/analysis.js';
import { dayOption, formatOption, print, Unusable } from '../context.js';
import { analyseFile } from '../files.js';
import { warnOfErrors } from './matrix.js';
import { cellJson, changeText } from './timeline.js';

interface Difference { readonly product: string; readonly cloud: string; readonly from: Cell | undefined; readonly to: Cell | undefined }
interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly cells: readonly Difference[];
  /** Clashes on any day for two files; conflicts of the two days for one file. */
  readonly introduced: readonly string[];
  readonly resolved: readonly string[];
  readonly remaining: readonly string[];
}

/** `entente diff`: two files, or two days of one file (language, section 6). */
export function addDiff(program: Command): void {
  program.command('diff <files...>')
    .summary('compare two files, or two days of one')
    .description('Compares the matrices of two files on a day and their conflicts on every day, or two days of one file.')
    .option('--from <date>', 'with one file: the earlier day')
    .option('--to <date>', 'with one file: the later day')
    .option('--at <date>', 'with two files: the day; the second file\'s `as-of` where absent')
    .option('--as-of <date>', 'replaces the `as-of` of every file')
    .option('--format <format>', 'text, json or markdown', 'text')
    .addHelpText('after', '\nExamples:\n  entente diff before.entente.yaml after.entente.yaml\n  entente diff alliances.entente.yaml --from 2026-03-01 --to 2026-05-01')
    .action(async (files: string[], options: { format: string; from?: string; to?: string; at?: string; asOf?: string }) => {
      const format = formatOption(options.format, ['text', 'json', 'markdown']);
      const from = dayOption('--from', options.from);
      const to = dayOption('--to', options.to);
      const at = dayOption('--at', options.at);
      const [a, b] = files;
      const twoFiles = files.length === 2 && from === undefined && to === undefined;
      const twoDays = files.length === 1 && from !== undefined && to !== undefined && at === undefined;
      if (a === undefined || (!twoFiles && !twoDays)) throw new Unusable('Compare two files (`entente diff A B`), or two days of one (`entente diff FILE --from DATE --to DATE`).');
      const asOf = dayOption('--as-of', options.asOf);
      const left = await analyseFile(a, { asOf });
      const right = b === undefined ? left : await analyseFile(b, { asOf });
      const comparison = from !== undefined && to !== undefined
        ? compare(left, left, from, to, formatDay(from), formatDay(to), 'day')
        : compare(left, right, at ?? right.partnership.asOf, at ?? right.partnership.asOf, a, b ?? a, 'ever');
      print(format === 'json' ? json(comparison, at ?? to ?? right.partnership.asOf) : text(comparison, right, format === 'markdown'));
      warnOfErrors(left, a);
      if (right !== left && b !== undefined) warnOfErrors(right, b);
    });
}

function compare(left: Analysis, right: Analysis, leftDay: Day, rightDay: Day, leftName: string, rightName: string, conflicts: 'day' | 'ever'): Comparison {
  const cells: Difference[] = [];
  const ids = (pick: (analysis: Analysis) => ReadonlyMap<string, unknown>): string[] => [...new Set([...pick(left).keys(), ...pick(right).keys()])];
  const cellOf = ({ partnership, matrix }: Analysis, product: string, cloud: string, day: Day): Cell | undefined =>
    partnership.products.has(product) && partnership.clouds.has(cloud) ? matrix.cell(product, cloud, day) : undefined;
  for (const product of ids(({ partnership }) => partnership.products)) {
    for (const cloud of ids(({ partnership }) => partnership.clouds)) {
      const from = cellOf(left, product, cloud, leftDay);
      const to = cellOf(right, product, cloud, rightDay);
      if (JSON.stringify(from && cellJson(from)) !== JSON.stringify(to && cellJson(to))) cells.push({ product, cloud, from, to });
    }
  }
  const of = (analysis: Analysis, day: Day): Set<string> => new Set(analysis.matrix.clashes()
    .filter((clash) => conflicts === 'ever' || (clash.from <= day && day < clash.to)).map((clash) => describeClash(clash, conflicts === 'ever')));
  const before = of(left, leftDay);
  const after = of(right, rightDay);
  return {
    left: leftName, right: rightName, cells,
    introduced: [...after].filter((clash) => !before.has(clash)), resolved: [...before].filter((clash) => !after.has(clash)), remaining: [...after].filter((clash) => before.has(clash)),
  };
}

const describeClash = ({ product, cloud, clauses, certain, ...days }: Clash, withDays: boolean): string =>
  `${product} on ${cloud}${withDays ? ` ${describeInterval(days)}` : ''}: ${clauses.join(', ')}${certain ? '' : ' (depends)'}`;

const json = ({ left, right, cells, introduced, resolved, remaining }: Comparison, at: Day): string => `${JSON.stringify({
  version: 1, left, right, at: dayOrNull(at),
  cells: cells.map(({ product, cloud, from, to }) => ({ product, cloud, from: from ? cellJson(from) : null, to: to ? cellJson(to) : null })),
  conflicts: { introduced, resolved, remaining },
}, null, 2)}\n`;

function text({ left, right, cells, introduced, resolved, remaining }: Comparison, { partnership }: Analysis, markdown: boolean): string {
  const code = (value: string): string => (markdown ? `\`${visible(value).replaceAll('`', 'ˋ').replaceAll('\n', ' ')}\`` : visible(value));
  const name = ({ product, cloud }: Difference): string => (markdown ? `${code(product)} on ${code(cloud)}` : visible(`${partnership.products.get(product)?.name ?? product} on ${partnership.clouds.get(cloud)?.name ?? cloud}`));
  const heading = (title: string, count: number): string => (markdown ? `### ${title}: ${count}` : `${title}: ${count}`);
  const list = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [heading(title, 0), ''] : [heading(title, lines.length), ...(markdown ? [''] : []), ...lines.map((line) => `${markdown ? '-' : ' '} ${line}`), '']);
  return [
    markdown ? `## ${code(left)} → ${code(right)}` : visible(`${left} → ${right}`), '',
    ...list('Cells changed', cells.map((cell) => `${name(cell)}: ${changeText(cell.from, cell.to)}`)),
    ...list('Conflicts introduced', introduced.map(code)), ...list('Conflicts resolved', resolved.map(code)), ...list('Conflicts remaining', remaining.map(code)),
  ].join('\n').trimEnd() + '\n';
}
