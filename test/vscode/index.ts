// Entry of the tests that run inside VS Code, in the Node extension host and in the web-worker one.
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { report, type Totals } from './reporter';
import { shownBeforeReload } from './reload';
import { hasBridge, keep, kept, print, testKind, type TestKind } from './support';

/** Test files, in the order they run; each is loaded after mocha's globals are there. */
const files: (() => Promise<unknown>)[] = [
  () => import('./smoke.test'),
  () => import('./author.test'),
  () => import('./navigate.test'),
  () => import('./format.test'),
  () => import('./matrix.test'),
  () => import('./compare.test'),
  () => import('./panel.test'),
  () => import('./timeline.test'),
  () => import('./explanation.test'),
  () => import('./conflict-fix.test'),
  () => import('./tests.test'),
  () => import('./take-along.test'),
  () => import('./ask.test'),
  () => import('./new-file.test'),
  () => import('./tasks.test'),
  () => import('./model-tools.test'),
  () => import('./policy.test'),
  () => import('./crash.test'),
  () => import('./reload-before.test'),
];
/** After a reload of the window, which loads this module again. */
const filesAfterReload: typeof files = [() => import('./reload-after.test')];

/** In another display language, where the others would look for English, and in a folder that is not trusted. */
const instead: Partial<Record<TestKind, typeof files>> = { translated: [() => import('./translated.test')], restricted: [() => import('./restricted.test')] };

/** VS Code calls this; it rejects when a test failed. */
export async function run(): Promise<void> {
  // Nothing of mocha's own reporters: their HTML one wants a DOM, their others a terminal.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: class { } as unknown as Mocha.ReporterConstructor });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  const before = await kept();
  for (const load of instead[testKind] ?? (before === undefined ? files : filesAfterReload)) await load();

  const totals = await new Promise<ReturnType<typeof report>>((done) => {
    const runner = mocha.run(() => done(printed));
    const printed = report(runner);
  });
  if (before === undefined && hasBridge() && instead[testKind] === undefined) {
    await keep(JSON.stringify({ totals, shown: shownBeforeReload() }));
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
    await new Promise(() => { /* The window goes away. */ });
  }
  if (before !== undefined) for (const kind of ['passed', 'failed', 'skipped'] as const) totals[kind] += (JSON.parse(before) as { totals: Totals }).totals[kind];
  await print(`VSCODE-TESTS ${testKind} ${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
  if (totals.failed > 0) throw new Error(`${totals.failed} of the tests in VS Code failed`);
}
