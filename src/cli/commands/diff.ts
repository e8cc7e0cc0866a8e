import type { Command } from 'commander';
import { formatDay } from '../../base/dates.js';
import { comparisonJson, comparisonText } from '../../render/compare-text.js';
import type { Analysis } from '../../service/analysis.js';
import { compare, type Side } from '../../service/compare.js';
import { assumptionsOf, dayOption, formatOption, print, Unusable } from '../context.js';
import { analyseFile } from '../files.js';
import { collect, warnOfErrors } from './matrix.js';

interface Options {
  readonly format: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly asOf?: string;
  readonly assume: readonly string[];
  readonly with: readonly string[];
}

/** `entente diff`: two files, two days of one file, or two worlds of it (language, section 6). */
export function addDiff(program: Command): void {
  program.command('diff <files...>')
    .summary('compare two files, or two days or worlds of one')
    .description('Compares the matrices of two files on a day and their conflicts on every day, or two days or two worlds of one file.')
    .option('--from <date>', 'with one file: the earlier day')
    .option('--to <date>', 'with one file: the later day')
    .option('--at <date>', 'the day to compare on; the last file\'s `as-of` where absent')
    .option('--as-of <date>', 'replaces the `as-of` of every file')
    .option('--assume <name=value>', 'sets an unknown on both sides', collect, [] as string[])
    .option('--with <name=value>', 'sets an unknown on the second side only', collect, [] as string[])
    .option('--format <format>', 'text, json or markdown', 'text')
    .addHelpText('after', '\nExamples:\n  entente diff before.entente.yaml after.entente.yaml\n  entente diff alliances.entente.yaml --from 2026-03-01 --to 2026-05-01\n  entente diff alliances.entente.yaml --with first-means=among-first')
    .action(async (files: string[], options: Options) => {
      const format = formatOption(options.format, ['text', 'json', 'markdown']);
      const [from, to, at] = [dayOption('--from', options.from), dayOption('--to', options.to), dayOption('--at', options.at)];
      const [a, b] = files;
      const twoFiles = files.length === 2 && from === undefined && to === undefined;
      const twoDays = files.length === 1 && from !== undefined && to !== undefined && at === undefined;
      const twoWorlds = files.length === 1 && from === undefined && to === undefined && options.with.length > 0;
      if (a === undefined || !(twoFiles || twoDays || twoWorlds)) throw new Unusable('Compare two files (`entente diff A B`), two days of one (`entente diff FILE --from DATE --to DATE`), or two worlds of one (`entente diff FILE --with NAME=VALUE`).');
      const asOf = dayOption('--as-of', options.asOf);
      const left = await analyseFile(a, { asOf });
      const right = b === undefined ? left : await analyseFile(b, { asOf });
      const before = sideOf(left, from ?? at ?? right.partnership.asOf, options.assume);
      const after = sideOf(right, to ?? at ?? right.partnership.asOf, [...options.assume, ...options.with]);
      const labels = twoFiles ? { before: a, after: b ?? a } : twoWorlds && !twoDays ? { before: worldLabel(before), after: worldLabel(after) } : { before: formatDay(before.at), after: formatDay(after.at) };
      const comparison = compare(before, after, twoFiles ? 'ever' : 'day');
      print(format === 'json' ? comparisonJson(comparison, before, after, labels) : comparisonText(comparison, after, labels, format === 'markdown'));
      warnOfErrors(left, a);
      if (right !== left && b !== undefined) warnOfErrors(right, b);
    });
}

const sideOf = (analysis: Analysis, at: number, assume: readonly string[]): Side => ({ analysis, at, assume: assumptionsOf(assume, analysis.partnership) });

/** What is assumed, on a day. */
function worldLabel({ at, assume }: Side): string {
  const assumed = Object.entries(assume).map(([name, value]) => `${name}=${String(value)}`);
  return `${formatDay(at)}, ${assumed.length === 0 ? 'nothing assumed' : assumed.join(', ')}`;
}
