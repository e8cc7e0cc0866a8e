import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { applyEdits } from '../../base/edits.js';
import { count } from '../../base/words.js';
import { oneLine } from '../../render/symbols.js';
import { formatEdits, isFormattable, type KeyOrder } from '../../service/format.js';
import { EXIT, print, say, Unusable } from '../context.js';
import { agreementFiles, reasonOf } from '../files.js';

/** `entente format`: puts files in order, or says which are not. */
export function addFormat(program: Command): void {
  program.command('format [paths...]')
    .summary('put files in order')
    .description('Puts the white space of agreement files in order, and their keys where asked. A folder is searched at any depth; without a path, the current one. A file that cannot be read as YAML is left as it is.')
    .option('--check', 'write nothing; exit with 1 if a file would change')
    .option('--key-order <order>', 'keep, or canonical: keys in the order of the reference', 'keep')
    .addHelpText('after', '\nExample:\n  entente format agreements --check')
    .action(async (paths: string[], { check, keyOrder }: { check?: true; keyOrder: string }) => {
      const order = orderOption(keyOrder);
      const files = await agreementFiles(paths.length > 0 ? paths : ['.']);
      let changed = 0;
      let unreadable = 0;
      for (const file of files) {
        const text = await textOf(file).catch((error: unknown) => {
          say(`entente: ${reasonOf(file, error)}`); // the other files are still put in order
          unreadable += 1;
          return undefined;
        });
        if (text === undefined) continue;
        if (!isFormattable(text)) {
          say(`\`${file}\` cannot be read as YAML, so it is left as it is. See \`entente check\`.`);
          process.exitCode = EXIT.findings;
          continue;
        }
        const edits = formatEdits(text, order);
        if (edits.length === 0) continue;
        if (!check) await writeFile(file, applyEdits(text, edits)).catch((error: unknown) => { throw new Unusable(`\`${file}\` cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`); });
        changed += 1;
        print(`${oneLine(file)}\n`);
      }
      say(files.length === 0 ? 'No agreement files (*.entente.yaml) were found.' : `${count(files.length, 'file')}, ${changed} ${check ? 'to be put in order' : 'put in order'}.`);
      if (unreadable > 0) process.exitCode = EXIT.unusable;
      else if (check && changed > 0) process.exitCode = EXIT.findings;
    });
}

function orderOption(order: string): KeyOrder {
  if (order === 'keep' || order === 'canonical') return order;
  throw new Unusable(`--key-order takes keep or canonical; \`${order}\` is neither.`);
}

/** The text with its byte order mark, if it has one. */
const textOf = async (file: string): Promise<string> => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
