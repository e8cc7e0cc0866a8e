import type { Command } from 'commander';
import { formatDay, type Day } from '../../base/dates.js';
import { count } from '../../base/words.js';
import { lineStarts, positionAt } from '../../base/span.js';
import { visible } from '../../render/symbols.js';
import { checkAssumptions } from '../../matrix/assumptions.js';
import { runExpectation } from '../../rules/expectation.js';
import { within } from '../../rules/rule.js';
import { dayOption, EXIT, print, say } from '../context.js';
import { agreementFiles, analyseFile, shownPath } from '../files.js';

/** `entente test`: runs the `expect:` entries (language, sections 1 and 6). */
export function addTest(program: Command): void {
  program.command('test [paths...]')
    .summary('run the `expect:` entries')
    .description('Runs the `expect:` entries of agreement files. A folder is searched at any depth; without a path, the current one.')
    .option('--as-of <date>', 'replaces the `as-of` of every file')
    .addHelpText('after', '\nExample:\n  entente test agreements')
    .action(async (paths: string[], options: { asOf?: string }) => {
      const asOf: Day | undefined = dayOption('--as-of', options.asOf);
      let passed = 0;
      let failed = 0;
      for (const file of await agreementFiles(paths.length > 0 ? paths : ['.'])) {
        const { partnership, matrix, findings } = await analyseFile(file, { asOf });
        const unread = new Set(partnership.problems.map(({ code }) => code));
        const errors = findings.filter(({ code, severity }) => severity === 'error' && unread.has(code)).length;
        if (errors > 0) {
          say(`${count(errors, 'error')} in ${shownPath(partnership.file)}: expectations may be missing; see \`entente check\`.`);
          process.exitCode = EXIT.findings;
        }
        const starts = lineStarts(partnership.files.get(partnership.file)?.text ?? '');
        for (const expectation of partnership.expectations) {
          // What cannot be read in an entry is not tested, so the entry cannot pass.
          const unreadable = partnership.problems.filter(({ place }) => within(place, expectation.place)).map(({ message }) => message);
          const wrong = [...unreadable, ...checkAssumptions(partnership, expectation.assume)];
          const { pass, differences } = runExpectation(expectation, matrix);
          const where = `${shownPath(partnership.file)}:${positionAt(starts, expectation.place.start).line + 1}`;
          const what = `${expectation.product ?? '?'} on ${expectation.cloud ?? '?'}${expectation.at === undefined ? '' : `, ${formatDay(expectation.at)}`}`;
          const ok = pass && wrong.length === 0;
          if (ok) passed += 1;
          else failed += 1;
          print(visible(`${ok ? 'ok  ' : 'FAIL'} ${where} ${what}${[...wrong, ...differences].map((line) => `\n     ${line}`).join('')}`) + '\n');
        }
      }
      say(passed + failed === 0 ? 'No `expect:` entries were found.' : `${passed} passed, ${failed} failed`);
      if (failed > 0) process.exitCode = EXIT.findings;
    });
}
