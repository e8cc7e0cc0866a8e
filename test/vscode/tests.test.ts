import { assert } from './assert';
import * as vscode from 'vscode';
import { closeEditors, ententeExtension, exampleUri, needsBridge, openText, page, testKind, waitFor, webview } from './support';

const HEAD = 'entente: 1\nproducts: { tool: { name: Tool } }\nclouds: { one: { name: Cloud one } }\n';
const ONE_OF_TWO = `${HEAD}expect:
  - { at: 2026-01-01, product: tool, cloud: one, status: unspecified }
  - { at: 2026-02-01, product: tool, cloud: one, status: barred }
`;

describe('the Test Explorer', () => {
  let controller: vscode.TestController;
  let profile: vscode.TestRunProfile;
  /** A file of its own for each test: VS Code may keep the text of one that was closed for a while. */
  let name: string;
  let count = 0;
  before(async () => {
    const extension = await ententeExtension();
    ({ tests: controller, run: profile } = extension.exports as { tests: vscode.TestController; run: vscode.TestRunProfile });
  });
  beforeEach(() => {
    count += 1;
    name = `tested-${count}.entente.yaml`;
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(exampleUri(name)).then(undefined, () => undefined); // not every test writes it
  });

  const itemOf = (file: string): vscode.TestItem | undefined => controller.items.get(exampleUri(file).toString());
  const children = (item: vscode.TestItem | undefined): vscode.TestItem[] => [...(item?.children ?? [])].map(([, child]) => child);
  /** The tests of a file, as soon as there are some that satisfy `wanted`. */
  const testsOf = (file: string, wanted: (tests: vscode.TestItem[]) => boolean = (tests) => tests.length > 0): Promise<vscode.TestItem[]> =>
    waitFor(() => (wanted(children(itemOf(file))) ? children(itemOf(file)) : undefined), { what: `the tests of ${file}` });

  it('has the expectations of an open file at once, and they follow the text', async () => {
    const editor = await openText(name, ONE_OF_TWO);
    const [first, second] = await testsOf(name);
    assert.equal(first?.label, '2026-01-01 · tool on one: unspecified');
    assert.equal(editor.document.getText(second!.range), '{ at: 2026-02-01, product: tool, cloud: one, status: barred }');
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '  - { at: 2026-03-01, product: tool, cloud: one, certain: true }\n'));
    const tests = await testsOf(name, (list) => list.length === 3);
    assert.deepEqual(tests.map(({ label }) => label.slice(13)).sort(), ['tool on one: barred', 'tool on one: certain', 'tool on one: unspecified']);
  });

  it('finds the files of the workspace, and the findings that they expect', async () => {
    await controller.refreshHandler!(new vscode.CancellationTokenSource().token);
    const broken = itemOf('broken/conflict.entente.yaml');
    assert.equal(broken?.label, 'broken/conflict.entente.yaml');
    assert.ok(broken?.canResolveChildren);
    await controller.resolveHandler!(broken);
    const [group] = children(broken);
    assert.equal(group?.label, 'expected findings');
    assert.ok(children(group).some(({ label }) => label === 'line 24: conflict'), children(group).map(({ label }) => label).join(', '));
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const gone = controller.createTestItem(exampleUri('gone.entente.yaml').toString(), 'gone.entente.yaml', exampleUri('gone.entente.yaml'));
    await controller.resolveHandler!(gone);
    assert.match(String(gone.error), /cannot be read/);
  });

  it('runs the expectations of a file: one passes, one fails with what is and what should be', async function () {
    needsBridge(this);
    await page.resize(1600, 900);
    const { document } = await openText(name, ONE_OF_TWO);
    const [first] = await testsOf(name);
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    const lens = await waitFor(async () => (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10))
      .find(({ command }) => command?.title === 'Run 2 expectations (1 of 2 hold)'), { what: 'the lens that runs the expectations' });
    assert.equal(lens.range.start.line, 3);
    await vscode.commands.executeCommand(lens.command!.command, ...lens.command!.arguments!);
    await vscode.commands.executeCommand('vscode.revealTestInExplorer', first);
    const shown = await waitFor(async () => {
      const list = (await page.elements('.monaco-list-row')).map(({ attributes }) => attributes['aria-label']);
      return list.includes(`${name} (Failed)`) ? list : undefined;
    }, { what: 'a failed file in the view' });
    assert.deepEqual(shown.slice(shown.indexOf(`${name} (Failed)`) + 1, shown.indexOf(`${name} (Failed)`) + 3), [
      '2026-01-01 · tool on one: unspecified (Passed)', '2026-02-01 · tool on one: barred (Failed)',
    ]);
    await page.wait('.test-error-content-widget', 'status: unspecified != status: barred');
    await page.click('.test-error-content-widget');
    await page.wait('.peekview-widget', 'The status on 2026-02-01 is `unspecified`, not `barred`.');
    await page.screenshot(`tests-${testKind}`);
  });

  it('runs them on each change, if asked to', async function () {
    needsBridge(this);
    const { document } = await openText(name, ONE_OF_TWO);
    const tests = await testsOf(name);
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    const running = new vscode.CancellationTokenSource();
    await profile.runHandler(new vscode.TestRunRequest([itemOf(name)!], undefined, profile, true), running.token);
    const shows = (row: string) => waitFor(async () => {
      await vscode.commands.executeCommand('vscode.revealTestInExplorer', tests[0]);
      const seen = (await page.elements('.monaco-list-row')).map(({ attributes }) => attributes['aria-label'] ?? '');
      if (!seen.some((label) => label.startsWith(row))) throw new Error(seen.filter((label) => / · |^tested/.test(label)).join(', '));
      return true;
    }, { what: row });
    try {
      await shows(`${name} (Failed)`);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, tests[1]!.range!, '{ at: 2026-02-01, product: tool, cloud: one, certain: true }');
      await vscode.workspace.applyEdit(edit);
      await shows('2026-02-01 · tool on one: certain (Passed)');
    } finally {
      running.cancel();
    }
  });

  it('takes a cell of the matrix into the text as an expectation', async function () {
    needsBridge(this);
    const editor = await openText(name, HEAD);
    await vscode.commands.executeCommand('entente.showMatrix');
    await webview.click('[data-product="tool"][data-cloud="one"]');
    await webview.click('.explanation .button:not(:disabled)');
    const [test] = await testsOf(name);
    assert.match(editor.document.getText(), /\n\nexpect:\n {2}- \{ at: \d{4}-\d\d-\d\d, product: tool, cloud: one, status: unspecified \}\n$/);
    assert.match(test!.label, /tool on one: unspecified$/);
    await waitFor(() => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection).startsWith('{ at: '), { what: 'the entry to be selected' });
    await page.screenshot(`expectation-${testKind}`);
  });
});
