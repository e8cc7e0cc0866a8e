import type { Command } from 'commander';
import { cellsCsv, cellsJsonLines } from '../../render/cells-text.js';
import { assumptionsOf, dayOption, formatOption, print } from '../context.js';
import { analyseFile } from '../files.js';
import { warnOfErrors, withWorld, type WorldOptions } from './matrix.js';

/** `entente cells`: every cell by interval, for notebooks and spreadsheets. */
export function addCells(program: Command): void {
  withWorld(program.command('cells <file>')
    .summary('print every cell by interval, for notebooks and spreadsheets')
    .description('Prints every product on every cloud from the first day to the last, one line for each run of days on which nothing changes.')
    .option('--format <format>', 'jsonl or csv', 'jsonl'))
    .addHelpText('after', '\nExample:\n  entente cells alliances.entente.yaml --format csv > cells.csv')
    .action(async (file: string, options: WorldOptions) => {
      const format = formatOption(options.format, ['jsonl', 'csv']);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      const assume = assumptionsOf(options.assume, analysis.partnership);
      for (const line of format === 'csv' ? cellsCsv(analysis, file, assume) : cellsJsonLines(analysis, file, assume)) print(line);
      warnOfErrors(analysis, file);
    });
}
