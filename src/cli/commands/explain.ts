import type { Command } from 'commander';
import { formatDay } from '../../base/dates.js';
import { jsonText, oneLine } from '../../render/symbols.js';
import { explain } from '../../service/explain.js';
import type { Reason } from '../../service/reason.js';
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
      const { partnership, matrix } = analysis;
      const product = knownId('product', options.product, partnership.products);
      const cloud = knownId('cloud', options.cloud, partnership.clouds);
      const assume = assumptionsOf(options.assume, partnership);
      const explanation = explain(analysis, { product, cloud, at, assume });
      const day = at ?? partnership.asOf;
      if (format === 'json') {
        const { status, certain, possible, because } = matrix.cell(product, cloud, day, assume);
        print(`${jsonText({
          version: 1, file, at: formatDay(day), asOf: formatDay(partnership.asOf), assumed: assume, product, cloud, status, certain,
          possible: possible.map((one) => ({ status: one.status, when: one.when })), because,
          summary: explanation.summary, parts: explanation.parts.map(jsonOf), flips: matrix.flips(product, cloud, day, assume),
        }, 2)}\n`);
      } else {
        print([explanation.summary, ...explanation.parts.flatMap(({ text, children = [] }) => ['', text, ...linesOf(children, 1)])].map((line) => `${oneLine(line)}\n`).join(''));
      }
      warnOfErrors(analysis, file);
    });
}

/** Links to documents are for editors. */
const inWords = ({ children = [] }: Reason): readonly Reason[] => children.filter(({ kind }) => kind !== 'document');

/** One line for each node, indented by its level. */
const linesOf = (reasons: readonly Reason[], level: number): readonly string[] =>
  reasons.flatMap((reason) => [`${'  '.repeat(level)}- ${reason.text}`, ...linesOf(inWords(reason), level + 1)]);

/** A node without what only an editor can use. */
const jsonOf = (reason: Reason): object => {
  const { kind, text, about, assume } = reason;
  return { kind, text, ...(about === undefined ? {} : { about }), ...(assume ? { assume } : {}), children: inWords(reason).map(jsonOf) };
};
