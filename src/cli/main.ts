import { Command, CommanderError } from 'commander';
import { jsonSchema } from '../service/json-schema.js';
import { addAsk } from './commands/ask.js';
import { addCells } from './commands/cells.js';
import { addCheck } from './commands/check.js';
import { addDiff } from './commands/diff.js';
import { addExplain } from './commands/explain.js';
import { addFormat } from './commands/format.js';
import { addMatrix } from './commands/matrix.js';
import { addMcp } from './commands/mcp.js';
import { addMoney } from './commands/money.js';
import { addNew } from './commands/new.js';
import { addReport } from './commands/report.js';
import { addTest } from './commands/test.js';
import { addTimeline } from './commands/timeline.js';
import { EXIT, print, say, Unusable } from './context.js';
import { VERSION } from './version.js';

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.exitCode = EXIT.unusable;
  say(`entente: The output cannot be written (${error.code ?? error.message}).`);
});

const program = new Command('entente')
  .description('Checks partnership agreements and says what may be served where, on which day, and why.')
  .version(VERSION)
  .showHelpAfterError('Run with --help for usage.')
  .exitOverride()
  .addHelpText('after', '\nExit status: 0 nothing at error level; 1 findings at error level or failed expectations; 2 wrong usage or an unreadable file.\n\nExample:\n  entente check .');

addNew(program);
addCheck(program);
addMatrix(program);
addExplain(program);
addTimeline(program);
addCells(program);
addDiff(program);
addMoney(program);
addReport(program);
addAsk(program);
addTest(program);
addFormat(program);
program.command('schema').summary('print the JSON Schema').description('Prints the JSON Schema of an agreement file.')
  .addHelpText('after', '\nExample:\n  entente schema > entente.schema.json')
  .action(() => print(`${JSON.stringify(jsonSchema(), null, 2)}\n`));
// `lsp` and `mcp` have bundles of their own beside this one; no other command loads them, and the extension does not hold them.
program.command('lsp').summary('speak the Language Server Protocol').description('Speaks the Language Server Protocol on standard input and output, for editors.')
  .allowExcessArguments().allowUnknownOption()
  .addHelpText('after', '\nExample:\n  entente lsp')
  .action(async () => (await import('./lsp.js')).startStdio());
addMcp(program, async (options) => (await import('./mcp.js')).serveMcp(options));
for (const command of program.commands) {
  const name = `entente ${command.name()}`;
  command.exitOverride().showHelpAfterError(`Run \`${name} --help\` for usage.`);
  for (const inner of command.commands) inner.exitOverride().showHelpAfterError(`Run \`${name} ${inner.name()} --help\` for usage.`);
}

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof Unusable) {
      say(`entente: ${error.message}`);
      process.exitCode = EXIT.unusable;
    } else if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
    } else throw error;
  }
}

void main();
