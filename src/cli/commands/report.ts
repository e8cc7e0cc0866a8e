import type { Command } from 'commander';
import { REPORT_FORMATS } from '../../protocol.js';
import { exportReport } from '../../render/report.js';
import { assumptionsOf, dayOption, formatOption, print } from '../context.js';
import { analyseFile } from '../files.js';
import { warnOfErrors, withWorld, type WorldOptions } from './matrix.js';

/** `entente report`: the whole story of a file, for people who decide. */
export function addReport(program: Command): void {
  withWorld(program.command('report <file>')
    .summary('tell the whole story of a file')
    .description('Tells who the parties are, what they agreed, what follows for every product and cloud, what clashes, and what has to be judged.')
    .option('--format <format>', 'markdown or html', 'markdown'))
    .addHelpText('after', '\nExample:\n  entente report alliances.entente.yaml --format html > report.html')
    .action(async (file: string, options: WorldOptions) => {
      const format = formatOption(options.format, REPORT_FORMATS);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      print(exportReport(analysis, format, assumptionsOf(options.assume, analysis.partnership)));
      warnOfErrors(analysis, file);
    });
}
