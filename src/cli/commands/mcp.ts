import { realpath, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { dayOption, Unusable } from '../context.js';
import type { McpOptions } from '../mcp.js';

/** `entente mcp`: the tools of the editor for any assistant. `serve` loads what serves them. */
export function addMcp(program: Command, serve: (options: McpOptions) => Promise<void>): void {
  program.command('mcp [folder]')
    .summary('speak the Model Context Protocol')
    .description('Speaks the Model Context Protocol on standard input and output, for assistants. It reads the agreements of one folder and changes nothing; without a folder, of the current one.')
    .option('--as-of <date>', 'replaces the `as-of` of every file')
    .addHelpText('after', '\nExample:\n  entente mcp agreements')
    .action(async (folder: string | undefined, options: { asOf?: string }) => {
      const asOf = dayOption('--as-of', options.asOf);
      const given = folder ?? '.';
      const kind = await stat(given).catch(() => undefined);
      if (!kind?.isDirectory()) throw new Unusable(`There is no folder \`${given}\`.`);
      await serve({ folder: await realpath(given), asOf });
    });
}
