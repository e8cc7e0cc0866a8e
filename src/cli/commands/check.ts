import type { Command } from 'commander';
import { count } from '../../base/words.js';
import { findingsGithub, findingsJson, findingsSarif, findingsText, placed, type PlacedFinding } from '../../render/findings.js';
import { inAnyOf } from '../../protocol-words.js';
import { RULES } from '../../rules/registry.js';
import { type Coverage, coverageJson, coverageOf, coverageText } from '../../service/coverage.js';
import { dayOption, EXIT, formatOption, print, say, Unusable, useColour, withProgress } from '../context.js';
import { agreementFiles, analyseFile, shownPath } from '../files.js';
import { VERSION } from '../version.js';

/** `entente check`: findings of every file (language, sections 5 and 6). */
export function addCheck(program: Command): void {
  program.command('check [paths...]')
    .summary('report findings')
    .description('Reports findings of agreement files. A folder is searched at any depth; without a path, the current one.')
    .option('--format <format>', 'text, json, sarif or github', 'text')
    .option('--as-of <date>', 'replaces the `as-of` of every file')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings')
    .addHelpText('after', '\nExample:\n  entente check agreements --format github --max-warnings 0')
    .action(async (paths: string[], options: { format: string; asOf?: string; maxWarnings?: string }) => {
      const format = formatOption(options.format, ['text', 'json', 'sarif', 'github']);
      const limit = options.maxWarnings === undefined ? Infinity : Number(options.maxWarnings);
      if (!(limit >= 0) || (options.maxWarnings !== undefined && !/^\d+$/.test(options.maxWarnings))) throw new Unusable(`--max-warnings takes a whole number; \`${options.maxWarnings ?? ''}\` is none.`);
      const asOf = dayOption('--as-of', options.asOf);
      const files = await agreementFiles(paths.length > 0 ? paths : ['.']);
      const findings: PlacedFinding[] = [];
      const unreadable: string[] = [];
      let silent = 0;
      const covered: { readonly file: string; readonly coverage: Coverage }[] = [];
      for (const file of withProgress(files)) {
        const analysis = await analyseFile(file, { asOf }).catch((error: unknown) => {
          // The other files are still checked.
          if (!(error instanceof Unusable)) throw error;
          unreadable.push(error.message);
          return undefined;
        });
        if (!analysis) continue;
        const { findings: found, silenced, partnership } = analysis;
        silent += silenced.length;
        covered.push({ file: shownPath(partnership.file), coverage: coverageOf(analysis) });
        findings.push(...placed(found, (uri) => partnership.files.get(uri)?.text ?? '', shownPath));
      }
      for (const message of unreadable) say(`entente: ${message}`);
      switch (format) {
        case 'text': print(findingsText(findings, useColour())); break;
        case 'json': print(findingsJson(findings, covered.map(({ file, coverage }) => ({ file, ...coverageJson(coverage) })))); break;
        case 'sarif': print(findingsSarif(findings, RULES, VERSION)); break;
        case 'github': print(findingsGithub(findings)); break;
      }
      const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
      if (format === 'text') say(files.length === 0 ? 'No agreement files (*.entente.yaml) were found.' : `${count(files.length, 'file')}: ${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}, ${of('information')} for information, ${count(of('hint'), 'hint')}${silent > 0 ? `, ${silent} silenced` : ''}.${coveredText(covered.map(({ coverage }) => coverage))}`);
      if (unreadable.length > 0) process.exitCode = EXIT.unusable;
      else if (of('error') > 0) process.exitCode = EXIT.findings;
      else if (of('warning') > limit) {
        say(`${count(of('warning'), 'warning')}; at most ${limit} are allowed.`);
        process.exitCode = EXIT.findings;
      }
    });
}

/** How far it can be said that there is no conflict: of one file in full, of several as a sum. */
function coveredText(covered: readonly Coverage[]): string {
  const [first, second] = covered;
  if (!first) return '';
  if (!second) return ` ${coverageText(first)}`;
  const clean = covered.filter(({ conflicts, undecided, unread }) => conflicts + undecided + unread === 0);
  if (clean.length === 0) return ' None of them is free of conflict.';
  return ` No conflict on any day in ${clean.length} of them, ${inAnyOf(clean.reduce((sum, { worlds }) => sum + worlds, 0n))}.`;
}
