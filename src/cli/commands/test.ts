import type { Command } from 'commander';
import type { Day } from '../../base/dates.js';
import { lineStarts, positionAt } from '../../base/span.js';
import { oneLine } from '../../render/symbols.js';
import { testsOf } from '../../service/tests.js';
import { dayOption, EXIT, print, say } from '../context.js';
import { agreementFiles, analyseFile, shownPath } from '../files.js';

/** `entente test`: runs the `expect:` entries and looks for the findings that comments expect (language, section 13). */
export function addTest(program: Command): void {
  program.command('test [paths...]')
    .summary('run the expectations')
    .description('Runs the `expect:` entries of agreement files, and looks for the findings that their comments expect. A folder is searched at any depth; without a path, the current one.')
    .option('--as-of <date>', 'replaces the `as-of` of every file')
    .addHelpText('after', '\nExample:\n  entente test agreements')
    .action(async (paths: string[], options: { asOf?: string }) => {
      const asOf: Day | undefined = dayOption('--as-of', options.asOf);
      let passed = 0;
      let failed = 0;
      for (const file of await agreementFiles(paths.length > 0 ? paths : ['.'])) {
        const analysis = await analyseFile(file, { asOf });
        const { partnership } = analysis;
        const { tests, problem } = testsOf(analysis);
        if (problem !== undefined) {
          say(`${shownPath(partnership.file)}: ${problem} See \`entente check\`.`);
          process.exitCode = EXIT.findings;
        }
        const starts = lineStarts(partnership.files.get(partnership.file)?.text ?? '');
        for (const { kind, label, span, outcome, messages } of tests) {
          const ok = outcome === 'passed';
          if (ok) passed += 1;
          else failed += 1;
          const where = `${shownPath(partnership.file)}${kind === 'finding' ? '' : `:${positionAt(starts, span.start).line + 1}`}`;
          print([`${ok ? 'ok  ' : 'FAIL'} ${where} ${label}`, ...messages].map((line, index) => `${index === 0 ? '' : '     '}${oneLine(line)}\n`).join(''));
        }
      }
      say(passed + failed === 0 ? 'No expectations were found.' : `${passed} passed, ${failed} failed`);
      if (failed > 0) process.exitCode = EXIT.findings;
    });
}
