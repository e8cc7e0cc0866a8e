import type { Command } from 'commander';
import { count } from '../../base/words.js';
import { matrixHtml, matrixSvg } from '../../render/matrix-pictures.js';
import { matrixCsv, matrixJson, matrixMarkdown, matrixTable } from '../../render/matrix-text.js';
import { type Analysis, unreadErrors } from '../../service/analysis.js';
import { matrixView } from '../../service/matrix-view.js';
import { assumptionsOf, dayOption, EXIT, formatOption, print, say } from '../context.js';
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
    .option('--format <format>', 'table, json, markdown, csv, svg or html', 'table'))
    .addHelpText('after', '\nExample:\n  entente matrix alliances.entente.yaml --at 2026-05-01 --assume first-means=among-first')
    .action(async (file: string, options: WorldOptions) => {
      const format = formatOption(options.format, ['table', 'json', 'markdown', 'csv', 'svg', 'html']);
      const at = dayOption('--at', options.at);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      const view = matrixView(analysis, { at, assume: assumptionsOf(options.assume, analysis.partnership) });
      const render = { table: matrixTable, markdown: matrixMarkdown, csv: matrixCsv, svg: matrixSvg, html: matrixHtml, json: () => matrixJson(view, file) };
      print(render[format](view));
      warnOfErrors(analysis, file);
    });
}
