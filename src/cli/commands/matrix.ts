import type { Command } from 'commander';
import { count } from '../../base/words.js';
import { EXPORT_FORMATS } from '../../protocol.js';
import { exportMatrix } from '../../render/export.js';
import { type Analysis, unreadErrors } from '../../service/analysis.js';
import { assumptionsOf, dayOption, EXIT, formatOption, knownId, print, say } from '../context.js';
import { analyseFile } from '../files.js';

/** Gathers an option that may be given many times. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** Options that every command about cells takes. */
export const withWorld = (command: Command): Command => command
  .option('--as-of <date>', 'replaces the file\'s `as-of`')
  .option('--assume <name=value>', 'sets an unknown: event=occurred|never, fact=true|false, fact:product=true|false, reading=choice', collect, [] as string[]);

export interface WorldOptions { readonly format: string; readonly at?: string; readonly asOf?: string; readonly assume: readonly string[] }

/** Says where the answer lacks something that could not be read, and remembers errors in the exit status. */
export function warnOfErrors(analysis: Analysis, file: string): void {
  const { own, imported } = unreadErrors(analysis);
  if (imported > 0) say(`${count(imported, 'error')} in what ${file} imports: see \`entente check\`. What could not be read is left out here.`);
  if (own > 0) say(`${count(own, 'error')} in ${file}: see \`entente check\`. What could not be read is left out here.`);
  if (imported > 0 || analysis.findings.some(({ severity }) => severity === 'error')) process.exitCode = EXIT.findings;
}

/** `entente matrix`: every product on every cloud on one day (language, section 6). */
export function addMatrix(program: Command): void {
  withWorld(program.command('matrix <file>')
    .summary('print the availability matrix of a day')
    .description('Prints every product on every cloud on one day, under every reading that is open.')
    .option('--at <date>', 'the day; the file\'s `as-of` where absent')
    .option('--product <id>', 'only the row of this product')
    .option('--cloud <id>', 'only the column of this cloud')
    .option('--format <format>', 'table, json, markdown, csv, svg or html', 'table'))
    .addHelpText('after', '\nExample:\n  entente matrix alliances.entente.yaml --at 2026-05-01 --assume first-means=among-first')
    .action(async (file: string, options: WorldOptions & { readonly product?: string; readonly cloud?: string }) => {
      const format = formatOption(options.format, EXPORT_FORMATS);
      const at = dayOption('--at', options.at);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      const { products, clouds } = analysis.partnership;
      const scope = {
        product: options.product === undefined ? undefined : knownId('product', options.product, products),
        cloud: options.cloud === undefined ? undefined : knownId('cloud', options.cloud, clouds),
      };
      print(exportMatrix(analysis, format, file, { at, assume: assumptionsOf(options.assume, analysis.partnership), ...scope }));
      warnOfErrors(analysis, file);
    });
}
