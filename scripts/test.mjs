// `npm test`: installs what is missing, then runs every stage; `npm test -- --only unit,vscode` chooses. Node: builtins only
// at the top, for a clone on which nothing is installed yet. The last line is `N passed, N failed`.
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkNode, ensureDependencies } from './host/dependencies.mjs';
import { findChromium } from './host/chromium.mjs';
import { installHost } from './host/install.mjs';
import { Problem, root, run, runMain } from './host/run.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name + (process.platform === 'win32' ? '.cmd' : ''));

/** Test files of the compiled tests, found here so that the same command works on every version of Node. */
const unitTests = () => readdirSync(join(root, '.build', 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js')).map((file) => join(root, '.build', 'test', file)).sort();

/** Totals in what a stage printed: Node's test runner, or the tests inside VS Code. */
function totalsIn(output) {
  const of = (pattern) => [...output.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
  const unit = [of(/^(?:#|ℹ) pass (\d+)$/gm), of(/^(?:#|ℹ) (?:fail|cancelled) (\d+)$/gm), of(/^(?:#|ℹ) (?:skipped|todo) (\d+)$/gm)];
  const code = [of(/^VSCODE-TESTS \S+ (\d+) passed/gm), of(/^VSCODE-TESTS \S+ \d+ passed, (\d+) failed/gm), of(/^VSCODE-TESTS .* (\d+) skipped$/gm)];
  return { passed: unit[0] + code[0], failed: unit[1] + code[1], skipped: unit[2] + code[2], any: /^(?:#|ℹ) pass |^VSCODE-TESTS /m.test(output) };
}

const node = (...args) => [process.execPath, args];
const vscode = (...args) => node(join(root, 'scripts', 'host', 'run-vscode-tests.mjs'), ...args);

/** Name, whether the stage counts tests itself, and its commands in order. */
const STAGES = [
  ['typecheck', false, () => [[bin('tsc'), ['-p', '.', '--noEmit']]]],
  ['build', false, () => [node('esbuild.mjs'), node('esbuild.mjs', '--tests')]],
  ['unit', true, () => [node('--import', pathToFileURL(join(root, '.build', 'test', 'support', 'seed.js')).href, '--test', `--test-concurrency=${availableParallelism()}`, '--test-reporter=spec', ...unitTests())]],
  ['vscode', true, () => [vscode(), vscode('--translated'), vscode('--restricted')]],
  ['package', false, () => [[process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', 'package']], node(join(root, 'scripts', 'check-packages.mjs')), node(join(root, 'scripts', 'check-npm.mjs'))]],
  ['vscode-web', true, () => [vscode('--web', '--vsix', join(root, 'dist', 'entente.vsix'))]],
  ['vsix', true, () => [vscode('--vsix', join(root, 'dist', 'entente.vsix'))]],
];

await runMain(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = STAGES.map(([name]) => name);
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Problem(`There is no stage ${unknown}; the stages are ${names.join(', ')}.`, 2);
  checkNode();
  await ensureDependencies();
  // Before the stages, so that a machine that lacks something says so at once.
  const wants = (...stages) => !only || stages.some((name) => only.includes(name));
  if (wants('vscode', 'vscode-web', 'vsix')) await installHost();
  if (wants('unit', 'vscode', 'vscode-web', 'vsix')) process.env.CHROMIUM_PATH = await findChromium();

  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, counts, commands] of STAGES) {
    if (only && !only.includes(name)) continue;
    console.log(`\n— ${name} —`);
    let output = '';
    let code = 0;
    const start = Date.now();
    for (const [command, args] of commands()) {
      const result = await run(command, args, { cwd: root, onOutput: (text) => process.stdout.write(text), shell: process.platform === 'win32' && command.endsWith('.cmd') });
      output += result.output;
      code ||= result.code;
      if (code !== 0) break;
    }
    const found = totalsIn(output);
    totals.passed += found.passed;
    totals.skipped += found.skipped;
    // A stage that fails without saying of what, or that should count tests and counts none, is itself a failure.
    totals.failed += found.failed > 0 ? found.failed : code !== 0 || (counts && !found.any) ? 1 : 0;
    console.log(`— ${name} ${code === 0 ? 'done' : 'failed'} in ${Math.round((Date.now() - start) / 1000)} s —`);
    if (code !== 0 && name === 'build') break;
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`);
  return totals.failed > 0 ? 1 : 0;
});
