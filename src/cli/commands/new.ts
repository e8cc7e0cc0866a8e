import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CLAUSE_TYPES } from '../../clauses/registry.js';
import { newFile } from '../../service/new-file.js';
import { oneLine } from '../../render/symbols.js';
import { dayOption, print, today, Unusable } from '../context.js';
import { collect } from './matrix.js';

interface Options {
  readonly party: readonly string[];
  readonly cloud: readonly string[];
  readonly product: readonly string[];
  readonly type: string;
  readonly title?: string;
  readonly asOf?: string;
}

/** `entente new`: a small valid file to start from. It never overwrites. */
export function addNew(program: Command): void {
  program.command('new <file>')
    .summary('write a small valid file to start from')
    .description('Writes a small valid file from the names given. The first party owns the products and makes the promise, the second holds it and operates the first cloud. A file that is there already is left alone.')
    .option('--party <name>', 'a party; at least two', collect, [] as string[])
    .option('--cloud <name>', 'a cloud; at least one', collect, [] as string[])
    .option('--product <name>', 'a product; at least one', collect, [] as string[])
    .option('--type <type>', `what the agreement is about: ${CLAUSE_TYPES.map(({ name }) => name).join(', ')}`, 'exclusivity')
    .option('--title <text>', 'what the file is about')
    .option('--as-of <date>', 'the day on which knowledge ends, and on which the agreement is signed; today where absent')
    .addHelpText('after', '\nExample:\n  entente new hosting.entente.yaml --party "Quarry Software" --party "Harbor Hosting" --cloud "Harbor North" --cloud "Summit One" --product Ledger --type exclusivity')
    .action(async (file: string, { party, cloud, product, type, title, asOf }: Options) => {
      if (!/\.entente\.ya?ml$/.test(file)) throw new Unusable(`The name of an agreement file ends in .entente.yaml; \`${file}\` does not.`);
      const made = newFile({ parties: party, clouds: cloud, products: product, type, title, day: dayOption('--as-of', asOf) ?? today() });
      if (made.kind === 'impossible') throw new Unusable(`${made.message} \`entente new --help\` has an example.`);
      await writeFile(file, made.text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') throw new Unusable(`\`${file}\` is there already; nothing was written.`);
        if (error.code === 'ENOENT') throw new Unusable(`There is no folder for \`${file}\`.`);
        throw new Unusable(`\`${file}\` cannot be written (${error.code ?? String(error)}).`);
      });
      print(`${oneLine(file)}\n`);
    });
}
