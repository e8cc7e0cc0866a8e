import type { Command } from 'commander';
import { explanationObject, explanationText } from '../../render/explain-text.js';
import { jsonText } from '../../render/symbols.js';
import { explain } from '../../service/explain.js';
import { assumptionsOf, dayOption, formatOption, knownId, print } from '../context.js';
import { analyseFile } from '../files.js';
import { warnOfErrors, withWorld, type WorldOptions } from './matrix.js';

/** `entente explain`: why one cell is what it is, why not otherwise, and what flips it (language, sections 3 and 6). */
export function addExplain(program: Command): void {
  withWorld(program.command('explain <file>')
    .summary('say why a cell is what it is')
    .description('Says why a product may or may not be served on a cloud on a day, and what would change that.')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--cloud <id>', 'the cloud')
    .option('--at <date>', 'the day; the file\'s `as-of` where absent')
    .option('--format <format>', 'text or json', 'text'))
    .addHelpText('after', '\nExample:\n  entente explain alliances.entente.yaml --product frontier --cloud azure --at 2026-05-01')
    .action(async (file: string, options: WorldOptions & { product: string; cloud: string }) => {
      const format = formatOption(options.format, ['text', 'json']);
      const at = dayOption('--at', options.at);
      const analysis = await analyseFile(file, { asOf: dayOption('--as-of', options.asOf) });
      const { partnership } = analysis;
      const product = knownId('product', options.product, partnership.products);
      const cloud = knownId('cloud', options.cloud, partnership.clouds);
      const asked = { product, cloud, at, assume: assumptionsOf(options.assume, partnership) };
      print(format === 'json' ? `${jsonText({ version: 1, file, ...explanationObject(analysis, asked) }, 2)}\n` : explanationText(explain(analysis, asked)));
      warnOfErrors(analysis, file);
    });
}
