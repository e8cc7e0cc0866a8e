import type { Command } from 'commander';
import { MONEY_FORMATS } from '../../protocol.js';
import { moneyAs } from '../../render/money-text.js';
import { commitmentsView } from '../../service/commitments.js';
import { assumptionsOf, dayOption, formatOption, print } from '../context.js';
import { analyseFile } from '../files.js';
import { warnOfErrors, withWorld, type WorldOptions } from './matrix.js';

/** `entente money`: investments, purchases, licences and revenue shares, with exact totals. */
export function addMoney(program: Command): void {
  withWorld(program.command('money <file>')
    .summary('list what is invested, bought, licensed and shared')
    .description('Lists investments, purchases, licences and revenue shares as they stand on one day, with exact totals for each currency.')
    .option('--at <date>', 'the day; the file\'s `as-of` where absent')
    .option('--format <format>', 'text, json, csv or markdown', 'text'))
    .addHelpText('after', '\nExample:\n  entente money alliances.entente.yaml --at 2026-05-01')
    .action(async (file: string, options: WorldOptions) => {
      const format = formatOption(options.format, MONEY_FORMATS);
      const at = dayOption('--at', options.at);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      const view = commitmentsView(analysis, { at, assume: assumptionsOf(options.assume, analysis.partnership) });
      print(moneyAs(format, view, file));
      warnOfErrors(analysis, file);
    });
}
